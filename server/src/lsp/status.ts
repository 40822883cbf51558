import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Configuration } from '../service/configuration.ts';
import { fileNameOf } from '../service/configurationPaths.ts';
import { countArticles } from '../service/countArticles.ts';
import type { Library, Progress } from '../service/library.ts';
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
}

export const NO_CORPUS =
  'There is nothing to check against: put your sources into a folder “corpus” beside the draft, or name their folders under “corpora” in .verbatim.yaml.';

/** How things stand. While sources are read for the first time, that is all there is to say. */
export function statusOf(facts: StatusFacts): Status {
  const progress = progressOf(facts.libraries);
  if (progress) return { kind: 'indexing', ...progress };
  const articles = countArticles(facts.libraries);
  const messages = messagesOf(facts);
  const notes = [...new Set(facts.libraries.flatMap(({ beyondMemory }) => beyondMemory ?? []))];
  const counts = { articles, findings: facts.findings, ...(notes.length > 0 ? { notes } : {}) };
  return messages.length > 0 ? { kind: 'trouble', ...counts, messages } : { kind: 'ready', ...counts };
}

/** How far all libraries together have come; null where nothing is being read. */
export function progressOf(libraries: readonly Library[]): Progress | null {
  const running = libraries
    .map(({ progress, complete }) => progress ?? (complete ? null : { done: 0, total: 0 }))
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

/** Tells the client how things stand, each state once, and shows a progress bar where reading takes a while. */
export class StatusTeller {
  readonly #connection: Connection;
  #told = '';
  #bar: Promise<WorkDoneProgressServerReporter | null> | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
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
    if (status.kind !== 'indexing') {
      const bar = this.#bar;
      this.#bar = null;
      (await bar)?.done();
      return;
    }
    if (status.total < WORTH_A_BAR) return;
    const percentage = Math.round((100 * status.done) / status.total);
    const message = `${status.done} of ${status.total}`;
    if (this.#bar) (await this.#bar)?.report(percentage, message);
    else {
      // A client that refuses a progress bar goes without.
      this.#bar = this.#connection.window.createWorkDoneProgress().catch(() => null);
      (await this.#bar)?.begin('Reading sources', percentage, message, false);
    }
  }
}
