import { findWords, searchWords } from '../../match/find.ts';
import { matchOf } from '../../rules/evidence.ts';
import type { Match } from '../../rules/finding.ts';
import { contains } from '../../text/span.ts';
import { type LoadedCorpus, loadCorpus } from './corpusFolder.ts';
import { excerptOf } from './excerpt.ts';
import { type Look, placeOf, type Sources, sourcesOf } from './report.ts';
import { corpusFor, type ListFormat } from './sources.ts';
import { CannotRun, harmless, paintFor } from './terminal.ts';
import { wireMatch } from './wire.ts';
import type { World } from './world.ts';

export interface FindArguments {
  readonly corpus: readonly string[];
  readonly format: ListFormat;
  /** How many passages at most. */
  readonly limit: number;
}

/** Looks words up in the corpus, as they stand or nearly so; best first. */
export async function find(words: string, { corpus, format, limit }: FindArguments, world: World): Promise<number> {
  const { host, terminal } = world;
  if (words.trim() === '') throw new CannotRun('Give the words to look for in quotation marks: verbatim find "the words".');
  const loaded = await loadCorpus(await corpusFor(corpus, world), world);
  const matches = await matchesFor(words, loaded, limit);
  const sources = await sourcesOf(matches, loaded, host);
  const look = { paint: paintFor(terminal.colour), columns: terminal.columns };
  terminal.write(format === 'json' ? asJson(matches, sources) : forReading(matches, sources, look));
  return 0;
}

async function matchesFor(words: string, { corpus, library }: LoadedCorpus, limit: number): Promise<readonly Match[]> {
  const search = searchWords(words, corpus, limit);
  const articles = await library.fetch(new Set(search.candidates.map(({ articleId }) => articleId)), corpus);
  return findWords(search, corpus, articles, limit).map((located) => matchOf(located));
}

function asJson(matches: readonly Match[], { article, pathOf }: Sources): string {
  const wire = matches.map((match) => wireMatch(match, article(match.source.articleId), pathOf(match.source.articleId)));
  return `${JSON.stringify({ version: 1, matches: wire }, null, 1)}\n`;
}

function forReading(matches: readonly Match[], sources: Sources, { paint, columns }: Look): string {
  if (matches.length === 0) return 'Nothing in the corpus comes near these words.\n';
  const blocks = matches.map((match) => {
    const { source, similarity, speaker } = match;
    const article = sources.article(source.articleId);
    const text = article?.prose.text ?? match.exact;
    const span = article ? source.span : { start: 0, end: match.exact.length };
    const bounds = article?.prose.blocks.find((block) => contains(block.span, span))?.span ?? span;
    const { line, pointer } = excerptOf({ text, focus: span, marks: [span], bounds, columns: columns - 2 });
    const likeness = similarity >= 1 ? 'the same words' : `${Math.round(similarity * 100)} % the same`;
    const from = [article?.title, article?.publisher, speaker === null ? undefined : `said by ${speaker}`, likeness]
      .filter(Boolean)
      .join(' · ');
    return `${paint('bold', harmless(placeOf(source, sources)))}\n  ${line}\n  ${paint('green', pointer)}\n  ${paint('dim', harmless(from))}`;
  });
  return `${blocks.join('\n\n')}\n`;
}
