import * as z from 'zod';
import { bodyOf } from '../news/body.ts';
import { bodiesOf } from '../news/gathering.ts';
import { addressOf, editionOf, firstTold, guessedOf, languageOf, momentOf, type NewsItem } from '../news/newsItem.ts';
import { anything, type Fields, isFields, line, nameOf, namesOf, type Resolve, text, textOf, time } from './values.ts';

/** The types below schema.org’s Article that are somebody's report or account. */
const ARTICLE =
  /^(?:(?:\w*News|Tech|Satirical|Scholarly|MedicalScholarly|AdvertiserContent)?Article|Report|(?:SocialMedia|Blog|LiveBlog|DiscussionForum)Posting)$/;

const node = z.object({
  ...{
    headline: line,
    name: line,
    alternativeHeadline: line,
    articleBody: text,
    text,
    description: text,
    abstract: text,
    reviewBody: text,
  },
  ...{ author: anything, creator: anything, publisher: anything, provider: anything, sourceOrganization: anything },
  ...{ copyrightHolder: anything, isPartOf: anything, mainEntityOfPage: anything, url: anything, identifier: anything },
  ...{ datePublished: time, dateCreated: time, dateModified: time, inLanguage: anything, version: line, correction: anything },
  ...{ creativeWorkStatus: line, '@id': text },
});

/** The names of JSON-LD without the vocabulary's address: `http://schema.org/headline` and `schema:headline` are `headline`. */
export function withoutVocabulary(fields: Fields): Fields {
  const entries = Object.entries(fields);
  if (!entries.some(([name]) => VOCABULARY.test(name))) return fields;
  return Object.fromEntries(entries.map(([name, value]) => [name.replace(VOCABULARY, ''), value]));
}

const VOCABULARY = /^(?:https?:\/\/schema\.org\/|schema:)/;

/** Whether an object says that it is an article of schema.org. */
export function isSchemaArticle(fields: Fields): boolean {
  const types: readonly unknown[] = [fields['@type'] ?? []].flat();
  return types.some((type) => typeof type === 'string' && ARTICLE.test(type.replace(VOCABULARY, '')));
}

/** Objects that an article or page of schema.org has within it and that may be articles. */
export function schemaParts(fields: Fields): readonly unknown[] {
  return ['@graph', 'mainEntity', 'hasPart', 'liveBlogUpdate', 'itemListElement', 'item', 'subjectOf'].flatMap(
    (name) => fields[name] ?? [],
  );
}

/** An article of schema.org as an item. `resolve` gives the object that another only names. */
export function schemaItem(fields: Fields, resolve: Resolve): NewsItem {
  const item = node.parse(fields);
  const title = item.headline ?? item.name ?? item.alternativeHeadline;
  const url = addressIn(item.url) ?? addressIn(item.mainEntityOfPage) ?? addressOf(item['@id']);
  const told = {
    publisher: firstTold(
      [nameOf(item.publisher, resolve)],
      [nameOf(item.sourceOrganization, resolve), true],
      [nameOf(item.provider, resolve), true],
      [nameOf(item.copyrightHolder, resolve), true],
      [nameOf(item.isPartOf, resolve), true],
    ),
    published: firstTold([momentOf(item.datePublished)], [momentOf(item.dateCreated), true], [momentOf(item.dateModified), true]),
  };
  const of = url ?? item['@id'];
  const authors = namesOf(item.author, resolve);
  return {
    ownId: of ?? textOf(item.identifier),
    bodies: bodiesOf(...[item.articleBody, item.text, item.reviewBody].map((body) => body && bodyOf(body))),
    summary: [item.abstract, item.description].map((body) => body && bodyOf(body)).find((body) => body !== null) || null,
    details: {
      title,
      publisher: told.publisher?.value ?? null,
      authors: authors.length > 0 ? authors : namesOf(item.creator, resolve),
      published: told.published?.value.day ?? null,
      url,
      language: languageIn(item.inLanguage),
      guessed: guessedOf(told),
      edition: editionOf(of, {
        version: item.version,
        created: momentOf(item.dateModified) ?? momentOf(item.datePublished),
        stated: [item.creativeWorkStatus],
        headline: title,
        corrected: textOf(item.correction) !== null || addressIn(item.correction) !== null,
      }),
    },
  };
}

/** `inLanguage` is a tag, or a Language that has it for its other name. */
function languageIn(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isFields(first)) return languageOf(textOf(first));
  return (
    [first.alternateName, first['@value'], first['@id'], first.name].map((one) => languageOf(textOf(one))).find((tag) => tag !== null) ??
    null
  );
}

/** A page's address, written as such or as the page's own object. */
function addressIn(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isFields(first)) return typeof first === 'string' ? addressOf(first) : null;
  return addressIn(first['@id']) ?? addressIn(first.url);
}
