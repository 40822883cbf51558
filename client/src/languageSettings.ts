import { Uri, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** The one setting that may be other for each language; the server asks for it with a document's own address. */
const BY_LANGUAGE = 'verbatim.check';

/** Settings as they hold for a document in its language (`"[markdown]": { … }`), of which the protocol knows nothing. */
export const languageSettings: NonNullable<Middleware['workspace']> = {
  configuration: async (params, token, next) => {
    const values = (await next(params, token)) as unknown;
    if (!Array.isArray(values)) return values as never;
    return params.items.map(({ section, scopeUri }, at): unknown =>
      section === BY_LANGUAGE && scopeUri ? checkTimeOf(scopeUri) : values[at],
    );
  },
};

/** Only what somebody has set: the rest is the server's to say. */
function checkTimeOf(uri: string): unknown {
  const own = Uri.parse(uri).toString();
  const document = workspace.textDocuments.find((one) => one.uri.toString() === own);
  if (!document) return null;
  const found = workspace.getConfiguration(undefined, document).inspect<unknown>(BY_LANGUAGE);
  return found?.workspaceFolderLanguageValue ?? found?.workspaceLanguageValue ?? found?.globalLanguageValue ?? null;
}
