import { expect, it } from 'vitest';
import { turn } from '../service/pump.ts';
import { Turnstile } from './turnstile.ts';

it('so many tasks run at a time, in the order in which they came', async () => {
  const turnstile = new Turnstile(3);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const task = async (number: number) => {
    begun.push(number);
    most = Math.max(most, ++running);
    await turn();
    running--;
    if (number % 4 === 0) throw new Error(`${number}`);
    return number;
  };
  const numbers = Array.from({ length: 20 }, (_, at) => at);
  const ended = await Promise.allSettled(numbers.map((number) => turnstile.pass(() => task(number))));
  expect(begun).toEqual(numbers);
  expect(most).toBe(3);
  expect(ended.map(({ status }) => status)).toEqual(numbers.map((number) => (number % 4 === 0 ? 'rejected' : 'fulfilled')));
});
