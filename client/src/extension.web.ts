import { type ExtensionContext, ExtensionMode, Uri } from 'vscode';
import { breath } from './breath.ts';
import { clientOptions } from './client.ts';
import { start, stop, type TestApi } from './extension.ts';
import { LateClient } from './lateClient.ts';

let worker: Worker | undefined;

/** Called by the editor in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): TestApi | undefined {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  const begin = () => {
    worker?.terminate();
    worker = new Worker(script);
    return worker;
  };
  const client = new LateClient(clientOptions(context), async (options) => {
    await breath();
    const { createClient } = await import('./languageClient.web.ts');
    return createClient(script, begin, options);
  });
  return start(context, { client, fetchesFreely: false, underTest: context.extensionMode === ExtensionMode.Test });
}

export async function deactivate(): Promise<void> {
  await stop();
  worker?.terminate();
}
