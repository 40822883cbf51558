import { describe, expect, it } from 'vitest';
import type { Settings } from '../service/settings.ts';
import type { CheckSettings } from './api.ts';
import { openCorpus } from './core.ts';

const LAMP = {
  path: 'lamp.md',
  content:
    '---\ntitle: Saltmere keeps its lamp\npublisher: Saltmere Gazette\npublished: 2024-03-12\n---\n\nThe council voted to keep the lamp.\n\n“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill, the harbour warden.\n',
};
const corpus = await openCorpus([LAMP, { path: 'notes/odd.xyz', content: 'Nobody reads this.' }]);

describe('a corpus in memory', () => {
  it('checks a draft as the command line tells of it', async () => {
    const text = '“The lamp has outlasted three mayors and it will outlast the storm,” said Edda Quill.\n';
    const report = await corpus.check({ text, path: 'columns/lamp.md' });
    expect(report).toMatchObject({
      path: 'columns/lamp.md',
      quotations: [
        { verdict: 'misquoted', speaker: 'Edda Quill', match: { path: 'lamp.md', publisher: 'Saltmere Gazette', published: '2024-03-12' } },
      ],
      findings: [
        {
          code: 'misquote',
          severity: 'warning',
          range: { start: { line: 0, character: 61 }, end: { line: 0, character: 66 } },
          fixes: expect.arrayContaining([
            expect.objectContaining({ preferred: true, safe: true, edits: [expect.objectContaining({ newText: 'fog' })] }),
          ]),
        },
      ],
    });
    const [finding] = report.findings;
    expect(LAMP.content.slice(finding?.match?.start, finding?.match?.end)).toBe(finding?.match?.exact);
  });

  it('takes settings, and what is let stand', async () => {
    const draft = { text: '“The lamp has outlasted three mayors and it will outlast the storm,” said Edda Quill.\n' };
    const loud = await corpus.check(draft, { settings: { severity: { misquote: 'error' } } });
    expect(loud.findings.map(({ severity }) => severity)).toEqual(['error']);
    const stood = await corpus.check(draft, { stet: '- rule: misquote\n  words: storm\n  reason: on the tape\n' });
    expect(stood.findings).toEqual([]);
    await expect(corpus.check(draft, { settings: { severity: { misqote: 'error' } } })).rejects.toThrow('Did you mean “misquote”?');
    await expect(corpus.check(draft, { settings: { houseStile: 'guardian' } as CheckSettings })).rejects.toThrow('houseStyle');
  });

  it('verifies one quotation, with and without its speaker', async () => {
    const said = 'it will outlast the fog';
    expect(await corpus.verify(`“${said}”`)).toMatchObject({ verdict: 'verified', match: { speaker: 'Edda Quill' }, findings: [] });
    expect(await corpus.verify('The lamp has outlasted four mayors')).toMatchObject({
      verdict: 'misquoted',
      findings: [{ kind: 'number' }],
    });
    const other = await corpus.verify('The lamp has outlasted three mayors and it will outlast the fog', { speaker: 'Tobin Marl' });
    expect(other.findings).toMatchObject([{ code: 'wrong-speaker' }]);
    expect(await corpus.verify('We never once thought of closing the ferry for good')).toMatchObject({ verdict: 'not-found', match: null });
    await expect(corpus.verify(' “” ')).rejects.toThrow(TypeError);
  });

  it('finds words, lists its articles and says what it could not read', async () => {
    expect(await corpus.find('outlasted three mayors', { limit: 1 })).toMatchObject([{ path: 'lamp.md', similarity: 1 }]);
    const articles = [];
    for await (const article of corpus.articles()) articles.push(article);
    expect(articles).toMatchObject([{ path: 'lamp.md', title: 'Saltmere keeps its lamp', quotations: [{ speaker: 'Edda Quill' }] }]);
    expect(corpus.size).toBe(1);
  });

  it('changes: sources come, change and go', async () => {
    const own = await openCorpus();
    expect(own.size).toBe(0);
    await own.add(LAMP);
    expect((await own.verify('it will outlast the fog')).verdict).toBe('verified');
    await own.add({ ...LAMP, content: LAMP.content.replace('fog', 'frost') });
    expect(await own.verify('three mayors and it will outlast the fog')).toMatchObject({
      verdict: 'misquoted',
      match: { exact: expect.stringContaining('frost') },
    });
    await own.remove('lamp.md');
    expect(own.size).toBe(0);
    await own.add({ path: 'broken.docx', content: 'no archive' });
    expect(own.unreadable).toMatchObject([{ path: 'broken.docx', reason: expect.stringMatching(/\w/) }]);
    await expect(own.add({ path: '../x.md', content: '' })).rejects.toThrow('no path of a source');
  });

  it('has the types of the settings that it takes', () => {
    const settings: Required<CheckSettings> = { houseStyle: 'legal', severity: {}, aliases: [], date: null };
    const same: Pick<Settings, keyof CheckSettings> = settings;
    expect(Object.keys(same)).toHaveLength(4);
  });
});
