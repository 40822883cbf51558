import type { Article } from '../corpus/article.ts';
import { markdownProse } from '../prose/markdownProse.ts';
import { fileNameOf, isUri, normalPath, parentOf } from '../service/configurationPaths.ts';
import type { Settings } from '../service/settings.ts';
import { writeDate } from '../text/datePattern.ts';
import type { Span } from '../text/span.ts';
import { uriOfPath } from './convert.ts';
import { escaped, link } from './markdown.ts';
import type { Marks, Passage } from './passages.ts';

/** How somebody's words are put into a draft. */
export interface Manner {
  readonly settings: Pick<Settings, 'citationStyle' | 'dateFormat' | 'reportingVerb'>;
  readonly marks: Marks;
  readonly draft: {
    readonly text: string;
    readonly isMarkdown: boolean;
    /** Words as its language must have them written. */
    readonly escape: (words: string) => string;
    /** The path of its file, from which links to files count. */
    readonly path: string;
  };
}

/** A footnote that a draft does not have yet. */
export interface NewNote {
  /** An offset of the draft. */
  readonly at: number;
  readonly text: string;
}

/** What names the source of some words. */
export interface Citation {
  /** As it stands behind the words: in brackets, or a footnote's mark. Empty where nothing is known that could be named. */
  readonly text: string;
  readonly isNote: boolean;
  readonly note: NewNote | null;
}

/** A passage worded for a draft. */
export interface WordedQuote {
  /** The whole sentence: words in marks, attribution and citation. */
  readonly text: string;
  /** `said Ada Quill`; empty where nobody is named for the words. */
  readonly attribution: string;
  readonly citation: Citation;
}

/** What names the place of a passage in its source, by the settings. */
export function citationOf({ article, span }: Passage, file: string, { settings, draft }: Manner): Citation {
  const date = article.published ? writeDate(article.published, settings.dateFormat) : '';
  const name = article.publisher ?? article.title ?? fileNameOf(file);
  const label = [name, date].filter(Boolean).join(', ');
  const address = article.url ?? relativeAddress(draft.path, file);
  if (!draft.isMarkdown) return { text: `(${draft.escape(label)})`, isNote: false, note: null };
  switch (settings.citationStyle) {
    case 'text':
      return { text: `(${escaped(label)})`, isNote: false, note: null };
    case 'link':
      return { text: `(${link(label, address)})`, isNote: false, note: null };
    case 'footnote': {
      const { mark, note } = noteIn(draft.text, noteText(article, span, { date, file, address }));
      return { text: mark, isNote: true, note };
    }
  }
}

interface Named {
  readonly date: string;
  readonly file: string;
  readonly address: string;
}

/** What a footnote says: *Title*, publisher, date, page and address. */
function noteText(article: Article, { start }: Span, { date, file, address }: Named): string {
  const place = article.locators?.findLast((one) => one.start <= start)?.label ?? '';
  const title = article.title === null ? '' : `*${escaped(article.title)}*`;
  const named = [title, escaped(article.publisher ?? ''), date, escaped(place)].filter(Boolean).join(', ');
  const web = article.url !== null && /^https?:\/\/[^\s<>]+$/u.test(article.url);
  return [named && `${named}.`, web ? `<${article.url}>` : link(fileNameOf(file), address)].filter(Boolean).join(' ');
}

/** The mark of the footnote that says `text`: one that the draft has, or the next number, and where that one is to be written. */
function noteIn(draft: string, text: string): { readonly mark: string; readonly note: NewNote | null } {
  const notes = markdownProse(draft).footnotes;
  const same = notes.find(
    ({ span }) =>
      draft
        .slice(span.start, span.end)
        .replace(/^\s*\[\^[^\]]*\]:\s*/u, '')
        .trim() === text,
  );
  if (same) return { mark: `[^${same.label}]`, note: null };
  const taken = [...draft.matchAll(/\[\^(\d+)\]/gu)].map(([, number]) => Number(number));
  const mark = `[^${Math.max(0, ...taken) + 1}]`;
  const end = draft.trimEnd().length;
  const isBehindNote = /(?:^|\n)\[\^[^\]\n]+\]:[^\n]*$/u.test(draft.slice(0, end));
  const gap = end === 0 || isBehindNote ? '\n' : '\n\n';
  return { mark, note: { at: draft.length, text: `${missingBreaks(draft, gap)}${mark}: ${text}\n` } };
}

