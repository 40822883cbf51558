import { CodeActionKind, type InitializeParams, MarkupKind } from 'vscode-languageserver';
import { chooseEncoding, type Encoding } from '../features/convert.ts';
import type { DiagnosticOptions } from '../features/diagnostics.ts';
import { ENGLISH, type Voice } from '../features/l10n/voice.ts';
import type { ClientCommandNames, InitializationOptions } from './protocol.ts';

/** What the client can do, as far as it matters here, read once from its first message. */
export interface Traits {
  readonly encoding: Encoding;
  /** Speaks the language of whoever reads what it shows. */
  readonly voice: Voice;
  readonly diagnostics: DiagnosticOptions;
  /** Whether it asks for diagnostics; else they are sent to it. */
  readonly pulls: boolean;
  /** Whether it can be told to ask for diagnostics again. */
  readonly refreshes: boolean;
  readonly versionedEdits: boolean;
  readonly codeActionLiterals: boolean;
  readonly markdownHover: boolean;
  readonly definitionLinks: boolean;
  /** Whether a completion may say something beside its label. */
  readonly completionLabelDetails: boolean;
  readonly completionSnippets: boolean;
  /** How it takes the symbols of a document: as a tree, else a list; and whether it can be told later that there are some. */
  readonly symbols: { readonly trees: boolean; readonly registers: boolean };
  readonly inlayHints: Asking;
  readonly codeLenses: Asking;
  /** Whether it can be asked for settings. */
  readonly asksSettings: boolean;
  readonly settingsRegistration: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  /** Whether it asks the server for the text of documents that are no files. */
  readonly opensExtracts: boolean;
  readonly commands: ClientCommandNames;
  /** Whether it carries out edits that it is sent, and shows documents when it is told. */
  readonly appliesEdits: boolean;
  readonly showsDocuments: boolean;
  /** Whether edits may make files, and whether some may have to be confirmed. */
  readonly createsFiles: boolean;
  readonly confirms: boolean;
  /** Whether it asks for an action's edit when it is picked. */
  readonly resolvesEdits: boolean;
  /** Whether it reads for the server what is on no disk. */
  readonly readsFiles: boolean;
  /** Whether it can be told of further documents to ask for references in. */
  readonly referencesRegistration: boolean;
  readonly watches: boolean;
  /** Whether it can watch folders outside the workspace. */
  readonly relativePatterns: boolean;
  /** The settings of a client that cannot be asked for them. */
  readonly settings: unknown;
}

/** Something that a client asks for by itself. */
export interface Asking {
  readonly shows: boolean;
  /** Whether it can be told later that there is something to ask for. */
  readonly registers: boolean;
  /** Whether it can be told to ask again. */
  readonly refreshes: boolean;
}

/** The features whose answers depend on what a client can show. Fields that a client does not name it cannot do. */
export function traitsOf({ capabilities, initializationOptions }: InitializeParams, voice: Voice = ENGLISH): Traits {
  const { textDocument, workspace, window, general } = capabilities;
  const options = optionsOf(initializationOptions);
  const actionKinds = textDocument?.codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet;
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    voice,
    diagnostics: {
      rulePages: options.rulePages?.replace(/\/$/, '') ?? null,
      relatedInformation: describes(capabilities, 'relatedInformation'),
      codeDescription: describes(capabilities, 'codeDescriptionSupport'),
      passages: options.hoversWithFindings !== true,
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
    symbols: {
      trees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      registers: textDocument?.documentSymbol?.dynamicRegistration === true,
    },
    inlayHints: asking(textDocument?.inlayHint, workspace?.inlayHint),
    codeLenses: asking(textDocument?.codeLens, workspace?.codeLens),
    definitionLinks: textDocument?.definition?.linkSupport === true,
    completionLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    asksSettings: workspace?.configuration === true,
    settingsRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    opensExtracts: workspace?.textDocumentContent !== undefined,
    commands: options.commands ?? {},
    appliesEdits: workspace?.applyEdit === true,
    showsDocuments: window?.showDocument?.support === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    confirms: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    readsFiles: options.readsFiles === true,
    referencesRegistration: textDocument?.references?.dynamicRegistration === true,
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
  const { rulePages, commands, settings, readsFiles, hoversWithFindings } = raw as Record<string, unknown>;
  return {
    ...(typeof rulePages === 'string' ? { rulePages } : {}),
    commands: commandsIn(commands),
    ...(settings === undefined ? {} : { settings }),
    readsFiles: readsFiles === true,
    hoversWithFindings: hoversWithFindings === true,
  };
}

function asking(ofText?: { readonly dynamicRegistration?: boolean }, ofAll?: { readonly refreshSupport?: boolean }): Asking {
  return { shows: ofText !== undefined, registers: ofText?.dynamicRegistration === true, refreshes: ofAll?.refreshSupport === true };
}

/** The commands among what a client says it has: what is no name is none. */
function commandsIn(raw: unknown): ClientCommandNames {
  if (typeof raw !== 'object' || raw === null) return {};
  const names = ['open', 'peek', 'replace', 'letStand'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const command = (raw as Record<string, unknown>)[name];
      return typeof command === 'string' && /^[\w.-]+$/.test(command) ? [[name, command]] : [];
    }),
  );
}
