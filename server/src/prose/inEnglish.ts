import { isEnglish } from '../text/english.ts';
import { sliceOf } from '../text/span.ts';
import { blockAt, type Prose } from './prose.ts';

/** Whether the paragraph at an offset is English: only there it can be told by words who is named and what is denied. */
export function isEnglishAt(prose: Prose, offset: number): boolean {
  const block = blockAt(prose, offset);
  return isEnglish(block ? sliceOf(prose.text, block.span) : '');
}
