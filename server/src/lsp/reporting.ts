import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Encoding, Positions, uriOfPath } from '../features/convert.ts';
import { SOURCE } from '../features/diagnostics.ts';
import type { Voice } from '../features/l10n/voice.ts';
import { decode } from '../readers/decode.ts';
import type { ReadingProblem } from '../readers/reader.ts';
import { sideFilesOf } from '../readers/sideFile.ts';
import type { Configuration, ConfigurationProblem } from '../service/configuration.ts';
import type { Host } from '../service/host.ts';
import type { Library } from '../service/library.ts';
import { Slices } from '../service/pump.ts';
import type { Traits } from './traits.ts';

/** The code of a problem in a project file. */
const CONFIGURATION_CODE = 'configuration';
/** The code of a problem with a file of the corpus. */
const SOURCE_FILE_CODE = 'source-file';

/** What was told of a file. */
interface Reported {
  readonly problems: readonly ConfigurationProblem[] | readonly ReadingProblem[];
  /** The diagnostics. */
  readonly text: string;
}

/**
 * Tells what is wrong with project files and with files of the corpus on these files themselves, and takes it back when
 * they are mended. These are sent, not asked for: the files are no drafts, and need not be open.
 */
export class Reporting {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #encoding: Encoding;
  readonly #voice: Voice;
  #reported: ReadonlyMap<string, Reported> = new Map();
  #tail: Promise<void> = Promise.resolve();

  constructor(connection: Connection, host: Host, { encoding, voice }: Pick<Traits, 'encoding' | 'voice'>) {
    this.#connection = connection;
    this.#host = host;
    this.#encoding = encoding;
    this.#voice = voice;
  }

  /** Replaces all that was reported before; says nothing of files that are as they were. */
  report(configurations: readonly Configuration[], libraries: readonly Library[]): Promise<void> {
    // One at a time, so that an older report cannot be sent after a newer one.
    const run = this.#tail.then(() => this.#report(configurations, libraries));
    this.#tail = run.catch(() => undefined);
    return run;
  }

  async #report(configurations: readonly Configuration[], libraries: readonly Library[]): Promise<void> {
    const found = new Map<string, Reported>();
    const add = async (file: string, problems: Reported['problems'], describe: () => Promise<Diagnostic[]>) => {
      if (!found.has(file)) found.set(file, await this.#reportedOf(file, problems, describe));
    };
    const slices = new Slices();
    for (const [file, problems] of byFile(configurations)) await add(file, problems, () => this.#configuration(file, problems));
    for (const library of libraries) {
      for (const [file, problems] of library.problems) {
        const [own, beside] = parted(problems);
        if (own.length > 0) await add(file, own, () => this.#source(file, own));
        if (beside.length > 0) {
          const side = await this.#sideOf(file);
          await add(side, beside, () => this.#source(side, beside));
        }
        await slices.pause();
      }
    }
    for (const file of this.#reported.keys()) {
      if (!found.has(file)) await this.#connection.sendDiagnostics({ uri: uriOfPath(file), diagnostics: [] });
    }
    this.#reported = found;
  }

  /** Tells of a file, unless it was told before: of thousands with problems each is looked at for every piece of the index. */
  async #reportedOf(file: string, problems: Reported['problems'], describe: () => Promise<Diagnostic[]>): Promise<Reported> {
    const before = this.#reported.get(file);
    if (before?.problems === problems) return before;
    const diagnostics = await describe();
    const text = JSON.stringify(diagnostics);
    if (text !== before?.text) await this.#connection.sendDiagnostics({ uri: uriOfPath(file), diagnostics });
    return { problems, text };
  }

  async #configuration(file: string, problems: readonly ConfigurationProblem[]): Promise<Diagnostic[]> {
    const text = await this.#textOf(file);
    const positions = new Positions(text, this.#encoding);
    const units = new Positions(text);
    return problems.map(({ line, character, message }) => {
      const start = units.offset({ line, character });
      const end = units.offset({ line, character: Number.POSITIVE_INFINITY });
      return {
        range: positions.range({ start, end }),
        severity: DiagnosticSeverity.Warning,
        source: SOURCE,
        code: CONFIGURATION_CODE,
        message: this.#voice.retell(message),
      };
    });
  }

  async #source(file: string, problems: readonly ReadingProblem[]): Promise<Diagnostic[]> {
    const positions = new Positions(problems.some(({ span }) => span) ? await this.#textOf(file) : '', this.#encoding);
    return problems.map(({ span, message }) => ({
      range: positions.range(span ?? { start: 0, end: 0 }),
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      code: SOURCE_FILE_CODE,
      message: this.#voice.retell(message),
    }));
  }

  /** The side file that a source has. */
  async #sideOf(file: string): Promise<string> {
    const [first = file, ...others] = sideFilesOf(file);
    for (const side of [first, ...others]) if (await this.#host.stat(side)) return side;
    return first;
  }

  /** A file's text as its reader counts in it; nothing where it cannot be read. */
  async #textOf(file: string): Promise<string> {
    try {
      return decode(await this.#host.readFile(file));
    } catch {
      return '';
    }
  }
}

/** What is wrong with a source itself, and with its side file: the same lists for the same problems. */
function parted(problems: readonly ReadingProblem[]): readonly [own: readonly ReadingProblem[], beside: readonly ReadingProblem[]] {
  if (problems.every(({ file }) => file === undefined)) return [problems, []];
  const known = partedBefore.get(problems);
  if (known) return known;
  const both = [problems.filter(({ file }) => file === undefined), problems.filter(({ file }) => file === 'side')] as const;
  partedBefore.set(problems, both);
  return both;
}

const partedBefore = new WeakMap<readonly ReadingProblem[], ReturnType<typeof parted>>();

function byFile(configurations: readonly Configuration[]): Map<string, readonly ConfigurationProblem[]> {
  const files = new Map<string, readonly ConfigurationProblem[]>();
  for (const { problems } of configurations) {
    // Drafts of several folders share project files; each has read them whole.
    const own = new Map<string, ConfigurationProblem[]>();
    for (const problem of problems) own.set(problem.file, [...(own.get(problem.file) ?? []), problem]);
    for (const [file, found] of own) files.set(file, found);
  }
  return files;
}
