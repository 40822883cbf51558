import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ServerOptions } from 'vscode-languageclient/node';
import { breath } from './breath.ts';
import { ID, NAME } from './client.ts';

/** Paths of the server's script, and of a folder in which Node keeps it compiled, from one start to the next. */
interface Server {
  readonly module: string;
  readonly compiled: string;
}

/** The client of a server that is a process beside the editor's. The library is read piece by piece. */
export async function createClient({ module, compiled }: Server, options: LanguageClientOptions): Promise<BaseLanguageClient> {
  await breath();
  await import('vscode-languageserver-protocol/node');
  await breath();
  await import('vscode-languageclient');
  await breath();
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const server: ServerOptions = {
    // Older versions of Node do not look at this.
    run: { module, transport: TransportKind.ipc, options: { env: { NODE_COMPILE_CACHE: compiled } } },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6011'] } },
  };
  return new LanguageClient(ID, NAME, server, options);
}
