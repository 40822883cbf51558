import ignore, { type Ignore } from 'ignore';

/** Files with rules, as Git writes them, that say what is passed over in their folder. */
export const GIT_IGNORE = '.gitignore';
/** The same for sources only. What it says goes before what Git's says. */
export const OWN_IGNORE = '.verbatimignore';

/** Whether a path is that of a file with such rules. */
export function isIgnoreFile(path: string): boolean {
  return path.endsWith(`/${GIT_IGNORE}`) || path.endsWith(`/${OWN_IGNORE}`);
}

/** Names that no rule is written for: one that has them all has everything. */
const ANYTHING = ['qzx0/qzx1.qzx2', 'Ωж3.Ωж4'];

/** What the rules of one folder say of a path: nothing where none of them is about it. */
export type Verdict = 'out' | 'in' | null;

/** The rules of one folder. Paths count from it and have no slash in front; a folder's has one at its end. */
export class IgnoreFile {
  readonly #rules: Ignore;

  /**
   * `git` and `own` are what the two files say. `whole`: the way from their folder to the corpus folder ('' where it is the
   * same one, undefined where it lies further down). Rules of Git's that are about all of the corpus do not count: they keep
   * an archive out of Git, and it was named as a corpus all the same.
   */
  constructor({ git, own }: { readonly git: string; readonly own: string }, whole?: string) {
    const lines = linesOf(git);
    const counting = whole === undefined ? lines : lines.filter((line) => !isAboutAll(line, whole));
    this.#rules = ignore().add([...counting, ...linesOf(own)]);
  }

  /** What the rules say of a path whose folders have been asked about before. */
  of(path: string): Verdict {
    const { ignored, unignored } = this.#rules.test(path);
    if (ignored) return 'out';
    return unignored ? 'in' : null;
  }
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/);
}

function isAboutAll(line: string, whole: string): boolean {
  const rule = ignore().add(line);
  if (whole !== '' && rule.ignores(`${whole}/`)) return true;
  return ANYTHING.every((name) => rule.ignores(whole === '' ? name : `${whole}/${name}`));
}
