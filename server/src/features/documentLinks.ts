import type { DocumentLink } from 'vscode-languageserver';
import type { ArticleDetails, SourceRef } from '../corpus/article.ts';
import type { Citation } from '../draft/draft.ts';
import { dateMentionsIn } from '../prose/dates.ts';
import { blockAt } from '../prose/prose.ts';
import { creditsOf } from '../rules/credits.ts';
import { matchBehind } from '../rules/finding.ts';
import { joinPath, parentOf } from '../service/configurationPaths.ts';
import { type Imprints, imprintKey } from '../service/imprints.ts';
import { isoDate } from '../text/calendarDate.ts';
import { together } from '../text/said.ts';
import { contains, type Span, sliceOf } from '../text/span.ts';
import { passagesOf } from './digest.ts';
import { EXTRACT_SCHEME } from './extracts.ts';
import { draftPositions, type Place, placeOf, type View } from './view.ts';
import { imprintOf, listOf, nameOf, openInCorpus } from './wording.ts';

/** A citation of a draft that names an article of the corpus. */
export interface CitedSource {
  readonly citation: Citation;
  readonly articleId: string;
}

/** What citations are held against. */
export interface CitationWorld {
  /** The draft's own path, which file names in it count from. */
  readonly path: string;
  /** The article that was read from a file, if it is one. */
  readonly idOfFile: (path: string) => string | undefined;
  /** Asked for only where a citation has to be told by its words. */
  readonly imprints: () => Promise<Imprints>;
}

/**
 * The citations of a draft that name an article of the corpus: by an address or a file, or by a publisher and a day that are
 * one article's.
 */
export async function citedSources(view: View, world: CitationWorld): Promise<readonly CitedSource[]> {
  const found: CitedSource[] = [];
  for (const citation of view.analysis.draft.citations) {
    const articleId = byAddress(view, citation, world) ?? (await byImprint(view, citation, world));
    if (articleId !== null) found.push({ citation, articleId });
  }
  return found;
}

function byAddress(view: View, citation: Citation, { path, idOfFile }: CitationWorld): string | null {
  const { url } = citation;
  if (url === null || url.startsWith('#')) return null;
  if (/^https?:/iu.test(url)) {
    const ids = view.analysis.corpus.idsAt(url);
    return ids.find((id) => passageFor(view, citation, id) !== null) ?? ids[0] ?? null;
  }
  const folder = parentOf(path);
  if (folder === undefined || /^[a-z][a-z0-9+.-]+:/iu.test(url)) return null;
  return idOfFile(joinPath(folder, decodedWay(url.replace(/[?#].*$/u, '')))) ?? null;
}

function decodedWay(way: string): string {
  try {
    return decodeURIComponent(way);
  } catch {
    return way;
  }
}

/** An address in the text is nobody's words. */
async function byImprint(view: View, citation: Citation, { imprints }: CitationWorld): Promise<string | null> {
  const { text } = citation;
  if (text === citation.url || text === '') return null;
  const publishers = [...new Set(creditsOf(view.analysis.corpus.publishers)(text).map(({ publisher }) => publisher))];
  if (publishers.length === 0) return null;
  const days = dateMentionsIn(text, { start: 0, end: text.length }, null).flatMap(({ stated: { year, month, day } }) =>
    year && month && day ? [isoDate({ year, month, day })] : [],
  );
  if (days.length === 0) return null;
  const known = await imprints();
  const ids = publishers
    .flatMap((publisher) => days.map((day) => known.get(imprintKey(publisher, day)) ?? null))
    .filter((id) => id !== null);
  return ids.length === 1 ? (ids[0] as string) : null;
}

/** The passage of an article that a quotation in the citation's paragraph is from; the last one before the citation. */
function passageFor(view: View, { span }: Citation, articleId: string): SourceRef | null {
  const { draft, verdicts } = view.analysis;
  const block = blockAt(draft.prose, span.start)?.span ?? span;
  const passages = [...verdicts].flatMap(([quotation, verdict]) => {
    const match = contains(block, quotation.span) ? matchBehind(verdict) : null;
    const passage = match && passagesOf(match).find((one) => one.articleId === articleId);
    return passage ? [{ at: quotation.span.start, passage }] : [];
  });
  return (passages.findLast(({ at }) => at <= span.end) ?? passages[0])?.passage ?? null;
}

/**
 * Links from citations to the corpus. Of a link with words of its own these lead there, and its address stays the web page's,
 * which editors follow by themselves; a footnote's mark leads there, too, and an address that stands in the text as it is
 * where its page is in the corpus: the page that was kept is what the draft is checked against.
 */
export function documentLinksOf(
  view: View,
  cited: readonly CitedSource[],
  details: ReadonlyMap<string, ArticleDetails | undefined>,
): DocumentLink[] {
  const positions = draftPositions(view);
  return cited.map(({ citation, articleId }) => {
    const own = details.get(articleId);
    const name = listOf([together(nameOf(own, view.fileOf(articleId))), imprintOf(own)]);
    const place = placeOf(view, passageFor(view, citation, articleId) ?? { articleId, span: { start: 0, end: 0 } });
    return { range: positions.range(wordsOf(view, citation)), target: targetOf(view, place), tooltip: view.voice.tell(openInCorpus(name)) };
  });
}

/** The words of a link without its address; all of a mark or of an address that stands in the text. */
function wordsOf(view: View, { kind, span }: Citation): Span {
  const raw = sliceOf(view.analysis.draft.text, span);
  if (kind === 'note') return span;
  if (raw.startsWith('<') && raw.endsWith('>')) return { start: span.start + 1, end: span.end - 1 };
  if (!raw.startsWith('[')) return span;
  const end = Math.max(raw.lastIndexOf(']('), raw.lastIndexOf(']['));
  return { start: span.start + 1, end: span.start + (end > 0 ? end : raw.length - 1) };
}

/** A file with the place in it; what is no file, by the client's own command where it has one. */
function targetOf({ commands: { open } }: View, { uri, range }: Place): string {
  if (open && uri.startsWith(`${EXTRACT_SCHEME}:`)) return `command:${open}?${encodeURIComponent(JSON.stringify([uri, range]))}`;
  const { line, character } = range.start;
  return line + character === 0 ? uri : `${uri}#L${line + 1},${character + 1}`;
}
