/**
 * What a text means to the index, as a number: a snapshot that another number wrote is read by nobody. To be raised by
 * one whenever the same file would be indexed otherwise than before: by a change of
 *
 * - a reader (`readers/`): which articles a file gives, their ids, details, text and blocks;
 * - the words of a text, how they fold and how they are hashed (`text/words.ts`, `text/wordHash.ts`);
 * - the index (`corpus/index/`): a field of `SegmentData`, what it holds, the coding of postings, what is frequent;
 * - what a library keeps beside it (`fileTable.ts`, `manifest.ts`).
 *
 * The test beside this file fails where the first three change what some sample texts give, and says so.
 */
export const INDEX_VERSION = 4;
