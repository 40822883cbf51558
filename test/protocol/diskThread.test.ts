import { chmodSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DiskAside } from '../../server/src/node/diskAside.ts';
import { Walk } from '../../server/src/node/walk.ts';
import { folderOf } from './fixture.ts';

const THREAD = join(import.meta.dirname, '../../server/src/node/diskThread.ts');
const FOLDERS = 4;
const FILES = 420;

let many: ReturnType<typeof folderOf>;
/** What a program that does something else meanwhile finds there. */
let all: Awaited<ReturnType<Walk['below']>> = [];

beforeEach(async () => {
  many = folderOf({});
  for (let folder = 0; folder < FOLDERS; folder++)
    for (let file = 0; file < FILES; file++) many.write(`f${folder}/${file}.md`, '.'.repeat(file % 7));
  for (const folder of ['f0', 'f3']) {
    chmodSync(many.pathOf(`${folder}/1.md`), 0o600);
    utimesSync(many.pathOf(`${folder}/2.md`), 1, 0.123456);
    symlinkSync(many.pathOf('f2/3.md'), many.pathOf(`${folder}/link.md`));
  }
  all = await new Walk().below(many.path);
});

async function alone(script: string | null) {
  const look = vi.spyOn(DiskAside.prototype, 'look');
  const found = await new Walk(undefined, true, script).below(many.path);
  const asked = look.mock.calls.length;
  look.mockRestore();
  return { found, asked };
}

describe('a program that is alone on its thread finds the same files', () => {
  it('by itself', async () => {
    expect(all.length).toBe(FOLDERS * FILES);
    const { found, asked } = await alone(null);
    expect(asked).toBe(0);
    expect(found).toEqual(all);
  });

  it('with another thread that looks at most of them', async () => {
    const { found, asked } = await alone(THREAD);
    expect(asked).toBeGreaterThan(0);
    expect(found).toEqual(all);
  });

  it('where the other thread cannot start', async () => {
    const { found, asked } = await alone(many.pathOf('never.mjs'));
    expect(asked).toBeGreaterThan(0);
    expect(found).toEqual(all);
  });

  it('where the other thread looks at some of them, or fails', async () => {
    const scripts = folderOf({
      'some.mjs':
        "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => parentPort.postMessage(new Float64Array()));",
      'none.mjs': "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('no disk'); });",
    });
    for (const script of ['some.mjs', 'none.mjs']) expect((await alone(scripts.pathOf(script))).found).toEqual(all);
  });
});
