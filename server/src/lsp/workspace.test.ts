import { expect, it } from 'vitest';
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
