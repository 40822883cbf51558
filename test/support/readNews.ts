import type { Article } from '../../server/src/corpus/article.ts';
import { newsFile } from '../../server/src/readers/news/newsFile.ts';
import type { Reading } from '../../server/src/readers/reader.ts';

/** Reads a file as the corpus would: a text, bytes, or a value to be written as JSON. */
export async function readNews(id: string, content: unknown): Promise<Reading> {
  if (content instanceof Uint8Array) return await newsFile.read(id, content);
  return await newsFile.read(id, new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)));
}

/** The one article of a file. Throws where there is none or several. */
export async function readOne(id: string, content: unknown): Promise<Article> {
  const { articles, problems } = await readNews(id, content);
  const [article] = articles;
  if (!article || articles.length > 1) throw new Error(`${articles.length} articles: ${problems.map(({ message }) => message).join(' ')}`);
  return article;
}

/** What an article says of itself, without its text. */
export function detailsOf({ prose: _, id: __, ...details }: Article): Omit<Article, 'prose' | 'id'> {
  return details;
}
