import { hashWord } from '../../text/wordHash.ts';
import { canonicalAddress } from '../address.ts';
import type { ArticleDetails } from '../article.ts';
import { editionKey } from '../editions.ts';
import { JsonPacker, type PackedStrings, unpackJson } from './packedStrings.ts';

/** What a segment knows of its articles beside their words: ids and details, found by number or by id. Plain data. */
export interface ArticleTable {
  readonly ids: PackedStrings;
  readonly details: PackedStrings;
  /** Every publisher that an article names, each once. */
  readonly publishers: PackedStrings;
  /** By article the number of its publisher plus one, 0 where it names none. */
  readonly publisherNumbers: Uint32Array<ArrayBuffer>;
  /** By article the hash of its address (`canonicalAddress`), 0 where it has none. */
  readonly addresses: Uint32Array<ArrayBuffer>;
  /** Which articles say what they are a version of, by that: the hashes of it (`editionKey`) in order, and beside each the article. */
  readonly editions: { readonly hashes: Uint32Array<ArrayBuffer>; readonly articles: Uint32Array<ArrayBuffer> };
  /** Open-addressing hash table from id to number plus one; 0 is an empty slot. A power of two long. */
  readonly slots: Uint32Array<ArrayBuffer>;
}

/** An id and what is said about the article. */
export interface ArticleEntry {
  readonly id: string;
  readonly details: ArticleDetails;
}

/** Takes articles down one by one, so that none of them need be kept. */
export class ArticleTableBuilder {
  readonly #ids = new JsonPacker();
  readonly #details = new JsonPacker();
  readonly #idHashes: number[] = [];
  readonly #publishers = new Map<string, number>();
  readonly #publisherNumbers: number[] = [];
  readonly #addresses: number[] = [];
  readonly #editions: { readonly hash: number; readonly article: number }[] = [];

  add({ id, details }: ArticleEntry): void {
    if (details.edition) this.#editions.push({ hash: hashWord(editionKey(details.edition)), article: this.#idHashes.length });
    this.#ids.add(id);
    this.#idHashes.push(hashWord(id));
    this.#details.add(rowOf(details));
    this.#publisherNumbers.push(details.publisher === null ? 0 : this.#numberOf(details.publisher));
    this.#addresses.push(details.url === null ? 0 : hashOfAddress(details.url));
  }

  /** The number of a publisher plus one. */
  #numberOf(publisher: string): number {
    let number = this.#publishers.get(publisher);
    if (number === undefined) {
      number = this.#publishers.size + 1;
      this.#publishers.set(publisher, number);
    }
    return number;
  }

  finish(): ArticleTable {
    const hashes = this.#idHashes;
    const slots = new Uint32Array(2 << (32 - Math.clz32(hashes.length)));
    for (let number = 0; number < hashes.length; number++) {
      let slot = hashes[number]! & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    const publishers = new JsonPacker();
    for (const publisher of this.#publishers.keys()) publishers.add(publisher);
    const editions = this.#editions.sort((a, b) => a.hash - b.hash || a.article - b.article);
    return {
      ids: this.#ids.finish(),
      details: this.#details.finish(),
      publishers: publishers.finish(),
      publisherNumbers: Uint32Array.from(this.#publisherNumbers),
      addresses: Uint32Array.from(this.#addresses),
      editions: {
        hashes: Uint32Array.from(editions, ({ hash }) => hash),
        articles: Uint32Array.from(editions, ({ article }) => article),
      },
      slots,
    };
  }
}

/** 0 of what is no web address. */
function hashOfAddress(url: string): number {
  const address = canonicalAddress(url);
  return address === null ? 0 : hashWord(address);
}

/** The numbers of the articles with this address. O(n) in the articles, a few milliseconds of a million. */
export function numbersOfAddress(table: ArticleTable, url: string): number[] {
  const hash = hashOfAddress(url);
  if (hash === 0) return [];
  const found: number[] = [];
  const address = canonicalAddress(url);
  for (let at = table.addresses.indexOf(hash); at >= 0; at = table.addresses.indexOf(hash, at + 1)) {
    const own = detailsOf(table, at).url;
    if (own !== null && canonicalAddress(own) === address) found.push(at);
  }
  return found;
}

/** By table and then by article: the hash of what it says it is a version of, 0 where it says nothing. */
const editionHashes = new WeakMap<ArticleTable['editions'], Uint32Array>();

/** What the versions of an article's text are found by (`versionKeys`), hashed. Nothing is unpacked for it. */
export function versionKeysOf({ editions, addresses }: ArticleTable, article: number): readonly number[] {
  const address = addresses[article] ?? 0;
  let edition = 0;
  if (editions.hashes.length > 0) {
    const hashes = editionHashes.get(editions) ?? new Uint32Array(addresses.length);
    if (!editionHashes.has(editions)) {
      for (let i = 0; i < editions.hashes.length; i++) hashes[editions.articles[i]!] = editions.hashes[i]!;
      editionHashes.set(editions, hashes);
    }
    edition = hashes[article] ?? 0;
  }
  return [...new Set([edition, address])].filter((hash) => hash !== 0);
}

/** The articles that say that they are versions of what has this key. O(log n). */
export function numbersOfEdition({ editions: { hashes, articles } }: ArticleTable, key: number): number[] {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle]! < key) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; hashes[at] === key; at++) found.push(articles[at]!);
  return found;
}

/** Every publisher that one of the articles for which `isCurrent` holds names, each once. */
export function publishersOf({ publishers, publisherNumbers }: ArticleTable, isCurrent: (article: number) => boolean): string[] {
  const named = new Uint8Array(publishers.ends.length + 1);
  publisherNumbers.forEach((number, article) => {
    if (named[number] === 0 && isCurrent(article)) named[number] = 1;
  });
  return Array.from(publishers.ends, (_, i) => i).flatMap((i) => (named[i + 1] === 1 ? [unpackJson(publishers, i) as string] : []));
}

type Row = [
  ArticleDetails['kind'],
  ArticleDetails['title'],
  ArticleDetails['publisher'],
  ArticleDetails['authors'],
  ArticleDetails['published'],
  ArticleDetails['url'],
  ArticleDetails['language'],
  ArticleDetails['speaker'],
  // Few articles have them: where they are missing, they take no room.
  guessed?: ArticleDetails['guessed'],
  edition?: ArticleDetails['edition'],
];

function rowOf({ kind, title, publisher, authors, published, url, language, speaker, guessed, edition }: ArticleDetails): Row {
  const row: Row = [kind, title, publisher, authors, published, url, language, speaker];
  if (guessed.length > 0 || edition) row.push(guessed);
  if (edition) row.push(edition);
  return row;
}

export function idOf({ ids }: ArticleTable, number: number): string {
  return unpackJson(ids, number) as string;
}

export function detailsOf({ details }: ArticleTable, number: number): ArticleDetails {
  const row = unpackJson(details, number) as Row;
  const [kind, title, publisher, authors, published, url, language, speaker, guessed = [], edition = null] = row;
  return { kind, title, publisher, authors, published, url, language, speaker, guessed, edition };
}

/** The number of the last article with this id, or -1. */
export function numberOfId(table: ArticleTable, id: string): number {
  const mask = table.slots.length - 1;
  let found = -1;
  for (let slot = hashWord(id) & mask; table.slots[slot] !== 0; slot = (slot + 1) & mask) {
    const number = table.slots[slot]! - 1;
    if (number > found && idOf(table, number) === id) found = number;
  }
  return found;
}
