import type { Location, Position } from 'vscode-languageserver';
import type { Article, SourceRef } from '../corpus/article.ts';
import { BlockSentences } from '../prose/blockSentences.ts';
import { blockAt } from '../prose/prose.ts';
import { overlaps, type Span, sliceOf } from '../text/span.ts';
import { articlePositions, type Encoding } from './convert.ts';
import { type Digest, passagesOf } from './digest.ts';
import { draftPositions, elementAt, placeOf, type View } from './view.ts';

/** What references are looked for: passages, by what they say. */
export interface Wanted {
  readonly passages: readonly SourceRef[];
  /** The words of each. */
  readonly texts: readonly string[];
  /** Where else the words stand: the sources that have them. */
  readonly sources: readonly Location[];
}

/** The passages behind the words at a position of a draft; null where no source was found for them. */
export function wantedFromDraft(view: View, position: Position): Wanted | null {
  const match = elementAt(view, draftPositions(view).offset(position))?.match;
  if (!match) return null;
  const passages = passagesOf(match);
  const texts = passages.flatMap(({ articleId, span }) => {
    const article = view.analysis.articles.get(articleId);
    return article ? [sliceOf(article.prose.text, span)] : [];
  });
  return { passages, texts: [match.exact, ...texts], sources: passages.map((passage) => placeOf(view, passage)) };
}

/** The sentence at a position of a source; all of the source at its title and at whatever else is no prose. */
export function wantedFromSource(article: Article, position: Position, encoding: Encoding): Wanted {
  const { text } = article.prose;
  const span = sentenceAt(article, articlePositions(article, encoding).offset(position)) ?? { start: 0, end: text.length };
  return { passages: [{ articleId: article.id, span }], texts: [sliceOf(text, span)], sources: [] };
}

function sentenceAt({ prose }: Article, offset: number): Span | undefined {
  const block = blockAt(prose, offset);
  if (!block || block.kind === 'heading' || offset < block.span.start) return undefined;
  const sentences = new BlockSentences(prose.text).of(block);
  return sentences.findLast(({ start }) => start <= offset) ?? block.span;
}

/** The places of a draft that have words of one of the passages. */
export function placesIn(uri: string, { quoting }: Pick<Digest, 'quoting'>, { passages }: Pick<Wanted, 'passages'>): Location[] {
  const has = (own: SourceRef) => passages.some(({ articleId, span }) => own.articleId === articleId && overlaps(own.span, span));
  return quoting.filter((place) => place.passages.some(has)).map(({ range }) => ({ uri, range }));
}
