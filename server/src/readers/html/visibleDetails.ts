import type { CalendarDate } from '../../text/calendarDate.ts';
import { findDay, parseDay } from '../days.ts';
import { metaLine } from '../pageDetails.ts';
import type { Unit } from '../textUnits.ts';
import type { HtmlBlock } from './htmlBlocks.ts';
import type { PageDocument, PageElement } from './page.ts';
import { authorNames, folded, isName, shown } from './pageNames.ts';

/** A date as a page gives it, and how plainly it is the day on which the article came out. */
export interface ShownDate {
  readonly date: CalendarDate;
  readonly stated: boolean;
}

/** What stands beside an article: other articles, comments, menus. Their authors and dates are not the article's. */
const ELSEWHERE =
  'aside, nav, footer, [itemprop~="comment"], [itemtype*="Comment"], [itemtype*="Product"], [class*="comment" i], [id*="comment" i], [class*="related" i], [id*="related" i], [class*="sidebar" i], [id*="sidebar" i], [class*="recommend" i], [class*="most-" i], [class*="trending" i], [class*="popular" i]';

/** What a line of a page says when it is read as plain text is. */
export function unitOf(text: string): Unit {
  const one = text.replace(/\s+/gu, ' ').trim();
  return { span: { start: 0, end: one.length }, text: one, words: one === '' ? 0 : one.split(' ').length, afterBlank: true };
}

/** How many elements of a kind are looked at: what is the article's own comes first. */
const MOST_LOOKED_AT = 100;

function own(document: PageDocument, selectors: string): PageElement[] {
  const found = Array.from(document.querySelectorAll(selectors)).slice(0, MOST_LOOKED_AT);
  return found.filter((element) => element.closest(ELSEWHERE) === null);
}

function givenBy(element: PageElement): string {
  const title = element.tagName.toUpperCase() === 'ABBR' ? element.getAttribute('title') : null;
  return shown(element.getAttribute('content') ?? element.getAttribute('datetime') ?? title ?? element.textContent.slice(0, 400));
}

/** A property of the article's microdata; of a person or organisation their name. */
export function itemProperty(document: PageDocument, property: string): string[] {
  return own(document, `[itemprop~="${property}"]`)
    .slice(0, 20)
    .flatMap((element) => {
      const name = element.hasAttribute('itemscope') ? element.querySelector('[itemprop~="name"]') : null;
      const value = name ? shown(name.getAttribute('content') ?? name.textContent.slice(0, 400)) : givenBy(element);
      return value === '' ? [] : [value];
    });
}

const BYLINES =
  '.byline, [class*="byline" i], [class*="author-name" i], [class*="author__name" i], [class*="authorName"], .p-author, .author, [class~="post-author" i], [data-testid*="byline" i], [id*="byline" i], .vcard .fn';

/** The authors that a page's microdata, links and bylines name. */
export function shownAuthors(
  document: PageDocument,
  { head, blocks }: { readonly head: readonly HtmlBlock[]; readonly blocks: readonly HtmlBlock[] },
): string[] {
  const microdata = itemProperty(document, 'author').flatMap((name) => authorNames(name));
  if (microdata.length > 0) return unique(microdata);
  const linked = own(document, 'a[rel~="author"]').filter((link) => shown(link.textContent) !== '');
  const beside = linked.filter(
    (link) =>
      link.parentElement === linked[0]?.parentElement || link.parentElement?.parentElement === linked[0]?.parentElement?.parentElement,
  );
  const byLink = beside.flatMap((link) => authorNames(link.textContent));
  if (byLink.length > 0 && byLink.length <= 6) return unique(byLink);
  const named = lineAuthors(head) ?? bylineAuthors(document);
  return named.length > 0 ? named : postedBy(blocks);
}

const POSTED = /^(?:posted|written|story|words|text) by:? ([^,|–—]{3,60})(?:[,|–—].{0,80})?$/iu;

/** The one line of a page, wherever it stands, that says by whom it is; where several do they are comments. */
function postedBy(blocks: readonly HtmlBlock[]): string[] {
  const lines = blocks.flatMap(({ text }) => (text.length <= 160 ? (POSTED.exec(text)?.[1] ?? []) : []));
  const [only] = lines;
  return only === undefined || new Set(lines).size > 1 ? [] : authorNames(only.replace(/\.$/, '')).filter(isName);
}

