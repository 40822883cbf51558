import type { Connection } from 'vscode-languageserver';
import { sourceInlayHints, sourceLenses } from '../features/sourceHints.ts';
import { flatSymbols, quotationSymbols } from '../features/symbols.ts';
import { guarded, type Handler } from './guard.ts';
import type { Session } from './session.ts';

/** What is shown of quotations beside their diagnostics and hovers: the outline, and their sources in the text. */
export function answerForQuotations(connection: Connection, session: Session): void {
  const { documents, lastChecks, log, traits, sourceHinting, outlining } = session;
  const guard = <Params, Result>(name: string, handler: Handler<Params, Result>) => guarded(name, log, handler);
  connection.onDocumentSymbol(
    guard('textDocument/documentSymbol', async ({ textDocument }, signal) => {
      const { uri } = textDocument;
      const view = await lastChecks.view(uri, signal);
      const symbols = view && quotationSymbols(view);
      outlining.gave(uri, documents.get(uri)?.version, symbols);
      return symbols && view && !traits.symbols.trees ? flatSymbols(view, symbols) : symbols;
    }),
  );
  connection.languages.inlayHint.on(
    guard('textDocument/inlayHint', async ({ textDocument, range }, signal) => {
      const view = (await sourceHinting.mode()) === 'inlay' ? await lastChecks.view(textDocument.uri, signal) : null;
      return view && sourceInlayHints(view, range);
    }),
  );
  connection.onCodeLens(
    guard('textDocument/codeLens', async ({ textDocument }, signal) => {
      const view = (await sourceHinting.mode()) === 'lens' ? await lastChecks.view(textDocument.uri, signal) : null;
      return view && sourceLenses(view);
    }),
  );
}
