import { articleWords } from '../corpus/articleWords.ts';
import { isCue } from '../prose/cues.ts';
import { isEnglishAt } from '../prose/inEnglish.ts';
import { MARKUP } from '../prose/prose.ts';
import type { QuotedToken } from '../prose/quotedWords.ts';
import type { Span } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import type { Located } from './locate.ts';
import { sameRun } from './sameWord.ts';

/** A stretch in which the draft has other words than the source. */
export interface Difference {
  readonly kind: 'replaced' | 'added' | 'omitted' | 'moved';
  /** The draft's words; empty where words are omitted. */
  readonly draft: readonly Word[];
  /** The source's words; empty where words are added. */
  readonly source: readonly Word[];
  /** Places of the changed words among the query's tokens, half-open; empty at the place where words are missing. */
  readonly tokens: Span;
  /** Places of the source's words among the article's, half-open. */
  readonly words: Span;
}

/** What an ellipsis, a bracket or an interruption of the draft stands for. */
export interface Skip {
  readonly token: QuotedToken;
  readonly source: readonly Word[];
  readonly words: Span;
}

/** A moved word comes at most this many kept words after or before its old place. */
const MOVED_OVER = 4;

interface Run {
  tokens: { start: number; end: number };
  words: { start: number; end: number };
}

/** Neighbouring steps that are not `kept` form one stretch; a skip ends it. */
function runsOf(located: Located): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const step of located.steps) {
    if (step.kind === 'kept' || step.kind === 'skipped') {
      open = undefined;
      continue;
    }
    const tokens = { start: step.token, end: step.kind === 'omitted' ? step.token : step.token + 1 };
    if (open) {
      open.tokens.end = Math.max(open.tokens.end, tokens.end);
      open.words.end = Math.max(open.words.end, step.to);
    } else {
      open = { tokens, words: { start: step.from, end: step.to } };
      runs.push(open);
    }
  }
  return runs;
}

/** “again that” for “that again”: what is added on one side of a few kept words and omitted on the other has moved. */
function joinMoved(runs: readonly Run[], textOf: (run: Run) => { draft: string; source: string }): { run: Run; moved: boolean }[] {
  const joined: { run: Run; moved: boolean }[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && !last.moved && run.tokens.start - last.run.tokens.end <= MOVED_OVER) {
      const [a, b] = [textOf(last.run), textOf(run)];
      const moved =
        (a.source === '' && b.draft === '' && a.draft === b.source) || (a.draft === '' && b.source === '' && a.source === b.draft);
      if (moved) {
        last.run = {
          tokens: { start: last.run.tokens.start, end: run.tokens.end },
          words: { start: last.run.words.start, end: run.words.end },
        };
        last.moved = true;
        continue;
      }
    }
    joined.push({ run, moved: false });
  }
  return joined;
}

/** The stretches in which a located query and its passage differ, each told when it is asked for. */
function* eachDifference(tokens: readonly QuotedToken[], located: Located, literal: boolean): Generator<Difference> {
  const sourceWords = articleWords(located.article);
  const wordsOfRun = (run: Run) => {
    const draft = tokens.slice(run.tokens.start, run.tokens.end).flatMap((token) => (token.kind === 'word' ? [token.word] : []));
    return { draft, source: sourceWords.slice(run.words.start, run.words.end) };
  };
  const folded = (words: readonly Word[]) => words.map((word) => word.folded);
  const runs = joinMoved(runsOf(located), (run) => {
    const { draft, source } = wordsOfRun(run);
    return { draft: folded(draft).join(' '), source: folded(source).join(' ') };
  });
  const isSame = literal ? isClosedUp : sameWithNeighbours;
  for (const { run, moved } of runs) {
    if (isSame(tokens, sourceWords, run) || isSourcesOwn(located, run) || (!literal && isStutter(sourceWords, run))) continue;
    const { draft, source } = wordsOfRun(run);
    const kind = moved || isReversed(folded(draft), folded(source)) ? 'moved' : kindOfRun(draft, source);
    yield { kind, draft, source, tokens: run.tokens, words: run.words };
  }
}

/**
 * The stretches in which a located query and its passage differ, in order. Stretches that say the same in another
 * spelling, closed up or in numerals are none, unless they are asked for (`literal`).
 */
export function differencesOf(tokens: readonly QuotedToken[], located: Located, options: { literal?: boolean } = {}): Difference[] {
  return [...eachDifference(tokens, located, options.literal === true)];
}

/** Whether a located query and its passage say the same, however it is spelled: {@link differencesOf} would be empty. */
export function isSameWording(tokens: readonly QuotedToken[], located: Located): boolean {
  return eachDifference(tokens, located, false).next().done === true;
}

function isReversed(draft: readonly string[], source: readonly string[]): boolean {
  return draft.length > 1 && [...draft].sort().join(' ') === [...source].sort().join(' ');
}

function kindOfRun(draft: readonly Word[], source: readonly Word[]): Difference['kind'] {
  if (draft.length === 0) return 'omitted';
  return source.length === 0 ? 'added' : 'replaced';
}

