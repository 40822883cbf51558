import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Index, type IndexOptions } from 'flexsearch';
import { tellingWords } from '../tokens.ts';
import { foldedWords } from '../words.ts';
import { alignTop } from './alignTop.ts';
import type { Engine, EngineContext, MakeEngine } from './engine.ts';

/** With fewer telling words than this, function words are asked for too: they are all there is to rank by. */
const FEW_WORDS = 4;

/** Its export is several strings, each a file of this folder. */
const FOLDER = 'flexsearch';

interface Setup {
  readonly name: string;
  readonly most: number;
  readonly options: IndexOptions;
  /** The words that are asked for. */
  readonly asked: (query: string) => readonly string[];
}

function flexsearchOf({ name, most, options, asked }: Setup, { textOf, top }: EngineContext): Engine {
  const index = new Index({ tokenize: 'strict', resolution: 1, encode: foldedWords, ...options });
  return {
    name,
    most,
    build: (articles) => {
      for (const { number, text } of articles) index.add(number, text);
    },
    find: (words) => alignTop(words, index.search(asked(words).join(' '), { limit: top, suggest: true }) as number[], textOf),
    add: ({ number, text }) => {
      index.add(number, text);
    },
    remove: ({ number }) => {
      index.remove(number);
    },
    save: (folder) => {
      const to = resolve(folder, FOLDER);
      mkdirSync(to);
      index.export((key: string, data: string) => writeFileSync(resolve(to, key), data));
    },
    load: (folder) => {
      const from = resolve(folder, FOLDER);
      for (const key of readdirSync(from)) index.import(key, readFileSync(resolve(from, key), 'utf8'));
    },
  };
}

/**
 * FlexSearch 0.8, a plain index over whole articles, whole words only. `resolution: 1`: where in an article a word stands
 * says nothing of a quotation. `suggest` ranks articles by how many of the query’s words they have, which is what a
 * misquotation needs; function words, whose long lists take most of the time, are left out where others are enough.
 */
export const flexsearch: MakeEngine = (context) =>
  flexsearchOf({ name: 'FlexSearch', most: 100_000, options: {}, asked: tellingOrAll }, context);

/** Articles aligned where FlexSearch is to find as much as it can. */
const DEEP = 200;

/** The same with so many articles aligned that it finds nearly all that it can, short quotations too. */
export const flexsearchDeep: MakeEngine = (context) =>
  flexsearchOf({ name: `FlexSearch, ${DEEP} aligned`, most: 100_000, options: {}, asked: tellingOrAll }, { ...context, top: DEEP });

function tellingOrAll(query: string): readonly string[] {
  const telling = tellingWords(query);
  return telling.length >= FEW_WORDS ? telling : [...new Set(foldedWords(query))];
}

/**
 * FlexSearch with its context index: neighbouring words as pairs, which find short quotations better, and take some
 * eight times the memory. All words are asked for, in their order, or there would be no pairs. A depth of 2 finds one
 * short misquotation in a hundred more, and doubles build and memory once more.
 */
export const flexsearchContext: MakeEngine = (context) =>
  flexsearchOf(
    {
      name: 'FlexSearch, context',
      most: 10_000,
      options: { context: { depth: 1, resolution: 1, bidirectional: true } },
      asked: foldedWords,
    },
    context,
  );
