import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive, BenchArticle } from './corpora.ts';

/** Files to a folder. */
const TO_A_FOLDER = 500;

/** Writes the first articles of an archive as files below a folder, every other one as plain text. */
export function layOut(archive: Archive, count: number, folder: string): void {
  for (const article of archive.articles(count)) {
    const below = join(folder, String(Math.floor(article.number / TO_A_FOLDER)).padStart(4, '0'));
    if (article.number % TO_A_FOLDER === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, nameOf(article)), contentOf(article));
  }
}

function nameOf({ number }: BenchArticle): string {
  return `${String(number).padStart(7, '0')}.${number % 2 === 0 ? 'md' : 'txt'}`;
}

function contentOf({ title, publisher, published, text }: BenchArticle): string {
  const matter = { title, publisher, published };
  const lines = Object.entries(matter).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${JSON.stringify(value)}`]));
  return ['---', ...lines, '---', '', text, ''].join('\n');
}

/** Quotations and statements in the draft that {@link draftOf} makes. */
const QUOTATIONS = 30;
const STATEMENTS = 30;
/** Every so many-th quotation has a word changed. */
const CHANGED = 3;

/** A draft with quotations from some texts, some of them misquoted, and statements taken over from them. */
export function draftOf(texts: readonly string[]): string {
  const sentences = texts.map((text) => text.split(/(?<=[.!?])\s+/).filter((one) => /^[A-Z][^"“”]{60,300}$/.test(one)));
  const taken = sentences.flatMap((some) => some.slice(0, Math.ceil((QUOTATIONS + STATEMENTS) / texts.length)));
  const quotations = taken.filter((_, i) => i % 2 === 0).slice(0, QUOTATIONS);
  const statements = taken.filter((_, i) => i % 2 === 1).slice(0, STATEMENTS);
  const paragraphs = quotations.map((quotation, i) => {
    const words = i % CHANGED === 0 ? quotation.replace(/\bthe\b/, 'a') : quotation;
    return `“${words.replace(/[.!?]$/, '')},” the senator said on Tuesday.\n\n${statements[i] ?? ''}`;
  });
  return `# A draft\n\n${paragraphs.join('\n\n')}\n`;
}
