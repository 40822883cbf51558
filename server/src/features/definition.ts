import type { Definition, LocationLink, Position } from 'vscode-languageserver';
import type { SourceRef } from '../corpus/article.ts';
import type { Match } from '../rules/finding.ts';
import { draftPositions, elementAt, placeOf, type View } from './view.ts';

/** From the words of a draft to the passage that they come from, and to the others that have the same words. */
export function definitionAt(view: View, position: Position, links: boolean): LocationLink[] | Definition | null {
  const positions = draftPositions(view);
  const element = elementAt(view, positions.offset(position));
  if (!element?.match) return null;
  const places = passagesOf(element.match).map((passage) => placeOf(view, passage));
  if (!links) return places.map(({ uri, range }) => ({ uri, range }));
  const originSelectionRange = positions.range(element.span);
  return places.map(({ uri, range }) => ({ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }));
}

function passagesOf(match: Match): readonly SourceRef[] {
  return [match.source, ...match.others];
}
