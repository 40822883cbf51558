import { describe, expect, it } from 'vitest';
import { RULE_NAMES } from '../server/src/rules/finding.ts';
import { importsOf, isThere, repositoryFiles } from './support/tidyFiles.ts';
import { CORE, layerOf, trespass } from './support/tidyLayers.ts';

const LONGEST_FILE = 400;
const files = repositoryFiles().filter(({ path }) => path !== 'package-lock.json');
const sources = files.filter(({ path }) => /\.(?:ts|mjs)$/.test(path));
const shipped = sources.filter(({ path }) => !/\.test\.ts$/.test(path));

/** `path:line` of every line that a pattern is found in. */
function places(among: readonly { path: string; text: string }[], pattern: RegExp): string[] {
  return among.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 100)}`] : [])),
  );
}

describe('the repository', () => {
  it('keeps to the table of layers', () => {
    expect(
      shipped
        .flatMap(importsOf)
        .map(trespass)
        .filter((trouble) => trouble !== undefined),
    ).toEqual([]);
  });

  it('imports only files that are there', () => {
    const relative = sources.flatMap(importsOf).filter(({ specifier }) => specifier.startsWith('.'));
    expect(
      relative.filter(({ to }) => !to.startsWith('dist/') && !isThere(to)).map(({ from, specifier }) => `${from}: ${specifier}`),
    ).toEqual([]);
  });

  it('has a page for every rule', () => {
    expect(RULE_NAMES.filter((rule) => !isThere(`docs/rules/${rule}.md`))).toEqual([]);
  });

  it('has no page for a rule that there is not', () => {
    const pages = files.flatMap(({ path }) => /^docs\/rules\/([^/]+)\.md$/.exec(path)?.[1] ?? []);
    expect(pages.filter((page) => page !== 'README' && !(RULE_NAMES as readonly string[]).includes(page))).toEqual([]);
  });

  it('has no file that is too long to read', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > LONGEST_FILE + 1).map(({ path }) => path)).toEqual([]);
  });

  it('knows no time, chance or console in its core', () => {
    const core = shipped.filter(({ path }) => (CORE as readonly (string | undefined)[]).includes(layerOf(path)));
    expect(places(core, /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bconsole\./)).toEqual([]);
  });

  it('names no machine’s folders and no tracker’s numbers', () => {
    // Put together here, so that this file does not find itself.
    const folders = ['work', 'root', 'home'].map((name) => `(?<![\\w.-])/${name}/`).join('|');
    expect(places(files, new RegExp(`${folders}|\\b${'issue'} #`, 'i'))).toEqual([]);
  });

  it('leaves nothing for later in its comments', () => {
    const marks = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|');
    expect(places(sources, new RegExp(`\\b(?:${marks})\\b`))).toEqual([]);
  });
});
