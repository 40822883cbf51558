import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { grouped, type Said, say } from '../text/said.ts';
import type { Traits } from './traits.ts';

/** Work that is done sooner shows no bar: that would be no more than a flicker. Milliseconds. */
const WORTH_A_BAR_MS = 400;
/** How often a bar moves, in milliseconds. */
const MOVES_MS = 100;

/** How far work has come. */
export type Progressed = (done: number, total: number) => void;

/**
 * Does work that may take a while, with a bar that shows how far it has come and with which it can be given up: then, as when
 * `signal` is aborted, the work's own signal is. A client that shows no bars goes without.
 */
export async function working<T>(
  {
    connection,
    traits,
    title,
  }: { readonly connection: Connection; readonly traits: Pick<Traits, 'progress' | 'voice'>; readonly title: Said },
  signal: AbortSignal,
  work: (signal: AbortSignal, progressed: Progressed) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  let bar: Promise<WorkDoneProgressServerReporter | null> | null = null;
  let moved = performance.now() + WORTH_A_BAR_MS - MOVES_MS;
  const progressed: Progressed = (done, total) => {
    if (!traits.progress || performance.now() - moved < MOVES_MS) return;
    moved = performance.now();
    const percentage = total === 0 ? 0 : Math.floor((100 * done) / total);
    const { tell } = traits.voice;
    const message = tell(say`${grouped(done)} of ${grouped(total)}`);
    if (bar) void bar.then((shown) => shown?.report(percentage, message));
    else bar = beginning(connection, controller, { title: tell(title), percentage, message });
  };
  try {
    return await work(controller.signal, progressed);
  } finally {
    signal.removeEventListener('abort', abort);
    void (bar as Promise<WorkDoneProgressServerReporter | null> | null)?.then((shown) => shown?.done());
  }
}

/** The writer pressed “Cancel” on the bar. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

async function beginning(
  connection: Connection,
  controller: AbortController,
  { title, percentage, message }: { readonly title: string; readonly percentage: number; readonly message: string },
): Promise<WorkDoneProgressServerReporter | null> {
  // A client that refuses a progress bar goes without.
  const shown = await connection.window.createWorkDoneProgress().catch(() => null);
  shown?.begin(title, percentage, message, true);
  shown?.token.onCancellationRequested(() => controller.abort(new GivenUp()));
  return shown;
}
