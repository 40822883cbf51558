import * as z from 'zod';

// The JSON that other programs rely on; nothing may be missing, and nothing may be there that is not written down.

const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) });
const range = z.strictObject({ start: position, end: position });
const text = z.string().nullable();
const day = z.iso.date().nullable();

const matchShape = z.strictObject({
  path: z.string().min(1),
  title: text,
  publisher: text,
  published: day,
  speaker: text,
  exact: z.string().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
  similarity: z.number().min(0).max(1),
});

const fix = z.strictObject({
  title: z.string().min(1),
  preferred: z.boolean(),
  safe: z.boolean(),
  edits: z.array(z.strictObject({ range, newText: z.string() })),
});

const finding = z.strictObject({
  code: z.string().min(1),
  kind: text,
  severity: z.enum(['error', 'warning', 'information', 'hint']),
  range,
  message: z.string().min(1),
  match: matchShape.nullable(),
  fixes: z.array(fix).refine((all) => all.filter(({ preferred }) => preferred).length <= 1, 'more than one preferred fix'),
});

const quotation = z.strictObject({
  range,
  text: z.string().min(1),
  verdict: z.enum(['verified', 'altered', 'misquoted', 'not-found', 'unchecked', 'ignored']),
  speaker: text,
  match: matchShape.nullable(),
});

/** What `check --format json` writes. */
export const checkShape = z.strictObject({
  version: z.literal(1),
  drafts: z.array(z.strictObject({ path: z.string().min(1), quotations: z.array(quotation), findings: z.array(finding) })),
});

/** What `find --format json` writes. */
export const findShape = z.strictObject({ version: z.literal(1), matches: z.array(matchShape) });

/** What `sources --format json` writes. */
export const sourcesShape = z.strictObject({
  version: z.literal(1),
  articles: z.array(
    z.strictObject({
      path: z.string().min(1),
      title: text,
      publisher: text,
      authors: z.array(z.string()),
      published: day,
      words: z.int().min(0),
      text: z.string(),
      quotations: z.array(z.strictObject({ text: z.string().min(1), speaker: text, start: z.int().min(0), end: z.int().min(1) })),
      // With `--copies` only.
      copies: z.array(z.string().min(1)).optional(),
    }),
  ),
  unreadable: z.array(z.strictObject({ path: z.string().min(1), reason: z.string().min(1) })),
});

export type CheckResult = z.infer<typeof checkShape>;
export type SourcesResult = z.infer<typeof sourcesShape>;
