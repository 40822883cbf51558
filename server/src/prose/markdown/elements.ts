import type { Span } from '../../text/span.ts';

/** An HTML comment of a Markdown text. */
export interface MarkdownComment {
  /** From `<!--` to `-->`. */
  readonly span: Span;
  /** What stands between the two, trimmed. */
  readonly content: string;
}

/** A link: inline, by reference, or an address that stands in the text as it is. */
export interface MarkdownLink {
  readonly span: Span;
  /** The words that a reader sees; the address itself for a bare one. */
  readonly text: Span;
  readonly url: string;
}

/** A footnote's text: `[^label]: …`. */
export interface MarkdownFootnote {
  readonly label: string;
  /** With its label and all its paragraphs. */
  readonly span: Span;
}

/** A mark in the text that refers to a footnote: `[^label]`, defined or not. */
export interface MarkdownFootnoteMark {
  readonly label: string;
  readonly span: Span;
}
