import * as z from 'zod';
import type { GuessedDetail } from '../../corpus/article.ts';
import { bodyOf } from '../news/body.ts';
import { bodiesOf } from '../news/gathering.ts';
import { addressOf, editionOf, languageOf, momentOf, type NewsItem } from '../news/newsItem.ts';
import { anything, type Fields, line, namesOf, text, time } from './values.ts';

const feed = z.object({ title: line, language: line, authors: anything, author: anything, items: z.array(z.unknown()).catch([]) });

const entry = z.object({
  ...{ id: text, url: text, external_url: text, title: line, content_html: text, content_text: text, summary: text, language: line },
  ...{ date_published: time, date_modified: time, authors: anything, author: anything },
});

/** Whether an object is a JSON Feed, of version 1 or 1.1. */
export function isJsonFeed({ version, items }: Fields): boolean {
  return typeof version === 'string' && /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//i.test(version) && Array.isArray(items);
}

/** The items of a JSON Feed. What the feed says of itself holds for items that say nothing else. */
export function* feedItems(fields: Fields): Generator<NewsItem> {
  const { items, ...whole } = feed.parse(fields);
  for (const one of items) {
    const parsed = entry.safeParse(one);
    if (parsed.success) yield itemOf(parsed.data, whole);
  }
}

/** A feed is named after who publishes it, as a rule; and a day of change alone need not be the first. */
function guessedIn(item: z.infer<typeof entry>, whole: { readonly title: string | null }): readonly GuessedDetail[] {
  const changed = !item.date_published && momentOf(item.date_modified) !== undefined;
  return [...(whole.title ? (['publisher'] as const) : []), ...(changed ? (['published'] as const) : [])];
}

function itemOf(item: z.infer<typeof entry>, whole: Omit<z.infer<typeof feed>, 'items'>): NewsItem {
  const url = addressOf(item.url) ?? addressOf(item.external_url);
  const of = item.id?.includes(':') ? item.id : url;
  const published = momentOf(item.date_published) ?? momentOf(item.date_modified);
  const own = namesOf(item.authors ?? item.author);
  return {
    ownId: item.id ?? url,
    bodies: bodiesOf(
      item.content_html && { kind: 'html', html: item.content_html },
      item.content_text && { kind: 'text', text: item.content_text },
    ),
    summary: item.summary ? bodyOf(item.summary) : null,
    details: {
      title: item.title,
      publisher: whole.title,
      authors: own.length > 0 ? own : namesOf(whole.authors ?? whole.author),
      published: published?.day ?? null,
      url,
      language: languageOf(item.language) ?? languageOf(whole.language),
      guessed: guessedIn(item, whole),
      edition: editionOf(of, { created: momentOf(item.date_modified) ?? published, headline: item.title }),
    },
  };
}