function lineAuthors(head: readonly HtmlBlock[]): string[] | null {
  for (const { text, kind } of head) {
    if (kind === 'heading' || text.length > 160) continue;
    for (const line of text.split('\n')) {
      const meta = metaLine(unitOf(line), false);
      if (meta && meta.authors.length > 0) return [...meta.authors];
    }
  }
  return null;
}

function bylineAuthors(document: PageDocument): string[] {
  for (const element of own(document, BYLINES).slice(0, 12)) {
    if (element.parentElement?.closest('table, cite, blockquote, figure, h1, h2') != null || element.textContent.length > 400) continue;
    const inner = Array.from(element.querySelectorAll('a, [class*="author" i], [class*="name" i]'), ({ textContent }) =>
      shown(textContent),
    );
    const named = inner.filter(isName);
    if (named.length > 0 && named.length <= 6) return unique(named);
    const text = shown(element.textContent);
    const names = text.length > 140 ? [] : (metaLine(unitOf(text), true)?.authors ?? []);
    if (names.length > 0) return [...names];
    const short = authorNames(text);
    if (text.length <= 60 && short.length === 1) return short;
  }
  return [];
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = folded(name);
    return !seen.has(key) && seen.add(key);
  });
}

const PUBLISHED =
  '[pubdate], .published, .dt-published, .entry-date, .post-date, [class*="publish" i], [class*="pubdate" i], [class*="date-published" i]';
const CHANGED = /updat|modif|edit/i;

/** The day that a page's markup or the lines round its headline give. */
export function shownDate(document: PageDocument, head: readonly HtmlBlock[]): ShownDate | null {
  const marked = itemProperty(document, 'datePublished').map(parseDay).find(isDay);
  if (marked) return { date: marked, stated: true };
  for (const element of own(document, PUBLISHED).slice(0, 20)) {
    const date = isChange(element) ? undefined : elementDay(element);
    if (date) return { date, stated: true };
  }
  return lineDate(head) ?? timeDate(document) ?? dateline(head);
}

function lineDate(head: readonly HtmlBlock[]): ShownDate | null {
  let guess: ShownDate | null = null;
  for (const { text, kind } of head) {
    if (kind === 'heading' || text.length > 200) continue;
    for (const line of text.split('\n')) {
      const meta = metaLine(unitOf(line), false);
      if (!meta?.published) continue;
      if (meta.first && meta.weight >= 2) return { date: meta.published, stated: true };
      guess ??= { date: meta.published, stated: false };
    }
  }
  return guess;
}

/** `Feb. 23, 2015 -- …`: a report that begins with its day. */
function dateline(head: readonly HtmlBlock[]): ShownDate | null {
  for (const { text } of head) {
    const found = findDay(text.slice(0, 80));
    if (found && found.start <= 30 && /^\s*(?:--|[–—-])\s/.test(text.slice(found.end))) return { date: found.date, stated: false };
  }
  return null;
}

function timeDate(document: PageDocument): ShownDate | null {
  const times = own(document, 'time[datetime], time, abbr.timeago, [class*="timestamp" i], [class*="dateline" i], [class~="date" i]');
  for (const element of times.slice(0, 20)) {
    const date = isChange(element) ? undefined : elementDay(element);
    if (date) return { date, stated: false };
  }
  return null;
}

function elementDay(element: PageElement): CalendarDate | undefined {
  if (element.textContent.length > 200) return undefined;
  const inner = element.getAttribute('datetime') === null ? element.querySelector('time[datetime]') : null;
  const day = parseDay(givenBy(inner ?? element));
  return isDay(day) ? day : undefined;
}

function isChange(element: PageElement): boolean {
  return (
    CHANGED.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`) ||
    /^\W*(?:last )?(?:updated|modified|edited)\b/i.test(element.textContent.slice(0, 60))
  );
}

/** A month or a year alone, and the zero of a computer's calendar, is no day of publication. */
export function isDay(date: CalendarDate | undefined): date is CalendarDate {
  return date?.day !== undefined && date.year > 1000 && !(date.year === 1970 && date.month === 1 && date.day === 1);
}

/** The lines round a headline: where pages say who wrote it and when. */
export function headOf(blocks: readonly HtmlBlock[], title: string | null): HtmlBlock[] {
  const wanted = folded(title ?? '');
  const headings = blocks.flatMap(({ kind }, i) => (kind === 'heading' ? [i] : []));
  const at = headings.find((i) => wanted !== '' && folded((blocks[i] as HtmlBlock).text) === wanted) ?? headings[0] ?? 0;
  return [...blocks.slice(at, at + 14), ...blocks.slice(Math.max(0, at - 6), at)];
}
