import * as z from 'zod';
import type { DraftReport, MatchReport, Verification } from '../../core/api.ts';
import type { SourcePage } from '../../core/sourcePages.ts';

// What comes out of the tools, as an assistant is told. It is the JSON contract: `satisfies` keeps them one.

const position = z.object({ line: z.int().describe('Zero-based.'), character: z.int().describe('In UTF-16 code units.') });
const range = z.object({ start: position, end: position });
const maybe = z.string().nullable();

const match = z
  .object({
    path: z.string().describe('The source.'),
    title: maybe,
    publisher: maybe,
    published: maybe.describe('YYYY-MM-DD.'),
    speaker: maybe.describe('Who says these words in the source.'),
    exact: z.string().describe('The words as the source has them.'),
    start: z.int().describe('Where they begin in the source’s text, in UTF-16 code units.'),
    end: z.int(),
    similarity: z.number().describe('From 0 to 1: how much of the words is the same.'),
  })
  .describe('A passage of a source.') satisfies z.ZodType<MatchReport>;

const verdict = z
  .enum(['verified', 'altered', 'misquoted', 'not-found', 'unchecked', 'ignored'])
  .describe('“not-found” means “not in this corpus”, never “false”.');

const finding = z.object({
  code: z.string().describe('The rule: misquote, wrong-date …'),
  kind: maybe.describe('What of it: number, name …'),
  severity: z.enum(['error', 'warning', 'information', 'hint']),
  range,
  message: z.string(),
  match: match.nullable(),
  fixes: z.array(
    z.object({
      title: z.string(),
      preferred: z.boolean().describe('Whether it is the first choice.'),
      safe: z.boolean().describe('Whether it can be made without anybody looking at it.'),
      edits: z.array(z.object({ range, newText: z.string() })),
    }),
  ),
});

export const OUTPUTS = {
  checkText: z.object({
    path: z.string(),
    quotations: z.array(z.object({ range, text: z.string(), verdict, speaker: maybe, match: match.nullable() })),
    findings: z.array(finding),
  }) satisfies z.ZodType<DraftReport>,
  verifyQuotation: z.object({ verdict, match: match.nullable(), findings: z.array(finding) }) satisfies z.ZodType<Verification>,
  findPassages: z.object({ matches: z.array(match) }),
  listSources: z.object({
    sources: z.array(z.object({ path: z.string(), title: maybe, publisher: maybe, published: maybe, words: z.int() })),
    total: z.int().describe('How many there are on all pages.'),
    nextCursor: maybe.describe('What to ask the next page with; null on the last.'),
    unreadable: z.array(z.object({ path: z.string(), reason: z.string() })).describe('Files that gave no source; on the first page alone.'),
  }) satisfies z.ZodType<SourcePage>,
};
