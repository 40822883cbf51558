import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../test/support/handMade.ts';
import { toEnd } from '../text/steps.ts';
import type { Article } from './article.ts';
import { areCopies, isOneSource, likeness, shinglesOf, sourcesAmong } from './copies.ts';
import { CopyFinder } from './copyFinder.ts';

/** Prose of its own for each seed, sentence by sentence (numbers by mulberry32). */
function prose(seed: number, sentences: number): string[] {
  let state = seed;
  const next = (most: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
  const word = () => Array.from({ length: 2 + next(3) }, () => 'ba de ki lo mu na po ri su ta ve zo'.split(' ')[next(12)]).join('');
  return Array.from({ length: sentences }, () => {
    const words = Array.from({ length: 12 }, word).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  });
}

let made = 0;
const article = (sentences: readonly string[], details: Partial<Article> = {}) => articleOf(`${made++}.md`, sentences.join(' '), details);

const WIRE = prose(1, 20);
const SPEECH = prose(2, 12).join(' ');

describe('two articles are copies', () => {
  test.each([
    ['word for word', WIRE],
    ['of which one was cut', WIRE.slice(0, 6)],
    ['of which one has lines of its own round it', [...prose(3, 2), ...WIRE, ...prose(4, 5)]],
    ['of which one was cut and wrapped', [...prose(3, 2), ...WIRE.slice(0, 10), ...prose(4, 4)]],
    ['with a slip in every other sentence', WIRE.map((sentence, i) => (i % 2 === 0 ? sentence.replace(/ \w+ /, ' another ') : sentence))],
    ['with quotations cut out', WIRE.map((sentence, i) => (i === 3 ? `“${SPEECH}” ${sentence}` : sentence))],
  ])('%s', (_, sentences) => {
    expect(areCopies(article(WIRE), article(sentences))).toBe(true);
    expect(areCopies(article(sentences), article(WIRE))).toBe(true);
  });

  test('where little stands in them, if it is all the same', () => {
    expect(areCopies(article(WIRE.slice(0, 1)), article(WIRE.slice(0, 1)))).toBe(true);
    expect(areCopies(article(WIRE.slice(0, 1)), article([(WIRE[0] as string).replace(/ \w+\.$/, ' other.')]))).toBe(false);
  });

  test('where they are one speech in marks', () => {
    expect(
      areCopies(article([`“${SPEECH}”`, 'Quill said on Monday in the town of Saltmere.']), article([`“${SPEECH}”`, 'She was cheered.'])),
    ).toBe(true);
  });
});

describe('two articles are no copies', () => {
  test.each([
    ['of two reporters who heard one speech', [...prose(5, 10), `“${SPEECH}”`, ...prose(6, 4)], [`“${SPEECH}”`, ...prose(7, 12)]],
    ['that share a paragraph', [...WIRE.slice(0, 3), ...prose(8, 12)], [...WIRE.slice(0, 3), ...prose(9, 12)]],
    ['of which one is hardly anything', ['A fire, they said on Friday.'], ['A fire, they said on Friday.', ...WIRE]],
    ['of nothing', [''], ['']],
  ])('%s', (_, a, b) => {
    expect(areCopies(article(a), article(b))).toBe(false);
  });
});

test('a long text is known by a sample', () => {
  const long = prose(10, 900);
  const [whole, half] = [shinglesOf(article(long)), shinglesOf(article([...long.slice(0, 450), ...prose(11, 450)]))];
  expect(whole.hashes.length).toBe(4096);
  expect(likeness(whole, half).resemblance).toBeCloseTo(1 / 3, 1);
  expect(likeness(whole, shinglesOf(article(long.slice(0, 40)))).containment).toBeGreaterThan(0.98);
});

test('sources are counted without their copies and versions', () => {
  const edition = { of: 'urn:quay:1', version: null, created: null, status: 'usable' as const };
  const [a, b, c] = [article(WIRE), article(prose(12, 10), { edition }), article(WIRE.slice(0, 9))];
  const d = article(prose(13, 10), { edition });
  expect(sourcesAmong([a, b, c, d, a])).toEqual([
    [a, c],
    [b, d],
  ]);
  expect([isOneSource([a, c]), isOneSource([a, b]), isOneSource([])]).toEqual([true, false, true]);
});

test('what joins two sources is of both', () => {
  const [a, b, roundup] = [article(WIRE), article(prose(14, 20)), article([...WIRE, ...prose(14, 20)])];
  expect(sourcesAmong([a, b, roundup])).toEqual([[a, b, roundup]]);
});

describe('the copies of a corpus', () => {
  const copiesOf = (articles: readonly Article[], mostShingles?: number) => {
    const finder = new CopyFinder(mostShingles);
    for (const one of articles) finder.add(one);
    return toEnd(finder.find());
  };

  test('are what holding each article against each other gives', () => {
    const wires = Array.from({ length: 12 }, (_, i) => prose(100 + i, 15));
    const articles = wires.flatMap((wire, i) => [
      article(wire),
      article([...wire.slice(0, 9), ...prose(200 + i, i % 5)]),
      article([...wire.slice(0, 3), ...prose(300 + i, 12)]),
      article(prose(400 + i, 15)),
    ]);
    const found = copiesOf(articles);
    const slow = sourcesAmong(articles).filter(({ length }) => length > 1);
    expect(slow.length).toBe(12);
    for (const source of slow) {
      const ids = source.map(({ id }) => id);
      for (const id of ids) expect([id, ...(found.get(id) ?? [])].sort()).toEqual([...ids].sort());
    }
    expect(found.size).toBe(slow.flat().length);
  });

  test('are not what two texts each share with a third', () => {
    const [a, b, roundup] = [article(WIRE), article(prose(14, 20)), article([...WIRE, ...prose(14, 20)])];
    const found = copiesOf([a, b, roundup]);
    expect([a, b, roundup].map(({ id }) => found.get(id))).toEqual([[roundup.id], [roundup.id], [a.id, b.id]]);
  });

  test('are found among more of them than are held against each other', () => {
    const articles = Array.from({ length: 60 }, () => article(WIRE));
    expect(copiesOf(articles).get(articles[0]?.id ?? '')).toHaveLength(59);
  });

  test('are found by a sample where the corpus is large', () => {
    const wires = Array.from({ length: 120 }, (_, i) => prose(1000 + i, 60));
    const last = wires.slice(-20).map((wire) => article(wire.slice(0, 40)));
    const found = copiesOf([...wires.map((wire) => article(wire)), ...last], 20_000);
    expect(found.size).toBe(40);
    expect(last.every(({ id }) => found.get(id)?.length === 1)).toBe(true);
  });
});
