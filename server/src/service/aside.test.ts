import { expect, it } from 'vitest';
import type { Article } from '../corpus/article.ts';
import { drainAside, Foreground, fetchFew } from './aside.ts';

const never = new AbortController().signal;

/** A promise that is kept when it is said so. */
function later() {
  let keep: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}

it('work that nobody waits for lets what somebody waits for go first, whatever comes of that', async () => {
  const foreground = new Foreground();
  const [one, two] = [later(), later()];
  const done: string[] = [];
  const asked = [
    foreground.during(() => one.promise.then(() => done.push('one'))),
    foreground.during(() => two.promise.then(() => Promise.reject(new Error('two')))),
  ];
  const aside = drainAside(
    (function* () {
      done.push('aside');
      yield;
      return 7;
    })(),
    () => foreground.quiet(),
    never,
  );
  one.keep();
  two.keep();
  await expect(asked[1]).rejects.toThrow('two');
  expect(await aside).toBe(7);
  expect(done).toEqual(['one', 'aside']);
});

it('work that nobody waits for can be given up', async () => {
  const controller = new AbortController();
  const aside = drainAside(
    (function* () {
      for (;;) yield;
    })(),
    () => Promise.resolve(),
    controller.signal,
  );
  controller.abort(new Error('enough'));
  await expect(aside).rejects.toThrow('enough');
});

it('texts are fetched a few at a time, each once', async () => {
  const ids = Array.from({ length: 30 }, (_, i) => `/c/${i}.md`);
  const batches: (readonly string[])[] = [];
  const found = await fetchFew(ids, async (some) => {
    batches.push(some);
    return new Map(some.map((id) => [id, { id } as Article]));
  });
  expect([...found.keys()]).toEqual(ids);
  expect(batches.flat()).toEqual(ids);
  expect(batches.length).toBeGreaterThan(1);
});
