import type { AtomFeed, RdfFeed, RssFeed } from 'feedsmith';
import { type Body, bodyOf, bodyOfType, plainLine } from '../news/body.ts';
import { bylineNames, distinct } from '../news/byline.ts';
import { bodiesOf } from '../news/gathering.ts';
import { addressOf, editionOf, firstTold, guessedOf, languageOf, momentOf, type NewsItem } from '../news/newsItem.ts';

type RssItem = RssFeed.Item<string>;
type AtomEntry = AtomFeed.Entry<string>;
type RdfItem = RdfFeed.Item<string>;

/** What a feed says of itself and holds for its items. */
interface Whole {
  readonly title: string | null;
  readonly language: string | null;
  readonly authors: readonly string[];
}

/** The items of a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0. Null where it is none, or cannot be made out. */
export async function feedItems(xml: string): Promise<readonly NewsItem[] | null> {
  const { parseFeed } = await import('feedsmith');
  try {
    const { format, feed } = parseFeed(xml);
    if (format === 'rss') return rssItems(feed as RssFeed.Feed<string>);
    if (format === 'atom') return atomEntries(feed as AtomFeed.Feed<string>);
    return format === 'rdf' ? rdfItems(feed as RdfFeed.Feed<string>) : null;
  } catch {
    return null;
  }
}

function rssItems(feed: RssFeed.Feed<string>): readonly NewsItem[] {
  const whole: Whole = { title: lineOf(feed.title), language: languageOf(feed.language ?? feed.dc?.languages?.[0]), authors: [] };
  return (feed.items ?? []).map((item) => rssItem(item, whole));
}

function rssItem(item: RssItem, whole: Whole): NewsItem {
  const guid = item.guid?.value ?? null;
  const url = addressOf(item.link) ?? (item.guid?.isPermaLink === false ? null : addressOf(guid));
  return itemOf({
    ...{ ownId: guid ?? url, of: guid?.includes(':') ? guid : url, url, title: lineOf(item.title), whole },
    publisher: lineOf(item.dc?.publishers?.[0]),
    authors: [...(item.dc?.creators ?? []), ...(item.authors ?? []).map((author) => nameOf(author))],
    published: firstOf(item.pubDate, item.dc?.dates, item.atom?.published),
    updated: firstOf(item.atom?.updated, item.dcterms?.modified),
    language: item.dc?.languages?.[0] ?? null,
    full: item.content?.encoded,
    description: item.description,
    from: lineOf(item.source?.title),
  });
}

function rdfItems(feed: RdfFeed.Feed<string>): readonly NewsItem[] {
  const whole: Whole = { title: lineOf(feed.title), language: languageOf(feed.dc?.languages?.[0]), authors: [] };
  return (feed.items ?? []).map((item: RdfItem) => {
    const url = addressOf(item.link);
    const about = item.rdf?.about ?? null;
    return itemOf({
      ...{ ownId: about ?? url, of: about ?? url, url, title: lineOf(item.title), whole },
      publisher: lineOf(item.dc?.publishers?.[0]),
      authors: item.dc?.creators ?? [],
      published: firstOf(item.dc?.dates),
      updated: firstOf(item.dcterms?.modified),
      language: item.dc?.languages?.[0] ?? null,
      full: item.content?.encoded,
      description: item.description,
      from: lineOf(item.dc?.sources?.[0]),
    });
  });
}

function atomEntries(feed: AtomFeed.Feed<string>): readonly NewsItem[] {
  const whole: Whole = { title: textIn(feed.title), language: languageOf(feed.xml?.lang), authors: (feed.authors ?? []).map(nameOf) };
  return (feed.entries ?? []).map((entry) => atomEntry(entry, whole));
}

