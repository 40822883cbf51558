/** A key of an entry in the file of what is let stand. */
export type StetKey = 'rule' | 'words' | 'before' | 'after' | 'quotation' | 'draft' | 'reason' | 'date';

/** What a key is for, in the words of the schema and of the documentation. */
interface StetKeyInfo {
  readonly name: StetKey;
  readonly description: string;
  readonly examples: readonly string[];
  /** Whether it takes several texts as well as one. */
  readonly list: boolean;
}

/** All keys of an entry, in the order in which they are written. */
export const STET_KEYS: readonly StetKeyInfo[] = [
  {
    name: 'rule',
    description:
      'The rule that is not to be reported, or one kind of it; a list for several. Left out, all rules. With nothing else, the entry holds for everything the rule finds.',
    examples: ['misquote', 'misquote.number', '[misquote, wrong-date]'],
    list: true,
  },
  {
    name: 'words',
    description: 'The words of the draft that the finding lies on.',
    examples: ['storm'],
    list: false,
  },
  {
    name: 'before',
    description:
      'The words of the draft that stand before “words”. At least half of “before” and “after” must still be there, in their order.',
    examples: ['mayors and it will outlast the'],
    list: false,
  },
  {
    name: 'after',
    description: 'The words of the draft that stand after “words”.',
    examples: ['said Edda Quill, the harbour warden'],
    list: false,
  },
  {
    name: 'quotation',
    description: 'The words of a whole quotation, without its marks: it is let stand in every draft that has it.',
    examples: ['The lamp has outlasted three mayors.'],
    list: false,
  },
  {
    name: 'draft',
    description:
      'Where the entry holds: a draft’s path as seen from this file, a folder, or a glob pattern; a list for several. Left out, in every draft.',
    examples: ['columns/lamp.md', 'columns/**', '[lamp.md, bell.md]'],
    list: true,
  },
  { name: 'reason', description: 'Why it is let stand. For people only.', examples: ['She says “storm” on the tape.'], list: false },
  { name: 'date', description: 'The day on which it was let stand. For people only.', examples: ['2026-03-14'], list: false },
];

export const STET_KEY_NAMES: readonly StetKey[] = STET_KEYS.map(({ name }) => name);
