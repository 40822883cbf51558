import { byParts } from '../text/byContent.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { BlockText } from './blockText.ts';
import { dependsOnContext, looksLikeOrganisation, namesIn, nameWords, sameName } from './names.ts';
import { MARKUP } from './prose.ts';

/** A name as it stands in a text, without markup and an -’s. */
export function cleanName(text: string): string {
  return text
    .replaceAll(MARKUP, '')
    .replace(/\s+/g, ' ')
    .replace(/[’']s$/u, '');
}

/** The people whom a stretch of text names by more than one word. */
export function readPeople(text: string, within: Span): readonly string[] {
  return namesIn(text, within)
    .map(({ core }) => cleanName(sliceOf(text, core)))
    .filter((name) => nameWords(name).length > 1 && !looksLikeOrganisation(name) && !/\s(?:on|to|for|of|the)\s/u.test(name));
}

/** The people whom a block names by more than one word; null where what stands round it may decide. */
export function peopleNamedIn({ text }: BlockText): readonly string[] | null {
  return dependsOnContext(text) ? null : readPeople(text, { start: 0, end: text.length });
}

/** “Kim” for Kim Jong-un, “Putin” for Vladimir Putin: the first or last word of a name. */
export function isShortFor(short: string, full: string): boolean {
  return isEndOf(nameWords(short)[0], nameWords(full)) && sameName(short, full);
}

function isEndOf(word: string | undefined, name: readonly string[]): boolean {
  return name.length <= 4 && (word === name[0] || word === name.at(-1));
}

/** The people whom a prose names in full, in the order in which it does. */
export class People {
  readonly #people: readonly { readonly name: string; readonly words: readonly string[] }[];
  readonly #full = new Map<string, string>();

  /** `names` as the prose has them, some of them again and again. */
  constructor(names: readonly string[]) {
    this.#people = [...new Set(names)].map((name) => ({ name, words: nameWords(name) }));
  }

  /** The first who can be meant by a name of one word; the word itself where nobody can. */
  fullName(short: string): string {
    let full = this.#full.get(short);
    if (full === undefined) {
      const [word] = nameWords(short);
      full = this.#people.find(({ name, words }) => isEndOf(word, words) && sameName(short, name))?.name ?? short;
      this.#full.set(short, full);
    }
    return full;
  }
}

/** The same people as at the last keystroke, as long as the prose names no others. */
export const peopleOf: (names: readonly string[]) => People = byParts((names) => new People(names));
