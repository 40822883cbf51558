import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { IndexedArticle } from '../server/src/corpus/indexedCorpus.ts';
import { buffersOf } from '../server/src/node/indexing/transfer.ts';
import { nodeHost, readFileNow } from '../server/src/node/nodeHost.ts';
import { decodeFile } from '../server/src/readers/decode.ts';
import { readSource } from '../server/src/readers/index.ts';
import { CorpusInMaking } from '../server/src/service/corpusInMaking.ts';
import { FileRecords } from '../server/src/service/fileRecords.ts';
import { type Gathered, Gathering } from '../server/src/service/gathering.ts';
import type { Entry } from '../server/src/service/host.ts';
import type { IndexedFile } from '../server/src/service/indexer.ts';
import { FINAL_WORDS, partsOf } from '../server/src/service/indexParts.ts';
import { Interim } from '../server/src/service/interim.ts';
import { SourceRules } from '../server/src/service/sourceRules.ts';
import { Texts } from '../server/src/service/texts.ts';

/** What reading sources is made of, one after the other. */
export const STEPS = [
  'listing',
  'reading bytes',
  'decoding',
  'the reader',
  'tokenising and indexing',
  'handing over',
  'publishing',
] as const;
export type Step = (typeof STEPS)[number];

/** Milliseconds of each step, each taken on one and the same thread; in the product most of them run in several. */
export class Steps {
  readonly times = new Map<Step, number>(STEPS.map((step) => [step, 0]));

  /** Does something as a part of a step. */
  in<T>(step: Step, task: () => T): T {
    const started = performance.now();
    const result = task();
    this.add(step, performance.now() - started);
    return result;
  }

  add(step: Step, milliseconds: number): void {
    this.times.set(step, (this.times.get(step) ?? 0) + milliseconds);
  }
}

/** A segment as it comes out of another thread. */
async function handedOver(
  gathered: Gathered,
  steps: Steps,
  { port1, port2 }: { port1: MessagePort; port2: MessagePort },
): Promise<Gathered> {
  const started = performance.now();
  const arrived = new Promise<Gathered>((resolve) => port2.once('message', resolve));
  port1.postMessage(gathered, buffersOf(gathered.segment));
  const received = await arrived;
  steps.add('handing over', performance.now() - started);
  return received;
}

/** Does what the product does with the files of a folder, one step at a time. */
export async function stepsOfReading(folder: string): Promise<Steps> {
  const steps = new Steps();
  const started = performance.now();
  const entries = await nodeHost.listFiles(folder, new SourceRules(folder, nodeHost, {}));
  steps.add('listing', performance.now() - started);
  const making = new CorpusInMaking(new FileRecords(), new Texts({ host: nodeHost, stampOf: () => undefined, stale: () => undefined }, 0));
  const channel = new MessageChannel();
  for (const part of partsOf(entries)) await readPart(part, { steps, making, channel });
  channel.port1.close();
  return steps;
}

interface Place {
  readonly steps: Steps;
  readonly making: CorpusInMaking;
  readonly channel: MessageChannel;
}

async function readPart(part: readonly Entry[], { steps, making, channel }: Place): Promise<void> {
  const gathering = new Gathering(FINAL_WORDS);
  const interim = new Interim();
  let files: IndexedFile[] = [];
  const take = async (gathered: Gathered) => {
    const arrived = await handedOver(gathered, steps, channel);
    const piece = { files, ...interim.take(arrived) };
    files = [];
    steps.in('publishing', () => {
      for (const _ of making.take(piece));
      making.publish();
    });
  };
  for (const { path, stamp } of part) {
    const bytes = steps.in('reading bytes', () => readFileNow(path));
    // Done once more by the reader.
    const decoding = performance.now();
    decodeFile(bytes);
    const reading = performance.now();
    const { articles, problems } = await readSource(path, bytes);
    const ended = performance.now();
    steps.add('decoding', reading - decoding);
    steps.add('the reader', Math.max(0, ended - reading - (reading - decoding)));
    files.push({ path, stamp, articleIds: articles.map(({ id }: Pick<IndexedArticle, 'id'>) => id), problems });
    const gathered = steps.in('tokenising and indexing', () => {
      gathering.add(articles);
      return gathering.next();
    });
    if (gathered) await take(gathered);
  }
  const last = steps.in('tokenising and indexing', () => gathering.end());
  if (last) await take(last);
}
