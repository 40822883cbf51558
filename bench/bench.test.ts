import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { INSERTED, patternOf, place } from './aligner.ts';
import { calibrate } from './calibration.ts';
import { openArchive } from './corpora.ts';
import { bracketed, changeNumbers, cutOut, editWords, mistype } from './edits.ts';
import { ENGINES, OURS } from './engines/all.ts';
import { isExact, isRight, similarity, wordDistance } from './judge.ts';
import { draftOf, layOut } from './layOut.ts';
import { madeUpTexts } from './madeUp.ts';
import { measure } from './measure.ts';
import { CELLS, draftFor, NOWHERE_CELLS, queriesFor, UNEDITED_CELLS, vocabularyOf } from './queries.ts';
import { hashOf, random } from './random.ts';
import { articleSized } from './realTexts.ts';
import type { Run } from './results.ts';
import { bestTimes, timesOf } from './timing.ts';
import { queryTokens, WILD } from './tokens.ts';
import { foldedWords, wordHashes, wordsOf } from './words.ts';

const TEXTS = madeUpTexts(90);
const archive = openArchive(TEXTS);
const SIZE = 120;
const textOf = (article: number) => archive.article(article).text;
/** Engines without an index: a test has no time for more than a few of their queries. */
const SCANNING = ['approx', 'fuse'];
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-test-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('articles as files', () => {
  it('are laid out as they are, and a draft quotes them', () => {
    const folder = newFolder();
    layOut(archive, 12, folder);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|txt)$/.test(name));
    expect(files).toHaveLength(12);
    const first = readFileSync(join(folder, files.sort()[0] as string), 'utf8');
    expect(first).toContain(`title: ${JSON.stringify(archive.article(0).title)}`);
    expect(first).toContain(textOf(0));
    const draft = draftOf([0, 1, 2].map(textOf));
    expect(draft.match(/“[^“”]{60,}”/gu)?.length).toBeGreaterThan(2);
  });

  it('are typed over by a hand', { timeout: 60_000 }, () => {
    const folder = newFolder();
    layOut(archive, 12, folder);
    const args = ['bench/protocol.ts', '--corpus', folder, '--keystrokes', '3', '--starts', '1', '--pause', '1'];
    const printed = execFileSync(process.execPath, args, { cwd: resolve(import.meta.dirname, '..'), encoding: 'utf8' });
    expect(printed).toMatch(/^12 articles/);
    expect(printed).toMatch(/^afterwards: busy +3 +\d/m);
  });

  it('are read from the start on, and again when they change', { timeout: 60_000 }, () => {
    const args = ['bench/reading.ts', '--made-up', '--sources', '40', '--starts', '1', '--changes', '3', '--edits', '2'];
    const printed = execFileSync(process.execPath, args, { cwd: resolve(import.meta.dirname, '..'), encoding: 'utf8' });
    expect(printed).toMatch(/^40 sources/);
    expect(printed).toMatch(/^\| until the new words are found \| \d/m);
    expect(printed).toMatch(/^\| until an open draft’s diagnostics know it \| \d/m);
  });
});

describe('a corpus', () => {
  it('is the same for the same texts and seed', () => {
    expect([...openArchive(madeUpTexts(90)).articles(SIZE)]).toEqual([...archive.articles(SIZE)]);
    expect(openArchive(TEXTS, { seed: 2 }).article(SIZE)).not.toEqual(archive.article(SIZE));
  });

  it('has each article by its number alone', () => {
    const fresh = openArchive(TEXTS);
    expect(fresh.article(SIZE - 1)).toEqual([...archive.articles(SIZE)].at(-1));
    expect(fresh.article(1_000_000).text.length).toBeGreaterThan(500);
  });

  it('begins with the real texts, and keeps some back', () => {
    const real = [...archive.articles(archive.realCount)].map(({ text }) => text);
    const held = archive.heldOut.map(({ text }) => text);
    expect(held.length).toBeGreaterThan(0);
    expect(real.length + held.length).toBe(TEXTS.length);
    expect(new Set([...real, ...held])).toEqual(new Set(TEXTS.map(({ text }) => text)));
  });

  it('goes on with near-copies of them', () => {
    const sentences = new Set([...archive.articles(archive.realCount)].flatMap(({ text }) => text.split(/(?<=\.)\s+/)));
    const made = [...Array(40).keys()].flatMap((i) => archive.article(archive.realCount + i).text.split(/(?<=\.)\s+/));
    const same = made.filter((sentence) => sentences.has(sentence)).length;
    expect(same / made.length).toBeGreaterThan(0.05);
    expect(same / made.length).toBeLessThan(0.95);
  });

  it('has long texts in pieces, and loses nothing of them', () => {
    const [first] = TEXTS;
    const whole = { ...(first as (typeof TEXTS)[number]), text: TEXTS.map(({ text }) => text).join('\n\n') };
    const pieces = articleSized(whole);
    expect(pieces.map(({ text }) => text).join('\n\n')).toBe(whole.text);
    expect(Math.max(...pieces.map(({ text }) => text.length))).toBeLessThan(9_001);
  });
});

