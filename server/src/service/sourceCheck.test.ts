import { describe, expect, it, vi } from 'vitest';
import { InMemoryHost } from '../../../test/support/inMemoryHost.ts';
import { checkDraft } from './checkDraft.ts';
import { Library } from './library.ts';
import { drain } from './pump.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { type DraftDocument, SourceCheck, Superseded } from './sourceCheck.ts';

const SOURCE = '# A\n\n“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill.\n';
const never = new AbortController().signal;

async function checkOf(files: Record<string, string> = { '/c/a.md': SOURCE }) {
  const host = new InMemoryHost(files);
  const library = new Library(['/c'], host);
  await library.load();
  return { host, library, check: new SourceCheck(library) };
}

const draft = (version = 1, text = '“The lamp has outlasted three mayors,” said Edda Quill.'): DraftDocument => ({
  uri: 'file:///draft.md',
  text,
  version,
  languageId: 'markdown',
});

describe('a source check', () => {
  it('gives who asks twice the same answer', async () => {
    const { check } = await checkOf();
    const [one, two] = await Promise.all([
      check.check(draft(), DEFAULT_SETTINGS, never),
      check.check(draft(), { ...DEFAULT_SETTINGS }, never),
    ]);
    expect(one).toBe(two);
    expect(await check.check(draft(), DEFAULT_SETTINGS, never)).toBe(one);
  });

  it('checks again when the draft, the sources or the settings are others', async () => {
    const { check, library, host } = await checkOf();
    const first = await check.check(draft(), DEFAULT_SETTINGS, never);
    expect(await check.check(draft(2), DEFAULT_SETTINGS, never)).not.toBe(first);
    const other = await check.check(draft(2), { ...DEFAULT_SETTINGS, houseStyle: 'legal' }, never);
    const state = check.stateFor(draft().uri, DEFAULT_SETTINGS);
    host.write('/c/b.md', 'More words.');
    await library.update(['/c/b.md']);
    expect(check.stateFor(draft().uri, DEFAULT_SETTINGS)).not.toBe(state);
    const last = await check.check(draft(2), { ...DEFAULT_SETTINGS, houseStyle: 'legal' }, never);
    expect(last).not.toBe(other);
    expect(last.corpus.size).toBe(2);
  });

  it('gives up an older state when a newer one is asked for', async () => {
    const { check } = await checkOf();
    const older = check.check(draft(1), DEFAULT_SETTINGS, never);
    const newer = check.check(draft(2), DEFAULT_SETTINGS, never);
    await expect(older).rejects.toBeInstanceOf(Superseded);
    expect((await newer).draft.text).toBe(draft().text);
  });

  it('answers who cancels at once, and the others all the same', async () => {
    const { check } = await checkOf();
    const controller = new AbortController();
    const impatient = check.check(draft(), DEFAULT_SETTINGS, controller.signal);
    const patient = check.check(draft(), DEFAULT_SETTINGS, never);
    controller.abort(new Error('enough'));
    await expect(impatient).rejects.toThrow('enough');
    expect((await patient).draft.text).toBe(draft().text);
  });

  it('starts anew after one that everybody cancelled', async () => {
    const { check } = await checkOf();
    const controller = new AbortController();
    const cancelled = check.check(draft(), DEFAULT_SETTINGS, controller.signal);
    controller.abort(new Error('enough'));
    await expect(cancelled).rejects.toThrow('enough');
    expect((await check.check(draft(), DEFAULT_SETTINGS, never)).draft.text).toBe(draft().text);
  });

  it('forgets a draft that was closed', async () => {
    const { check } = await checkOf();
    const first = await check.check(draft(), DEFAULT_SETTINGS, never);
    check.forget(draft().uri);
    const again = await check.check(draft(1, 'Other words.'), DEFAULT_SETTINGS, never);
    expect(again).not.toBe(first);
    expect(again.draft.text).toBe('Other words.');
  });

  it('never says before everything is read that words are in no source', async () => {
    const check = new SourceCheck(new Library(['/c'], new InMemoryHost({ '/c/a.md': SOURCE })));
    const text = '“Nobody steers by a buoy that sleeps through the long winter,” said Edda Quill, the harbour warden of Saltmere.';
    const early = await check.check(draft(1, text), DEFAULT_SETTINGS, never);
    expect(early.findings.map(({ rule }) => rule)).not.toContain('quote-not-found');
    expect([...early.verdicts.values()].map(({ kind }) => kind)).not.toContain('not-found');
    await check.library.load();
    const late = await check.check(draft(1, text), DEFAULT_SETTINGS, never);
    expect(late.findings.map(({ rule }) => rule)).toEqual(['quote-not-found']);
  });

  it('never says before everything is read that every source gives the words to another, or that a directive is of no use', async () => {
    const { library } = await checkOf();
    const text = '<!-- stet wrong-date -->\n\n“The lamp has outlasted three mayors and it will outlast the fog,” said Orrin Teasel.';
    const world = { corpus: library.corpus, fetch: (ids: readonly string[]) => library.fetch(ids), run: drain };
    const rules = async (complete: boolean) =>
      (await checkDraft(draft(1, text), DEFAULT_SETTINGS, { ...world, complete })).findings.map(({ rule }) => rule);
    expect(await rules(true)).toEqual(['unused-stet', 'wrong-speaker']);
    expect(await rules(false)).toEqual([]);
  });

  it('remembers what it looked up though checks are given up in between', async () => {
    const { check, library } = await checkOf();
    await check.check(draft(1), DEFAULT_SETTINGS, never);
    const looks = vi.spyOn(library.corpus, 'retrieve');
    for (let version = 2; version < 6; version++) check.check(draft(version), DEFAULT_SETTINGS, never).catch(() => undefined);
    await check.check(draft(6), DEFAULT_SETTINGS, never);
    expect(looks).not.toHaveBeenCalled();
  });
});

