import type { Prose } from '../prose/prose.ts';
import type { Span } from '../text/span.ts';
import type { Citation } from './draft.ts';

/** A comment of the draft's language: what carries directives. */
export interface DraftComment {
  readonly span: Span;
  /** Without its delimiters, trimmed. */
  readonly content: string;
}

/** What a draft's markup says, before anything is read as a quotation or a claim. */
export interface DraftMarkup {
  readonly prose: Prose;
  readonly comments: readonly DraftComment[];
  readonly citations: readonly Citation[];
  /** YAML metadata, delimiters included; null where there is none. */
  readonly frontMatter: Span | null;
  /**
   * What stands for another character: entities, escapes, marks such as ``, in order. The prose has the character at one end
   * of the stretch and markup in the rest of it.
   */
  readonly written: readonly Span[];
  /** What the text says of itself by the means of its language; front matter is believed first. */
  readonly stated?: StatedInMarkup;
}

/** What a draft says of itself outside of front matter. */
export interface StatedInMarkup {
  /** The document's day, in the words it is given in. */
  readonly date: string | null;
  /** `verbatim: off` */
  readonly off: boolean;
}

/** A language that drafts are written in. Never fails. */
export interface DraftLanguage {
  /** The editor's ids of the language. */
  readonly ids: readonly string[];
  /** Lower-case file endings without the dot. */
  readonly endings: readonly string[];
  readonly read: (text: string) => DraftMarkup;
  /** Words as they must be written to be read as these words. */
  readonly escape: (words: string) => string;
  /** A comment over a paragraph, with what parts the two: lines that end in `\n`. */
  readonly comment: (content: string) => string;
}

/** The comment of the languages that have HTML's. */
export function htmlComment(content: string): string {
  return `<!-- ${content.replace(/-{2,}/g, '–')} -->\n`;
}

/** The comment of the languages in which two slashes begin one. */
export function slashComment(content: string): string {
  return `// ${content}\n`;
}
