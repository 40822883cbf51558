import type { Method, PlainRange } from './protocol.ts';

// What client and server say to each other about letting findings stand. As protocol.ts: names and types only.

/** How far a finding is let stand: here, with its quotation, in its draft, in the folder; or by a comment in the draft. */
export type LetStandScope = 'place' | 'quotation' | 'draft' | 'rule' | 'comment';

export interface StandableParams {
  /** The URI of the draft. */
  readonly uri: string;
  readonly range: PlainRange;
  /** Only what this rule has found; left out, any. */
  readonly rule?: string;
}

export interface StandableFinding {
  readonly rule: string;
  readonly message: string;
  /** The words of the draft that it lies on. */
  readonly words: string;
  readonly range: PlainRange;
  /** How far it can be let stand, the narrowest first. */
  readonly scopes: readonly LetStandScope[];
}

export interface StandableResult {
  readonly findings: readonly StandableFinding[];
}

/** The findings at a range that can be let stand. */
export const standableRequest: Method<StandableParams, StandableResult> = { method: 'verbatim/standable' };

export interface LetStandParams {
  /** The URI of the draft. */
  readonly uri: string;
  readonly range: PlainRange;
  readonly rule: string;
  readonly scope: LetStandScope;
  readonly reason?: string;
  /** The day where the user is, as ISO 8601 writes it. */
  readonly date?: string;
}

/** The change that lets a finding stand, for the client to make; or why there is none. */
export type LetStandResult =
  | {
      readonly kind: 'edit';
      readonly uri: string;
      /** Whether the file has to be made first. */
      readonly create: boolean;
      /** Of the open document that the change is for; null where it is not open. */
      readonly version: number | null;
      readonly range: PlainRange;
      readonly newText: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Says what has to be written so that a finding is let stand; the client writes it. */
export const letStandRequest: Method<LetStandParams, LetStandResult> = { method: 'verbatim/letStand' };
