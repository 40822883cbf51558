import type { Citation } from '../draft/draft.ts';
import { isSpeechCue } from '../prose/cues.ts';
import { sameName } from '../prose/names.ts';
import { blockNumberAt } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { contains, overlaps, type Span, sliceOf } from '../text/span.ts';
import type { RuleContext } from './context.ts';
import { bareName, type Credit } from './credits.ts';
import { matchOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { sourceAsSubject } from './wording.ts';

/** The publications that a footnote, a link's words or the line under a block quote name for a quotation. */
function citedFor(quotation: Quotation, context: RuleContext): Credit[] {
  const { sentence } = context.settingOf(quotation);
  const cited = context.draft.citations
    .filter(({ span }) => contains(sentence, span) || (span.start >= sentence.end && span.start <= sentence.end + 1))
    .flatMap(({ span, text }) => context.publishersIn(text).map((publisher): Credit => ({ publisher, span, short: false })));
  const line = quotation.style === 'block' ? context.attributionOf(quotation)?.span : undefined;
  return line ? [...cited, ...context.creditsIn(line)] : cited;
}

/** “The Post and Courier” is not The Post; “The Post and the Courier” are two. */
function mayBeLonger({ span }: Credit, { draft }: RuleContext): boolean {
  return /^\s+(?:and|&)\s+\p{Lu}/u.test(draft.outer.slice(span.end, span.end + 12));
}

/** Whether the draft has the publication's name where it credits it: not so where a footnote's mark stands. */
function isNamedIn({ publisher, span }: Credit, { draft }: RuleContext): boolean {
  return publisher.endsWith(sliceOf(draft.outer, span));
}

/** Whether “the Post” is short for another paper that the draft names, be it in the corpus or not. */
function mayBeAnother({ publisher, span, short }: Credit, { draft }: RuleContext): boolean {
  if (!short) return false;
  const last = sliceOf(draft.outer, span);
  const longer = draft.outer.match(new RegExp(`(?:\\p{Lu}[\\p{L}’'-]*\\s+)+${last}(?![\\p{L}\\p{N}])`, 'gu')) ?? [];
  return longer.some((name) => !/^the\s+\S+$/iu.test(name) && !bareName(name).endsWith(bareName(publisher)));
}

/** Whether a source says itself, where the words stand, that it has them from a publication or that it has them, too. */
function isCreditedBySource({ publisher }: Credit, { equals }: QuotationReading, context: RuleContext): boolean {
  return equals.some(({ article: { prose }, span }) => {
    const own = blockNumberAt(prose, span.start);
    const around = prose.blocks.slice(Math.max(0, own - 1), own + 2);
    return around.some((block) => context.publishersIn(sliceOf(prose.text, block.span)).includes(publisher));
  });
}

/** Link words that lead to where something was said: “said”, “reported”, “here”, “source”. */
const LEADS_TO_SOURCE = /^(?:here|source|link|via|full (?:text|story)|read more|article|report|story|interview|\d{1,3}|\W*)$/iu;

/** Whether a link says where the words are from, and not who somebody is. */
function citesSource({ kind, text, url }: Citation, context: RuleContext): boolean {
  if (kind === 'note' || text === url) return true;
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  if (words.some(isSpeechCue) || LEADS_TO_SOURCE.test(text.trim())) return true;
  return context.publishersIn(text).length > 0;
}

/** So many articles may have the words for it to be told that a linked one is none of them: retrieval names no more. */
const FEW_ARTICLES = 6;

/** A link or footnote of the quotation's sentence that leads to an article of the corpus without the words. */
function wrongLink(quotation: Quotation, { equals }: QuotationReading, context: RuleContext): Citation | undefined {
  const { sentence } = context.settingOf(quotation);
  const ids = equals.map(({ article }) => article.id);
  const linked = context.draft.citations
    .filter(({ span, url }) => url !== null && (overlaps(sentence, span) || (span.start >= sentence.end && span.start <= sentence.end + 1)))
    .map((citation) => ({ citation, articles: context.corpus.idsAt(citation.url as string) }))
    .filter(({ articles }) => articles.length > 0);
  if (ids.length > FEW_ARTICLES || linked.some(({ articles }) => articles.some((id) => ids.includes(id)))) return undefined;
  return linked.find(({ citation }) => overlaps(citation.span, quotation.span) || citesSource(citation, context))?.citation;
}

/** The draft credits a publication of the corpus, or cites an article of it, that does not have the words, and another one has. */
export const wrongSource: Rule = {
  name: 'wrong-source',
  summary: 'The publication that is credited does not have the words; another one has.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (!reading.best || reading.splice || !reading.telling) return;
    const link = wrongLink(quotation, reading, context);
    if (link) {
      const message = `The article that is linked to does not have these words; ${sourceAsSubject(reading.best.article)} has.`;
      yield {
        rule: 'wrong-source',
        kind: null,
        span: link.span,
        message,
        match: matchOf(reading.best, reading.equals),
        fixes: [],
      };
      return;
    }
    const publishers = reading.equals.map(({ article }) => article.publisher);
    if (publishers.includes(null)) return;
    const cited = citedFor(quotation, context);
    const credits = [...context.creditsIn(context.settingOf(quotation).sentence), ...cited];
    const right = credits.some(({ publisher }) => publishers.some((one) => one !== null && sameName(one, publisher)));
    const attribution = context.attributionOf(quotation);
    const named = [...(attribution?.speakers ?? []), ...(attribution?.credits ?? [])];
    const told = (span: Span) =>
      /\b(?:told|with|to)\s+(?:the\s+)?$/iu.test(context.draft.outer.slice(Math.max(0, span.start - 12), span.start));
    const wrong = credits
      .filter((credit) => !mayBeLonger(credit, context) && !mayBeAnother(credit, context))
      .find((credit) => cited.includes(credit) || named.some((one) => overlaps(one.span, credit.span)) || told(credit.span));
    if (!wrong || right || isCreditedBySource(wrong, reading, context)) return;
    const { article } = reading.best;
    const name = (article.publisher ?? '').replace(
      /^The\s+/,
      sliceOf(context.draft.outer, { start: wrong.span.start - 4, end: wrong.span.start }).toLowerCase() === 'the ' ? '' : 'The ',
    );
    yield {
      rule: 'wrong-source',
      kind: null,
      span: wrong.span,
      message: `${wrong.publisher} does not have these words; ${sourceAsSubject(article)} has.`,
      match: matchOf(reading.best, reading.equals),
      fixes: isNamedIn(wrong, context)
        ? [{ title: `Credit ${name} instead`, applicability: 'unsafe', preferred: true, edits: [{ span: wrong.span, newText: name }] }]
        : [],
    };
  },
};
