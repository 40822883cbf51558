import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';

/** Whoever waits longer is shown that something is done, in milliseconds. */
const PATIENCE_MS = 500;

/** Does what somebody waits for; shows that it is going on where it takes a while, with a way to cancel it. Null where it was cancelled. */
export async function patiently<T>(title: string, task: (token: CancellationToken) => Promise<T>): Promise<T | null> {
  const source = new CancellationTokenSource();
  const run = task(source.token);
  const ended = run.then(
    () => undefined,
    () => undefined,
  );
  const timer = setTimeout(() => {
    void window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      return ended;
    });
  }, PATIENCE_MS);
  try {
    return await run;
  } catch (error) {
    if (source.token.isCancellationRequested) return null;
    throw error;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
