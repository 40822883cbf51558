import { InlayHintLabelPart, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** The sign of a quotation is drawn between its hint and the space before that: another one keeps them apart. */
export const spacedHints: Pick<Middleware, 'provideInlayHints'> = {
  provideInlayHints: async (document, range, token, next) => {
    const hints = await next(document, range, token);
    if (workspace.getConfiguration('verbatim', document).get('marks') === 'none') return hints;
    for (const hint of hints ?? []) if (Array.isArray(hint.label)) hint.label = [new InlayHintLabelPart('\u00a0'), ...hint.label];
    return hints;
  },
};
