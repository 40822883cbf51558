import { describe, expect, it } from 'vitest';
import type { Configuration } from '../service/configuration.ts';
import { type CheckTime, DEFAULT_SETTINGS } from '../service/settings.ts';
import { parseStetFile } from '../service/stetFile.ts';
import { CheckTimes } from './checkTimes.ts';
import type { OpenDocument } from './documents.ts';

const version = (number: number): OpenDocument => ({
  uri: 'file:///w/a.md',
  languageId: 'markdown',
  text: '',
  opening: 1,
  version: number,
});
const configured = (check: CheckTime, stated?: readonly string[]): Configuration => ({
  settings: { ...DEFAULT_SETTINGS, check },
  base: '/w',
  corpora: [],
  file: stated ? '/w/.verbatim.yaml' : null,
  problems: [],
  stet: parseStetFile('/w/.verbatim-stet.yaml', '/w', null),
  ...(stated ? { stated } : {}),
});

/** The versions from 1 to 5 that are due, of a draft opened as 1, saved as 3 and asked about as 4. */
function due(time: CheckTime): number[] {
  const times = new CheckTimes(() => Promise.resolve(undefined));
  times.opened(version(1));
  times.saved(version(3));
  times.asked(version(4));
  return [1, 2, 3, 4, 5].filter((number) => times.isDue(version(number), time));
}

describe('which versions are reported on', () => {
  it('goes by the setting', () => {
    expect(due('while-typing')).toEqual([1, 2, 3, 4, 5]);
    expect(due('on-save')).toEqual([1, 3, 4]);
    expect(due('on-demand')).toEqual([4]);
  });
});

describe('when a draft is checked', () => {
  it('is said by its project file, else by the editor for this document, else for its folder', async () => {
    let own: CheckTime | undefined = 'on-save';
    const times = new CheckTimes(() => Promise.resolve(own));
    const { uri } = version(1);
    times.opened(version(1));
    expect(await times.timeFor(uri, configured('while-typing', ['check']))).toBe('while-typing');
    expect(await times.timeFor(uri, configured('while-typing', ['date']))).toBe('on-save');
    own = undefined;
    expect(await times.timeFor(uri, configured('on-demand'))).toBe('on-save');
    times.forgetSettings();
    expect(await times.timeFor(uri, configured('on-demand'))).toBe('on-demand');
  });
});
