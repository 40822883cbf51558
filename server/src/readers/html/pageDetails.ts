import { type ArticleDetails, type Edition, type GuessedDetail, NO_DETAILS } from '../../corpus/article.ts';
import type { CalendarDate } from '../../text/calendarDate.ts';
import { parseDay } from '../days.ts';
import { selfNamed, siteSuffix } from '../pageDetails.ts';
import type { HtmlBlock } from './htmlBlocks.ts';
import { type LinkedData, linkedData, stringOf } from './jsonLd.ts';
import { META_NAMES, MetaTags } from './metaTags.ts';
import type { PageDocument } from './page.ts';
import { authorNames, bareTitle, folded, type Surroundings, shown, siteInTitle } from './pageNames.ts';
import { headOf, isDay, itemProperty, shownAuthors, shownDate } from './visibleDetails.ts';

/** All that a page says of its article outside the text. */
interface Sources {
  readonly document: PageDocument;
  readonly tags: MetaTags;
  readonly data: LinkedData;
  readonly blocks: readonly HtmlBlock[];
  readonly headings: readonly string[];
  readonly pageTitle: string | null;
  readonly url: string | null;
}

/** What is made out of a page but its text, and the text that its publisher's data has. */
export interface PageDetails {
  readonly details: ArticleDetails;
  /** The body as JSON-LD gives it, or null. */
  readonly articleBody: string | null;
}

/**
 * Title, authors, days and so on of a page: what its JSON-LD says first (schema.org), then its meta tags (Dublin Core, Open
 * Graph and others), then microdata, then what stands round its headline. `blocks` are the page's paragraphs, `savedFrom`
 * is the address that a saved file names. What none of these states in so many words is named in `guessed`. Never throws.
 */
export function pageDetails(
  document: PageDocument,
  { blocks, savedFrom }: { readonly blocks: readonly HtmlBlock[]; readonly savedFrom: string | null },
): PageDetails {
  const tags = new MetaTags(document);
  const url = canonical(document, tags) ?? savedFrom;
  const headings = Array.from(document.querySelectorAll('h1, h2'), (element) => shown(element.textContent.slice(0, 600))).slice(0, 40);
  const pageTitle = shown(titleElement(document)) || null;
  const urls = [url, tags.first(...META_NAMES.url)].filter((one) => one !== null);
  const data = linkedData(document, { urls, headlines: [tags.first('og:title') ?? '', ...headings] });
  const sources: Sources = { document, tags, data, blocks, headings, pageTitle, url: url ?? webAddress(stringOf(data.article?.url)) };
  const guessed: GuessedDetail[] = [];
  const publisher = publisherOf(sources, guessed);
  const title = titleOf(sources, publisher, guessed);
  const head = headOf(blocks, title);
  const published = publishedOf(sources, head, guessed);
  const details: ArticleDetails = {
    ...NO_DETAILS,
    title,
    publisher,
    authors: authorsOf(sources, { head, publisher }),
    published,
    url: sources.url,
    language: languageOf(sources),
    guessed,
    edition: editionOf(sources, title),
  };
  return { details, articleBody: stringOf(data.article?.articleBody) };
}

/** The title that the page's window has; drawings have titles of their own. */
function titleElement(document: PageDocument): string {
  for (const title of document.querySelectorAll('title')) if (title.closest('svg') === null) return title.textContent.slice(0, 1_000);
  return '';
}

function canonical(document: PageDocument, tags: MetaTags): string | null {
  const link = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  return webAddress(link) ?? webAddress(tags.first(...META_NAMES.url));
}

function webAddress(text: string | null | undefined): string | null {
  const address = text?.trim() ?? '';
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address) && address.length < 2_000 ? address : null;
}

