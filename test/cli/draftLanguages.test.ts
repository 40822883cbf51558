import { expect, it } from 'vitest';
import { checkShape } from './contract.ts';
import { FERRY, folderWith, WRONG_WORD } from './world.ts';

it('drafts in every language are found in a folder and checked by their endings; HTML is where it is named', async () => {
  const page = `<p>${WRONG_WORD}</p>`;
  const { verbatim } = folderWith({
    'corpus/ferry.md': FERRY,
    ...Object.fromEntries(['a.adoc', 'b.mdx', 'c.rst', 'd.tex', 'e.typ'].map((name) => [`drafts/${name}`, WRONG_WORD])),
    'drafts/f.html': page,
  });
  const codesOf = async (path: string) => {
    const run = await verbatim('check', path, '--corpus', 'corpus', '--format', 'json');
    return checkShape
      .parse(JSON.parse(run.stdout))
      .drafts.map((draft) => `${draft.path}: ${draft.findings.map(({ code }) => code).join(', ')}`);
  };
  expect(await codesOf('drafts')).toEqual(['a.adoc', 'b.mdx', 'c.rst', 'd.tex', 'e.typ'].map((name) => `drafts/${name}: misquote`));
  expect(await codesOf('drafts/f.html')).toEqual(['drafts/f.html: misquote']);
});
