import { describe, expect, it } from 'vitest';
import { drain, Slices, unlessAborted } from './pump.ts';

/** Milliseconds after which something has not happened: far more than a busy machine needs. */
const PATIENCE = 4000;

/** Work of so many milliseconds, a little at a time. */
function* busy(milliseconds: number): Generator<void, string> {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) yield;
  return 'done';
}

describe('work in slices', () => {
  it('comes to its end', async () => {
    expect(await drain(busy(5))).toBe('done');
  });

  it('lets messages in between where there is no Node', async () => {
    const node = globalThis.setImmediate;
    Object.assign(globalThis, { setImmediate: undefined });
    const { port1, port2 } = new MessageChannel();
    try {
      let heard = false;
      port1.onmessage = () => {
        heard = true;
      };
      port2.postMessage('stop');
      function* untilHeard(): Generator<void, boolean> {
        const given = performance.now() + PATIENCE;
        while (!heard && performance.now() < given) yield;
        return heard;
      }
      expect(await drain(untilHeard())).toBe(true);
    } finally {
      port1.close();
      Object.assign(globalThis, { setImmediate: node });
    }
  });

  it('lets timers run in between', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    function* untilTicked(): Generator<void, boolean> {
      const given = performance.now() + PATIENCE;
      while (ticks < 3 && performance.now() < given) yield;
      return ticks >= 3;
    }
    expect(await drain(untilTicked())).toBe(true);
    clearInterval(timer);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 10);
    await expect(drain(busy(PATIENCE), controller.signal)).rejects.toThrow('aborted');
  });

  it('does not begin where it is cancelled already', async () => {
    await expect(new Slices(AbortSignal.abort()).pause()).rejects.toThrow('aborted');
  });
});

describe('waiting', () => {
  it('ends with the work', async () => {
    expect(await unlessAborted(Promise.resolve(1), new AbortController().signal)).toBe(1);
    await expect(unlessAborted(Promise.reject(new Error('no')), new AbortController().signal)).rejects.toThrow('no');
  });

  it('ends with the signal, though the work goes on', async () => {
    const controller = new AbortController();
    const waiting = unlessAborted(new Promise(() => undefined), controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(unlessAborted(Promise.reject(new Error('no')), controller.signal)).rejects.toThrow('enough');
  });
});
