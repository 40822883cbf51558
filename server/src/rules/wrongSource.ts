import type { Citation } from '../draft/draft.ts';
import { sameName } from '../prose/names.ts';
import { blockNumberAt } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { say } from '../text/said.ts';
import { contains, cover, overlaps, type Span, sliceOf } from '../text/span.ts';
import type { RuleContext } from './context.ts';
import { bareName, type Credit } from './credits.ts';
import { matchOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import { restingOn } from './guesses.ts';
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
  return /^\s+(?:and|&)\s+\p{Upper}/u.test(draft.outer.slice(span.end, span.end + 12));
}

/** Whether the draft has the publication's name where it credits it: not so where a footnote's mark stands. */
function isNamedIn({ publisher, span }: Credit, { draft }: RuleContext): boolean {
  return publisher.endsWith(sliceOf(draft.outer, span));
}

/** Whether “the Post” is short for another paper that the draft names, be it in the corpus or not. */
function mayBeAnother({ publisher, span, short }: Credit, { draft }: RuleContext): boolean {
  if (!short) return false;
  const last = sliceOf(draft.outer, span);
  const longer = draft.outer.match(new RegExp(`(?:\\p{Upper}[\\p{Alpha}’'-]*\\s+)+${last}(?![\\p{Alpha}\\d])`, 'gu')) ?? [];
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

/** Link words that say where something was said and nothing else: “said”, “told the council”, “source”. */
const SAID_THERE =
  /^(?:\p{Alpha}+ )?(?:said|says|told|wrote|writes|added|tweeted|posted)(?: (?:the |a |an )?[\p{Alpha}’']+(?: [\p{Alpha}’']+){0,3})?$/iu;
const LEADS_TO_SOURCE = /^(?:source|link|via|full (?:text|story)|\d{1,3}|\W*)$/iu;
/** A note that sends readers on to other things. */
const SENDS_ON = /^[\s\u2060]*(?:see|cf|compare|on|for|about|more|further|also)\b/iu;
/** A mark or bare link so near behind a quotation or its sentence belongs to it. UTF-16 code units. */
const RIGHT_BEHIND = 3;

/** Whether a link or note says where the words are from, and not who somebody is or what else has happened. */
function citesSource(citation: Citation, quotation: Quotation, context: RuleContext): boolean {
  const { kind, text, url, span } = citation;
  if (contains(span, quotation.span)) return true;
  const { sentence } = context.settingOf(quotation);
  const isBehind = isNear(span.start, quotation.span.end) || isNear(span.start, sentence.end) || isNear(span.end, sentence.end);
  if (kind === 'note') return isBehind && !SENDS_ON.test(text);
  if (LEADS_TO_SOURCE.test(text.trim()) || text === url) return isBehind;
  const attribution = context.attributionOf(quotation);
  if (!attribution || !SAID_THERE.test(text.trim())) return false;
  return overlaps(attribution.span, span) || isNear(span.start, attribution.span.end) || isNear(span.end, attribution.span.start);
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= RIGHT_BEHIND;
}

/** So many articles may have the words for it to be told that a linked one is none of them: retrieval names no more. */
const FEW_ARTICLES = 6;

/** A link or note that cites an article of the corpus without the words; none where the paragraph cites one that has them. */
function wrongLink(quotation: Quotation, { equals }: QuotationReading, context: RuleContext): Citation | undefined {
  const ids = equals.map(({ article }) => article.id);
  if (ids.length > FEW_ARTICLES) return undefined;
  const { sentence, block } = context.settingOf(quotation);
  const around = cover(block, sentence);
  const cited = context.draft.citations
    .filter(({ span, url }) => url !== null && span.start >= around.start && span.start <= around.end + RIGHT_BEHIND)
    .map((citation) => ({ citation, articles: context.corpus.idsAt(citation.url as string) }))
    .filter(({ articles }) => articles.length > 0);
  if (cited.some(({ articles }) => articles.some((id) => ids.includes(id)))) return undefined;
  return cited.find(({ citation }) => citesSource(citation, quotation, context))?.citation;
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
      const message = say`The article that is linked to does not have these words; ${sourceAsSubject(reading.best.article)} has.`;
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
    const having = reading.equals.map((one) => one.article);
    yield* restingOn('publisher', having, {
      rule: 'wrong-source',
      kind: null,
      span: wrong.span,
      message: say`${wrong.publisher} does not have these words; ${sourceAsSubject(article)} has.`,
      match: matchOf(reading.best, reading.equals),
      fixes: isNamedIn(wrong, context)
        ? [{ title: say`Credit ${name} instead`, applicability: 'unsafe', preferred: true, edits: [{ span: wrong.span, newText: name }] }]
        : [],
    });
  },
};
