import type { ArticleKind } from '../../corpus/article.ts';
import { bodyOf, plainLine } from '../news/body.ts';
import { bodiesOf } from '../news/gathering.ts';
import { addressOf, editionOf, firstTold, guessedOf, languageOf, momentOf, type NewsItem } from '../news/newsItem.ts';
import { evenly, type Fields, isFields, nameOf, namesOf, textOf } from './values.ts';

/** Under what names exports carry a text, the ones first that can hold nothing else. */
const BODY = [
  ...['articlebody', 'fulltext', 'bodyhtml', 'bodyxhtml', 'bodytext', 'contenthtml', 'contenttext', 'articletext', 'maintext'],
  ...['text', 'body', 'content', 'transcript', 'paragraphs', 'html', 'article', 'story'],
];
const SUMMARY = ['summary', 'abstract', 'leadparagraph', 'standfirst', 'excerpt', 'description', 'snippet'];
const TITLE = ['title', 'headline', 'webtitle'];
const PUBLISHER = ['publisher', 'publication', 'outlet', 'newspaper', 'source', 'sourcename', 'sitename', 'site', 'website'];
const AUTHOR = ['author', 'authors', 'byline', 'by', 'creator', 'creators'];
const URL = ['url', 'link', 'weburl', 'permalink', 'canonicalurl', 'sourceurl', 'href', 'uri'];
const PUBLISHED = [
  'published',
  'datepublished',
  'publisheddate',
  'publishedat',
  'publishedon',
  'publishdate',
  'datepublish',
  'pubdate',
  'publicationdate',
  'webpublicationdate',
  'firstpublicationdate',
  'date',
];
const CREATED = ['created', 'createdat', 'datecreated', 'datetime', 'timestamp', 'time'];
const MODIFIED = ['modified', 'modifiedat', 'datemodified', 'updated', 'updatedat', 'lastmodified', 'datemodify', 'versioncreated'];
const LANGUAGE = ['language', 'lang', 'inlanguage'];
const OWN_ID = ['id', '$id', 'guid', 'uuid', 'uri', 'articleid', 'slug'];
const VERSION = ['version', 'revision'];
const NOTE = ['ednote', 'editornote', 'editorsnote', 'editorialnote'];
/** Objects that hold the fields of the article they stand in, as archives and search engines write them. */
const INNER = ['fields', 'source', 'attributes', 'article', 'story', 'document', 'doc', 'newsitem'];

const KINDS: readonly ArticleKind[] = ['report', 'transcript', 'note'];
/** A text that has nothing beside it has at least as many words as this. */
const FEWEST_WORDS = 5;

/** What every field is called in one writing; what an inner object holds stands beside the rest. */
function flat(fields: Fields): Fields {
  let even = evenly(fields);
  for (const name of INNER) {
    const inner = even[name];
    if (isFields(inner) && bodyIn(evenly(inner)) !== null) even = { ...even, [name]: undefined, ...evenly(inner) };
  }
  return even;
}

function first<Value>(even: Fields, names: readonly string[], read: (value: unknown) => Value | null): Value | null {
  for (const name of names) {
    const value = even[name] === undefined || even[name] === null ? null : read(even[name]);
    if (value !== null) return value;
  }
  return null;
}

function bodyIn(even: Fields): string | null {
  return first(even, BODY, textOf);
}

function timeIn(even: Fields, names: readonly string[]) {
  return first(even, names, (value) => (typeof value === 'string' || typeof value === 'number' ? (momentOf(value) ?? null) : null));
}

function lineIn(even: Fields, names: readonly string[]): string | null {
  return first(even, names, (value) => {
    const text = textOf(value);
    return text === null ? null : plainLine(text) || null;
  });
}

/**
 * Whether an object is an article as anybody's export writes one. `among`: the list it stands in need not be one of articles, so that
 * it has to have a title, and a day or the like, as well.
 */
export function isPlainItem(fields: Fields, among: boolean): boolean {
  const even = flat(fields);
  const title = lineIn(even, TITLE) !== null;
  const dated = timeIn(even, PUBLISHED) !== null;
  const body = bodyIn(even);
  if (body === null) return title && dated && first(even, SUMMARY, textOf) !== null;
  const signs = [
    title,
    dated,
    first(even, PUBLISHER, nameOf),
    first(even, AUTHOR, nameOf),
    first(even, URL, (url) => addressOf(textOf(url))),
  ];
  const told = signs.filter((sign) => sign !== false && sign !== null).length;
  if (among) return title && told >= 2;
  return told >= 1 || body.split(/\s+/, FEWEST_WORDS + 1).length >= FEWEST_WORDS;
}

/** An article of a plain export as an item: `{title, text, date, publisher, author, url, …}` under any of their usual names. */
export function plainItem(fields: Fields): NewsItem {
  const even = flat(fields);
  const title = lineIn(even, TITLE);
  const url = first(even, URL, (value) => addressOf(textOf(value)));
  const ownId = first(even, OWN_ID, (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null));
  const told = {
    publisher: firstTold([first(even, PUBLISHER, (value) => nameOf(value))]),
    published: firstTold([timeIn(even, PUBLISHED)], [timeIn(even, CREATED), true], [timeIn(even, MODIFIED), true]),
  };
  const summary = first(even, SUMMARY, textOf);
  const body = bodyIn(even);
  const speaker = lineIn(even, ['speaker']);
  const kind = KINDS.find((known) => known === textOf(even.kind)?.trim().toLowerCase());
  return {
    ownId: ownId ?? url,
    bodies: bodiesOf(body === null ? null : bodyOf(body)),
    summary: summary === null ? null : bodyOf(summary),
    details: {
      ...(kind === undefined ? {} : { kind }),
      title,
      publisher: told.publisher?.value ?? null,
      authors: first(even, AUTHOR, (value) => nonEmpty(namesOf(value))) ?? [],
      published: told.published?.value.day ?? null,
      url,
      language: first(even, LANGUAGE, (value) => languageOf(textOf(value))),
      speaker,
      guessed: guessedOf(told),
      edition: editionIn(even, { title, of: ownId?.includes(':') ? ownId : url }),
    },
  };
}

function nonEmpty(names: readonly string[]): readonly string[] | null {
  return names.length > 0 ? names : null;
}

/** An export's address is that of an edition only where it says anything of editions: the same page saved twice is not two of them. */
function editionIn(even: Fields, { of, title }: { readonly of: string | null; readonly title: string | null }) {
  const created = timeIn(even, MODIFIED) ?? undefined;
  const stated = [textOf(even.pubstatus), textOf(even.status)];
  const edition = editionOf(of, {
    version: lineIn(even, VERSION),
    created: created ?? timeIn(even, PUBLISHED) ?? undefined,
    stated,
    headline: title,
    note: lineIn(even, NOTE),
    corrected: ['correction', 'corrections'].some((name) => textOf(even[name]) !== null),
  });
  return edition && (created || edition.version !== null || edition.status !== 'usable') ? edition : null;
}
