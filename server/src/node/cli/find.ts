import { matchReport } from '../../core/contract.ts';
import type { Article } from '../../corpus/article.ts';
import { findWords, searchWords } from '../../match/find.ts';
import { matchOf } from '../../rules/evidence.ts';
import type { Match } from '../../rules/finding.ts';
import { contains, overlaps, type Span, sliceOf } from '../../text/span.ts';
import { type LoadedCorpus, loadCorpus } from './corpusFolder.ts';
import { excerptOf } from './excerpt.ts';
import type { ListFormat } from './options.ts';
import { type Look, placeOf, type Sources, sourcesOf } from './report.ts';
import { corpusFor } from './sources.ts';
import { CannotRun, harmless, paintFor } from './terminal.ts';
import type { World } from './world.ts';

export interface FindArguments {
  readonly corpus: readonly string[];
  readonly format: ListFormat;
  /** How many passages at most. */
  readonly limit: number;
  /** How many paragraphs to show before and behind the passage's own; null for a line of it. */
  readonly context: number | null;
}

/** Looks words up in the corpus, as they stand or nearly so; best first. */
export async function find(words: string, { corpus, format, limit, context }: FindArguments, world: World): Promise<number> {
  const { host, terminal } = world;
  if (words.trim() === '') throw new CannotRun('Give the words to look for in quotation marks: verbatim find "the words".');
  const loaded = await loadCorpus(await corpusFor(corpus, world), world);
  const matches = await matchesFor(words, loaded, limit);
  const sources = await sourcesOf(matches, loaded, host);
  const look = { paint: paintFor(terminal.colour), columns: terminal.columns };
  terminal.write(format === 'json' ? asJson(matches, sources) : forReading(matches, sources, { ...look, context }));
  return 0;
}

async function matchesFor(words: string, { corpus, library }: LoadedCorpus, limit: number): Promise<readonly Match[]> {
  const search = searchWords(words, corpus, limit);
  const articles = await library.fetch(new Set(search.candidates.map(({ articleId }) => articleId)), corpus);
  return findWords(search, corpus, articles, limit).map((located) => matchOf(located));
}

function asJson(matches: readonly Match[], { article, pathOf }: Sources): string {
  const wire = matches.map((match) => matchReport(match, article(match.source.articleId), pathOf(match.source.articleId)));
  return `${JSON.stringify({ version: 1, matches: wire }, null, 1)}\n`;
}

interface FindLook extends Look {
  readonly context: number | null;
}

function forReading(matches: readonly Match[], sources: Sources, look: FindLook): string {
  const { paint } = look;
  if (matches.length === 0) return 'Nothing in the corpus comes near these words.\n';
  const blocks = matches.map((match) => {
    const { source, similarity, speaker } = match;
    const article = sources.article(source.articleId);
    const likeness = similarity >= 1 ? 'the same words' : `${Math.round(similarity * 100)} % the same`;
    const from = [article?.title, article?.publisher, speaker === null ? undefined : `said by ${speaker}`, likeness]
      .filter(Boolean)
      .join(' · ');
    const shown = article && look.context !== null ? inContext(match, article, look.context, look) : inLine(match, article, look);
    return `${paint('bold', harmless(placeOf(source, sources)))}\n${shown}\n  ${paint('dim', harmless(from))}`;
  });
  return `${blocks.join('\n\n')}\n`;
}

/** The passage in one line, pointed at. */
function inLine({ source, exact }: Match, article: Article | undefined, { paint, columns }: Look): string {
  const text = article?.prose.text ?? exact;
  const span = article ? source.span : { start: 0, end: exact.length };
  const bounds = article?.prose.blocks.find((block) => contains(block.span, span))?.span ?? span;
  const { line, pointer } = excerptOf({ text, focus: span, marks: [span], bounds, columns: columns - 2 });
  return `  ${line}\n  ${paint('green', pointer)}`;
}

/** The passage's paragraphs and some round them, in lines as wide as the terminal; those with words of the passage have a sign in front. */
function inContext({ source: { span } }: Match, { prose }: Article, context: number, { paint, columns }: Look): string {
  const own = prose.blocks.flatMap((block, at) => (overlaps(block.span, span) ? [at] : []));
  const [first = 0, last = first] = [own[0], own.at(-1)];
  const paragraphs = prose.blocks.slice(Math.max(0, first - context), last + context + 1).map((block) =>
    linesOf(prose.text, block.span, columns - 2).map((line) => {
      const words = harmless(sliceOf(prose.text, line));
      return overlaps(line, span) ? paint('green', `> ${words}`) : `  ${words}`;
    }),
  );
  return paragraphs.map((lines) => lines.join('\n')).join('\n\n');
}

/** A paragraph cut between words into lines of so many cells at most. */
function linesOf(text: string, { start, end }: Span, columns: number): Span[] {
  const lines: Span[] = [];
  let from = start;
  let to = start;
  for (const { index } of text.slice(start, end).matchAll(/\s+|$/g)) {
    const at = start + index;
    if (at - from > columns && to > from) {
      lines.push({ start: from, end: to });
      from = to + (/^\s+/.exec(text.slice(to, end))?.[0].length ?? 0);
    }
    to = at;
  }
  return to > from ? [...lines, { start: from, end: to }] : lines;
}
