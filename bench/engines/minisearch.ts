import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import MiniSearch, { type Options } from 'minisearch';
import type { BenchArticle } from '../corpora.ts';
import { tellingWords } from '../tokens.ts';
import { foldedWords } from '../words.ts';
import { alignTop } from './alignTop.ts';
import type { MakeEngine } from './engine.ts';

const FILE = 'minisearch.json';

/**
 * MiniSearch 7: BM25 over whole articles. Nothing is stored, terms are the bench’s folded words, neither prefixes nor
 * fuzzy terms are searched (each costs several times as much and ranks whole articles no better), any word may match, and
 * function words are left out of the query, since scoring their postings takes most of the time. The aligner does the rest.
 */
export const minisearch: MakeEngine = ({ textOf, top }) => {
  const options: Options<BenchArticle> = {
    fields: ['text'],
    idField: 'number',
    tokenize: foldedWords,
    processTerm: (term) => term,
    // Rewriting postings lists goes on by itself once enough was discarded; it would fall into what is measured next.
    autoVacuum: false,
    searchOptions: { combineWith: 'OR', prefix: false, fuzzy: false, tokenize: tellingWords },
  };
  let index = new MiniSearch<BenchArticle>(options);
  return {
    name: 'MiniSearch',
    most: 10_000,
    build: (articles) => {
      for (const article of articles) index.add(article);
    },
    find: (words) => {
      const found = index.search(words).slice(0, top);
      return alignTop(
        words,
        found.map(({ id }) => id as number),
        textOf,
      );
    },
    add: (article) => index.add(article),
    remove: ({ number }) => index.discard(number),
    save: (folder) => writeFileSync(resolve(folder, FILE), JSON.stringify(index)),
    load: (folder) => {
      index = MiniSearch.loadJSON<BenchArticle>(readFileSync(resolve(folder, FILE), 'utf8'), options);
    },
  };
};
