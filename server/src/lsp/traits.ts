import { CodeActionKind, type InitializeParams, MarkupKind } from 'vscode-languageserver';
import { chooseEncoding, type Encoding } from '../features/convert.ts';
import type { DiagnosticOptions } from '../features/diagnostics.ts';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do, as far as it matters here, read once from its first message. */
export interface Traits {
  readonly encoding: Encoding;
  readonly diagnostics: DiagnosticOptions;
  /** Whether it asks for diagnostics; else they are sent to it. */
  readonly pulls: boolean;
  /** Whether it can be told to ask for diagnostics again. */
  readonly refreshes: boolean;
  readonly versionedEdits: boolean;
  readonly codeActionLiterals: boolean;
  readonly markdownHover: boolean;
  readonly definitionLinks: boolean;
  /** Whether it can be asked for settings. */
  readonly asksSettings: boolean;
  readonly settingsRegistration: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  /** Whether it asks the server for the text of documents that are no files. */
  readonly opensExtracts: boolean;
  readonly openCommand: string | null;
  /** The client's command that lets a finding stand. */
  readonly letStandCommand: string | null;
  /** Whether edits may make files, and whether some may have to be confirmed. */
  readonly createsFiles: boolean;
  readonly confirms: boolean;
  /** Whether it asks for an action's edit when it is picked. */
  readonly resolvesEdits: boolean;
  /** Whether it reads for the server what is on no disk. */
  readonly readsFiles: boolean;
  readonly watches: boolean;
  /** Whether it can watch folders outside the workspace. */
  readonly relativePatterns: boolean;
  /** The settings of a client that cannot be asked for them. */
  readonly settings: unknown;
}

/** The features whose answers depend on what a client can show. Fields that a client does not name it cannot do. */
export function traitsOf({ capabilities, initializationOptions }: InitializeParams): Traits {
  const { textDocument, workspace, window, general } = capabilities;
  const options = optionsOf(initializationOptions);
  const actionKinds = textDocument?.codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet;
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    diagnostics: {
      rulePages: options.rulePages?.replace(/\/$/, '') ?? null,
      relatedInformation: describes(capabilities, 'relatedInformation'),
      codeDescription: describes(capabilities, 'codeDescriptionSupport'),
    },
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    codeActionLiterals:
      actionKinds === undefined
        ? textDocument?.codeAction?.codeActionLiteralSupport !== undefined
        : actionKinds.includes(CodeActionKind.QuickFix),
    // A client that does not say what it shows is shown Markdown, as most do.
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    asksSettings: workspace?.configuration === true,
    settingsRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    opensExtracts: workspace?.textDocumentContent !== undefined,
    openCommand: options.openCommand ?? null,
    letStandCommand: options.letStandCommand ?? null,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    confirms: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    readsFiles: options.readsFiles === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    settings: options.settings,
  };
}

/** Clients announce these for published diagnostics, and since 3.18 for pulled ones too. */
function describes({ textDocument }: InitializeParams['capabilities'], what: 'relatedInformation' | 'codeDescriptionSupport'): boolean {
  const pulled = textDocument?.diagnostic as Partial<Record<typeof what, boolean>> | undefined;
  return (textDocument?.publishDiagnostics?.[what] ?? pulled?.[what]) === true;
}

function optionsOf(raw: unknown): InitializationOptions {
  if (typeof raw !== 'object' || raw === null) return {};
  const { rulePages, openCommand, letStandCommand, settings, readsFiles } = raw as Record<string, unknown>;
  return {
    ...(typeof rulePages === 'string' ? { rulePages } : {}),
    ...(typeof openCommand === 'string' ? { openCommand } : {}),
    ...(typeof letStandCommand === 'string' ? { letStandCommand } : {}),
    ...(settings === undefined ? {} : { settings }),
    readsFiles: readsFiles === true,
  };
}
