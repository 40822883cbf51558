import type { ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createClient } from './client.ts';
import { registerCommands } from './commands.ts';
import { answerForFiles } from './files.ts';
import { StatusItem } from './status.ts';

let client: LanguageClient | undefined;

/** Called by the editor when the first draft is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const created = createClient(context);
  client = created;
  const status = new StatusItem(created);
  context.subscriptions.push(status, ...registerCommands(created), ...answerForFiles(created));
  try {
    await created.start();
  } catch (error) {
    status.failed();
    created.error('The language server could not be started.', error);
  }
}

/** Called by the editor when the window closes or the extension is switched off. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
