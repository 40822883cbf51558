import type { Span } from '../text/span.ts';

/** Who is said to speak: by name, by pronoun, or by what they are (“the president”). */
export interface Speaker {
  readonly span: Span;
  readonly kind: 'name' | 'pronoun' | 'role';
  /** The name without its title, where it is a name. */
  readonly core: Span;
  /** Whom it means, by the fullest name the text has; null where that is not known. */
  readonly name: string | null;
}

/** The words that say whose a quotation is (PARC 3.0's source and cue). */
export interface Attribution {
  /** From the first word of speaker or cue to the last. */
  readonly span: Span;
  /** Most likely first; empty where only a credit or a citation stands. */
  readonly speakers: readonly Speaker[];
  /** Whoever reports the words: outlets named by “according to …” or “… reported”. */
  readonly credits: readonly Speaker[];
  /** How near: in the quotation's own sentence, or only round it. */
  readonly place: 'sentence' | 'neighbour' | 'carried';
  /** Whether a verb, a phrase or a sign ties the words to somebody, not only a name in the same sentence. */
  readonly tied: boolean;
  /**
   * Whether nothing leaves in doubt that the first speaker is meant to say the words: an active verb of speech, “according
   * to …”, a dash or a colon right beside them.
   */
  readonly plain: boolean;
}