function atomEntry(entry: AtomEntry, whole: Whole): NewsItem {
  const page = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate');
  const url = addressOf(page?.href) ?? addressOf(entry.id);
  const source = entry.source;
  const bodies = bodiesOf(atomBody(entry.content));
  return itemOf({
    ...{ ownId: entry.id ?? url, of: entry.id ?? url, url, title: textIn(entry.title), whole },
    publisher: lineOf(entry.dc?.publishers?.[0]),
    authors: (entry.authors ?? source?.authors ?? []).map(nameOf),
    published: entry.published ?? null,
    updated: entry.updated ?? null,
    language: entry.xml?.lang ?? null,
    bodies,
    summary: atomBody(entry.summary),
    from: textIn(source?.title),
  });
}

/** The first of some values that may be lists. */
function firstOf(...values: readonly (string | readonly string[] | undefined)[]): string | null {
  return values.flat().find((value) => value !== undefined && value !== '') ?? null;
}

/** What the formats of feeds have in common. */
interface Parts {
  readonly ownId: string | null;
  readonly of: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly whole: Whole;
  /** Where an item names its publisher itself. */
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly updated: string | null;
  readonly language: string | null;
  readonly full?: string | undefined;
  readonly description?: string | undefined;
  readonly bodies?: readonly Body[];
  readonly summary?: Body | null;
  /** The feed that the item was taken over from. */
  readonly from: string | null;
}

function itemOf(parts: Parts): NewsItem {
  const { whole, title, url, of } = parts;
  const told = {
    // A feed is named after who publishes it, as a rule.
    publisher: firstTold([parts.publisher], [parts.from, true], [whole.title, true]),
    published: firstTold([momentOf(parts.published)], [momentOf(parts.updated), true]),
  };
  const authors = distinct(parts.authors.flatMap(bylineNames));
  const described = parts.description === undefined ? null : bodyOf(parts.description);
  const long = described !== null && isWhole(parts.description ?? '');
  return {
    ownId: parts.ownId,
    bodies: parts.bodies ?? bodiesOf(parts.full === undefined ? null : bodyOf(parts.full), long ? described : null),
    summary: parts.summary ?? described,
    details: {
      title,
      publisher: told.publisher?.value ?? null,
      authors: authors.length > 0 ? authors : distinct(whole.authors),
      published: told.published?.value.day ?? null,
      url,
      language: languageOf(parts.language) ?? whole.language,
      guessed: guessedOf(told),
      edition: editionOf(of, { created: momentOf(parts.updated) ?? momentOf(parts.published), headline: title }),
    },
  };
}

/** A description of an RSS item is the whole text in some feeds: then it is long and does not break off. In words. */
const SHORTEST_WHOLE = 120;

function isWhole(description: string): boolean {
  const words = description
    .replace(/<[^<>]*>/g, ' ')
    .trim()
    .split(/\s+/, SHORTEST_WHOLE + 1).length;
  return words > SHORTEST_WHOLE && !/(?:…|\.{3}|&hellip;|&#8230;)\]?\s*(?:<\/\w+>\s*){0,5}$/.test(description.slice(-100));
}

function atomBody(content: AtomFeed.Content | AtomFeed.Text | undefined): Body | null {
  if (!content?.value) return null;
  return bodyOfType(content.value, content.type === 'xhtml' ? 'html' : (content.type ?? 'text'));
}

function textIn(content: AtomFeed.Text | undefined): string | null {
  if (!content?.value) return null;
  return content.type === undefined || content.type === 'text' ? content.value.replace(/\s+/g, ' ').trim() || null : lineOf(content.value);
}

function lineOf(text: string | undefined): string | null {
  return text === undefined ? null : plainLine(text) || null;
}

/** A person of a feed; `ada@quay.example (Ada Quill)`, as RSS has it, is Ada Quill. */
function nameOf(person: string | { readonly name?: string | undefined }): string {
  const text = typeof person === 'string' ? person : (person.name ?? '');
  return /^\S+@\S+\s+\(([^()]+)\)$/.exec(text.trim())?.[1] ?? (/^\S+@\S+$/.test(text.trim()) ? '' : text);
}
