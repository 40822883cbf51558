import process from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { outlineOf } from '../lsp/guard.ts';
import { startServer } from '../lsp/server.ts';
import { extracting } from './extraction/extracting.ts';
import { watchFolders } from './folderWatch.ts';
import { WorkerIndexer, workerScript } from './indexing/workerIndexer.ts';
import { nodeHost } from './nodeHost.ts';
import { snapshotsFor } from './snapshots.ts';

// Started by an editor: over Node's own channel (`--node-ipc`), a socket or a pipe, or standard input and output.
const transports = ['--node-ipc', '--stdio', '--socket', '--pipe'];
const named = process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport)));
const connection = named ? createConnection(ProposedFeatures.all) : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

// A slip in work that nobody waits for must not take the server down with it. Where nobody listens any more, it ends.
function survive(error: unknown): void {
  if ((error as NodeJS.ErrnoException | null)?.code === 'EPIPE') process.exit(1);
  connection.console.error(outlineOf(error));
}
process.on('uncaughtException', survive);
process.on('unhandledRejection', survive);

const note = (message: string) => connection.console.warn(message);
const host = extracting(nodeHost, { keeps: true, yielding: true });
const indexer = new WorkerIndexer(host, { script: workerScript(), note, yielding: true, keeps: true });
startServer(connection, host, { indexer, keeping: snapshotsFor(note), watchFolders });
