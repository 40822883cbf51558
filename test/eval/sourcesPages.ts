import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { giveUp } from './tools.ts';

/** What a page is expected to give. */
export interface Expected {
  readonly title: string;
  readonly byline: string | null;
  readonly publishedTime?: string | null;
}

/** A saved page with the article that was expected of it. */
export interface SavedPage {
  readonly name: string;
  readonly source: Uint8Array;
  readonly expectedHtml: string;
  readonly expected: Expected;
}

const ARCHIVE = 'html-pages.tar.gz';

/** The pages of `html-pages.tar.gz` in a folder or in its folder `data`; ends the run where it is missing. */
export function pagesIn(folder: string): SavedPage[] {
  const path = [join(resolve(folder), ARCHIVE), join(resolve(folder), 'data', ARCHIVE)].find((one) => existsSync(one));
  if (path === undefined) giveUp(`${ARCHIVE} is not in ${resolve(folder)}; say where the data is with --data DIR.`);
  const files = filesOf(gunzipSync(readFileSync(path)));
  const text = (name: string) => new TextDecoder().decode(files.get(name) ?? new Uint8Array());
  const names = [...files.keys()].flatMap((file) => /^(.*)\/source\.html$/.exec(file)?.[1] ?? []).sort();
  return names.map((at) => ({
    name: at.replace(/^.*\//, ''),
    source: files.get(`${at}/source.html`) as Uint8Array,
    expectedHtml: text(`${at}/expected.html`),
    expected: JSON.parse(text(`${at}/expected-metadata.json`)) as Expected,
  }));
}

const BLOCK = 512;

/** The files of a tar archive by path (POSIX ustar: a header of 512 bytes, then the content in whole blocks). */
function filesOf(tar: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const field = (at: number, length: number) => new TextDecoder().decode(tar.subarray(at, at + length)).split('\0')[0] ?? '';
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(field(at + 124, 12).trim(), 8);
    const prefix = field(at + 345, 155);
    const kind = field(at + 156, 1);
    if (kind === '0' || kind === '')
      files.set((prefix === '' ? '' : `${prefix}/`) + field(at, 100), tar.slice(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
