import { l10n } from 'vscode';
import type { FindingGroup, ListedFinding } from '../../../server/src/lsp/findingsProtocol.ts';
import { numeral, quoted } from '../wording.ts';

// What a screen reader says of the nodes of the tree of findings: what icons and positions show has to be in words.

/** `gravest` is how grave the gravest finding of the group is, in a word. */
export function spokenGroup(name: string, { count, fixable }: FindingGroup, gravest: string): string {
  const counted =
    count === 1
      ? l10n.t('{0}, one finding: {1}', name, gravest)
      : l10n.t('{0}, {1} findings, the gravest: {2}', name, numeral(count), gravest);
  return fixable > 0 ? l10n.t('{0}. Safe fixes: {1}', counted, numeral(fixable)) : counted;
}

/** `start` is the first one's place among those of the group, from 0; `end` that behind the last. */
export function spokenPage(name: string, start: number, end: number): string {
  return l10n.t('{0}, findings {1} to {2}', name, numeral(start + 1), numeral(end));
}

/** `gravity` is how grave it is, in a word; `place` the draft and its line. */
export function spokenFinding({ words, message, fix }: ListedFinding, gravity: string, place: string): string {
  const said = l10n.t('{0}: {1}. {2} {3}', gravity, quoted(words), message, place);
  return fix === null ? said : l10n.t('{0}. Safe fix: {1}', said, fix);
}
