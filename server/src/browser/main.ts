import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { ClientHost } from '../lsp/clientHost.ts';
import { outlineOf } from '../lsp/guard.ts';
import type { BrowserStart } from '../lsp/protocol.ts';
import { startServer } from '../lsp/server.ts';
import { ClientDisk } from './clientDisk.ts';
import { extracting } from './extracting.ts';
import { answerOrders } from './extractor.ts';
import { offerLibraries } from './libraries.ts';

// The program of two web workers: of the language server, and of the one in which that reads files whose text has to be taken out of
// them. The first message says which it is to be, and where its script lies: a worker that was started from memory does not know.
const worker = globalThis as unknown as DedicatedWorkerGlobalScope;

worker.onmessage = ({ data }: MessageEvent<BrowserStart>) => {
  offerLibraries(new URL('../lib/', data.script).href);
  if (data.role === 'extract') answerOrders(worker);
  else serve(data.script);
};

function serve(script: string): void {
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  // A slip in work that nobody waits for is told.
  worker.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    connection.console.error(outlineOf(event.reason));
  });
  startServer(connection, extracting(new ClientDisk(new ClientHost(connection)), script));
}
