import { expect, it, vi } from 'vitest';
import { articleOf } from '../../../test/support/handMade.ts';
import { type Gathered, Gathering } from './gathering.ts';

const articles = Array.from({ length: 100 }, (_, at) => articleOf(`${at}.md`, `Ten words of which one is number ${at} of them.`));
const WORDS = 10;

/** All that is gathered while so many milliseconds go by for each article. */
function gathered(finalWords: number, milliseconds: number): Gathered[] {
  let now = 0;
  const clock = vi.spyOn(process, 'hrtime').mockImplementation(() => [0, now * 1_000_000]);
  const gathering = new Gathering(finalWords);
  const all = articles.map((article) => {
    gathering.add([article]);
    now += milliseconds;
    return gathering.next();
  });
  clock.mockRestore();
  return [...all, gathering.end()].filter((one) => one !== null);
}

const finals = (all: readonly Gathered[]) => all.filter(({ final }) => final).map(({ segment }) => segment);

it('final segments depend on the articles alone, and have as many words as they may', () => {
  const quick = gathered(25 * WORDS, 0);
  expect(quick.map(({ segment, final }) => [final, segment.wordCount])).toEqual(Array(4).fill([true, 25 * WORDS]));
  expect(finals(gathered(25 * WORDS, 200))).toEqual(finals(quick));
});

it('interim segments come now and then until the final one, each half as large as those before it', () => {
  const all = gathered(1000 * WORDS, 100);
  expect(all.at(-1)).toMatchObject({ final: true, segment: { wordCount: 100 * WORDS } });
  const interim = all.filter(({ final }) => !final).map(({ segment }) => segment.wordCount / WORDS);
  expect(interim).toEqual([5, 5, 5, 8, 12, 18, 27]);
});

it('nothing is gathered of nothing', () => {
  expect(new Gathering(10).end()).toBeNull();
});
