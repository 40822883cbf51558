import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';

const shown: string[] = [];

vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly #listeners: ((value: unknown) => void)[] = [];
    readonly event = (listener: (value: unknown) => void) => this.#listeners.push(listener);
    fire(value: unknown): void {
      for (const listener of this.#listeners) listener(value);
    }
  },
  Uri: { parse: (uri: string) => uri },
  window: { showErrorMessage: (message: string) => shown.push(message) },
}));

const { LateClient, State } = await import('./lateClient.ts');

/** The library's client, which writes down what is done with it. */
function library() {
  const done: string[] = [];
  let tell: (change: { newState: number }) => void = () => undefined;
  const client = {
    state: State.Stopped as number,
    start: async () => {
      done.push('started');
      client.state = State.Running;
      tell({ newState: State.Running });
    },
    stop: async () => void done.push('stopped'),
    sendRequest: async (method: string, ...rest: unknown[]) => {
      done.push(`asked ${method}`);
      return rest;
    },
    onNotification: (method: string) => {
      done.push(`listens to ${method}`);
      return { dispose: () => done.push(`no longer listens to ${method}`) };
    },
    onDidChangeState: (listener: typeof tell) => {
      tell = listener;
      return { dispose: () => undefined };
    },
    error: (message: string) => done.push(message),
  };
  return { client: client as unknown as BaseLanguageClient, done };
}

const late = (create: () => Promise<BaseLanguageClient>) => new LateClient({}, create);

describe('the late client', () => {
  afterEach(() => {
    shown.length = 0;
  });

  it('loads nothing before it is started, and is stopped only then', async () => {
    const create = vi.fn();
    await late(create).stop();
    expect(create).not.toHaveBeenCalled();
  });

  it('listens before the first message, and asks afterwards', async () => {
    const { client, done } = library();
    const one = late(async () => client);
    const asked = one.sendRequest('verbatim/status', null);
    one.onNotification('verbatim/checked', () => undefined);
    one.onNotification('verbatim/gone', () => undefined).dispose();
    expect(one.state).toBe(State.Stopped);
    await one.start();
    // Without a token there is no parameter in its place.
    expect(await asked).toEqual([null]);
    expect(done[0]).toBe('listens to verbatim/checked');
    expect(new Set(done.slice(1))).toEqual(new Set(['asked verbatim/status', 'started']));
    expect(one.state).toBe(State.Running);
    await one.stop();
    expect(done.at(-1)).toBe('stopped');
  });

  it('tells of each change, and lets go of what it listened to', async () => {
    const { client, done } = library();
    const one = late(async () => client);
    const states: number[] = [];
    one.onDidChangeState(({ newState }) => states.push(newState));
    const listening = one.onNotification('verbatim/checked', () => undefined);
    await one.start();
    listening.dispose();
    expect(states).toEqual([State.Running]);
    expect(done.at(-1)).toBe('no longer listens to verbatim/checked');
  });

  it('shows what went wrong where there is no library to do so', async () => {
    const one = late(() => Promise.reject(new Error('not there')));
    await expect(one.start()).rejects.toThrow('not there');
    one.error('The language server could not be started.');
    await vi.waitFor(() => expect(shown).toEqual(['The language server could not be started.']));
  });
});