describe('words', () => {
  const tricky =
    "a don’t O'Neil ’tis dogs’ co-op U.S. 1990s 20,000 3.5 1,2,3 9 straße Œuvre naïve nai\u0308ve soft\u00ADhyphen ﬁne ß Łódź —".split(' ');
  const spaced = fc.tuple(fc.constantFrom(...tricky), fc.constantFrom(' ', ', ', '. ', '—', '…', '\n', ' “', '” ', ' (', '-'));
  it('are the same, hashed and as strings', () => {
    fc.assert(
      fc.property(fc.array(spaced), (parts) => {
        const text = parts.flat().join('');
        expect([...wordHashes(text)]).toEqual(foldedWords(text).map((word) => wordHashes(word)[0]));
      }),
    );
  });

  it('stand where they say', () => {
    const text = 'The “co-op’s” 20,000 Ärzte, 3.5 %';
    const words = wordsOf(text);
    const slices = Array.from({ length: words.count }, (_, i) => text.slice(words.starts[i], words.ends[i]));
    expect(slices).toEqual(['The', 'co', 'op’s', '20,000', 'Ärzte', '3.5']);
    expect(foldedWords(text)).toEqual(['the', 'co', 'ops', '20000', 'arzte', '3.5']);
  });
});

describe('queries', () => {
  const queries = queriesFor(archive, { articles: SIZE, perCell: 30 });

  it('are as many of each cell, and the same again', () => {
    expect(queriesFor(openArchive(TEXTS), { articles: SIZE, perCell: 30 })).toEqual(queries);
    for (const { name } of CELLS) expect(queries.filter(({ cell }) => cell === name)).toHaveLength(30);
  });

  it('stand where they say, and are as long as their cell says', () => {
    for (const { cell, text, truth } of queries.filter((one) => one.truth !== null)) {
      const passage = textOf(truth?.article ?? 0).slice(truth?.start, truth?.end);
      const { least, most } = (CELLS.find(({ name }) => name === cell) as (typeof CELLS)[number]).passage;
      const count = wordHashes(passage).length;
      expect(count >= least && count <= most && truth !== null && truth.article < SIZE).toBe(true);
      expect(passage).toBe(passage.trim());
      expect(text === passage || !UNEDITED_CELLS.includes(cell)).toBe(true);
    }
  });

  it('that are nowhere are nowhere', () => {
    const all = [...archive.articles(SIZE)].map(({ text }) => text).join('\n');
    for (const { name, least, most } of NOWHERE_CELLS) {
      const sentences = queries.filter(({ cell }) => cell === name);
      expect(sentences.length).toBeGreaterThan(0);
      for (const { text, truth } of sentences) {
        expect([truth, all.includes(text)]).toEqual([null, false]);
        expect(wordHashes(text).length >= least && wordHashes(text).length <= most).toBe(true);
      }
    }
  });

  it('of a draft are 40 quotations and 80 claims', () => {
    expect(draftFor(archive, SIZE)).toHaveLength(120);
    expect(draftFor(archive, SIZE)).toEqual(draftFor(openArchive(TEXTS), SIZE));
  });
});

