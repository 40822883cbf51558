import { randomUUID } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { decodeFile } from '../../readers/decode.ts';
import { type FixChoice, fixesTogether, withFixes } from '../../service/fixing.ts';
import { severityOf } from '../../service/severity.ts';
import type { CheckedDraft } from './checking.ts';
import { CannotRun, reasonOf } from './terminal.ts';

/** A fix may make room for another; after so many rounds those that still change something go in circles. */
const MOST_ROUNDS = 5;

/** Drafts with their fixes made, in memory. */
export interface Mended {
  /** All drafts as they are then. */
  readonly drafts: readonly CheckedDraft[];
  /** How many fixes were made. */
  readonly fixes: number;
}

/** Makes the fixes that may be made, looks again, and so on until none is left. `check` checks drafts beside each other. */
export async function mend(
  drafts: readonly CheckedDraft[],
  choice: FixChoice,
  check: (drafts: readonly CheckedDraft[], changed: ReadonlyMap<CheckedDraft, string>) => Promise<readonly CheckedDraft[]>,
): Promise<Mended> {
  let now = drafts;
  let made = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changed = new Map<CheckedDraft, string>();
    for (const one of now) {
      const fixes = fixesTogether(reported(one), choice);
      const text = withFixes(one.text, fixes);
      if (text === one.text) continue;
      changed.set(one, text);
      made += fixes.length;
    }
    if (changed.size === 0) break;
    now = await check(now, changed);
  }
  return { drafts: now, fixes: made };
}

function reported({ draft, analysis }: CheckedDraft) {
  return analysis.findings.filter((finding) => severityOf(finding, draft.configuration.settings) !== 'off');
}

/** What was changed in a draft, as a patch that `git apply` and `patch -p1` take; empty where nothing was. */
export function patchOf(path: string, before: string, after: string): string {
  if (before === after) return '';
  const name = path.replace(/^\.?\//, '');
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY });
}

const MARK = new Uint8Array([0xef, 0xbb, 0xbf]);

/**
 * Writes a draft's new text in the place of the old: whole or not at all, with its byte-order mark and its rights. Throws
 * {@link CannotRun} where it is no longer the text that was checked, is not UTF-8, or cannot be written.
 */
export async function writeDraft({ draft: { file, path } }: CheckedDraft, before: string, after: string): Promise<void> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CannotRun(`${path} was not changed, it cannot be read: ${reasonOf(error)}`);
  });
  if (decodeFile(bytes).text !== before) throw new CannotRun(`${path} was not changed: it has been written to in the meantime.`);
  if (!isUtf8(bytes)) throw new CannotRun(`${path} was not changed: it is not UTF-8. Save it as UTF-8 and try again.`);
  const marked = bytes.length >= MARK.length && MARK.every((byte, at) => bytes[at] === byte);
  const text = new TextEncoder().encode(after);
  try {
    await replaceFile(file, marked ? Buffer.concat([MARK, text]) : text);
  } catch (error) {
    throw new CannotRun(`${path} could not be written: ${reasonOf(error)}`);
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Through a file beside it, so that nobody ever finds half of it; a link stays a link. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const real = await realpath(file);
  const { mode } = await stat(real);
  const beside = `${real}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, bytes, { mode, flag: 'wx' });
    await rename(beside, real);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
