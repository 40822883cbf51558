import type { Position, Range } from 'vscode-languageserver';
import type { DigestFinding } from '../features/digest.ts';
import type { BookedDraft } from './draftBook.ts';
import type { FindingFixesResult, FixedDraft } from './findingsProtocol.ts';

/** A finding, and the draft that it is in. */
export interface Found {
  readonly id: string;
  readonly draft: BookedDraft;
  readonly finding: DigestFinding;
}

/** The safe fixes of some findings, draft by draft, first come first served: none touches another. */
export function fixesOf(found: readonly Found[]): FindingFixesResult {
  const drafts = new Map<string, FixedDraft & { readonly edits: FixedDraft['edits'][number][] }>();
  let fixes = 0;
  for (const { draft, finding } of found) {
    const own = drafts.get(draft.uri) ?? { uri: draft.uri, name: draft.name, version: draft.version, edits: [] };
    const { fix } = finding;
    if (!fix || fix.edits.some(({ range }) => own.edits.some((other) => collide(range, other.range)))) continue;
    fixes++;
    drafts.set(draft.uri, own);
    own.edits.push(...fix.edits.map((edit) => ({ ...edit, title: fix.title })));
  }
  return { drafts: [...drafts.values()], fixes, left: found.length - fixes };
}

/** Whether two edits cannot both be made: they overlap, or one inserts where the other begins. */
function collide(a: Range, b: Range): boolean {
  return compare(a.start, b.start) === 0 || (compare(a.start, b.end) < 0 && compare(b.start, a.end) < 0);
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
