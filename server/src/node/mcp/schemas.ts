import * as z from 'zod';
import type { DraftReport, MatchReport, Verification } from '../../core/api.ts';
import type { SourcePage } from '../../core/sourcePages.ts';

// What goes to and fro, as an assistant is told. The answers are those of the JSON contract: `satisfies` keeps them one.

/** Longer texts are no drafts, in UTF-16 code units. */
const LONGEST_TEXT = 2_000_000;
const LONGEST_QUERY = 20_000;
const MOST_PASSAGES = 50;
const MOST_SOURCES = 200;

const words = (what: string) =>
  z
    .string()
    .trim()
    .min(1, { error: `${what} is empty.` })
    .max(LONGEST_QUERY);

export const INPUTS = {
  checkText: z.object({
    text: z
      .string()
      .min(1, { error: 'The text is empty.' })
      .max(LONGEST_TEXT)
      .describe('The text to check, whole: Markdown unless the path says otherwise.'),
    path: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe(
        'The path that the text has or would have, from the project’s folder: its ending says the markup, its folder the settings. There need be no such file.',
      ),
  }),
  verifyQuotation: z.object({
    quotation: words('The quotation').describe('The words, without quotation marks.'),
    speaker: words('The speaker').optional().describe('Who is to have said them.'),
  }),
  findPassages: z.object({
    words: words('What is looked for').describe('Words as they stand in a source, or nearly so.'),
    limit: z.int().min(1).max(MOST_PASSAGES).default(10).describe('How many passages at most.'),
  }),
  listSources: z.object({
    query: z
      .string()
      .trim()
      .max(LONGEST_QUERY)
      .optional()
      .describe('Words that title, publisher, authors, date or path have, in any order.'),
    limit: z.int().min(1).max(MOST_SOURCES).default(50).describe('How many sources at most.'),
    cursor: z.string().optional().describe('The nextCursor of the page before.'),
  }),
};

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
