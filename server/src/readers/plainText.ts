import { type ArticleDetails, NO_DETAILS } from '../corpus/article.ts';
import type { Block, Prose } from '../prose/prose.ts';
import { plainly } from '../text/said.ts';
import { readClippedPage } from './clippedPage.ts';
import { editionOfHeadline } from './editionWords.ts';
import { readFrontMatter, type StatedDetails } from './frontMatter.ts';
import { leadingHeadline } from './pageTitle.ts';
import type { Reader, Reading } from './reader.ts';
import { textReader } from './textReader.ts';
import { type Unit, unitsOf } from './textUnits.ts';
import { toldIn } from './transcript.ts';

/** Plain text: a writer's own file, with or without front matter, or a page clipped from the web. */
export const plainText: Reader = textReader(['txt', 'text'], readPlainText);

/** Reads a plain text as an article. Offsets are UTF-16 code units of `text`. */
export function readPlainText(id: string, text: string): Reading {
  if (text.trim() === '') return { articles: [], problems: [{ message: plainly`The file is empty.`, span: null }] };
  const matter = readFrontMatter(text);
  const problems = [...(matter?.problems ?? [])];
  const units = unitsOf(text, matter?.span.end ?? 0);
  if (units.length === 0) return { articles: [], problems: [...problems, { message: plainly`There is no text in it.`, span: null }] };
  const stated = matter?.details ?? {};
  const { body, details } = bodyOf(units, stated);
  const { kind, prose, places } = toldIn(proseOf(text, body), stated.kind);
  const all: ArticleDetails = { ...NO_DETAILS, ...details, ...stated, kind };
  const edition = all.edition ?? editionOfHeadline(all.title, all.url);
  return { articles: [{ id, ...all, edition, prose, ...places }], problems };
}

/** The paragraphs that are the article's, and what the text says of itself. Transcripts and notes are no clipped pages. */
function bodyOf(units: readonly Unit[], stated: StatedDetails): { readonly body: readonly Unit[]; readonly details: StatedDetails } {
  const whole: Prose = { text: units.map(({ text }) => text).join('\n'), blocks: blocksOf(units) };
  const report = toldIn(whole, stated.kind).kind === 'report';
  const clipped = report ? readClippedPage(units) : null;
  if (clipped && clipped.body.length > 0) return clipped;
  const headline =
    stated.title === undefined ? leadingHeadline(units) : (units.find(({ text }, i) => i === 0 && text === stated.title) ?? null);
  if (!headline || units.length === 1) return { body: units, details: {} };
  return { body: units.filter((unit) => unit !== headline), details: { title: headline.text } };
}

function blocksOf(units: readonly Unit[]): Block[] {
  let at = 0;
  return units.map(({ text }) => {
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    return { span, kind: 'paragraph', group: -1 };
  });
}

/** The body's own words, spaces for all else. */
function proseOf(text: string, body: readonly Unit[]): Prose {
  const out: string[] = [];
  let at = 0;
  for (const { span } of body) {
    out.push(text.slice(at, span.start).replace(/[^\r\n]/g, ' '), text.slice(span.start, span.end));
    at = span.end;
  }
  out.push(text.slice(at).replace(/[^\r\n]/g, ' '));
  return { text: out.join(''), blocks: body.map(({ span }) => ({ span, kind: 'paragraph', group: -1 })) };
}
