/**
 * Something that is said to people, in English, with what it was made of, so that it can be said in other languages. Plain data,
 * the same for the same words.
 */
export interface Said {
  /** In English. */
  readonly text: string;
  /** The sentence with `{0}`, `{1}` … in the places of what changes; null where the pieces stand one behind the other. */
  readonly template: string | null;
  readonly values: readonly Piece[];
}

/** A part of what is said: names and words of drafts and sources are the same in all languages. */
export type Piece = string | number | Said;

/** What is said, in somebody's language. */
export type Tell = (said: Said) => string;

const templates = new WeakMap<TemplateStringsArray, string>();

function templateOf(strings: TemplateStringsArray): string {
  const known = templates.get(strings);
  if (known !== undefined) return known;
  const template = strings.reduce((whole, part, at) => `${whole}{${at - 1}}${part}`);
  templates.set(strings, template);
  return template;
}

const plain = (piece: Piece): string => (typeof piece === 'object' ? piece.text : String(piece));

function filled(strings: TemplateStringsArray, values: readonly Piece[]): string {
  let text = strings[0] as string;
  for (let at = 0; at < values.length; at++) text += plain(values[at] as Piece) + strings[at + 1];
  return text;
}

/** A sentence, or a part of one that is a matter of language: ``say`The source has ${theirs}, not ${own}.` ``. */
export function say(strings: TemplateStringsArray, ...values: readonly Piece[]): Said {
  return { text: filled(strings, values), template: templateOf(strings), values };
}

/**
 * A sentence that goes its way as text: out of threads, through caches and files. Where it is shown it is known again by its
 * words, so that what changes in it should be short: a number, a name.
 */
export function plainly(strings: TemplateStringsArray, ...values: readonly Piece[]): string {
  return filled(strings, values);
}

/** The same in a sense that English does not tell from another: ``sense('done', say`Let stand`)``. */
export function sense(of: string, said: Said): Said {
  return { ...said, template: `${of}: ${said.template}` };
}

/** Pieces one behind the other, with something between. */
export function joined(pieces: readonly Piece[], between: string): Said {
  const values = pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece]));
  return { text: values.map(plain).join(''), template: null, values };
}

/** Pieces one behind the other. */
export function together(...values: readonly Piece[]): Said {
  return { text: values.map(plain).join(''), template: null, values };
}

/** A number with its digits in groups; in other languages than English all numbers are. */
export function grouped(number: number): Said {
  return { text: number.toLocaleString('en'), template: null, values: [number] };
}

export const NOTHING_SAID: Said = together();

/** As it was said first. */
export const inEnglish: Tell = ({ text }) => text;
