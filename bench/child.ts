// One engine in a process of its own, so that neither its memory nor what was compiled for it mixes with another’s.
// The parent sends what is to be done as a message and gets the results as one.
import { openArchive } from './corpora.ts';
import { ENGINES } from './engines/all.ts';
import { measure, measureLoad, type Task } from './measure.ts';
import { readRealTexts } from './realTexts.ts';

/** What the parent asks for. */
export interface Order extends Task {
  readonly what: 'measure' | 'load';
  readonly engine: string;
  readonly data: string;
}

async function carryOut({ what, engine, data, ...task }: Order): Promise<object | null> {
  const load = ENGINES[engine];
  if (!load) throw new Error(`There is no engine ${engine}.`);
  const archive = openArchive(readRealTexts(data));
  return await (what === 'load' ? measureLoad : measure)(archive, await load(), task);
}

process.once('message', (order) => {
  carryOut(order as Order).then(
    (result) => process.send?.({ result }, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
