import { expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { SettingsSource } from './settingsSource.ts';
import type { Traits } from './traits.ts';

/** The settings of a client that cannot be asked for them and said this at the start. */
function sourceOf(settings: unknown) {
  return new SettingsSource({} as Connection, { asksSettings: false, settings } as Traits, { error: () => undefined });
}

it('what a client sent last holds, until it clears its section', async () => {
  const source = sourceOf({ houseStyle: 'chicago' });
  expect(await source.settingsFor(null)).toEqual({ houseStyle: 'chicago' });
  source.take({ verbatim: { houseStyle: 'legal' } });
  expect(await source.settingsFor(null)).toEqual({ houseStyle: 'legal' });
  source.take(null);
  expect(await source.settingsFor(null)).toEqual({ houseStyle: 'legal' });
  source.take({ verbatim: null });
  expect(await source.settingsFor(null)).toEqual({});
  source.take({ verbatim: { houseStyle: 'guardian' } });
  source.take({ other: {} });
  expect(await source.settingsFor(null)).toEqual({ houseStyle: 'chicago' });
});