/** What of some line breaks a text does not end with yet. */
function missingBreaks(text: string, breaks: string): string {
  const present = /[\r\n]*$/u.exec(text)?.[0].replace(/\r/gu, '').length ?? 0;
  return breaks.slice(Math.min(present, breaks.length));
}

/** A file as a link from a draft names it: relative where the two have a folder in common, else by its URI. */
function relativeAddress(draft: string, file: string): string {
  const from = (parentOf(normalPath(draft)) ?? '').split('/');
  const to = normalPath(file).split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  const isApart = isUri(file) !== isUri(draft) || common < 2;
  if (isApart) return uriOfPath(file);
  const steps = isUri(file) ? to.slice(common) : to.slice(common).map(encodeURIComponent);
  return [...from.slice(common).map(() => '..'), ...steps].join('/');
}

/** What gives a passage to whoever says it; to its publisher where nobody does and nothing else names that one in the text. */
export function attributionOf({ article, speaker }: Passage, { settings }: Manner, citation: Citation): string {
  if (speaker !== null) return `${settings.reportingVerb} ${speaker}`;
  return citation.isNote && article.publisher !== null ? `according to ${article.publisher}` : '';
}

/** A passage as a sentence of its own: “…,” said Ada Quill (Saltmere Gazette, 12 March 2024). */
export function worded(passage: Passage, file: string, manner: Manner): WordedQuote {
  const citation = citationOf(passage, file, manner);
  const attribution = attributionOf(passage, manner, citation);
  const [open, close] = manner.marks.outer;
  const parts = passage.parts.map((part) => manner.draft.escape(part));
  const [first = '', ...rest] = parts;
  const isWhole = attribution === '' || rest.length === 0;
  const head = isWhole ? parts.join(' ') : first;
  if (attribution === '') return { text: ended(`${open}${endedFor(head, citation)}${close}`, citation), attribution, citation };
  const said = `${open}${withComma(head)}${close} ${manner.draft.escape(attribution)}`;
  if (isWhole) return { text: ended(said, citation), attribution, citation };
  const more = rest.join(' ');
  if (!passage.parted) return { text: ended(`${said}, ${open}${endedFor(more, citation)}${close}`, citation), attribution, citation };
  // What is a sentence of its own stands behind the citation, which else would say whose it is.
  return { text: `${ended(said, citation)} ${open}${STOP.test(more) ? more : `${more}.`}${close}`, attribution, citation };
}

const LAST_COMMA = /[,.;:]+((?:[’'”"]|[»«])*)$/u;
const STOP = /[.?!…]["'’”»]*$/u;

/** Words that an attribution follows: they end with a comma, unless with a question mark or the like. */
function withComma(words: string): string {
  if (/[?!…]["'’”»]*$/u.test(words)) return words;
  return LAST_COMMA.test(words) ? words.replace(LAST_COMMA, ',$1') : `${words},`;
}

/** Words that a citation follows: the full stop stands behind it if it is in brackets, and before it if it is a footnote's mark. */
export function endedFor(words: string, { isNote }: Pick<Citation, 'isNote'>): string {
  const bare = words.replace(/[,;:]((?:[’'”"]|[»«])*)$/u, '$1');
  if (!isNote) return bare.replace(/(?<!\.)\.((?:[’'”"]|[»«])*)$/u, '$1');
  return STOP.test(bare) ? bare : `${bare}.`;
}

/** A sentence with its citation and its full stop. */
function ended(sentence: string, { text, isNote }: Citation): string {
  if (!isNote) return `${sentence} ${text}.`;
  return STOP.test(sentence) ? sentence + text : `${sentence}.${text}`;
}
