import { expect, it } from 'vitest';
import { CAPTIONS, EVERY_FORMAT, TITLE } from '../support/everyFormat.ts';
import { folderWith } from './world.ts';

it('every kind of file is read by the program that ships', async () => {
  const files = { ...EVERY_FORMAT, ...CAPTIONS };
  const folder = folderWith(Object.fromEntries(Object.entries(files).map(([name, content]) => [`corpus/${name}`, content])));
  const { stdout } = await folder.verbatim('sources', '--no-cache');
  expect(stdout).not.toContain('Not read');
  expect(stdout.split('\n').filter((line) => line === TITLE)).toHaveLength(Object.keys(EVERY_FORMAT).length);
});
