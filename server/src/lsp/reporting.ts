import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Encoding, Positions, uriOfPath } from '../features/convert.ts';
import { SOURCE } from '../features/diagnostics.ts';
import { decode } from '../readers/decode.ts';
import type { ReadingProblem } from '../readers/reader.ts';
import type { Configuration, ConfigurationProblem } from '../service/configuration.ts';
import type { Host } from '../service/host.ts';
import type { Library } from '../service/library.ts';

/** The code of a problem in a project file. */
const CONFIGURATION_CODE = 'configuration';
/** The code of a problem with a file of the corpus. */
const SOURCE_FILE_CODE = 'source-file';

/**
 * Tells what is wrong with project files and with files of the corpus on these files themselves, and takes it back when
 * they are mended. These are sent, not asked for: the files are no drafts, and need not be open.
 */
export class Reporting {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #encoding: Encoding;
  #reported = new Map<string, string>();
  #tail: Promise<void> = Promise.resolve();

  constructor(connection: Connection, host: Host, encoding: Encoding) {
    this.#connection = connection;
    this.#host = host;
    this.#encoding = encoding;
  }

  /** Replaces all that was reported before; says nothing of files that are as they were. */
  report(configurations: readonly Configuration[], libraries: readonly Library[]): Promise<void> {
    // One at a time, so that an older report cannot be sent after a newer one.
    const run = this.#tail.then(() => this.#report(configurations, libraries));
    this.#tail = run.catch(() => undefined);
    return run;
  }

  async #report(configurations: readonly Configuration[], libraries: readonly Library[]): Promise<void> {
    const found = new Map<string, Diagnostic[]>();
    const add = (file: string, diagnostics: Diagnostic[]) => {
      if (!found.has(uriOfPath(file))) found.set(uriOfPath(file), diagnostics);
    };
    for (const [file, problems] of byFile(configurations)) add(file, await this.#configuration(file, problems));
    for (const library of libraries) {
      for (const [file, problems] of library.problems) add(file, await this.#source(file, problems));
    }
    const reported = new Map([...found].map(([uri, diagnostics]) => [uri, JSON.stringify(diagnostics)]));
    for (const [uri, diagnostics] of found) {
      if (this.#reported.get(uri) !== reported.get(uri)) await this.#connection.sendDiagnostics({ uri, diagnostics });
    }
    for (const uri of this.#reported.keys()) {
      if (!found.has(uri)) await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    this.#reported = reported;
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
        message,
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
      message,
    }));
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

function byFile(configurations: readonly Configuration[]): Map<string, readonly ConfigurationProblem[]> {
  const files = new Map<string, readonly ConfigurationProblem[]>();
  // Drafts of several folders share a project file; each has read it whole.
  for (const { problems } of configurations) {
    for (const { file } of problems) files.set(file, problems);
  }
  return files;
}
