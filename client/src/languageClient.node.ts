import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ServerOptions } from 'vscode-languageclient/node';
import { breath } from './breath.ts';
import { ID, NAME } from './client.ts';

/** The client of a server that is a process beside the editor's, by the path of its script. The library is read piece by piece. */
export async function createClient(module: string, options: LanguageClientOptions): Promise<BaseLanguageClient> {
  await breath();
  await import('vscode-languageserver-protocol/node');
  await breath();
  await import('vscode-languageclient');
  await breath();
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6011'] } },
  };
  return new LanguageClient(ID, NAME, server, options);
}
