import { sayingAt } from '../corpus/sayings.ts';
import type { Quotation } from '../prose/quotations.ts';
import { contains, cover, type Span } from '../text/span.ts';
import type { RuleContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding, Fix, Match } from './finding.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { sourceName } from './wording.ts';

/** Whether the words are credited: by an attribution beside them, a citation, or a publication's name. */
function isCredited(quotation: Quotation, context: RuleContext): boolean {
  const attribution = context.attributionOf(quotation);
  if (attribution && attribution.place !== 'carried') return true;
  const { sentence, block } = context.settingOf(quotation);
  const around = cover(sentence, block);
  return context.draft.citations.some(({ span }) => contains(around, span)) || context.creditsIn(around).length > 0;
}

/** Names whoever the source names, at the quotation's end. */
function attributionFix(quotation: Quotation, match: Match, text: string): Fix[] {
  const piece = quotation.pieces.at(-1);
  if (match.speaker === null || !piece || quotation.style === 'block') return [];
  const ending = /[.,]?$/u.exec(text.slice(piece.start, piece.end).trimEnd())?.[0].length ?? 0;
  const at = piece.start + text.slice(piece.start, piece.end).trimEnd().length - ending;
  const closing = text.slice(piece.end, quotation.span.end);
  const edit = { span: { start: at, end: quotation.span.end }, newText: `,${closing} ${match.speaker} said${ending > 0 ? '.' : ''}` };
  return [{ title: `Name the speaker: ${match.speaker}`, applicability: 'unsafe', preferred: true, edits: [edit] }];
}

/** A source's words stand in marks, and nobody is named for them. */
export const unattributedQuote: Rule = {
  name: 'unattributed-quote',
  summary: 'A source’s words stand in marks and nobody is named for them.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (!reading.best || !reading.telling || isHeading(quotation, context) || isCredited(quotation, context)) return;
    const match = evidenceOf(reading);
    if (!match || isTerm(reading) || isNamedBeside(quotation, match, context)) return;
    const whose = match.speaker === null ? '' : `: they are ${match.speaker}’s`;
    const message = `Nobody is named for these words${whose} (${sourceName(reading.best.article)}).`;
    yield {
      rule: 'unattributed-quote',
      kind: null,
      span: quotation.span,
      message,
      match,
      fixes: attributionFix(quotation, match, context.draft.prose.text),
    };
  },
};

/** So few words are a term or a name: “one country, two systems”; a few more where nobody plainly says them in the source. */
const TERM_WORDS = 4;
const LONGEST_TERM = 6;

function isTerm({ tokens, best }: QuotationReading): boolean {
  const words = tokens().filter(({ kind }) => kind === 'word').length;
  const attribution = best && sayingAt(best.article, best.span)?.attribution;
  const said = attribution?.tied === true && attribution.place === 'sentence';
  return words <= TERM_WORDS || (words <= LONGEST_TERM && !said);
}

/** What stands beside a quotation: the sentences round it, the other cells of its row, the paragraph that leads into its list. */
function besides(quotation: Quotation, context: RuleContext): Span[] {
  const { blocks, text } = context.draft.prose;
  const at = blocks.findIndex(({ span }) => span.end > quotation.span.start);
  const block = blocks[at];
  if (!block) return [];
  const sentences = context.besides(block, quotation.span);
  if (block.kind === 'cell') {
    const end = text.indexOf('\n', block.span.end);
    return [...sentences, { start: text.lastIndexOf('\n', block.span.start) + 1, end: end < 0 ? text.length : end }];
  }
  const lead = block.kind === 'item' ? blocks.slice(0, at).findLast(({ kind }) => kind !== 'item') : undefined;
  return lead ? [...sentences, lead.span] : sentences;
}

/** Whether whoever the source says is speaking is named beside the quotation. */
function isNamedBeside(quotation: Quotation, { speaker }: Match, context: RuleContext): boolean {
  return speaker !== null && besides(quotation, context).some((span) => context.names(span, speaker));
}

/** A headline has no room for names. */
function isHeading({ span }: Quotation, { draft }: RuleContext): boolean {
  return draft.prose.blocks.some((block) => block.kind === 'heading' && contains(block.span, span));
}
