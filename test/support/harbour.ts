import { dedent } from './checkDraft.ts';

// The sources that tests of rules share: an invented harbour town and its two newspapers.

/** A report of The Saltmarsh Courier, which came out on Tuesday, 4 March 2025. */
export function courier(body: string): string {
  return `---\ntitle: Harbour to close for winter\npublisher: The Saltmarsh Courier\npublished: 2025-03-04\n---\n\n${dedent(body)}`;
}

/** A report of the Dunmere Mail, which came out on Wednesday, 20 November 2024. */
export function mail(body: string): string {
  return `---\ntitle: Ferry line sold\npublisher: Dunmere Mail\npublished: 2024-11-20\n---\n\n${dedent(body)}`;
}

/** The quotation that most drafts have. */
export const ADA_QUILL =
  '“We will close the north harbour because the sea wall cannot carry another winter,” said Ada Quill, the harbour master.';

/** A report that has nothing else. */
export const CLOSURE = courier(ADA_QUILL);
