import { statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { tellingWords } from '../tokens.ts';
import { alignTop } from './alignTop.ts';
import type { MakeEngine } from './engine.ts';

const FILE = 'fts5.sqlite';
/** A query asks for so many of its rarest words: bm25 is computed for every article that has one of them. */
const MOST_WORDS = 8;

interface Open {
  readonly database: DatabaseSync;
  readonly count: StatementSync;
  readonly search: StatementSync;
}

/** Writes are not waited for: a benchmark’s file need not outlive a power cut. */
function open(file: string): Open {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA mmap_size = 2147418112;');
  database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS articles
    USING fts5(text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5vocab(articles, 'row');`);
  return {
    database,
    count: database.prepare('SELECT doc FROM words WHERE term = ?'),
    search: database.prepare(`SELECT rowid AS article FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ?`),
  };
}

/**
 * SQLite’s FTS5 in a file: contentless, since texts are at hand; one transaction and then merged into one tree (`optimize`).
 * A query is any of its rarest words, ranked by bm25 (`ORDER BY rank` is its quick form), and the bench’s aligner.
 */
export const sqlite: MakeEngine = ({ textOf, folder, top }) => {
  const file = resolve(folder, FILE);
  let db = open(file);
  const rarest = (words: string): string[] => {
    const counted = tellingWords(words).map((word) => ({ word, count: Number(db.count.get(word)?.doc ?? 0) }));
    const known = counted.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
    return known.slice(0, MOST_WORDS).map(({ word }) => word);
  };
  return {
    name: 'SQLite FTS5',
    most: 100_000,
    build: (articles) => {
      const insert = db.database.prepare('INSERT INTO articles (rowid, text) VALUES (?, ?)');
      db.database.exec('BEGIN');
      for (const { number, text } of articles) insert.run(number, text);
      db.database.exec("COMMIT; INSERT INTO articles (articles) VALUES ('optimize')");
    },
    find: (words) => {
      const asked = rarest(words);
      if (asked.length === 0) return null;
      const rows = db.search.all(asked.map((word) => `"${word}"`).join(' OR '), top);
      return alignTop(
        words,
        rows.map(({ article }) => Number(article)),
        textOf,
      );
    },
    add: ({ number, text }) => {
      db.database.prepare('INSERT INTO articles (rowid, text) VALUES (?, ?)').run(number, text);
    },
    remove: ({ number }) => {
      db.database.prepare('DELETE FROM articles WHERE rowid = ?').run(number);
    },
    bytes: () => statSync(file).size,
    save: (to) => copyFile(file, resolve(to, FILE)),
    load: (from) => {
      db.database.close();
      db = open(resolve(from, FILE));
    },
    close: () => db.database.close(),
  };
};