/** `,” she said, “` and `[an editor's words]`: what the source itself puts between the speaker's words, in any marks. */
const INTERRUPTION = /^[^\p{Alpha}\p{N}]*[”»«"’'“‘」』›]([^“”"«»„「」『』]{1,120})[“«»"‘'„‚「『‹][^\p{Alpha}\p{N}]*$/u;
const MARKS = /[”»«"’'“‘」』›]/;
/** So many words and sentences the source's own attribution may have. */
const LONGEST_ATTRIBUTION = 12;
const EDITORS = /^[^\p{Alpha}\p{N}[\]]*\[[^\][]{1,120}\][^\p{Alpha}\p{N}[\]]*$/u;
/** What a transcript notes of the room: (Applause.), (laughs). */
const STAGE_DIRECTION =
  /^[^\p{Alpha}\p{N}()]*\((?:applause|laughter|laughs|laughing|cheers|cheering|crosstalk|inaudible|pause|pauses|music|sighs|booing|chuckles)[^()]{0,40}\)[^\p{Alpha}\p{N}()]*$/iu;

/** Whether a place in an article's words where the query goes on is parted from it only by the source's own attribution or bracket. */
export function isInterruptedBySource({ article }: Located, from: number, to: number): boolean {
  const words = articleWords(article);
  const before = words[from - 1];
  const after = words[to];
  if (!before || !after) return false;
  const between = article.prose.text.slice(before.span.end, after.span.start).replaceAll(MARKUP, '');
  if (between.includes('[') && EDITORS.test(between)) return true;
  if (between.includes('(') && STAGE_DIRECTION.test(between)) return true;
  const reporters = MARKS.test(between) ? INTERRUPTION.exec(between)?.[1] : undefined;
  return reporters !== undefined && isAttribution(reporters, () => isEnglishAt(article.prose, before.span.start));
}

/**
 * “, she said, ”, “ said Ada Quill. ”, “. He continued: ”: few words, and no sentence of the reporter's own. That they say
 * who speaks can be told of English only; elsewhere the marks round them must do.
 */
function isAttribution(between: string, english: () => boolean): boolean {
  const [first = '', ...rest] = between.split(/[.!?]\s|[。！？]/u);
  const words = (text: string) => text.match(/[\p{Alpha}\d’'-]+/gu) ?? [];
  const own = words(first).length > 0 && rest.some((sentence) => words(sentence).length > 0);
  if (own || words(between).length > LONGEST_ATTRIBUTION) return false;
  return words(between).some((word) => isCue(word)) || (words(between).length > 0 && !english());
}

/** Whether what the query leaves out is not the speaker's at all. */
function isSourcesOwn(located: Located, run: Run): boolean {
  return run.tokens.start === run.tokens.end && isInterruptedBySource(located, run.words.start, run.words.end);
}

const FILLERS = new Set(['um', 'uh', 'er', 'ah', 'uhm', 'erm']);
/** So many words are said again at the most. */
const LONGEST_STUTTER = 4;

/** “A, um, a guess”, “I was, um, I was cold”: what stands before the filler is said again behind it, and nobody prints both. */
function isStutter(sourceWords: readonly Word[], { tokens, words }: Run): boolean {
  if (tokens.start !== tokens.end) return false;
  const omitted = sourceWords.slice(words.start, words.end).map(({ folded }) => folded);
  const said = omitted.filter((word) => !FILLERS.has(word));
  if (said.length === omitted.length || said.length > LONGEST_STUTTER) return false;
  const wordsAt = (from: number, count: number) => Array.from({ length: count }, (_, i) => sourceWords[from + i]?.folded);
  // Which half of the repetition was left out depends on how the two were aligned.
  return said.concat('').some((_, shared) => {
    const first = [...wordsAt(words.start - shared, shared), ...said.slice(0, said.length - shared)];
    const again = [...said.slice(said.length - shared), ...wordsAt(words.end, said.length - shared)];
    return first.join(' ') === again.join(' ');
  });
}

/** Whether a stretch is the source's but for spaces and hyphens. */
function isClosedUp(tokens: readonly QuotedToken[], sourceWords: readonly Word[], run: Run): boolean {
  const own = tokens.slice(run.tokens.start, run.tokens.end).map((token) => (token.kind === 'word' ? token.word.folded : ''));
  const theirs = sourceWords.slice(run.words.start, run.words.end).map((word) => word.folded);
  return own.join('') === theirs.join('');
}

/** Whether a stretch says the same as the source's, by itself or together with the kept words next to it (“twenty | one”). */
function sameWithNeighbours(tokens: readonly QuotedToken[], sourceWords: readonly Word[], run: Run): boolean {
  const draft = (start: number, end: number) =>
    tokens.slice(start, end).flatMap((token) => (token.kind === 'word' ? [token.word.folded] : []));
  const source = (start: number, end: number) => sourceWords.slice(Math.max(0, start), end).map((word) => word.folded);
  for (const before of [0, 1]) {
    for (const after of [0, 1, 2]) {
      const a = draft(Math.max(0, run.tokens.start - before), run.tokens.end + after);
      const b = source(run.words.start - before, run.words.end + after);
      if (a.length > 0 && b.length > 0 && sameRun(a, b)) return true;
    }
  }
  return run.tokens.start === run.tokens.end && sameRun([], source(run.words.start, run.words.end));
}

/** What the query's ellipses, brackets and interruptions stand for, in order. */
export function skipsOf(tokens: readonly QuotedToken[], located: Located): Skip[] {
  const sourceWords = articleWords(located.article);
  return located.steps.flatMap((step): Skip[] => {
    const token = tokens[step.token];
    if (step.kind !== 'skipped' || !token) return [];
    return [{ token, source: sourceWords.slice(step.from, step.to), words: { start: step.from, end: step.to } }];
  });
}
