import { describe, expect, it } from 'vitest';
import { readNews } from '../../../../test/support/readNews.ts';

const line = (id: string, text: string) => JSON.stringify({ id, title: id, text, date: '2025-10-07' });

async function read(lines: readonly string[], id = 'a.jsonl', end = '\n') {
  const { articles, problems } = await readNews(id, lines.join(end));
  return { texts: articles.map((article) => `${article.id}: ${article.prose.text}`), problems };
}

describe('JSON Lines', () => {
  it('are read as an article a line', async () => {
    const { texts, problems } = await read([line('fees', 'They rise.'), '', line('weir', 'It holds.'), '']);
    expect(texts).toEqual(['a.jsonl#fees: They rise.', 'a.jsonl#weir: It holds.']);
    expect(problems).toEqual([]);
  });

  it('are read without their broken lines, which are named', async () => {
    const first = line('fées', 'They rise.');
    const { texts, problems } = await read([first, '{"id": "weir", "text', line('tide', 'It ebbs.')], 'a.ndjson', '\r\n');
    expect(texts).toEqual(['a.ndjson#fées: They rise.', 'a.ndjson#tide: It ebbs.']);
    // The carriage return belongs to its line.
    const start = first.length + 2;
    expect(problems).toEqual([
      { message: 'Line 2 is not valid JSON and was left out; the other lines were read.', span: { start, end: start + 21 } },
    ]);
  });

  it('are told in bounds where most are broken', async () => {
    const { texts, problems } = await read([line('fees', 'They rise.'), ...Array.from({ length: 500 }, () => '{"a":')]);
    expect(texts).toHaveLength(1);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toBe('500 lines are not valid JSON; the first 20 are named.');
  });

  it('may have lines that are no articles', async () => {
    const { texts, problems } = await read([line('fees', 'They rise.'), '{"a": 1}', '{"a": 2}', line('weir', 'It holds.')]);
    expect(texts).toHaveLength(2);
    expect(problems.map(({ message }) => message)).toEqual(['2 lines are no articles and were left out, the first of them line 2.']);
  });

  it('are known under the ending of JSON, and JSON under theirs', async () => {
    expect((await read([line('fees', 'They rise.'), line('weir', 'It holds.')], 'a.json')).texts).toHaveLength(2);
    expect((await readNews('a.jsonl', JSON.stringify({ title: 'Fees', text: 'They rise.', date: '2025' }, null, 2))).articles).toHaveLength(
      1,
    );
  });

  it('may each begin with a record separator', async () => {
    expect((await read([`\u001E${line('fees', 'They rise.')}`, `\u001E${line('weir', 'It holds.')}`])).texts).toHaveLength(2);
  });

  it('may in part be Windows-1252', async () => {
    const bytes = new TextEncoder().encode(`${line('fees', 'They rise.')}\n${line('weir', 'It h~lds.')}`);
    bytes[bytes.indexOf('~'.charCodeAt(0))] = 0xf6;
    const { articles, problems } = await readNews('a.jsonl', bytes);
    expect(articles.map(({ prose }) => prose.text)).toEqual(['They rise.', 'It hölds.']);
    expect(problems[0]?.message).toMatch(/^The file is not valid UTF-8/);
  });
});
