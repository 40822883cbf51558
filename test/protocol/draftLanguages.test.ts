import { describe, expect, it } from 'vitest';
import { folderOf, SOURCES, serverFor } from './fixture.ts';

const LATEX = "\\section{A light}\n\n``The lamp has outlasted three mayors and it will outlast the \\emph{storm},'' said Edda Quill.\n";

describe('a draft in another language', () => {
  it.each([
    ['the editor’s id', 'draft.tex', 'latex'],
    ['its name, where the editor takes it for plain text', 'draft.tex', 'plaintext'],
    ['its name, where the editor’s id is its own', 'draft.tex', 'mytex'],
  ])('is read by %s', async (_, name, languageId) => {
    const folder = folderOf({ ...SOURCES, [name]: LATEX });
    const server = await serverFor(folder);
    const draft = await server.open(folder.uriOf(name), LATEX, languageId);
    expect(await draft.findings()).toEqual(['misquote: storm']);
    const [action] = (await draft.codeActions(draft.rangeOf('storm'), ['quickfix'])) ?? [];
    await draft.apply(action!);
    expect(draft.text).toBe(LATEX.replace('storm', 'fog'));
    expect(await draft.findings()).toEqual([]);
  });

  it('is left alone in HTML unless the settings name it', async () => {
    const page = '<p>&ldquo;The lamp has outlasted three mayors and it will outlast the storm,&rdquo; said Edda Quill.</p>\n';
    const folder = folderOf({
      ...SOURCES,
      'a/page.html': page,
      'b/page.html': page,
      'b/.verbatim.yaml': 'corpora: [../corpus]\ninclude: ["*.html"]\n',
    });
    const server = await serverFor(folder);
    const passed = await server.open(folder.uriOf('a/page.html'), page, 'html');
    expect(await passed.findings()).toEqual([]);
    const checked = await server.open(folder.uriOf('b/page.html'), page, 'html');
    expect(await checked.findings()).toEqual(['misquote: storm']);
  });
});
