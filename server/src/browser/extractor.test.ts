import { afterEach, describe, expect, it } from 'vitest';
import type { Reading } from '../readers/reader.ts';
import { Extractor } from './extractor.ts';

/** A worker of which the test says what it answers. */
class FakeWorker {
  onmessage: ((event: { data: Reading }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessageerror: (() => void) | null = null;
  ended = false;
  readonly #answer: (path: string, worker: FakeWorker) => void;

  constructor(answer: (path: string, worker: FakeWorker) => void) {
    this.#answer = answer;
  }

  postMessage({ path }: { path: string }): void {
    setTimeout(() => this.#answer(path, this), 0);
  }

  terminate(): void {
    this.ended = true;
  }
}

const started: FakeWorker[] = [];
afterEach(() => {
  started.length = 0;
});

function extractor(answer: (path: string, worker: FakeWorker) => void, patience?: number): Extractor {
  return new Extractor(() => {
    const worker = new FakeWorker(answer);
    started.push(worker);
    return worker as unknown as Worker;
  }, patience);
}

const told = (message: string): Reading => ({ articles: [], problems: [{ message, span: null }] });
const bytes = new TextEncoder().encode('<p>The weir held.</p>');
const messages = ({ problems }: Reading) => problems.map(({ message }) => message);

describe('files whose text has to be taken out of them', () => {
  it('are read one after the other by one worker', async () => {
    const reading = extractor((path, worker) => worker.onmessage?.({ data: told(path) }));
    const all = await Promise.all(['a.pdf', 'b.pdf'].map((path) => reading.extract(path, bytes)));
    expect(all.map(messages)).toEqual([['a.pdf'], ['b.pdf']]);
    expect(started).toHaveLength(1);
    // What was handed over is a copy.
    expect(bytes.length).toBeGreaterThan(0);
  });

  it('cost their worker and no other file where they take too long', async () => {
    const reading = extractor((path, worker) => path === 'slow.pdf' || worker.onmessage?.({ data: told(path) }), 20);
    const [slow, next] = await Promise.all(['slow.pdf', 'b.pdf'].map((path) => reading.extract(path, bytes)));
    expect(slow && messages(slow)[0]).toMatch(/the browser was still reading it\. Open this folder in the desktop editor/);
    expect(next && messages(next)).toEqual(['b.pdf']);
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('are read in place where no worker can be started', async () => {
    const never = new Extractor(() => {
      throw new Error('not here');
    });
    const { articles } = await never.extract('/c/weir.html', bytes);
    expect(articles.map(({ prose }) => prose.text)).toEqual(['The weir held.']);
    const broken = extractor((_path, worker) => worker.onerror?.());
    expect((await broken.extract('/c/weir.html', bytes)).articles).toHaveLength(1);
  });

  it('are named where a worker that works breaks off', async () => {
    const reading = extractor((path, worker) => (path === 'bad.pdf' ? worker.onerror?.() : worker.onmessage?.({ data: told(path) })));
    await reading.extract('a.pdf', bytes);
    expect(messages(await reading.extract('bad.pdf', bytes))[0]).toMatch(/broke off in the browser/);
    expect(messages(await reading.extract('c.pdf', bytes))).toEqual(['c.pdf']);
    expect(started).toHaveLength(2);
  });
});
