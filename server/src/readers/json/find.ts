import type { NewsItem } from '../news/newsItem.ts';
import { feedItems, isJsonFeed } from './jsonFeed.ts';
import { associationsOf, isNinjs, ninjsItem } from './ninjs.ts';
import { isPlainItem, plainItem } from './plainItem.ts';
import { isSchemaArticle, schemaItem, schemaParts, withoutVocabulary } from './schemaOrg.ts';
import { type Fields, isFields, type Resolve } from './values.ts';

/** Articles lie no deeper than this in lists and objects around them. */
const DEEPEST = 8;

/** Objects under these names may hold articles. */
const WRAPPERS =
  /^(?:response|data|results?|docs?|documents?|articles?|items?|entries|news|stories|posts|hits|_source|export|feed|channel|newsitems?|publications?|sources?|clippings?|corpus|records?|rows|collection|edges|node|nodes)$/i;

/** Lists under these names are what the object is for. */
const LISTS = /^(?:results?|docs?|documents?|articles?|items?|entries|stories|posts|newsitems?|publications?|clippings?|records?|rows)$/i;

/** How many objects that name themselves are looked up at most. */
const MOST_NAMED = 100_000;

/** The articles in a value of JSON, in its order, in whichever of the known forms each is; null for a picture, an event and the like. */
export function* itemsIn(value: unknown): Generator<NewsItem | null> {
  yield* visit(value, { depth: 0, among: false, resolve: resolver(value) });
}

interface Place {
  readonly depth: number;
  /** Whether it stands in a list of which nothing says that it is one of articles. */
  readonly among: boolean;
  readonly resolve: Resolve;
}

function* visit(value: unknown, place: Place): Generator<NewsItem | null> {
  if (place.depth > DEEPEST) return;
  const below = { ...place, depth: place.depth + 1 };
  if (Array.isArray(value)) for (const one of value as readonly unknown[]) yield* visit(one, below);
  else if (isFields(value)) yield* visitFields(withoutVocabulary(value), below, place.among);
}

function* visitFields(fields: Fields, below: Place, among: boolean): Generator<NewsItem | null> {
  if (isJsonFeed(fields)) yield* feedItems(fields);
  else if (isSchemaArticle(fields)) yield* schemaArticle(fields, below);
  else if (isNinjs(fields)) yield* newsObject(fields, below);
  else if (isPlainItem(fields, among) && !isContainer(fields)) yield plainItem(fields);
  else yield* within(fields, below);
}

/** A feed or export has a title and a day as well. */
function isContainer(fields: Fields): boolean {
  return Object.entries(fields).some(([name, child]) => LISTS.test(name) && Array.isArray(child) && child.some(isFields));
}

/** A live blog may be nothing but its updates. */
function* schemaArticle(fields: Fields, below: Place): Generator<NewsItem | null> {
  const item = schemaItem(fields, below.resolve);
  const updates = fields.liveBlogUpdate;
  if (item.bodies.length > 0 || updates === undefined) yield item;
  if (updates !== undefined) yield* visit(updates, below);
}

/** A news object and the ones that come with it: a package is nothing but these. */
function* newsObject(fields: Fields, below: Place): Generator<NewsItem | null> {
  const item = ninjsItem(fields);
  const associated = associationsOf(fields).filter((one) => isFields(one) && isNinjs(one));
  const isPackage = fields.type === 'composite' && associated.length > 0;
  if (!(isPackage && (!item || item.bodies.length === 0))) yield item;
  if (below.depth > DEEPEST) return;
  for (const one of associated) {
    // What only points at another article or describes a picture is none.
    for (const inner of newsObject(one as Fields, { ...below, depth: below.depth + 1 })) if (inner && inner.bodies.length > 0) yield inner;
  }
}

function* within(fields: Fields, below: Place): Generator<NewsItem | null> {
  if ('@graph' in fields || '@type' in fields) for (const part of schemaParts(fields)) yield* visit(part, below);
  else {
    for (const [name, child] of Object.entries(fields)) {
      const known = WRAPPERS.test(name);
      if (Array.isArray(child) || (known && isFields(child))) yield* visit(child, { ...below, among: !known });
    }
  }
}

/** Finds what objects that are only named (`{"@id": "#ada"}`) say elsewhere in the same value. */
function resolver(value: unknown): Resolve {
  let named: Map<string, Fields> | null = null;
  return (fields) => {
    const id = fields['@id'];
    if (typeof id !== 'string' || Object.keys(fields).length > 2) return fields;
    named ??= namedIn(value);
    return named.get(id) ?? fields;
  };
}

function namedIn(value: unknown): Map<string, Fields> {
  const named = new Map<string, Fields>();
  const open: unknown[] = [value];
  for (let seen = 0; open.length > 0 && seen < MOST_NAMED; seen++) {
    const next = open.pop();
    if (Array.isArray(next)) for (const one of next as readonly unknown[]) open.push(one);
    else if (isFields(next)) {
      const fields = withoutVocabulary(next);
      const id = fields['@id'];
      const richer = typeof id === 'string' && Object.keys(fields).length > Object.keys(named.get(id) ?? {}).length;
      if (richer) named.set(id, fields);
      open.push(...Object.values(fields).filter((one) => typeof one === 'object'));
    }
  }
  return named;
}
