import { type ArticleDetails, type GuessedDetail, NO_DETAILS } from '../../corpus/article.ts';
import { type Block, type Prose, readable } from '../../prose/prose.ts';
import type { CalendarDate } from '../../text/calendarDate.ts';
import { sliceOf } from '../../text/span.ts';
import { findDay, parseDay } from '../days.ts';
import { splitNames } from '../names.ts';
import { metaLine } from '../pageDetails.ts';
import { isTranscript } from '../transcript.ts';
import type { RawMetadata } from './pdfFile.ts';

/** What the pages say that a PDF's own details are read beside. */
export interface Shown {
  readonly prose: Prose;
  /** Where the first page's text ends, in code units. */
  readonly firstPageEnd: number;
  /** The heading of the first page in the largest type, or null. */
  readonly heading: Block | null;
  /** The running heads and feet of the first pages. */
  readonly furniture: readonly string[];
}

/** How many blocks from the beginning a date or byline is looked for. */
const NEAR_TOP = 12;

/** The details of a PDF: what it states of itself, then what its first page shows. */
export function detailsOf(metadata: RawMetadata | null, shown: Shown): ArticleDetails {
  const guessed: GuessedDetail[] = [];
  const said = firstPageLines(shown);
  const stated = titleIn(metadata);
  const heading = shown.heading && readable(sliceOf(shown.prose.text, shown.heading.span));
  const title = stated ?? heading;
  if (stated === null && title !== null) guessed.push('title');
  const authors = said.authors.length > 0 ? said.authors : authorsIn(metadata);
  const dated = publishedIn(metadata, said.published);
  if (dated?.guessed) guessed.push('published');
  return {
    ...NO_DETAILS,
    kind: isTranscript(shown.prose) ? 'transcript' : 'report',
    title,
    publisher: textOf(metadata?.metadata?.get('dc:publisher')),
    authors,
    published: dated?.date ?? null,
    url: addressIn(shown.furniture),
    language: languageIn(metadata),
    guessed,
  };
}

/** A text of the metadata, or the first of several; null where there is none. */
function textOf(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one !== 'string') return null;
  const text = [...one]
    .filter((sign) => sign >= ' ')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' || text.length > 500 ? null : text;
}

/** What programs put in where a writer gave no title. */
const NO_TITLE =
  /^(?:microsoft |untitled|unbenannt|sans titre|document ?\d*$|dokument ?\d*$|presentation ?\d*$|slide ?\d+|layout ?\d|print(?:ing)?\b|full page|title$|\(?anonymous|unknown|none|null|about:blank|[^\s]*\d{4,}[^\s]*$|[\d\W]*$|[^\s]+_[^\s]+$|[a-z]:\\|file:|https?:)|\.(?:docx?|odt|rtf|indd|qxd|qxp|pdf|tex|dvi|ps|eps|pages|pmd|p65|pptx?|xlsx?|txt|html?|wpd|cdr|ai|fm|book)$/iu;

function titleIn(metadata: RawMetadata | null): string | null {
  for (const value of [metadata?.metadata?.get('dc:title'), metadata?.info.Title]) {
    const title = textOf(value);
    if (title !== null && title.length > 2 && !NO_TITLE.test(title) && !title.includes('\uFFFD')) return title;
  }
  return null;
}

/** Names that programs and machines have. */
const NO_AUTHOR =
  /^(?:microsoft|windows|office|user|users|admin\w*|owner|unknown|anonymous|author|default|root|guest|test|pc|none|null|registered|staff|scanner|printer|\W*$)|\b(?:user|adobe|acrobat|xerox|canon|writer|microsoft|pdf)\b|[@\\/]|^\S*\d\S*$/iu;

function authorsIn(metadata: RawMetadata | null): readonly string[] {
  const creators = metadata?.metadata?.get('dc:creator');
  const listed: readonly unknown[] = Array.isArray(creators) && creators.length > 0 ? creators : [metadata?.info.Author];
  const names = listed.flatMap((value) => {
    const text = textOf(value);
    return text === null ? [] : splitNames(text);
  });
  return [...new Set(names.filter((name) => !NO_AUTHOR.test(name) && name.length <= 80))];
}

function languageIn(metadata: RawMetadata | null): string | null {
  const tag = textOf(metadata?.info.Language)?.replace(/_/g, '-') ?? null;
  return tag !== null && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) && !/^(?:und|x-)/i.test(tag) ? tag : null;
}

interface Said {
  readonly authors: readonly string[];
  readonly published: CalendarDate | null;
}

/** The byline and the date line near the first page's top. */
function firstPageLines({ prose, firstPageEnd }: Shown): Said {
  let authors: readonly string[] = [];
  let published: CalendarDate | null = null;
  for (const { span } of prose.blocks.slice(0, NEAR_TOP)) {
    if (span.start >= firstPageEnd) break;
    const text = readable(sliceOf(prose.text, span));
    const line = text.length > 200 ? undefined : metaLine({ span, text, words: text.split(' ').length, afterBlank: true }, false);
    if (line && authors.length === 0 && line.weight >= 2) authors = line.authors;
    published ??= line?.published ?? datedPlace(text);
  }
  return { authors, published };
}

/** `Alder Quay, 5 March 2024`, `FOR IMMEDIATE RELEASE: March 5, 2024`: a short line that ends in a day, after a place or a word. */
function datedPlace(text: string): CalendarDate | null {
  if (text.length > 80 || /[.!?]$/.test(text)) return null;
  const day = findDay(text);
  if (!day || day.end < text.length) return null;
  return /^(?:[\p{Lu}\d][^\s]*[\s,:|–—-]+(?:of |and |de |am |den |le )?){1,6}$/u.test(text.slice(0, day.start)) ? day.date : null;
}

interface Dated {
  readonly date: CalendarDate;
  readonly guessed: boolean;
}

/** When the text was published, where the file or its first page says so; else the day on which the file was made. */
function publishedIn(metadata: RawMetadata | null, said: CalendarDate | null): Dated | null {
  for (const name of ['prism:publicationdate', 'prism:coverdate']) {
    const date = parseDay(textOf(metadata?.metadata?.get(name)) ?? '');
    if (date) return { date, guessed: false };
  }
  if (said) return { date: said, guessed: false };
  const made =
    pdfDay(textOf(metadata?.info.CreationDate)) ?? parseDay((textOf(metadata?.metadata?.get('xmp:createdate')) ?? '').slice(0, 10));
  return made ? { date: made, guessed: true } : null;
}

/** The day of a date as ISO 32000-2, 7.9.4 writes it: `D:20240305142100+01'00'`, in its own offset. */
function pdfDay(text: string | null): CalendarDate | undefined {
  const [, year, month = '', day = ''] = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?/.exec(text ?? '') ?? [];
  if (year === undefined || Number(year) < 1980) return undefined;
  return parseDay([year, month, day].filter((part) => part !== '').join('-'));
}

/** The address that a browser prints under each page, if it is whole. */
function addressIn(furniture: readonly string[]): string | null {
  for (const text of furniture) {
    const url = /(?<!\S)https?:\/\/[^\s…]+(?=\s|$)/u.exec(text)?.[0];
    if (url !== undefined && /\d+\s*\/\s*\d+/.test(text.replace(url, '')) && !url.endsWith('...')) return url;
  }
  return null;
}
