import type { CheckOptions } from '../rules/style.ts';
import type { Draft } from './draft.ts';

/** Reads a draft; never fails. `languageId` is the editor's: `markdown` or `plaintext`. */
export function parseDraft(text: string, _languageId: string, options: CheckOptions): Draft {
  return {
    text,
    prose: { text, blocks: [] },
    quotations: [],
    strayMarks: [],
    attributions: new Map(),
    claims: [],
    dates: [],
    citations: [],
    stets: [],
    off: false,
    anchor: options.anchor,
  };
}
