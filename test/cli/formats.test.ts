import { describe, expect, it } from 'vitest';
import { FERRY, folderWith, TRUE_WORDS, WRONG_NUMBER, WRONG_WORD } from './world.ts';

const files = { 'corpus/ferry.md': FERRY, 'a.md': `# Letters\n\n${WRONG_NUMBER}\n${TRUE_WORDS}` };

describe('pretty', () => {
  it('shows the words, the source’s words, where they stand and what to do', async () => {
    const { stdout } = await folderWith(files).verbatim('check', 'a.md');
    // Messages are the rules’ own; the layout is this test’s.
    const shown = stdout.replace(/^( {2}\d+:\d+ {2}\w+ {2}).*( {2}\S+)$/gm, '$1MESSAGE$2').replace(/^( +fix +│ ).*$/gm, '$1FIX');
    expect(shown).toMatchInlineSnapshot(`
      "a.md

        3:38  error  MESSAGE  misquote.number
          draft  │ Mara Ellingham said: “We have waited twelve long winters to see the boats come back…
                 │                                      ^^^^^^
          source │ “We have waited eleven long winters to see the boats come back across this water,”…
                 │                 ^^^^^^
                 │ “Ferry line to reopen in spring”, The Harbour Gazette, 4 March 2025 · corpus/ferry.md:10
          fix    │ FIX

      2 quotations: 1 verified, 1 misquoted; 1 error
      "
    `);
  });

  it('says so where all is well', async () => {
    const run = await folderWith({ ...files, 'b.md': TRUE_WORDS }).verbatim('check', 'b.md');
    expect(run).toEqual({ status: 0, stdout: '1 quotation: 1 verified; no findings\n', stderr: '' });
  });

  it('lets nothing through that a terminal would obey', async () => {
    const { stdout } = await folderWith({ ...files, 'b.md': `\u001B[2J${WRONG_WORD}` }).verbatim('check', 'b.md');
    expect(stdout).toContain('ships');
    expect(stdout).not.toContain('\u001B');
  });
});

describe('github', () => {
  it('is one command a finding', async () => {
    const { stdout, status } = await folderWith(files).verbatim('check', 'a.md', '--format', 'github');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=a\.md,line=3,endLine=3,col=38,endColumn=44,title=misquote\.number::[^\n]+\n$/);
  });

  it('is empty where all is well', async () => {
    expect((await folderWith({ ...files, 'b.md': TRUE_WORDS }).verbatim('check', 'b.md', '--format', 'github')).stdout).toBe('');
  });
});

describe('sarif', () => {
  it('has tool, rules, results, sources and fixes', async () => {
    const { stdout } = await folderWith(files).verbatim('check', 'a.md', '--format', 'sarif');
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: expect.stringContaining('sarif-2.1.0'),
      version: '2.1.0',
      runs: [
        {
          columnKind: 'utf16CodeUnits',
          tool: {
            driver: {
              name: 'Verbatim',
              rules: expect.arrayContaining([expect.objectContaining({ id: 'misquote', help: expect.anything() })]),
            },
          },
          results: [
            {
              ruleId: 'misquote',
              ruleIndex: 0,
              level: 'error',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'a.md' }, region: { startLine: 3, startColumn: 38 } } }],
              relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'corpus/ferry.md' }, region: { startLine: 10 } } }],
              fixes: expect.arrayContaining([
                expect.objectContaining({
                  artifactChanges: [
                    expect.objectContaining({ replacements: [expect.objectContaining({ insertedContent: { text: 'eleven' } })] }),
                  ],
                }),
              ]),
              partialFingerprints: expect.anything(),
            },
          ],
        },
      ],
    });
  });
});
