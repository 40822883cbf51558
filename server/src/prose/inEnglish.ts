import { isEnglish } from '../text/english.ts';
import { sliceOf } from '../text/span.ts';
import { blockAt, type Prose } from './prose.ts';

/** So much of a paragraph tells its language: a speech may be one. UTF-16 code units. */
const ENOUGH = 2000;

/** Whether the paragraph at an offset is English: only there it can be told by words who is named and what is denied. */
export function isEnglishAt(prose: Prose, offset: number): boolean {
  const block = blockAt(prose, offset);
  if (!block) return isEnglish('');
  const { start, end } = block.span;
  return isEnglish(sliceOf(prose.text, { start, end: Math.min(end, start + ENOUGH) }));
}
