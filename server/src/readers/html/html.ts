import { plainly } from '../../text/said.ts';
import type { Reader, Reading } from '../reader.ts';
import { decodePage } from './decodePage.ts';

/** Pages saved from the web. What parses them is loaded when the first is read. */
export const html: Reader = { endings: ['html', 'htm', 'xhtml', 'xht'], extracts: true, read };

async function read(id: string, bytes: Uint8Array): Promise<Reading> {
  const { text, problem } = decodePage(bytes);
  const problems = problem === null ? [] : [{ message: problem, span: null }];
  if (text === null) return { articles: [], problems };
  if (text.trim() === '') return { articles: [], problems: [...problems, { message: plainly`The file is empty.`, span: null }] };
  const { readPage } = await import('./readPage.ts');
  const reading = readPage(id, text, { xml: /\.xht(?:ml)?$/i.test(id) });
  return { ...reading, problems: [...problems, ...reading.problems] };
}
