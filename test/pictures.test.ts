import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILM, PICTURE_NAMES, SHARPNESS } from './editor/pictures/names.ts';
import { chunksOf } from './editor/pictures/png.ts';
import { SHOTS } from './editor/pictures/shots.ts';
import { repositoryFiles } from './support/tidyFiles.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = 'docs/images';
/** Bytes: what somebody who reads the README on a slow line has to wait for, and what a clone carries. */
const MOST_OF_THE_FILM = 1_500_000;
const MOST_IN_ALL = 2_500_000;

interface Shown {
  readonly page: string;
  readonly alt: string;
  /** From the root of the repository. */
  readonly file: string;
}

const shown: readonly Shown[] = repositoryFiles()
  .filter((file) => /^(?:README|docs\/.*)\.md$/.test(file.path))
  .flatMap(({ path: page, text }) =>
    [...text.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, alt = '', to = '']) => ({
      page,
      alt,
      file: path.posix.join(path.posix.dirname(page), to),
    })),
  );
const kept = readdirSync(path.join(ROOT, FOLDER)).map((name) => `${FOLDER}/${name}`);
const read = (name: string) => readFileSync(path.join(ROOT, FOLDER, `${name}.png`));

describe('the pictures of the documentation', () => {
  it('are there, wherever a page names one', () => {
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ file }) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('say in words what is to be seen', () => {
    expect(shown.filter(({ alt }) => alt.split(' ').length < 5)).toEqual([]);
  });

  it('are all shown somewhere', () => {
    expect(kept.filter((file) => !shown.some((picture) => picture.file === file))).toEqual([]);
  });

  it('are all made by “npm run screenshots”, each of them', () => {
    expect(kept.toSorted()).toEqual(PICTURE_NAMES.map((name) => `${FOLDER}/${name}.png`).toSorted());
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Partial<Record<string, string>> };
    const script = /node (\S+\.ts)$/.exec(scripts.screenshots ?? '')?.[1];
    expect(script !== undefined && existsSync(path.join(ROOT, script))).toBe(true);
  });

  it.each(SHOTS)('are of the size at which they are taken now: $name', ({ name, width, height }) => {
    const header = chunksOf(read(name))[0]!.data;
    expect(header.readUInt32BE(0)).toBe(width * SHARPNESS);
    expect(header.readUInt32BE(4)).toBe(height * SHARPNESS);
  });

  it('are light', () => {
    expect(statSync(path.join(ROOT, FOLDER, `${FILM}.png`)).size).toBeLessThan(MOST_OF_THE_FILM);
    expect(kept.reduce((sum, file) => sum + statSync(path.join(ROOT, file)).size, 0)).toBeLessThan(MOST_IN_ALL);
  });

  it('move in the first of them, for ten to twenty seconds and then again', () => {
    const chunks = chunksOf(read(FILM));
    const control = chunks.find(({ type }) => type === 'acTL');
    expect(control?.data.readUInt32BE(4)).toBe(0);
    const frames = chunks.filter(({ type }) => type === 'fcTL');
    expect(frames).toHaveLength(control?.data.readUInt32BE(0) ?? -1);
    const seconds = frames.reduce((sum, { data }) => sum + data.readUInt16BE(20) / data.readUInt16BE(22), 0);
    expect(seconds).toBeGreaterThan(10);
    expect(seconds).toBeLessThan(20);
  });
});
