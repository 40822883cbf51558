import { describe, expect, it } from 'vitest';
import { freeName, isTelling, madeName, safeStem } from './fileNames.ts';

const published = { year: 2024, month: 3, day: 12 };

describe('a made name', () => {
  it('has the day, the publisher and the title', () => {
    expect(madeName({ published, publisher: 'Saltmere Gazette', title: 'Weir holds!' })).toBe('2024-03-12-saltmere-gazette-weir-holds');
  });

  it.each([
    [{ published: { year: 2024, month: 3 }, publisher: null, title: 'The mayor’s “no” – again' }, '2024-03-the-mayors-no-again'],
    [{ published: null, publisher: null, title: 'Łódź, straße & Ærø: œuvre' }, 'lodz-strasse-aero-oeuvre'],
    [{ published: null, publisher: null, title: 'Δεν θα φύγω' }, 'δεν-θα-φυγω'],
    [{ published: null, publisher: null, title: '堰は持ちこたえた' }, '堰は持ちこたえた'],
    [{ published: null, publisher: null, title: 'CON' }, 'source-con'],
    [{ published: null, publisher: null, title: '../../etc/passwd' }, 'etc-passwd'],
    [{ published: null, publisher: null, title: '…' }, 'source'],
    [{ published: null, publisher: null, title: null }, 'source'],
  ])('of %o is %s', (parts, name) => {
    expect(madeName(parts)).toBe(name);
  });

  it('is cut between words, and never too long for a file system', () => {
    const title = 'The council of Saltmere has decided after a long night that the weir shall be mended in the spring';
    expect(madeName({ published, publisher: null, title })).toBe('2024-03-12-the-council-of-saltmere-has-decided-after-a-long-night-that');
    const long = madeName({ published, publisher: '新聞'.repeat(60), title: '堰'.repeat(500) });
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(160);
    expect(madeName({ published: null, publisher: null, title: '𠮷'.repeat(200) })).toMatch(/^𠮷+$/u);
  });
});

describe('a file’s own name', () => {
  it.each([
    ['Interview Quill (final)', 'Interview Quill (final)'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['.hidden', 'hidden'],
    ['ends. ', 'ends'],
    ['aux', 'source-aux'],
    ['com1.notes', 'source-com1.notes'],
    ['line\nbreak\u202E', 'line-break-'],
    ['', 'source'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeStem(name)).toBe(safe);
  });

  it.each(['index', 'download (3)', 'Untitled', '20240312_0001', 'd41d8cd98f00b204e9800998ecf8427e', '---', 'New Text Document (2)'])(
    '%j tells nothing',
    (name) => {
      expect(isTelling(name)).toBe(false);
    },
  );

  it.each(['weir', 'article-on-the-weir', 'Quill 2024', '堰'])('%j tells something', (name) => {
    expect(isTelling(name)).toBe(true);
  });
});

it('a name that is taken gets a number', async () => {
  const taken = new Set(['weir.txt', 'weir-2.txt']);
  expect(await freeName('weir', 'txt', async (name) => taken.has(name))).toBe('weir-3.txt');
  expect(await freeName('weir', 'md', async (name) => taken.has(name))).toBe('weir.md');
});
