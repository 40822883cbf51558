import type { YAMLParseError } from 'yaml';
import { plainly } from '../text/said.ts';

/** Where a file stops being YAML, in words for people who do not know what YAML is. */
export interface YamlTrouble {
  /** In UTF-16 code units from the start of the file. */
  readonly offset: number;
  readonly message: string;
}

/** How far a file is read as it was meant; behind the first error that is more than a key twice, keys are misread too. */
export function endOfReadable(errors: readonly YAMLParseError[]): number {
  return Math.min(...errors.filter(({ code }) => code !== 'DUPLICATE_KEY').map(({ pos }) => pos[0]));
}

/** What follows from what is wrong is told nobody: of the errors that spoil all behind them only the first is given. */
export function yamlTroubles(errors: readonly YAMLParseError[], duplicate: string): readonly YamlTrouble[] {
  const told = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const [first] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  return [...told, ...(first ? [first] : [])].map(({ pos, code, message }) => ({
    offset: pos[0],
    message: code === 'DUPLICATE_KEY' ? duplicate : inWords(code, message),
  }));
}

/** “Flow sequence in block collection must be … and end with a ]”, “Expected flow map to end with }”: `]`, `}`. */
const UNCLOSED = /\bend with (?:a )?([\]}])/u;

function inWords(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return plainly`YAML is indented with spaces, not with tabs.`;
  const bracket = UNCLOSED.exec(message)?.[1];
  if (bracket) return plainly`A bracket that was opened before this is not closed: its “${bracket}” is missing.`;
  if (/\bclosing .*quote/iu.test(message)) return plainly`A quotation mark that was opened before this is not closed.`;
  return plainly`This is not YAML: ${message.split('\n')[0] ?? ''}`;
}
