import { type ExtensionContext, ExtensionMode, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { BrowserStart } from '../../server/src/lsp/protocol.ts';
import { clientOptions, ID, NAME } from './client.ts';
import { start, stop, type TestApi } from './extension.ts';

let worker: Worker | undefined;

/** Called by the editor in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): Promise<TestApi | undefined> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  const connect = () => {
    worker?.terminate();
    worker = new Worker(script);
    worker.postMessage({ role: 'serve', script } satisfies BrowserStart);
    // Not the worker itself: the editor's own way of starting workers gives one that the client does not take for one.
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  const underTest = context.extensionMode === ExtensionMode.Test;
  return start(context, { client: new LanguageClient(ID, NAME, connect, clientOptions(context)), fetchesFreely: false, underTest });
}

export async function deactivate(): Promise<void> {
  await stop();
  worker?.terminate();
}
