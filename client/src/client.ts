import { type CancellationToken, type ExtensionContext, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions, Method } from '../../server/src/lsp/protocol.ts';
import { languageSettings } from './languageSettings.ts';
import type { LateClient } from './lateClient.ts';
import { spacedHints } from './verdicts/hintSpace.ts';

/** The languages that drafts are written in, saved or not yet, on a disk or in a repository that the editor shows from afar. */
export const LANGUAGES = ['markdown', 'plaintext', 'latex', 'tex', 'asciidoc', 'restructuredtext', 'html', 'typst', 'mdx'];
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];
/** Side files, by their names: `report.pdf.yaml`. Which of them belong to a source the server knows. */
const SIDE_FILES = { language: 'yaml', pattern: '**/*.*.{yaml,yml}' };
/** Project files; and what is let stand, which holds as it is in the editor, saved or not. */
const SETTINGS_FILES = { language: 'yaml', pattern: '**/{.verbatim,.verbatim-stet}.yaml' };

/** The key by which menus and keys know the languages of drafts (`editorLangId in …`): of each editor, not of the active one alone. */
export const LANGUAGES_KEY = 'verbatim.draftLanguages';

/** What the client and its output are called. */
export const ID = 'verbatim';
export const NAME = 'Verbatim';

/** What the links of a card run: each takes a URI and a range, `letStand` also a rule. */
const CARD_COMMANDS = {
  open: 'verbatim.openSource',
  peek: 'verbatim.peekSource',
  replace: 'verbatim.replaceWithSource',
  letStand: 'verbatim.letStand',
} as const;

/** What the client of the language server is told, wherever that runs. */
export function clientOptions(context: ExtensionContext): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    hoversWithFindings: true,
    rulePages: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
    commands: CARD_COMMANDS,
  };
  const schemes = [...new Set([...SCHEMES, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
  return {
    documentSelector: schemes.flatMap((scheme) => [
      ...LANGUAGES.map((language) => ({ scheme, language })),
      ...(scheme === 'untitled' ? [] : [SIDE_FILES, SETTINGS_FILES].map((files) => ({ scheme, ...files }))),
    ]),
    initializationOptions,
    diagnosticPullOptions: { onChange: true },
    middleware: { workspace: languageSettings, ...spacedHints },
    // Links in hovers may run these commands and no others.
    markdown: { isTrusted: { enabledCommands: Object.values(CARD_COMMANDS) } },
    outputChannelName: NAME,
  };
}

/** Asks the server one of our own questions. */
export function ask<Params, Result>(
  client: LateClient,
  { method }: Method<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  return client.sendRequest<Result>(method, params, token);
}

/** Listens to one of our own notifications. */
export function listen<Params>(client: LateClient, { method }: Method<Params>, listener: (params: Params) => void) {
  return client.onNotification(method, listener);
}
