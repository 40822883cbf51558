import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { BrowserStart } from '../../server/src/lsp/protocol.ts';
import { breath } from './breath.ts';
import { ID, NAME } from './client.ts';

/** The client of a server that is a web worker; `begin` starts one in place of the one before. */
export async function createClient(script: string, begin: () => Worker, options: LanguageClientOptions): Promise<BaseLanguageClient> {
  await breath();
  await import('vscode-languageclient');
  await breath();
  const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import('vscode-languageclient/browser');
  const connect = () => {
    const worker = begin();
    worker.postMessage({ role: 'serve', script } satisfies BrowserStart);
    // Not the worker itself: the editor's own way of starting workers gives one that the client does not take for one.
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  return new LanguageClient(ID, NAME, connect, options);
}
