import type { Article } from '../corpus/article.ts';
import { type Saying, sayingsOf } from '../corpus/sayings.ts';
import { readable } from '../prose/prose.ts';
import { cleanText } from '../readers/cleanText.ts';
import { configurationFor } from '../service/configuration.ts';
import { articleIds, eachArticle } from '../service/eachArticle.ts';
import { longDate } from '../text/calendarDate.ts';
import { sliceOf } from '../text/span.ts';
import {
  type CorpusChoice,
  compare,
  filesOfOtherKinds,
  givenFolders,
  type LoadedCorpus,
  loadCorpus,
  type UnreadableFile,
} from './corpusFolder.ts';
import { CannotRun, harmless, type Paint, paintFor } from './terminal.ts';
import { wireDay } from './wire.ts';
import type { World } from './world.ts';

export const LIST_FORMATS = ['pretty', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Lists the articles of the corpus: what each says of itself, its text and its quotations, and what could not be read. */
export async function sources(corpus: readonly string[], format: ListFormat, world: World): Promise<number> {
  const { cwd, host, terminal } = world;
  const choice = await corpusFor(corpus, world);
  const { folders } = choice;
  const loaded = await loadCorpus(choice, world);
  const unreadable = [...loaded.unreadable, ...(await filesOfOtherKinds(folders, cwd, host))].sort((a, b) => compare(a.path, b.path));
  const list = format === 'json' ? listAsJson(loaded, unreadable) : listForReading(loaded, unreadable, paintFor(terminal.colour));
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

/** The document piece by piece: the texts of all articles are never at hand together. */
async function* listAsJson(loaded: LoadedCorpus, unreadable: readonly UnreadableFile[]): AsyncGenerator<string> {
  let before = '';
  yield '{\n "version": 1,\n "articles": [';
  for await (const article of eachArticle(loaded.library, articleIds(loaded.library))) {
    yield `${before}\n  ${indented(wireArticle(article, loaded), 2)}`;
    before = ',';
  }
  yield `${before === '' ? '' : '\n '}],\n "unreadable": ${indented(unreadable, 1)}\n}\n`;
}

/** As `JSON.stringify` writes it so many levels deep. */
function indented(value: unknown, level: number): string {
  return JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(level)}`);
}

function wireArticle(article: Article, { shownPath }: LoadedCorpus) {
  const text = cleanText(article);
  return {
    path: shownPath(article.id),
    title: article.title,
    publisher: article.publisher,
    authors: article.authors,
    published: wireDay(article.published),
    words: countWords(text),
    text,
    quotations: sayingsOf(article).map((saying) => wireSaying(saying, article)),
  };
}

/** The words between the marks; an interruption (“A,” she said, “B.”) is left out of them, and lies in their stretch. */
function wireSaying({ quotation, speaker }: Saying, article: Article) {
  const { pieces, span } = quotation;
  return {
    text: readable(pieces.map((piece) => sliceOf(article.prose.text, piece)).join(' ')),
    speaker,
    start: pieces[0]?.start ?? span.start,
    end: pieces.at(-1)?.end ?? span.end,
  };
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}

async function* listForReading(loaded: LoadedCorpus, unreadable: readonly UnreadableFile[], paint: Paint): AsyncGenerator<string> {
  let articles = 0;
  let quotations = 0;
  for await (const article of eachArticle(loaded.library, articleIds(loaded.library))) {
    const sayings = sayingsOf(article).length;
    articles++;
    quotations += sayings;
    yield articleForReading(article, sayings, { loaded, paint });
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

function articleForReading(article: Article, sayings: number, { loaded, paint }: { loaded: LoadedCorpus; paint: Paint }): string {
  const details = [article.publisher ?? 'no publisher', article.published === null ? 'no date' : longDate(article.published)];
  const counts = [count(countWords(cleanText(article)), 'word'), count(sayings, 'quotation')];
  const path = loaded.shownPath(article.id);
  const lines = [
    paint('bold', harmless(article.title ?? '(no title)')),
    `  ${harmless(details.join(', '))} · ${counts.join(', ')} · ${harmless(path)}`,
  ];
  for (const { message } of loaded.problems.get(path) ?? []) lines.push(`  ${paint('yellow', harmless(message))}`);
  return `${lines.join('\n')}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