describe('edits', () => {
  const vocabulary = vocabularyOf(archive, SIZE);
  const passages = Array.from({ length: 400 }, (_, i) => archive.article(i).text.slice(0, 200).split(' ').slice(0, -1).join(' '));
  const distance = (text: string, edited: string) => wordDistance([...wordHashes(text)], wordHashes(edited));
  const rateOf = (edit: (text: string, i: number) => string) =>
    passages.reduce((sum, text, i) => sum + distance(text, edit(text, i)), 0) /
    passages.reduce((sum, text) => sum + wordHashes(text).length, 0);

  it.each([0.1, 0.2, 0.4, 0.7])('change %d of the words', (rate) => {
    // Two edits side by side may come to less than both: a word deleted and one put in is a word replaced.
    const measured = rateOf((text, i) => editWords(text, rate, { vocabulary, chance: random('edit', i) }));
    expect(measured / rate).toBeGreaterThan(rate > 0.5 ? 0.85 : 0.92);
    expect(measured / rate).toBeLessThan(1.03);
  });

  it('mistype 40 % of the words', () => expect(rateOf((text, i) => mistype(text, 0.4, random('slip', i)))).toBeCloseTo(0.4, 1));

  it('change numbers and nothing else', () => {
    const text = 'of 41 posts, 9 were hollow in 1990';
    for (let i = 0; i < 50; i++) {
      const changed = changeNumbers(text, random('numbers', i));
      expect(changed).not.toBe(text);
      expect(changed.replace(/\d/g, '#')).toBe(text.replace(/\d/g, '#'));
    }
  });

  it('cut out, and put in brackets', () => {
    for (const [i, text] of passages.slice(0, 50).entries()) {
      expect(similarity(cutOut(text, random('cut', i)), text)).toBe(1);
      const lost = wordHashes(text).length - wordHashes(bracketed(text, vocabulary, random('bracket', i)).replace(/\[.*\]/, '')).length;
      expect(lost === 1 || lost === 2).toBe(true);
    }
  });
});

describe('an answer', () => {
  const text = textOf(3);
  const truth = { article: 3, start: 0, end: text.indexOf('.') };
  const query = { cell: 'M 0 %', text: text.slice(truth.start, truth.end), truth };
  const answer = (start: number, end: number) => ({ article: 3, start, end, score: 1 });

  it('is right where it overlaps by half, but not by naming everything', () => {
    expect(isRight(query, answer(0, Math.ceil(truth.end * 0.6)), textOf)).toBe(true);
    expect(isRight(query, answer(0, text.length), textOf)).toBe(false);
    expect(isRight(query, answer(text.length - 40, text.length), textOf)).toBe(false);
    expect(isRight(query, null, textOf)).toBe(false);
  });

  it('is exact to the letter of its first and last word', () => {
    expect(isExact(query, answer(truth.start, truth.end), textOf)).toBe(true);
    expect(isExact(query, answer(truth.start, truth.end + 1), textOf)).toBe(false);
    expect(isExact(query, answer(truth.start + 1, truth.end), textOf)).toBe(false);
  });

  it('is as similar as words are in common', () => {
    expect(similarity('the tide was late', 'The tide is late')).toBe(0.75);
    expect(similarity('the tide … late', 'the tide was very, very late')).toBe(1);
    expect(similarity('[It] was late', 'The tide was late')).toBe(1);
  });
});

describe('the aligner', () => {
  const vocabulary = 'tide wall lamp the of'.split(' ');
  const words = (most: number) => fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: most });
  const query = fc.array(fc.constantFrom(...vocabulary, '…'), { minLength: 1, maxLength: 6 });

  /** The cost of laying the whole query on all of the words, by the plain table. */
  function wholeCost(text: string, span: readonly number[]): number {
    const { tokens, weights } = patternOf(text);
    let above = span.map((_, j) => (j + 1) * INSERTED);
    above.unshift(0);
    tokens.forEach((token, i) => {
      const weight = weights[i] as number;
      const row = [(above[0] as number) + weight];
      for (let j = 1; j < above.length; j++) {
        const [up, left, diagonal] = [above[j], row[j - 1], above[j - 1]] as [number, number, number];
        if (token === WILD) row.push(Math.min(up, left));
        else row.push(Math.min(up + weight, left + INSERTED, diagonal + (token === span[j - 1] ? 0 : weight)));
      }
      above = row;
    });
    return above.at(-1) as number;
  }

  it('finds what trying every passage finds', () => {
    fc.assert(
      fc.property(query, words(9), (asked, source) => {
        const text = source.join(' ');
        const hashes = [...wordHashes(text)];
        const found = place(patternOf(asked.join(' ')), text);
        let least = wholeCost(asked.join(' '), []);
        for (let from = 0; from < hashes.length; from++)
          for (let to = from + 1; to <= hashes.length; to++) least = Math.min(least, wholeCost(asked.join(' '), hashes.slice(from, to)));
        if (!found) return;
        expect(found.cost).toBeCloseTo(least, 9);
        expect(wholeCost(asked.join(' '), [...wordHashes(text.slice(found.start, found.end))])).toBeCloseTo(least, 9);
      }),
    );
  });

  it('finds words that stand there to the letter', () => {
    const text = textOf(5);
    const sentence = text.slice(0, text.indexOf('.'));
    expect(place(patternOf(sentence), text)).toEqual({ start: 0, end: sentence.length, cost: 0, score: 1 });
    expect(place(patternOf('zzz'), text)).toBeNull();
  });

  it('takes brackets and ellipses for anything', () => expect(queryTokens('a [b c] d … e').filter((one) => one === WILD)).toHaveLength(2));
});

