import { workerData } from 'node:worker_threads';
import { serveExtraction } from './extraction/extractThread.ts';
import { serveIndexing } from './indexing/indexThread.ts';

// One script for both kinds of threads: what they share is most of what they are.
if ('at' in (workerData as object)) serveIndexing();
else serveExtraction();
