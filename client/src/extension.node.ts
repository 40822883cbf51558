import { type ExtensionContext, ExtensionMode, Uri } from 'vscode';
import { breath } from './breath.ts';
import { clientOptions } from './client.ts';
import { start, stop, type TestApi } from './extension.ts';
import { LateClient } from './lateClient.ts';

/** Of Node, what is asked here. */
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

/** Called by the editor on a machine of its own: the server is a process beside it. */
export function activate(context: ExtensionContext): TestApi | undefined {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const compiled = Uri.joinPath(context.globalStorageUri, 'compiled').fsPath;
  const client = new LateClient(clientOptions(context), async (options) => {
    await breath();
    const { createClient } = await import('./languageClient.node.ts');
    return createClient({ module, compiled }, options);
  });
  // A suite that runs the extension as it is installed says so itself: the editor takes that for a use like any other.
  const underTest = context.extensionMode === ExtensionMode.Test || process.env.VERBATIM_TEST_API !== undefined;
  return start(context, { client, fetchesFreely: true, underTest });
}

export function deactivate(): Promise<void> {
  return stop();
}
