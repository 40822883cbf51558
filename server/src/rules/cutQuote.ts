import { articleWords } from '../corpus/articleWords.ts';
import type { Located } from '../match/locate.ts';
import { isEnglishAt } from '../prose/inEnglish.ts';
import type { Quotation } from '../prose/quotations.ts';
import { wordsIn } from '../prose/quotedWords.ts';
import { say } from '../text/said.ts';
import { sentencesOf } from '../text/sentences.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { byPassage } from './byPassage.ts';
import type { RuleContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding, Fix } from './finding.ts';
import { edgeOf } from './markup.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { turningIn } from './turns.ts';
import { quoted, sourceName } from './wording.ts';

/** Fewer words are a fragment, which claims to be no whole thought. */
const FEWEST_WORDS = 5;
/** What is left off, as a message shows it, in characters. */
const LONGEST_SHOWN = 90;
/** Words that take back or narrow what stands before them. */
const QUALIFIER = /^[\s,;:—–-]*(?:(?:but|unless|except)\b|(?:only|even) if\b|provided (?:that )?|(?:so|as) long as\b|if\b)/iu;
/** Words behind which these qualify nothing: “nothing but”, “see if”, “as if”, “asked if”. */
const BINDS =
  /\b(?:nothing|anything|everything|none|all|no one|cannot|can’t|can't|not|last|see|sees|saw|know|knows|knew|ask|asks|asked|asking|wonder|wonders|wondered|tell|tells|told|doubt|doubts|care|cares|decide|decides|decided|sure|say|says|said|question|even|only|what|as|matter)\s*$/iu;

/** What the source's sentence goes on with behind a passage: from the passage's end to the sentence's. */
function restOfSentence({ article, span }: Located): Span | undefined {
  const { text, blocks } = article.prose;
  const block = blocks.find((one) => one.span.start <= span.end - 1 && span.end <= one.span.end);
  const sentence = block && sentencesOf(text, block.span).find(({ start, end }) => start < span.end && span.end < end);
  if (!sentence) return undefined;
  const rest = sliceOf(text, { start: span.end, end: sentence.end });
  // What stands behind the speaker's closing mark is the reporter's.
  const own = /["”»“„]/u.exec(rest)?.index ?? rest.length;
  return { start: span.end, end: span.end + own };
}

/** The words that a quotation leaves off and that qualify it; undefined where it stops at no such place. */
const cutOff = byPassage((located): string | undefined => {
  const { text } = located.article.prose;
  const rest = restOfSentence(located);
  if (!rest || BINDS.test(text.slice(Math.max(0, rest.start - 20), rest.start))) return undefined;
  const words = sliceOf(text, rest);
  return QUALIFIER.test(words) && /\p{Alpha}[\s\S]*\s\p{Alpha}/u.test(words) ? words.replace(/\s+/g, ' ').trim() : undefined;
});

/** Whether the passage ends with the last word of the quotation. */
function endsWhereItEnds({ steps, to, article }: Located, last: number): boolean {
  const final = steps.at(-1);
  return final?.kind === 'kept' && final.token === last && final.to === to && articleWords(article)[to] !== undefined;
}

function goOn(quotation: Quotation, words: string, context: RuleContext): Fix[] {
  const piece = quotation.pieces.at(-1);
  if (!piece || quotation.style === 'block') return [];
  const { text } = context.draft.prose;
  const end = edgeOf(context.draft, piece.end);
  const own = text.slice(piece.start, end);
  const ending = /[.,;…\s]*$/u.exec(own)?.[0].length ?? 0;
  const at = end - ending;
  const joint = /^[\p{Alpha}\d]/u.test(words) ? ' ' : '';
  const added = joint + words.replace(/[.,;]$/u, '');
  return [
    {
      title: say`Quote on: ${quoted(shown(words))}`,
      applicability: 'unsafe',
      preferred: true,
      edits: [{ span: { start: at, end: at }, newText: added }],
    },
  ];
}

function shown(words: string): string {
  const plain = words.replace(/^[\s,;:—–-]+|[\s,;:.—–-]+$/gu, '');
  if (plain.length <= LONGEST_SHOWN) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', LONGEST_SHOWN))} …`;
}

/** The words that deny the passage right in front of it: “Not” of “Not one of us knew”; undefined where none do. */
const deniedBefore = byPassage(({ article, from, span }): string | undefined => {
  const word = articleWords(article)[from - 1];
  const { text } = article.prose;
  if (!word || !/^\s+$/u.test(text.slice(word.span.end, span.start))) return undefined;
  // “Ready or not”, “why not”, “says no”, “not only”: this denies nothing of what follows.
  if (/\b(?:or|why|than|says?|said|if|whether|is|was)\s+$/iu.test(text.slice(Math.max(0, word.span.start - 10), word.span.start)))
    return undefined;
  if (/^(?:only|just|merely|least|long|surprisingly|to mention|that)\b/iu.test(sliceOf(text, span))) return undefined;
  const english = isEnglishAt(article.prose, span.start);
  return turningIn([word], { text, english }).negations > 0 ? sliceOf(text, word.span) : undefined;
});

/** Whether the draft lets its words begin a sentence, with a capital that the source has not. */
function beginsSentence({ span }: Word, located: Located, draft: string): boolean {
  const own = draft.charAt(span.start);
  const theirs = located.article.prose.text.charAt(located.span.start);
  return own !== own.toLowerCase() && theirs === theirs.toLowerCase() && theirs !== theirs.toUpperCase();
}

/** “One of us knew it,” where the source has “Not one of us knew it”: every word is the speaker's, and the sense is turned. */
function* cutInFront(reading: QuotationReading, context: RuleContext): Iterable<Finding> {
  const { best, equals } = reading;
  const denied = equals.map(deniedBefore);
  if (!best || denied.includes(undefined)) return;
  const [first] = wordsIn(reading.tokens());
  if (!first || !beginsSentence(first, best, context.draft.prose.text)) return;
  yield {
    rule: 'cut-quote',
    kind: null,
    span: first.span,
    message: say`The source has ${quoted(denied[0] as string)} in front of this, which turns it round (${sourceName(best.article)}).`,
    match: evidenceOf(reading),
    fixes: [],
  };
}

/** A quotation stops just before words that qualify it, or begins just behind one that denies it. */
export const cutQuote: Rule = {
  name: 'cut-quote',
  summary: 'A quotation stops just before words that qualify it.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (!reading.best || !reading.telling || (reading.kind !== 'verified' && reading.kind !== 'altered')) return;
    if (reading.length < FEWEST_WORDS) return;
    yield* cutInFront(reading, context);
    const whole = reading.equals.map((one) => (endsWhereItEnds(one, reading.length - 1) ? cutOff(one) : undefined));
    const [words] = whole;
    // Where another source has the words as a sentence of their own, nothing was cut.
    if (words === undefined || whole.includes(undefined)) return;
    const last = wordsIn(reading.tokens()).at(-1) as Word;
    yield {
      rule: 'cut-quote',
      kind: null,
      span: last.span,
      message: say`The source goes on: ${quoted(shown(words))} (${sourceName(reading.best.article)}).`,
      match: evidenceOf(reading),
      fixes: goOn(quotation, words, context),
    };
  },
};