describe('a source check over many articles', () => {
  /** One that takes any number of articles for many, and how often it caught up. */
  async function patientCheck() {
    const host = new InMemoryHost({ '/c/a.md': SOURCE });
    const library = new Library(['/c'], host);
    await library.load();
    let resolve: () => void = () => undefined;
    const caughtUp = new Promise<void>((kept) => {
      resolve = kept;
    });
    const check = new SourceCheck(library, { manyArticles: 0, caughtUp: resolve });
    return { host, library, check, caughtUp };
  }
  const TEXT =
    '“The lamp has outlasted three mayors,” said Edda Quill.\n\n“The bell has outlasted nine ferries by a year,” said Tobin Marl.';
  const NEWS = '“The bell has outlasted nine ferries by a year,” said Tobin Marl.';
  const verdicts = ({ verdicts: all }: Awaited<ReturnType<SourceCheck['check']>>) => [...all.values()].map(({ kind }) => kind);

  it('holds a draft against the corpus before until all it asks has been looked up in the new one', async () => {
    const { host, library, check, caughtUp } = await patientCheck();
    await check.check(draft(1, TEXT), DEFAULT_SETTINGS, never);
    const state = check.stateFor(draft().uri, DEFAULT_SETTINGS);
    host.write('/c/b.md', NEWS);
    await library.update(['/c/b.md']);
    expect(check.stateFor(draft().uri, DEFAULT_SETTINGS)).toBe(state);
    expect(verdicts(await check.check(draft(2, TEXT), DEFAULT_SETTINGS, never))).toEqual(['verified', 'not-found']);
    await caughtUp;
    const looks = vi.spyOn(library.corpus, 'retrieve');
    expect(check.stateFor(draft().uri, DEFAULT_SETTINGS)).not.toBe(state);
    expect(verdicts(await check.check(draft(2, TEXT), DEFAULT_SETTINGS, never))).toEqual(['verified', 'verified']);
    expect(looks).not.toHaveBeenCalled();
  });

  it('catches up though nobody asks again', async () => {
    const { host, library, check, caughtUp } = await patientCheck();
    await check.check(draft(1, TEXT), DEFAULT_SETTINGS, never);
    host.write('/c/b.md', NEWS);
    await library.update(['/c/b.md']);
    await caughtUp;
    expect(verdicts(await check.check(draft(1, TEXT), DEFAULT_SETTINGS, never))).toEqual(['verified', 'verified']);
  });

  it('looks nothing up again in a corpus that is only kept otherwise', async () => {
    const { host, library, check } = await patientCheck();
    host.write('/c/b.md', NEWS);
    await library.update(['/c/b.md']);
    const first = await check.check(draft(1, TEXT), DEFAULT_SETTINGS, never);
    const { corpus } = library;
    await vi.waitUntil(() => library.corpus !== corpus);
    expect(library.corpus.segmentCount).toBeLessThan(corpus.segmentCount);
    expect(await check.check(draft(1, TEXT), DEFAULT_SETTINGS, never)).toBe(first);
  });

  it('lets go of a draft that was closed', async () => {
    const { host, library, check } = await patientCheck();
    await check.check(draft(1, TEXT), DEFAULT_SETTINGS, never);
    host.write('/c/b.md', NEWS);
    await library.update(['/c/b.md']);
    check.forget(draft().uri);
    expect(verdicts(await check.check(draft(1, TEXT), DEFAULT_SETTINGS, never))).toEqual(['verified', 'verified']);
  });
});
