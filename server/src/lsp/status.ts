import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Configuration } from '../service/configuration.ts';
import { fileNameOf } from '../service/configurationPaths.ts';
import { countArticles } from '../service/countArticles.ts';
import type { Library, Progress } from '../service/library.ts';
import { PATIENCE_MS } from './progress.ts';
import { type Status, statusNotification } from './protocol.ts';

/** How many problems a status names; the files themselves show all of theirs. */
const MOST_MESSAGES = 12;

/** From how many files on reading takes long enough for a progress bar to be more than a flicker. */
const WORTH_A_BAR = 100;

/** What a status is made of. */
export interface StatusFacts {
  readonly libraries: readonly Library[];
  readonly configurations: readonly Configuration[];
  /** Findings in the drafts that are open. */
  readonly findings: number;
  /** Whether an open draft has no folder of sources to be checked against. */
  readonly sourceless: boolean;
  /** Whether an open draft has not been checked yet, as nobody has asked for it. */
  readonly unasked?: boolean;
}

export const NO_CORPUS =
  'There is nothing to check against: put your sources into a folder “corpus” beside the draft, or name their folders under “corpora” in .verbatim.yaml.';

/** Said where the user has stopped the reading. */
const STOPPED = 'Reading the sources was stopped, and some are not known yet. “Read All Sources Again” reads them.';

/** Said where silence would look like success. */
const UNASKED = 'A draft that is open has not been checked: “Check This Draft Now” does it.';

/** How things stand. While sources are read for the first time, that is all there is to say. */
export function statusOf(facts: StatusFacts): Status {
  const progress = progressOf(facts.libraries);
  if (progress) return { kind: 'indexing', ...progress };
  const articles = countArticles(facts.libraries);
  const messages = messagesOf(facts);
  const notes = [...new Set(facts.libraries.flatMap(({ beyondMemory }) => beyondMemory ?? [])), ...(facts.unasked ? [UNASKED] : [])];
  const counts = { articles, findings: facts.findings, ...(notes.length > 0 ? { notes } : {}) };
  return messages.length > 0 ? { kind: 'trouble', ...counts, messages } : { kind: 'ready', ...counts };
}

/** How far all libraries together have come; null where nothing is being read. */
export function progressOf(libraries: readonly Library[]): Progress | null {
  const running = libraries
    .map(({ progress, complete, stopped }) => progress ?? (complete || stopped ? null : { done: 0, total: 0 }))
    .filter((one) => one !== null);
  if (running.length === 0) return null;
  return { done: running.reduce((sum, { done }) => sum + done, 0), total: running.reduce((sum, { total }) => sum + total, 0) };
}

function messagesOf({ libraries, configurations, sourceless }: StatusFacts): string[] {
  const messages = new Set(
    configurations.flatMap(({ problems }) =>
      problems.map(({ file, line, message }) => `${fileNameOf(file)}, line ${line + 1}: ${message}`),
    ),
  );
  if (sourceless) messages.add(NO_CORPUS);
  if (libraries.some(({ stopped }) => stopped)) messages.add(STOPPED);
  for (const library of libraries) {
    for (const [folder, reason] of library.missingFolders) messages.add(`The folder ${folder} could not be read: ${reason}`);
    for (const [path, problems] of library.problems) {
      for (const { message, file } of problems) messages.add(`${fileNameOf(path)}${file === 'side' ? ', side file' : ''}: ${message}`);
    }
  }
  const all = [...messages];
  return all.length > MOST_MESSAGES
    ? [...all.slice(0, MOST_MESSAGES), `… and ${all.length - MOST_MESSAGES} more; the Problems view lists them.`]
    : all;
}

function percentageOf({ done, total }: Progress): number {
  return total === 0 ? 0 : Math.round((100 * done) / total);
}

function messageOf({ done, total }: Progress): string {
  return total === 0 ? '' : `${done} of ${total}`;
}

/** Tells the client how things stand, each state once, and shows a progress bar where reading takes a while. */
export class StatusTeller {
  readonly #connection: Connection;
  readonly #stop: () => void;
  #told = '';
  #bar: Promise<WorkDoneProgressServerReporter | null> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Status | null = null;

  /** `stop` ends the reading: the user does not want to wait for it. */
  constructor(connection: Connection, stop: () => void) {
    this.#connection = connection;
    this.#stop = stop;
  }

  async tell(facts: StatusFacts): Promise<void> {
    const status = statusOf(facts);
    const text = JSON.stringify(status);
    if (text === this.#told) return;
    this.#told = text;
    await this.#connection.sendNotification(statusNotification.method, status);
    await this.#show(status);
  }

  async #show(status: Status): Promise<void> {
    this.#last = status;
    if (status.kind !== 'indexing') {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const bar = this.#bar;
      this.#bar = null;
      (await bar)?.done();
      return;
    }
    if (this.#bar) (await this.#bar)?.report(percentageOf(status), messageOf(status));
    else if (status.total >= WORTH_A_BAR) await this.#begin(status);
    else this.#timer ??= setTimeout(() => void this.#beginLate(), PATIENCE_MS);
  }

  async #begin(status: Status & { kind: 'indexing' }): Promise<void> {
    clearTimeout(this.#timer);
    // A client that refuses a progress bar goes without.
    this.#bar = this.#connection.window.createWorkDoneProgress().catch(() => null);
    const bar = await this.#bar;
    bar?.begin('Reading sources', percentageOf(status), messageOf(status), true);
    // A client that shows no bars is given one that cannot be cancelled.
    const token: CancellationToken | undefined = bar?.token;
    token?.onCancellationRequested(() => this.#stop());
  }

  /** A few files may take a while, too. */
  async #beginLate(): Promise<void> {
    this.#timer = undefined;
    const status = this.#last;
    if (status?.kind === 'indexing' && !this.#bar) await this.#begin(status);
  }
}
