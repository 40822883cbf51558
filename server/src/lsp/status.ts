import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { ENGLISH, type Voice } from '../features/l10n/voice.ts';
import type { Configuration } from '../service/configuration.ts';
import { fileNameOf } from '../service/configurationPaths.ts';
import { countArticles } from '../service/countArticles.ts';
import type { Library, Progress } from '../service/library.ts';
import { NOTHING_SAID, type Said, say, together } from '../text/said.ts';
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

export const NO_CORPUS = say`There is nothing to check against: put your sources into a folder “corpus” beside the draft, or name their folders under “corpora” in .verbatim.yaml.`;

/** Said where the user has stopped the reading. */
const STOPPED = say`Reading the sources was stopped, and some are not known yet. “Read All Sources Again” reads them.`;

/** Said where silence would look like success. */
const UNASKED = say`A draft that is open has not been checked: “Check This Draft Now” does it.`;

/** How things stand. While sources are read for the first time, that is all there is to say. */
export function statusOf(facts: StatusFacts, voice: Voice = ENGLISH): Status {
  const progress = progressOf(facts.libraries);
  if (progress) return { kind: 'indexing', ...progress };
  const articles = countArticles(facts.libraries);
  const messages = messagesOf(facts, voice);
  const beyond = new Set(facts.libraries.flatMap(({ beyondMemory }) => beyondMemory ?? []));
  const notes = [...[...beyond].map(voice.retell), ...(facts.unasked ? [voice.tell(UNASKED)] : [])];
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

/** Something to be told, with what else it comes with: the words of a problem. */
type Message = readonly [said: Said, problem: string];

function messagesOf(facts: StatusFacts, { tell, retell }: Voice): string[] {
  const messages = new Map([...allMessages(facts)].map((message) => [message[0].text + message[1], message]));
  const shown = [...messages.values()].slice(0, MOST_MESSAGES).map(([said, problem]) => tell(said) + retell(problem));
  const more = messages.size - MOST_MESSAGES;
  return more > 0 ? [...shown, tell(say`… and ${more} more; the Problems view lists them.`)] : shown;
}

function* allMessages({ libraries, configurations, sourceless }: StatusFacts): Generator<Message> {
  for (const { file, line, message } of configurations.flatMap(({ problems }) => problems))
    yield [say`${fileNameOf(file)}, line ${line + 1}: `, message];
  if (sourceless) yield [NO_CORPUS, ''];
  if (libraries.some(({ stopped }) => stopped)) yield [STOPPED, ''];
  for (const { missingFolders, problems: all } of libraries) {
    for (const [folder, reason] of missingFolders) yield [say`The folder ${folder} could not be read: `, reason];
    for (const [path, problems] of all) {
      const [own, side] = [together(fileNameOf(path), ': '), say`${fileNameOf(path)}, side file: `];
      for (const { message, file } of problems) yield [file === 'side' ? side : own, message];
    }
  }
}

function percentageOf({ done, total }: Progress): number {
  return total === 0 ? 0 : Math.round((100 * done) / total);
}

function messageOf({ done, total }: Progress): Said {
  return total === 0 ? NOTHING_SAID : say`${done} of ${total}`;
}

/** Tells the client how things stand, each state once, and shows a progress bar where reading takes a while. */
export class StatusTeller {
  readonly #connection: Connection;
  readonly #voice: Voice;
  readonly #stop: () => void;
  #told = '';
  #bar: Promise<WorkDoneProgressServerReporter | null> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Status | null = null;

  /** `stop` ends the reading: the user does not want to wait for it. */
  constructor(connection: Connection, voice: Voice, stop: () => void) {
    this.#connection = connection;
    this.#voice = voice;
    this.#stop = stop;
  }

  async tell(facts: StatusFacts): Promise<void> {
    const status = statusOf(facts, this.#voice);
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
    if (this.#bar) (await this.#bar)?.report(percentageOf(status), this.#voice.tell(messageOf(status)));
    else if (status.total >= WORTH_A_BAR) await this.#begin(status);
    else this.#timer ??= setTimeout(() => void this.#beginLate(), PATIENCE_MS);
  }

  async #begin(status: Status & { kind: 'indexing' }): Promise<void> {
    clearTimeout(this.#timer);
    // A client that refuses a progress bar goes without.
    this.#bar = this.#connection.window.createWorkDoneProgress().catch(() => null);
    const bar = await this.#bar;
    const { tell } = this.#voice;
    bar?.begin(tell(say`Reading sources`), percentageOf(status), tell(messageOf(status)), true);
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
