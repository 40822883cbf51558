import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Superseded } from '../service/sourceCheck.ts';

/** Where trouble is told: the editor's log. */
export interface Log {
  error(message: string): void;
}

/** Answers a request; the signal is aborted when the client cancels it. */
export type Handler<Params, Result> = (params: Params, signal: AbortSignal) => Promise<Result>;

/** The client took its request back. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The document changed while its request was being answered, so that the answer would be about other words. */
export class OutOfDate extends Error {
  override readonly name = 'OutOfDate';
}

/**
 * A handler that always answers: a cancelled request at once and as cancelled, one that failed with an error and a line
 * in the log. Nothing that goes wrong in one request touches the next.
 */
export function guarded<Params, Result>(
  name: string,
  log: Log,
  handler: Handler<Params, Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    if (token.isCancellationRequested) throw answerFor(new Cancelled(), name, log);
    const controller = new AbortController();
    const subscription = token.onCancellationRequested(() => controller.abort(new Cancelled()));
    try {
      return await handler(params, controller.signal);
    } catch (error) {
      throw answerFor(error, name, log);
    } finally {
      subscription.dispose();
    }
  };
}

/** The same for what is not answered: notifications, events and work of our own. */
export function guardedTask(name: string, log: Log, task: () => void | Promise<void>): void {
  const fail = (error: unknown) => {
    if (!isOvertaken(error)) log.error(`${name}: ${outlineOf(error)}`);
  };
  try {
    Promise.resolve(task()).catch(fail);
  } catch (error) {
    fail(error);
  }
}

/** Whether work was only given up because a newer state of things asks for its own. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Cancelled || error instanceof Superseded || error instanceof OutOfDate;
}

function answerFor(error: unknown, name: string, log: Log): ResponseError<unknown> {
  if (error instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  if (error instanceof Superseded || error instanceof OutOfDate) {
    // The data is what the diagnostics request asks for; others ignore it.
    if (name === 'textDocument/diagnostic')
      return new ResponseError(LSPErrorCodes.ServerCancelled, 'Overtaken.', { retriggerRequest: true });
    return new ResponseError(LSPErrorCodes.ContentModified, 'The draft has changed since.');
  }
  if (error instanceof ResponseError) return error;
  log.error(`${name}: ${outlineOf(error)}`);
  return new ResponseError(ErrorCodes.InternalError, `Verbatim could not answer (${name}). The log of the language server says more.`);
}

/** Kind and place of an error. Its message is left out: it may hold words of the draft. */
export function outlineOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return [error.name, ...frames.slice(0, 8)].join('\n');
}