function hostOf(url: string | null): string | null {
  return /^https?:\/\/(?:www\.|m\.)?([^/:?#]+)/i.exec(url ?? '')?.[1] ?? null;
}

/** Names of sites that are addresses or handles, and what every site may be called. */
const NO_PUBLISHER = /^(?:https?:|www\.|@)|^(?:home|homepage|blog|news|website|untitled|wordpress)$/i;

function publisherOf({ tags, data, document, pageTitle, url, blocks }: Sources, guessed: GuessedDetail[]): string | null {
  const stated = [
    data.publisher,
    ...META_NAMES.publisher.map((name) => tags.first(name)),
    ...itemProperty(document, 'publisher').slice(0, 1),
  ];
  for (const name of stated) {
    const publisher = shown(name ?? '');
    if (publisher !== '' && publisher.length <= 80 && !NO_PUBLISHER.test(publisher)) return publisher;
  }
  const guess = [
    data.site,
    siteInTitle(pageTitle ?? '', hostOf(url)),
    ...META_NAMES.site.map((name) => tags.first(name)),
    ...ownNames(blocks),
  ]
    .map((name) => shown(name ?? ''))
    .find((name) => name !== '' && name.length <= 60 && !NO_PUBLISHER.test(name) && !/^(?:©|copyright)/i.test(name));
  if (guess === undefined) return null;
  guessed.push('publisher');
  return guess;
}

/** Copyright lines stand at a page's end. */
function ownNames(blocks: readonly HtmlBlock[]): (string | null)[] {
  return blocks
    .slice(-40)
    .reverse()
    .map(({ text }) => (text.length <= 300 ? selfNamed(text) : null));
}

function titleOf(sources: Sources, publisher: string | null, guessed: GuessedDetail[]): string | null {
  const { tags, data, document, headings, pageTitle, url } = sources;
  const host = hostOf(url);
  const names = [publisher, data.site, tags.first('og:site_name'), host, host?.replace(/\.[^.]+$/, ''), host?.split('.').at(-2)];
  const sites = names.filter((site) => site != null);
  const around = { sites, headings: headings.filter((text) => text !== '') };
  const stated = [
    ldTitle(data, [...headings, pageTitle ?? '']),
    ...META_NAMES.title.map((name) => tags.first(name)),
    ...itemProperty(document, 'headline').slice(0, 1),
  ].map((title) => shown(title ?? ''));
  const title = stated.find((one) => isTitle(one) && !sites.some((site) => folded(site) === folded(one)));
  if (title !== undefined) return wholeTitle(bareTitle(title, around), headings);
  const site = siteInTitle(pageTitle ?? '', host);
  const { text, guess } = titleFromPage(pageTitle, site === null ? around : { ...around, sites: [...sites, site] });
  if (guess) guessed.push('title');
  return text;
}

/** Chinese pages put section and site behind the headline so. */
const UNDERSCORED = /^([^_]{6,}?)\s?(?:_[^_\s]{2,12}\s?){1,3}$/u;

function isTitle(text: string): boolean {
  return text !== '' && text.length <= 400;
}

/** The title of the window or, failing it, the first heading. What is left where an unknown name is taken off is a guess. */
function titleFromPage(pageTitle: string | null, around: Surroundings): { readonly text: string | null; readonly guess: boolean } {
  if (pageTitle === null || !isTitle(pageTitle)) {
    const heading = around.headings.find(isTitle) ?? null;
    return { text: heading, guess: heading !== null };
  }
  const bare = bareTitle(pageTitle, around);
  if (bare !== pageTitle || around.headings.includes(bare)) return { text: bare, guess: false };
  const title = siteSuffix(bare)?.title ?? UNDERSCORED.exec(bare)?.[1];
  return { text: title ?? bare, guess: title !== undefined };
}

/** A node has a headline and a name: which of them the page shows is its title. */
function ldTitle({ article }: LinkedData, onPage: readonly string[]): string | null {
  const given = [stringOf(article?.headline), stringOf(article?.name)].filter((text) => text !== null);
  return given.find((text) => onPage.some((line) => folded(line).includes(folded(shown(text))))) ?? given[0] ?? null;
}

/** Search engines are given titles cut short; the page's headline has all of it. */
function wholeTitle(title: string, headings: readonly string[]): string {
  const cut = /^(.{20,}?)\s*(?:…|\.\.\.)$/u.exec(title)?.[1];
  return (cut !== undefined && headings.find((heading) => heading.startsWith(cut))) || title;
}

function authorsOf(
  { tags, data, document, blocks }: Sources,
  { head, publisher }: { readonly head: readonly HtmlBlock[]; readonly publisher: string | null },
): readonly string[] {
  const sites = [publisher, data.site].filter((site) => site !== null);
  const namesIn = (statement: string) => authorNames(statement, sites);
  const linked = data.authors.flatMap(namesIn);
  if (linked.length > 0) return [...new Set(linked)];
  for (const name of META_NAMES.authors) {
    const names = tags
      .all(name)
      .filter((value) => !isNoName(value))

      .flatMap(namesIn);
    if (names.length > 0) return [...new Set(names)];
  }
  return shownAuthors(document, { head, blocks });
}

/** Addresses, and the names under which people log in. */
function isNoName(value: string): boolean {
  return /^https?:|^www\.|^@/i.test(value) || /^[a-z\d_.-]+$/.test(value);
}

function publishedOf({ tags, data, document, url }: Sources, head: readonly HtmlBlock[], guessed: GuessedDetail[]): CalendarDate | null {
  const stated = [stringOf(data.article?.datePublished), ...META_NAMES.published.map((name) => tags.first(name))];
  for (const value of stated) {
    const day = dayOf(value);
    if (day) return day;
  }
  const onPage = shownDate(document, head);
  if (onPage?.stated) return onPage.date;
  const guess =
    onPage?.date ??
    dayInAddress(url) ??
    [stringOf(data.article?.dateCreated), stringOf(data.article?.dateModified), ...META_NAMES.modified.map((name) => tags.first(name))]
      .map(dayOf)
      .find(isDay);
  if (!guess) return null;
  guessed.push('published');
  return guess;
}

/** A timestamp's day in its own offset; also `20170113…`, as some publishers' systems write it. */
function dayOf(value: string | null): CalendarDate | undefined {
  if (value === null) return undefined;
  const text = shown(value);
  const [, year, month, time] = /^((?:19|20)\d\d)([01]\d)([0-3]\d)(?:\d{6}|T.*)?$/.exec(text) ?? [];
  const day = parseDay(year === undefined ? text : `${year}-${month}-${time}`);
  return isDay(day) ? day : undefined;
}

function dayInAddress(url: string | null): CalendarDate | undefined {
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|$|-|_)/.exec(url ?? '') ?? [];
  const date = year === undefined ? undefined : parseDay(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
  return isDay(date) ? date : undefined;
}

function languageOf({ document, tags, data }: Sources): string | null {
  const given = [
    document.documentElement?.getAttribute('lang'),
    document.documentElement?.getAttribute('xml:lang'),
    stringOf(data.article?.inLanguage),
    ...META_NAMES.language.map((name) => tags.first(name)),
    document.body.getAttribute('lang'),
  ];
  const tag = given.map((value) => (value ?? '').trim().replace(/_/g, '-')).find((value) => /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(value));
  return tag ?? null;
}

const CORRECTED =
  /^\W*(?:correct(?:ed|ion)|clarif(?:ied|ication)|berichtigung|korrektur|correctif|corrigé|rectificatif|corrección|rettifica|errata corrige|訂正|更正|정정)\b(?:\s*[-–—:(\d]|\s)|^\W*(?:訂正|更正|정정)/iu;

/** A page that was changed after it came out, or says that it corrects itself, is a version of the text at its address. */
function editionOf({ tags, data, url, pageTitle, headings }: Sources, title: string | null): Edition | null {
  if (url === null) return null;
  const corrected =
    data.article?.correction !== undefined || [title, pageTitle, headings[0]].some((text) => text != null && CORRECTED.test(text));
  const published = stringOf(data.article?.datePublished) ?? tags.first(...META_NAMES.published);
  const modified = timestamp(stringOf(data.article?.dateModified) ?? tags.first(...META_NAMES.modified));
  const later = modified !== null && published !== null && Date.parse(modified) > Date.parse(published);
  if (!corrected && !later) return null;
  return { of: url, version: null, created: modified ?? timestamp(published), status: corrected ? 'corrected' : 'usable' };
}

/** A time as ISO 8601 has it; null for anything else, since editions are put in order by it. */
function timestamp(value: string | null): string | null {
  return value !== null && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value)) ? value.replace(' ', 'T') : null;
}
