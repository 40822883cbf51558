import { type ExtensionContext, ExtensionMode, Uri } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, ID, NAME } from './client.ts';
import { start, stop, type TestApi } from './extension.ts';

/** Of Node, what is asked here. */
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

/** Called by the editor on a machine of its own: the server is a process beside it. */
export function activate(context: ExtensionContext): Promise<TestApi | undefined> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6011'] } },
  };
  // A suite that runs the extension as it is installed says so itself: the editor takes that for a use like any other.
  const underTest = context.extensionMode === ExtensionMode.Test || process.env.VERBATIM_TEST_API !== undefined;
  return start(context, { client: new LanguageClient(ID, NAME, server, clientOptions(context)), fetchesFreely: true, underTest });
}

export function deactivate(): Promise<void> {
  return stop();
}
