import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, openDraft } from './support.ts';

// The declaration that is compiled against is older than tools for language models.
interface Part {
  readonly value: string;
}
interface Api {
  readonly tools: readonly { readonly name: string; readonly description: string; readonly inputSchema?: object }[];
  invokeTool(
    name: string,
    options: { readonly input: object; readonly toolInvocationToken: undefined },
  ): Promise<{ readonly content: readonly Part[] }>;
}
const { lm } = vscode as unknown as { readonly lm: Api };

const NAMES = ['verbatim_checkText', 'verbatim_findPassages', 'verbatim_listSources', 'verbatim_verifyQuotation'];
const toolNames = () =>
  lm.tools
    .map(({ name }) => name)
    .filter((name) => name.startsWith('verbatim_'))
    .sort();

const allow = (value: boolean | undefined) =>
  vscode.workspace.getConfiguration('verbatim').update('assistants', value, vscode.ConfigurationTarget.Global);

const invoke = async (name: string, input: object): Promise<{ readonly text: string; readonly data: Record<string, unknown> }> => {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [text, data] = content.map(({ value }) => value);
  return { text: text ?? '', data: JSON.parse(data ?? 'null') as Record<string, unknown> };
};

const nothing = () => undefined;
/** Resolves when the tools answer. */
const answering = () => eventually('an answer', () => invoke('verbatim_listSources', {}).then(() => true, nothing));

suite('assistants of the editor', () => {
  teardown(async () => {
    await allow(undefined);
    await closeAll();
  });

  test('have tools that answer only while the user has turned them on', async () => {
    await openDraft();
    // The editor knows of tools that it does not offer: what they are offered on is in the manifest.
    assert.deepEqual(toolNames(), NAMES);
    await assert.rejects(invoke('verbatim_listSources', {}));
    await allow(true);
    await answering();
    await allow(false);
    await eventually('no answer', () => invoke('verbatim_listSources', {}).then(nothing, () => true));
  });

  test('check texts, verify quotations and list sources', async () => {
    await openDraft();
    await allow(true);
    await answering();
    const listed = await invoke('verbatim_listSources', { limit: 1 });
    assert.ok(Number(listed.data.total) > 0, listed.text);
    const checked = await invoke('verbatim_checkText', {
      text: 'She said: “Nobody has ever counted the gulls of Sandrigg twice in one day.”',
    });
    const { quotations } = checked.data as { readonly quotations: readonly { readonly verdict: string }[] };
    assert.deepEqual(
      quotations.map(({ verdict }) => verdict),
      ['not-found'],
    );
    const verified = await invoke('verbatim_verifyQuotation', {
      quotation: 'Nobody has ever counted the gulls of Sandrigg twice in one day',
    });
    assert.match(verified.text, /not in this corpus/);
    assert.deepEqual((await invoke('verbatim_findPassages', { words: 'zzqx vvrk' })).data, { matches: [] });
  });
});
