import { DecorationRangeBehavior, OverviewRulerLane, ThemeColor, window } from 'vscode';
import type { VerdictKind } from '../../../server/src/lsp/protocol.ts';

/** How quotations of one kind look. Each kind has a sign of its own, so that no colour has to be told from another. */
interface Look {
  /** Stands after the closing mark; none that a writer might have written. */
  readonly sign: string | null;
  /** Whether the words are underlined with dots. */
  readonly dotted: boolean;
  /** The colour, by the name that the manifest gives it. */
  readonly colour: string;
}

const LOOKS: Readonly<Record<VerdictKind, Look>> = {
  verified: { sign: '✓', dotted: false, colour: 'verbatim.verifiedForeground' },
  altered: { sign: '≈', dotted: false, colour: 'verbatim.verifiedForeground' },
  misquoted: { sign: '≠', dotted: false, colour: 'verbatim.misquotedForeground' },
  'not-found': { sign: '∅', dotted: false, colour: 'verbatim.uncheckedForeground' },
  unchecked: { sign: '◌', dotted: true, colour: 'verbatim.uncheckedForeground' },
  ignored: { sign: null, dotted: true, colour: 'verbatim.uncheckedForeground' },
};

export const KINDS = Object.keys(LOOKS) as readonly VerdictKind[];

/** The kinds whose words are the source's. */
export const RIGHT: ReadonlySet<VerdictKind> = new Set(['verified', 'altered']);

/** The marks of one kind: the sign behind a quotation, and the dots under its words. To be disposed of. */
export function marksOf(kind: VerdictKind) {
  const { sign, dotted, colour } = LOOKS[kind];
  const color = new ThemeColor(colour);
  const whole = window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: new ThemeColor(colour.replace('Foreground', 'OverviewRuler')),
    overviewRulerLane: OverviewRulerLane.Left,
    ...(sign === null ? {} : { after: { contentText: sign, color, margin: '0 0 0 0.2em', fontStyle: 'normal', fontWeight: 'normal' } }),
  });
  const words = window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    ...(dotted ? { borderStyle: 'dotted', borderWidth: '0 0 1px 0', borderColor: color } : {}),
  });
  return { whole, words: dotted ? words : null, dispose: () => [whole, words].map((one) => one.dispose()) };
}
