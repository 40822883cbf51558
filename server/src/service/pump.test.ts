import { describe, expect, it } from 'vitest';
import { drain, Slices, unlessAborted } from './pump.ts';

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

  it('lets timers run in between', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await drain(busy(60));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(2);
  });

  it('stops soon after it is cancelled', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 10);
    const started = performance.now();
    await expect(drain(busy(5000), controller.signal)).rejects.toThrow('aborted');
    expect(performance.now() - started).toBeLessThan(500);
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
