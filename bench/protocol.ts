// Measures what a writer waits for, with a real server over a pipe:
//   node bench/protocol.ts [--corpus FOLDER] [--draft FILE] [--starts N] [--keystrokes N]
// The first diagnostics should be there a second after the server was started, a keystroke's within 50 ms.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Folder, type OpenText, ServerProcess } from '../test/support/serverProcess.ts';

const root = resolve(import.meta.dirname, '..');
const { values: given } = parseArgs({
  options: {
    corpus: { type: 'string', default: resolve(root, 'corpus') },
    draft: { type: 'string' },
    starts: { type: 'string', default: '10' },
    keystrokes: { type: 'string', default: '200' },
  },
});

/** Best, median, 95th percentile and worst of some times in milliseconds. */
function summary(times: readonly number[]): string[] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return [at(0), at(0.5), at(0.95), at(1)].map((time) => time.toFixed(1));
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  for (const row of rows)
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

interface Opened {
  readonly server: ServerProcess;
  readonly draft: OpenText;
  readonly findings: number;
  readonly elapsed: number;
}

/** From the start of the process to the first diagnostics of a draft that is opened at once. */
async function firstDiagnostics(folder: Folder, text: string): Promise<Opened> {
  const started = performance.now();
  const server = await ServerProcess.start(folder.path);
  const draft = await server.open(folder.uriOf('draft.md'), text);
  const found = await draft.diagnostics();
  return { server, draft, findings: found.length, elapsed: performance.now() - started };
}

/** One letter typed somewhere in the text and its diagnostics, again and again. */
async function keystrokes(draft: OpenText, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let typed = 0; typed < count; typed++) {
    // A step that is prime to most lengths, so that every part of the text gets its share.
    const at = draft.positionAt((typed * 7919) % draft.text.length);
    const started = performance.now();
    await draft.edit([{ range: { start: at, end: at }, newText: 'e' }]);
    await draft.report();
    times.push(performance.now() - started);
  }
  return times;
}

async function main(): Promise<void> {
  const text = given.draft === undefined ? sampleDraft() : readFileSync(given.draft, 'utf8');
  const folder = new Folder({ '.verbatim.yaml': `corpora: [${JSON.stringify(resolve(given.corpus))}]\n`, 'draft.md': text });
  try {
    const first: number[] = [];
    let opened = await firstDiagnostics(folder, text);
    for (let start = 0; start < Number(given.starts); start++) {
      await opened.server.stop();
      opened = await firstDiagnostics(folder, text);
      first.push(opened.elapsed);
    }
    const typing = await keystrokes(opened.draft, Number(given.keystrokes));
    const { articles } = await opened.server.request('verbatim/check', opened.draft.id);
    await opened.server.stop();
    console.log(`${articles} articles; a draft of ${text.length} characters with ${opened.findings} findings\n`);
    print([
      ['milliseconds', 'best', 'median', 'p95', 'worst', 'target'],
      ['server start to first diagnostics', ...summary(first), '1000'],
      ['keystroke to its diagnostics', ...summary(typing), '50'],
    ]);
  } finally {
    folder.dispose();
  }
}

/** The demonstration's draft, or else a test's. */
function sampleDraft(): string {
  const places = ['demo/draft.md', 'test/editor/fixture/draft.md'].map((place) => resolve(root, place));
  const found = places.find((place) => existsSync(place));
  return found === undefined ? 'Nothing was said.\n' : readFileSync(found, 'utf8');
}

await main();
