import type { Article } from '../../server/src/corpus/article.ts';
import { NO_DETAILS } from '../../server/src/corpus/article.ts';
import { MemoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { parseDraft } from '../../server/src/draft/parse.ts';
import type { Encoding } from '../../server/src/features/convert.ts';
import { ENGLISH, type Voice } from '../../server/src/features/l10n/voice.ts';
import type { ClientCommands, View } from '../../server/src/features/view.ts';
import type { Quotation } from '../../server/src/prose/quotations.ts';
import type { Finding, Match, Verdict } from '../../server/src/rules/finding.ts';
import { DEFAULT_OPTIONS } from '../../server/src/rules/style.ts';
import { together } from '../../server/src/text/said.ts';
import type { Span } from '../../server/src/text/span.ts';

// Analyses made by hand, so that tests of features show what an editor is told and do not depend on what the rules find.

/** Where the words stand in a text: the `nth` time, counted from 0. */
export function spanOf(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words);
  for (let passed = 0; passed < nth; passed++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length };
}

/** An article of one block, its text as given. */
export function articleOf(id: string, text: string, details: Partial<Article> = {}): Article {
  const blocks = [{ span: { start: 0, end: text.length }, kind: 'paragraph' as const, group: -1 }];
  return { ...NO_DETAILS, id, prose: { text, blocks }, ...details };
}

/** The passage of an article with these words; `changed` are those that the draft has otherwise. */
export function matchIn(article: Article, words: string, details: { changed?: string; speaker?: string; others?: Match[] } = {}): Match {
  const { text } = article.prose;
  return {
    source: { articleId: article.id, span: spanOf(text, words) },
    exact: words,
    speaker: details.speaker ?? null,
    similarity: 0.9,
    changed: details.changed === undefined ? [] : [spanOf(text, details.changed)],
    others: (details.others ?? []).map(({ source }) => source),
  } as Match;
}

/** A finding with nothing special about it but what is given. */
export function findingOn(span: Span, details: Partial<Finding> = {}): Finding {
  return { rule: 'misquote', kind: null, span, message: together('The source has other words.'), match: null, fixes: [], ...details };
}

/** A quotation of one piece: its words with the marks. */
export function quotationOf(text: string, words: string): Quotation {
  const span = spanOf(text, words);
  return { span, pieces: [{ start: span.start + 1, end: span.end - 1 }], style: 'double', depth: 0 };
}

/** What {@link viewOf} puts together. */
export interface Parts {
  readonly articles?: readonly Article[];
  readonly findings?: readonly Finding[];
  readonly verdicts?: readonly (readonly [Quotation, Verdict])[];
  readonly severity?: 'off' | 'hint' | 'information' | 'warning' | 'error';
  readonly encoding?: Encoding;
  readonly opensExtracts?: boolean;
  readonly commands?: ClientCommands;
  readonly voice?: Voice;
}

export function viewOf(
  text: string,
  {
    articles = [],
    findings = [],
    verdicts = [],
    severity = 'warning',
    encoding = 'utf-16',
    opensExtracts = true,
    commands = {},
    voice = ENGLISH,
  }: Parts,
): View {
  const corpus = MemoryCorpus.of(articles);
  const draft = { ...parseDraft(text, 'plaintext', DEFAULT_OPTIONS), text };
  return {
    uri: 'file:///draft.md',
    version: 3,
    analysis: { draft, corpus, articles: corpus.texts, findings, verdicts: new Map(verdicts) },
    encoding,
    voice,
    opensExtracts,
    commands,
    severityOf: () => severity,
    fileOf: (id) => id,
  };
}

/** Draws ranges under the lines that they are in. */
export function drawn(
  text: string,
  ranges: readonly { start: { line: number; character: number }; end: { line: number; character: number } }[],
): string {
  return text
    .split('\n')
    .flatMap((line, at) => {
      const here = ranges.filter(({ start, end }) => start.line <= at && at <= end.line);
      const marks = here.map(({ start, end }) => {
        const from = start.line === at ? start.character : 0;
        const to = end.line === at ? end.character : line.length;
        return ' '.repeat(from) + '▔'.repeat(Math.max(1, to - from));
      });
      return [line, ...marks];
    })
    .join('\n');
}
