import { stringify } from 'yaml';
import type { Article, ArticleDetails, GuessedDetail } from '../corpus/article.ts';
import { isoDate } from '../text/calendarDate.ts';
import { plainly } from '../text/said.ts';
import { type PlacedMetadata, readYaml, type StatedDetails, withEdition } from './frontMatter.ts';
import { ARTICLES_KEY, METADATA_KEYS, type MetadataName } from './metadataKeys.ts';
import type { Reading, ReadingProblem } from './reader.ts';

/** Longer side files are not read, in code units: nobody writes so many details. */
const LONGEST = 1_000_000;

/** The side files that a file may have, the one that is looked for first first: `report.pdf.yaml` has the details of `report.pdf`. */
export function sideFilesOf(path: string): readonly string[] {
  return [`${path}.yaml`, `${path}.yml`];
}

/** What a side file says. Offsets are UTF-16 code units of its text. Never throws. */
export function readSideFile(text: string): PlacedMetadata {
  if (text.length <= LONGEST) return readYaml(text, { offset: 0, line: 0 });
  const message = plainly`This side file is too long and was not read: it takes a few lines “key: value”.`;
  return { details: {}, values: new Map(), problems: [{ message, span: null }], unknown: [], articles: [] };
}

/**
 * A reading with what the file's side file states: that holds whatever the file itself says, and is no guess. Of a file
 * with several articles it holds for all, and `articles: { mark: … }` for one. The side file's problems are marked as its
 * own. Never throws.
 */
export function applySideFile(reading: Reading, sideText: string): Reading {
  const { details, articles, problems } = readSideFile(sideText);
  const own = (id: string) => articles.filter(({ mark }) => id.endsWith(`#${mark.name}`)).map((one) => one.details);
  const applied = reading.articles.map((article) => withStated(article, Object.assign({}, details, ...own(article.id)) as StatedDetails));
  const missing = articles.filter(({ mark }) => !reading.articles.some(({ id }) => id.endsWith(`#${mark.name}`)));
  const marks = reading.articles.map(({ id }) => markOf(id)).filter((mark) => mark !== null);
  // A file of which nothing could be read says nothing about marks.
  const unknown =
    reading.articles.length === 0 ? [] : missing.map(({ mark }) => ({ message: noSuchArticle(mark.name, marks), span: mark.span }));
  const told = [...problems, ...unknown].map((problem): ReadingProblem => ({ ...problem, file: 'side' }));
  return { articles: applied, problems: [...reading.problems, ...told] };
}

function withStated(article: Article, stated: StatedDetails): Article {
  const details = withEdition(stated, stated.url ?? article.url);
  if (Object.keys(details).length === 0) return article;
  return { ...article, ...details, guessed: article.guessed.filter((detail) => details[detail] === undefined) };
}

/** What follows the file in an article's id; null where the file is one article. */
function markOf(id: string): string | null {
  const at = id.lastIndexOf('#');
  return at < 0 ? null : id.slice(at + 1);
}

function noSuchArticle(mark: string, marks: readonly string[]): string {
  if (marks.length === 0) return plainly`The file is one article and has none “${mark}”: write its details without “${ARTICLES_KEY}”.`;
  const shown = marks.slice(0, 8).join(', ');
  if (marks.length > 8) return plainly`The file has no article “${mark}”. There are: ${shown} and ${marks.length - 8} more.`;
  return plainly`The file has no article “${mark}”. There are: ${shown}.`;
}

/** The keys that a new side file shows though nothing is known for them. */
const OFFERED: readonly MetadataName[] = ['title', 'publisher', 'authors', 'published', 'url', 'speaker', 'kind'];

/**
 * A side file for a file that has none: what was read is stated, what was guessed and what is not known are comments.
 * `name`: of the file, without its folders.
 */
export function newSideFile(name: string, articles: readonly Article[]): string {
  const head = `# Details of ${name}. What stands here holds, whatever the file itself says.\n`;
  const [only] = articles;
  if (articles.length <= 1) return head + linesOf(only ?? null, OFFERED).join('');
  const one = articles.map((article) => {
    const lines = linesOf(article, []).map((line) => `    ${line}`);
    return `  ${yamlText(markOf(article.id) ?? article.id)}:\n${lines.join('') || '    {}\n'}`;
  });
  const all = linesOf(null, ['publisher', 'published', 'language']);
  return `${head}# For all of its articles:\n${all.join('')}${ARTICLES_KEY}:\n${one.join('')}`;
}

function linesOf(article: ArticleDetails | null, offered: readonly MetadataName[]): string[] {
  return METADATA_KEYS.flatMap(({ name }) => {
    const value = article && shownValue(article, name);
    if (value === null) return offered.includes(name) ? [`# ${name}:\n`] : [];
    const guessed = article?.guessed.includes(name as GuessedDetail) === true;
    return [guessed ? `# ${name}: ${value}  (guessed)\n` : `${name}: ${value}\n`];
  });
}

function shownValue(article: ArticleDetails, name: MetadataName): string | null {
  switch (name) {
    case 'authors':
      return article.authors.length === 0 ? null : `[${article.authors.map((author) => yamlText(author, true)).join(', ')}]`;
    case 'published':
      return article.published ? isoDate(article.published) : null;
    case 'version':
      return article.edition?.version ? yamlText(article.edition.version) : null;
    case 'corrects':
      return article.edition?.status === 'corrected' ? yamlText(article.edition.of) : null;
    case 'supersedes':
    case 'retrieved':
      return null;
    default:
      return article[name] === null ? null : yamlText(article[name]);
  }
}

/** A text as YAML takes it for just that text, on one line. `inList`: between the brackets of a list. */
export function yamlText(text: string, inList = false): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (inList && /[[\]{},]/.test(flat)) return JSON.stringify(flat);
  return stringify(flat, { lineWidth: 0, singleQuote: false }).trim();
}
