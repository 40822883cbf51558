import { describe, expect, it } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import type { Settings } from '../service/settings.ts';
import { Workspace } from './workspace.ts';

it('a look-up that fails late leaves the newer one alone', async () => {
  const refusals: ((error: Error) => void)[] = [];
  const ask = () =>
    new Promise<Partial<Settings>>((_, reject) => {
      refusals.push(reject);
    });
  const workspace = new Workspace(new InMemoryHost(), ask, {
    shelfChanged: () => undefined,
    caughtUp: () => undefined,
    failed: () => undefined,
  });
  const older = workspace.configurationOf('/w/a.md');
  workspace.forgetConfigurations();
  const newer = workspace.configurationOf('/w/a.md');
  refusals[0]?.(new Error('The client is gone.'));
  await expect(older).rejects.toThrow();
  expect(workspace.configurationOf('/w/a.md')).toBe(newer);
  refusals[1]?.(new Error('The client is gone.'));
  await expect(newer).rejects.toThrow();
  expect(workspace.configurationOf('/w/a.md')).not.toBe(newer);
});

describe('sources that nobody names any more', () => {
  const host = () => new InMemoryHost({ '/w/lamp/corpus/lamp.md': 'The lamp burns.', '/w/bell/corpus/bell.md': 'The bell rings.' });
  const patient = new AbortController().signal;

  async function shelvesOf(...names: string[]) {
    const workspace = new Workspace(host(), async () => ({}), {
      shelfChanged: () => undefined,
      caughtUp: () => undefined,
      failed: () => undefined,
    });
    const configurations = await Promise.all(names.map((name) => workspace.configurationOf(`/w/${name}/draft.md`)));
    return { workspace, configurations, shelves: configurations.map((configuration) => workspace.shelfOf(configuration)) };
  }

  it('are let go of, and their reading ends', async () => {
    const { workspace, configurations, shelves } = await shelvesOf('lamp', 'bell');
    workspace.keepOnly(configurations.slice(1), workspace.shelvesMade);
    expect(workspace.shelves).toEqual([shelves[1]]);
    await shelves[0]?.ready;
    expect(shelves[0]?.library.complete).toBe(false);
  });

  it('stay where they were asked for after it was looked up who names them', async () => {
    const { workspace, configurations, shelves } = await shelvesOf('lamp', 'bell');
    workspace.keepOnly(configurations.slice(1), 0);
    expect(workspace.shelves).toEqual(shelves);
  });

  it('are read to their end for whoever waits for that', async () => {
    const { workspace, shelves } = await shelvesOf('lamp');
    const [lamp] = shelves;
    if (!lamp) throw new Error('There is no shelf.');
    const waiting = workspace.whenRead(lamp, patient);
    workspace.keepOnly([], workspace.shelvesMade);
    expect(workspace.shelves).toEqual([]);
    await waiting;
    expect(lamp.library.corpus.size).toBe(1);
  });

  it('hold nobody up who comes to wait when they are gone', async () => {
    const { workspace, shelves } = await shelvesOf('lamp');
    const [lamp] = shelves;
    if (!lamp) throw new Error('There is no shelf.');
    workspace.keepOnly([], workspace.shelvesMade);
    await workspace.whenRead(lamp, patient);
    expect(lamp.library.complete).toBe(false);
  });

  it('hold nobody up where reading was stopped', async () => {
    const { workspace, shelves } = await shelvesOf('lamp');
    const [lamp] = shelves;
    if (!lamp) throw new Error('There is no shelf.');
    const waiting = workspace.whenRead(lamp, patient);
    await Promise.resolve();
    lamp.library.stopReading();
    await waiting;
    expect(lamp.library.stopped).toBe(true);
  });
});
