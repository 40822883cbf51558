import type { ArticleKind } from '../corpus/article.ts';
import { plainly } from '../text/said.ts';

/** What may stand behind a key. */
export type MetadataType = 'text' | 'address' | 'language' | 'names' | 'day' | 'kind';

/** A key of front matter and of side files. */
export interface MetadataKey {
  readonly name: MetadataName;
  readonly type: MetadataType;
  /** For the writer: what it says of a source. Markdown without markup of its own. */
  readonly description: string;
  /** As they are written in YAML, the commonest form first. */
  readonly examples: readonly string[];
  /** Other names of the same key that are read as well. */
  readonly aliases?: readonly string[];
  /** Words that writers may put for it, and that are not read: asked for, the key is suggested. */
  readonly meantBy?: readonly string[];
}

export type MetadataName =
  | 'title'
  | 'publisher'
  | 'authors'
  | 'published'
  | 'url'
  | 'language'
  | 'speaker'
  | 'kind'
  | 'version'
  | 'corrects'
  | 'supersedes'
  | 'retrieved';

/** Every key, in the order in which they are shown. Reading, completion, hovers and the JSON schema are all made of this. */
export const METADATA_KEYS: readonly MetadataKey[] = [
  {
    name: 'title',
    type: 'text',
    description: plainly`The headline or title, as the publisher prints it.`,
    examples: ['Saltmere keeps its lamp', '"Mill: closed"'],
    meantBy: ['headline', 'name', 'heading', 'subject'],
  },
  {
    name: 'publisher',
    type: 'text',
    description: plainly`Who published it: a newspaper, an agency, an organisation. Drafts that credit words to a publication are checked against it.`,
    examples: ['Saltmere Gazette'],
    meantBy: ['outlet', 'newspaper', 'paper', 'publication', 'site', 'website', 'journal', 'source', 'medium', 'agency'],
  },
  {
    name: 'authors',
    type: 'names',
    description: plainly`Who wrote it: one name, or a list of names.`,
    examples: ['[Mia Roe, Tom Poe]', 'Mia Roe and Tom Poe'],
    aliases: ['author'],
    meantBy: ['by', 'byline', 'writer', 'writers', 'creator', 'reporter'],
  },
  {
    name: 'published',
    type: 'day',
    description: plainly`The day of publication. Relative dates in the source (“on Tuesday”) count from it. A month or a year will do.`,
    examples: ['2025-10-07', '7 October 2025', '2025-10'],
    aliases: ['date'],
    meantBy: ['day', 'issued', 'released', 'pubdate', 'created', 'publicationdate', 'datepublished', 'year'],
  },
  {
    name: 'url',
    type: 'address',
    description: plainly`Where it was published on the web. A draft that links to this address cites this source.`,
    examples: ['https://example.org/news/lamp'],
    meantBy: ['link', 'address', 'web', 'href', 'uri', 'permalink', 'canonical'],
  },
  {
    name: 'language',
    type: 'language',
    description: plainly`The language of the text, as a code (BCP 47).`,
    examples: ['en', 'pt-BR'],
    aliases: ['lang'],
    meantBy: ['locale'],
  },
  {
    name: 'speaker',
    type: 'text',
    description: plainly`Whose words the whole text is, where nobody else is named for them: of a speech, a statement or a recording with one voice.`,
    examples: ['Edda Quill'],
    meantBy: ['voice', 'spokesperson', 'interviewee'],
  },
  {
    name: 'kind',
    type: 'kind',
    description: plainly`What kind of text it is: a report, a transcript of people speaking in turn, or your own note about a source.`,
    examples: ['transcript'],
    meantBy: ['type', 'format', 'genre'],
  },
  {
    name: 'version',
    type: 'text',
    description: plainly`Which version of the text this is, where there are several: a number, or what the publisher calls it.`,
    examples: ['2', 'final'],
    meantBy: ['edition', 'revision'],
  },
  {
    name: 'corrects',
    type: 'address',
    description: plainly`The address or number of the text that this one corrects: what it says holds, and no longer the text before it.`,
    examples: ['https://example.org/news/lamp'],
    meantBy: ['correction', 'correctionof', 'corrected'],
  },
  {
    name: 'supersedes',
    type: 'address',
    description: plainly`The address or number of the text that this one takes the place of, without saying that anything in it was wrong.`,
    examples: ['https://example.org/news/lamp'],
    meantBy: ['replaces', 'updates', 'versionof'],
  },
  {
    name: 'retrieved',
    type: 'day',
    description: plainly`The day on which it was taken from the web or pasted. Nothing is checked by it: it says how old your copy is.`,
    examples: ['2025-10-08'],
    meantBy: ['accessed', 'fetched', 'saved', 'downloaded', 'visited'],
  },
];

/** The key of side files under which single articles of a file have details of their own. */
export const ARTICLES_KEY = 'articles';

export const ARTICLES_DESCRIPTION = plainly`Details of single articles, where the file has several: by their mark, which is what follows “#” in their name. What stands outside “articles” holds for all.`;

/** What the kinds of text are. */
export const ARTICLE_KINDS: Readonly<Record<ArticleKind, string>> = {
  report: plainly`Somebody’s report: its quotations are whose they are said to be.`,
  transcript: plainly`People speaking in turn: each turn is its speaker’s words.`,
  note: plainly`Your own notes about a source: their prose is nobody’s words, their quotations are.`,
};

const BY_NAME: ReadonlyMap<string, MetadataKey> = new Map(
  METADATA_KEYS.flatMap((key) => [key.name, ...(key.aliases ?? [])].map((name) => [name, key] as const)),
);

/** The key of a name or of another name for it, in any case; undefined where it is none. */
export function metadataKey(name: string): MetadataKey | undefined {
  return BY_NAME.get(name.trim().toLowerCase());
}

/** What should stand behind a key, as a message puts it after “must be”. */
export const WHAT_IT_TAKES: Readonly<Record<MetadataType, string>> = {
  text: plainly`a text`,
  address: plainly`a text`,
  language: plainly`a text`,
  names: plainly`a name or a list of names`,
  day: plainly`a day that exists, such as 2025-10-07 or 7 October 2025`,
  kind: plainly`one of ${Object.keys(ARTICLE_KINDS).join(', ')}`,
};
