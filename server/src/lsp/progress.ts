import { type Connection, type ProgressToken, WorkDoneProgress } from 'vscode-languageserver';

/** Whoever waits longer is shown that something is done, in milliseconds. */
export const PATIENCE_MS = 500;

/** Does what a client has asked for, and tells it that this is going on where it wants to know and it takes a while. */
export async function tellingProgress<T>(
  connection: Connection,
  { token, title }: { readonly token: ProgressToken | undefined; readonly title: string },
  task: () => Promise<T>,
): Promise<T> {
  if (token === undefined) return await task();
  let begun = false;
  const timer = setTimeout(() => {
    begun = true;
    // The request that it belongs to can be cancelled like every other.
    void connection.sendProgress(WorkDoneProgress.type, token, { kind: 'begin', title, cancellable: true });
  }, PATIENCE_MS);
  try {
    return await task();
  } finally {
    clearTimeout(timer);
    if (begun) void connection.sendProgress(WorkDoneProgress.type, token, { kind: 'end' });
  }
}