describe('the harness', () => {
  it('boxes time', () => {
    expect(bestTimes([1, 2, 3], () => {}, { seconds: Number.POSITIVE_INFINITY, least: 0 })).toHaveLength(3);
    expect(bestTimes([1, 2, 3], () => {}, { seconds: -1, least: 2 })).toHaveLength(2);
    expect(timesOf([3, 1, 2])).toEqual({ count: 3, p50: 2, p95: 3, p99: 3, worst: 3 });
  });

  it('tells what a score is worth', () => {
    const answers = Array.from({ length: 200 }, (_, i) => ({ score: i < 196 ? 0.8 : 0.3, right: i < 196 }));
    const found = calibrate({ answers, nowhere: { some: [0.9, 0.5, 0, 0] } });
    expect(found?.highest).toEqual({ threshold: 0.8, recall: 0.98, nowhere: { some: 0.25 } });
    expect(found?.deciles[8]).toEqual({ asked: 196, right: 196 });
  });

  it.each(Object.keys(ENGINES))('measures %s', async (name) => {
    const make = await (ENGINES[name] as (typeof ENGINES)[string])();
    const size = SCANNING.includes(name) ? { articles: 4, seconds: 2 } : { articles: 40, seconds: null };
    const found = await measure(archive, make, { ...size, queriesPerCell: 2, top: 40, folder: newFolder() });
    expect(found?.problems).toEqual([]);
    expect(found?.times?.count).toBeGreaterThan(1);
    if (SCANNING.includes(name)) return;
    for (const cell of ['M 0 %', 'L 0 %']) expect(found?.cells[cell]).toEqual({ asked: 2, right: 2 });
    expect(found?.times?.count).toBe(2 * CELLS.length);
  });

  it('compares engines, each in a process of its own, and draws them', () => {
    const folder = newFolder();
    const lines = madeUpTexts(60).map((text) => JSON.stringify(text));
    writeFileSync(join(folder, 'wikinews.jsonl.gz'), gzipSync(lines.join('\n')));
    const bench = (...args: string[]) =>
      execFileSync(process.execPath, args, { cwd: resolve(import.meta.dirname, '..'), encoding: 'utf8' });
    const out = join(folder, 'result');
    const only = `${OURS},sqlite`;
    const printed = bench('bench/run.ts', '--quick', '--data', folder, '--articles', '30,60', '--only', only, '--out', out);
    const run = JSON.parse(readFileSync(`${out}.json`, 'utf8')) as Run;
    expect(run.results.map(({ key, articles }) => `${key} ${articles}`)).toEqual(['verbatim 30', 'sqlite 30', 'verbatim 60', 'sqlite 60']);
    expect(run.results.every(({ memory, snapshot }) => memory.measured !== null && (snapshot?.load ?? 0) !== null)).toBe(true);
    expect(printed).toContain('## 60 articles');
    expect(readFileSync(`${out}.md`, 'utf8')).toContain('× ');
    bench('bench/plot.ts', '--out', `${out}.svg`, `${out}.json`);
    expect(readFileSync(`${out}.svg`, 'utf8')).toMatch(/^<svg .*<polyline/s);
  });

  it('has chance that repeats itself', () => {
    const [a, b] = [random('x', 1), random('x', 1)];
    expect(Array.from({ length: 5 }, () => a.next())).toEqual(Array.from({ length: 5 }, () => b.next()));
    expect(hashOf('x', 1)).not.toBe(hashOf('x1'));
    const fair = Array.from({ length: 20_000 }, () => a.next()).reduce((sum, one) => sum + one, 0) / 20_000;
    expect(fair).toBeCloseTo(0.5, 1);
  });
});
