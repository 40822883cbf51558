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
}

/** A language that drafts are written in. Never fails. */
export interface DraftLanguage {
  /** The editor's ids of the language. */
  readonly ids: readonly string[];
  /** Lower-case file endings without the dot. */
  readonly endings: readonly string[];
  readonly read: (text: string) => DraftMarkup;
}
