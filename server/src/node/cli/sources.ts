import { articleReport, countWords } from '../../core/contract.ts';
import type { Article } from '../../corpus/article.ts';
import { sayingsOf } from '../../corpus/sayings.ts';
import { cleanText } from '../../readers/cleanText.ts';
import { configurationFor } from '../../service/configuration.ts';
import { articleIds, eachArticle } from '../../service/eachArticle.ts';
import { findCopies } from '../../service/findCopies.ts';
import { longDate } from '../../text/calendarDate.ts';
import {
  type CorpusChoice,
  compare,
  filesOfOtherKinds,
  givenFolders,
  type LoadedCorpus,
  loadCorpus,
  type UnreadableFile,
} from './corpusFolder.ts';
import type { ListFormat } from './options.ts';
import { CannotRun, harmless, type Paint, paintFor } from './terminal.ts';
import type { World } from './world.ts';

/** What of the corpus is listed, and how. */
export interface SourcesArguments {
  readonly corpus: readonly string[];
  readonly format: ListFormat;
  /** Whether to say which articles print one text: all texts are then read twice. */
  readonly copies: boolean;
}

/** Lists the articles of the corpus: what each says of itself, its text and its quotations, and what could not be read. */
export async function sources({ corpus, format, copies }: SourcesArguments, world: World): Promise<number> {
  const { cwd, host, terminal } = world;
  const choice = await corpusFor(corpus, world);
  const { folders } = choice;
  const loaded = await loadCorpus(choice, world);
  const unreadable = [...loaded.unreadable, ...(await filesOfOtherKinds(folders, cwd, host))].sort((a, b) => compare(a.path, b.path));
  const copiesOf = copies ? await findCopies(loaded.library) : null;
  const listed: Listed = { loaded, unreadable, copiesOf };
  const list = format === 'json' ? listAsJson(listed) : listForReading(listed, paintFor(terminal.colour));
  for await (const piece of list) terminal.write(piece);
  return 0;
}

/** The corpus of a command that names no draft: the folders given, else those of the working folder. */
export async function corpusFor(corpus: readonly string[], { cwd, host }: World): Promise<CorpusChoice> {
  const given = await givenFolders(corpus, cwd);
  const { corpora, settings } = await configurationFor(`${cwd.replaceAll('\\', '/')}/draft.md`, host, {}, null);
  if (given.length > 0) return { folders: given, settings };
  if (corpora.length === 0)
    throw new CannotRun(
      'There is no corpus here: name a folder with --corpus, set “corpora” in .verbatim.yaml, or go to a folder with a folder “corpus” in or above it.',
    );
  return { folders: corpora.map((folder) => ({ folder, given: null })), settings };
}

interface Listed {
  readonly loaded: LoadedCorpus;
  readonly unreadable: readonly UnreadableFile[];
  /** By id the ids of the articles with the same text; null where nobody asked. */
  readonly copiesOf: ReadonlyMap<string, readonly string[]> | null;
}

/** The files of the articles with the same text, as the user would write them. */
function copyPaths({ id }: Article, { loaded, copiesOf }: Listed): readonly string[] {
  return (copiesOf?.get(id) ?? []).map(loaded.shownPath);
}

/** The document piece by piece: the texts of all articles are never at hand together. */
async function* listAsJson(listed: Listed): AsyncGenerator<string> {
  const { loaded, unreadable, copiesOf } = listed;
  let before = '';
  yield '{\n "version": 1,\n "articles": [';
  for await (const article of eachArticle(loaded.library, articleIds(loaded.library))) {
    const copies = copiesOf && { copies: copyPaths(article, listed) };
    yield `${before}\n  ${indented({ ...articleReport(article, loaded.shownPath(article.id)), ...copies }, 2)}`;
    before = ',';
  }
  yield `${before === '' ? '' : '\n '}],\n "unreadable": ${indented(unreadable, 1)}\n}\n`;
}

/** As `JSON.stringify` writes it so many levels deep. */
function indented(value: unknown, level: number): string {
  return JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(level)}`);
}

async function* listForReading(listed: Listed, paint: Paint): AsyncGenerator<string> {
  const { loaded, unreadable } = listed;
  let articles = 0;
  let quotations = 0;
  for await (const article of eachArticle(loaded.library, articleIds(loaded.library))) {
    const sayings = sayingsOf(article).length;
    articles++;
    quotations += sayings;
    yield articleForReading(article, sayings, { listed, paint });
  }
  const lines = unreadable.length > 0 ? ['', paint('bold', 'Not read')] : [];
  for (const { path, reason } of unreadable) lines.push(`  ${harmless(path)}: ${harmless(reason)}`);
  const totals = [
    count(articles, 'article'),
    count(quotations, 'quotation'),
    ...(unreadable.length > 0 ? [`${count(unreadable.length, 'file')} not read`] : []),
  ];
  yield `${[...lines, '', totals.join(', ')].join('\n')}\n`;
}

function articleForReading(article: Article, sayings: number, { listed, paint }: { listed: Listed; paint: Paint }): string {
  const { loaded } = listed;
  const details = [article.publisher ?? 'no publisher', article.published === null ? 'no date' : longDate(article.published)];
  const counts = [count(countWords(cleanText(article)), 'word'), count(sayings, 'quotation')];
  const path = loaded.shownPath(article.id);
  const lines = [
    paint('bold', harmless(article.title ?? '(no title)')),
    `  ${harmless(details.join(', '))} · ${counts.join(', ')} · ${harmless(path)}`,
  ];
  const copies = copyPaths(article, listed);
  if (copies.length > 0) lines.push(`  ${paint('dim', harmless(`the same text as ${shown(copies)}`))}`);
  for (const { message } of loaded.problems.get(path) ?? []) lines.push(`  ${paint('yellow', harmless(message))}`);
  return `${lines.join('\n')}\n`;
}

/** So many names of copies are shown to a reader. */
const MOST_SHOWN = 4;

function shown(paths: readonly string[]): string {
  const more = paths.length - MOST_SHOWN;
  return paths.slice(0, MOST_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
