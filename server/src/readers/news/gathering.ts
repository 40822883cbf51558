import { type ArticleDetails, NO_DETAILS } from '../../corpus/article.ts';
import type { Prose } from '../../prose/prose.ts';
import { plainly } from '../../text/said.ts';
import type { Reading, ReadingProblem } from '../reader.ts';
import { isTranscript } from '../transcript.ts';
import { type Body, isCut, proseOfBody } from './body.ts';
import { marksFor } from './marks.ts';
import type { NewsItem } from './newsItem.ts';

/** How many items a message names. */
const MOST_NAMED = 3;

interface Gathered {
  readonly ownId: string | null;
  readonly details: ArticleDetails;
  readonly prose: Prose;
}

/** Makes articles of the items of one file, one by one, so that no more than their texts is kept. */
export class Gathering {
  readonly #articles: Gathered[] = [];
  readonly #problems: ReadingProblem[] = [];
  readonly #empty: string[] = [];
  readonly #tangled: string[] = [];
  #summaries = 0;
  #items = 0;

  /** Of a decoded file: what was wrong with its encoding is told first. */
  static of({ problem }: { readonly problem: string | null }): Gathering {
    const gathering = new Gathering();
    if (problem !== null) gathering.tell(problem);
    return gathering;
  }

  /** How many articles there are. */
  get size(): number {
    return this.#articles.length;
  }

  /** Takes note of what is wrong: with a stretch of the file, or with all of it. */
  tell(message: string, span: ReadingProblem['span'] = null): void {
    this.#problems.push({ message, span });
  }

  add(item: NewsItem): void {
    this.#items++;
    const title = item.details.title ?? null;
    const text = this.#textOf(item);
    if (text === 'tangled') this.#tangled.push(nameOf(item));
    else if (text === null) this.#empty.push(nameOf(item));
    else {
      if (text.summary) this.#summaries++;
      const kind = item.details.kind ?? (isTranscript(text.prose) ? 'transcript' : 'report');
      this.#articles.push({ ownId: item.ownId, details: { ...NO_DETAILS, ...item.details, title, kind }, prose: text.prose });
    }
  }

  /** The file's articles: one has the file's id, several have marks behind it. */
  finish(id: string): Reading {
    const marks = this.#articles.length > 1 ? marksFor(this.#articles.map(({ ownId }) => ownId)) : null;
    const articles = this.#articles.map(({ details, prose }, i) => ({ id: marks ? `${id}#${marks[i]}` : id, ...details, prose }));
    return { articles, problems: [...this.#problems, ...this.#troubles()] };
  }

  #textOf(item: NewsItem): { readonly prose: Prose; readonly summary: boolean } | null | 'tangled' {
    try {
      for (const body of item.bodies) {
        const prose = proseOfBody(body, item.details.title ?? null);
        if (prose) return { prose, summary: isCut(body) };
      }
      const prose = item.summary && proseOfBody(item.summary, null);
      return prose ? { prose, summary: true } : null;
    } catch (error) {
      // Markup that is nested beyond what the stack holds; anything else wrong with one item must not lose the others either.
      if (error instanceof Error) return 'tangled';
      throw error;
    }
  }

  #troubles(): ReadingProblem[] {
    const problems: string[] = [];
    if (this.#empty.length > 0) problems.push(this.#emptiness());
    if (this.#tangled.length > 0) {
      problems.push(plainly`The markup of ${listed(this.#tangled)} is too tangled to be read: save the page itself instead.`);
    }
    if (this.#summaries > 0) problems.push(this.#shortness());
    return problems.map((message) => ({ message, span: null }));
  }

  #emptiness(): string {
    const count = this.#empty.length;
    if (this.#items === 1) return plainly`There is no text in it: it only says that there is an article. Save the article itself.`;
    if (count === this.#items) return plainly`None of its ${count} items has any text: save the articles themselves.`;
    if (count === 1) return plainly`1 of its ${this.#items} items has no text and was left out: ${listed(this.#empty)}.`;
    return plainly`${count} of its ${this.#items} items have no text and were left out: ${listed(this.#empty)}.`;
  }

  #shortness(): string {
    const all = this.#articles.length;
    const some = this.#summaries;
    if (all === 1)
      return plainly`The article is only a summary here, so that what it leaves out will not be found: save the full text to check against it.`;
    if (some === all)
      return plainly`All ${all} articles are only a summary here, so that what it leaves out will not be found: save the full text to check against it.`;
    if (some === 1)
      return plainly`1 of the ${all} articles is only a summary here, so that what it leaves out will not be found: save the full text to check against it.`;
    return plainly`${some} of the ${all} articles are only a summary here, so that what it leaves out will not be found: save the full text to check against it.`;
  }
}

function nameOf({ ownId, details }: NewsItem): string {
  const name = details.title ?? ownId;
  return name === null ? plainly`an item without a title` : `“${name.length > 80 ? `${name.slice(0, 79)}…` : name}”`;
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED);
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  return [named.slice(0, -1).join(', '), named.at(-1)].filter((part) => part !== '').join(' and ');
}

/** A body that may be none. */
export function bodiesOf(...bodies: readonly (Body | '' | null | undefined)[]): readonly Body[] {
  return bodies.filter((body) => body !== null && body !== undefined && body !== '');
}
