import { byContent } from '../text/byContent.ts';
import type { Span } from '../text/span.ts';

/** A place that names a publisher. */
export interface Credit {
  readonly publisher: string;
  readonly span: Span;
  /** Whether it names the last word only: “the Herald”. */
  readonly short: boolean;
}

/** A publisher's name without its article. */
export const bareName = (publisher: string): string => publisher.replace(/^The\s+/iu, '');

/** What offices and institutions are called: “the House” and “the Council” are not short for a publisher. */
const INSTITUTION =
  /^(?:House|Senate|Congress|Parliament|Court|Council|Office|Departments?|Ministry|Committee|Commission|Agency|Board|Bureau|Union|University|College|School|Party|Government|States?|Nations|Bank|Company|Corporation|Service|Services|Cent(?:er|re)|Institute|Foundation|Association|Society|Trust|Police|Church|City|County|Town|Island|Islands|Republic|Kingdom|President|Secretary|Minister|Governor|Mayor|Senator|Army|Navy|Force|Forces|Group|Network|Fund|Museum|Library|Hospital|Embassy|League|Club|Team|Internet|Web|World|Press|News|Media|Radio|Television|TV)$/u;

/** Names that begin so are never cut to their last word: “Office of Senator Quill”, “Radio Skerry”. */
const NEVER_SHORT =
  /^(?:Office|Embassy|Ministry|Department|Senator|Representative|President|Governor|Committee|Commission|Bureau|Council|Bank|University|Radio|Channel|Television|TV)\b/u;

/** By the last word of its name: the publisher that a text may mean by it alone, where no other's name ends so. */
function shortForms(publishers: readonly string[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string | undefined>();
  for (const publisher of publishers) {
    const words = bareName(publisher).split(/\s+/u);
    const last = words.at(-1) as string;
    const taken = forms.has(last);
    const usable =
      words.length > 1 && /^\p{Upper}[\p{Alpha}’'-]{2,}$/u.test(last) && !INSTITUTION.test(last) && !NEVER_SHORT.test(words[0] as string);
    forms.set(last, taken || !usable ? undefined : publisher);
  }
  return new Map([...forms].flatMap(([last, publisher]) => (publisher === undefined ? [] : [[last, publisher] as const])));
}

/** “the Herald” with nothing behind it that would go on with the name (“the Herald Tribune”). */
const SHORT = /(?<=(?<![\p{Alpha}\d])[Tt]he\s+)\p{Upper}[\p{Alpha}’'-]*(?![’'-]?[\p{Alpha}\d]|\s+\p{Upper})/gu;

/** Where a text has a name as words of its own. */
export function placesOf(name: string, text: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const whole = !/[\p{Alpha}\d]/u.test((text[at - 1] ?? ' ') + (text[at + name.length] ?? ' '));
    if (whole) places.push({ start: at, end: at + name.length });
  }
  return places;
}

function shortIn(text: string, forms: ReadonlyMap<string, string>): Credit[] {
  return [...text.matchAll(SHORT)].flatMap(({ index, 0: words }): Credit[] => {
    const last = words.replace(/[’']s?$/u, '');
    const publisher = forms.get(last);
    return publisher === undefined ? [] : [{ publisher, span: { start: index, end: index + last.length }, short: true }];
  });
}

/** By the publishers that are looked for: what finds their names in a text. */
const finders = new WeakMap<readonly string[], (text: string) => readonly Credit[]>();

/** What finds the names of publishers in a text. Capitals count: the sun is not The Sun. */
export function creditsOf(publishers: readonly string[]): (text: string) => readonly Credit[] {
  let finder = finders.get(publishers);
  if (!finder) {
    const names = publishers.map((publisher) => ({ publisher, name: bareName(publisher) }));
    const forms = shortForms(publishers);
    finder = byContent((text) => [
      ...names.flatMap(({ publisher, name }) => placesOf(name, text).map((span) => ({ publisher, span, short: false }))),
      ...shortIn(text, forms),
    ]);
    finders.set(publishers, finder);
  }
  return finder;
}
