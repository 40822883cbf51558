import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, ID, NAME } from './client.ts';
import { start, stop, type TestApi } from './extension.ts';

/** Called by the editor on a machine of its own: the server is a process beside it. */
export function activate(context: ExtensionContext): Promise<TestApi | undefined> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6011'] } },
  };
  return start(context, { client: new LanguageClient(ID, NAME, server, clientOptions(context)), fetchesFreely: true });
}

export function deactivate(): Promise<void> {
  return stop();
}
