import * as z from 'zod';

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

/** What an assistant gives each tool. The descriptions are what it knows of it. */
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
