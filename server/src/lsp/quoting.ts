import { type CompletionList, ErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import type { Article } from '../corpus/article.ts';
import { speakerAt } from '../corpus/sayings.ts';
import { languageOf } from '../draft/languages/index.ts';
import { beginningAt, firstWordsOf, inOrderOfUse, MOST_ARTICLES, placesOfBeginning } from '../features/beginnings.ts';
import { type Manner, worded } from '../features/citing.ts';
import { articlePositions, pathOrUri, positionsOf } from '../features/convert.ts';
import { articleShown } from '../features/extracts.ts';
import { marksOf, meantBy, passageOf } from '../features/passages.ts';
import { quotationCompletions, snippetOf } from '../features/quotationCompletion.ts';
import { quotationContextAt } from '../features/quotationContext.ts';
import { blockAt } from '../prose/prose.ts';
import { isCorpusFile, isDraft } from '../service/drafts.ts';
import type { Library } from '../service/library.ts';
import { turn, unlessAborted } from '../service/pump.ts';
import { isExtracted } from '../service/readEntry.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { OpenDocument } from './documents.ts';
import { OutOfDate } from './guard.ts';
import type { Quote, QuoteParams, RoleResult } from './protocol.ts';
import type { Session } from './session.ts';

/** The rest of what sources have, where the first words of a quotation are being written; null everywhere else. */
export async function quotationCompletionsAt(
  session: Session,
  uri: string,
  position: Position,
  signal: AbortSignal,
): Promise<CompletionList | null> {
  const { documents, traits, desk } = session;
  const document = documents.get(uri);
  const offset = document && positionsOf(document.text, traits.encoding).offset(position);
  // Nearly every place is in no quotation, and that is all that there is to know of it.
  const context = offset === undefined ? null : quotationContextAt(document as OpenDocument, offset);
  if (!document || offset === undefined || !context) return null;
  const opened = await desk.open(uri, signal);
  // Keystrokes that are already in the pipe overtake it.
  await turn();
  signal.throwIfAborted();
  if (!('draft' in opened)) return null;
  if (documents.get(uri) !== document) throw new OutOfDate();
  const { configuration, shelf } = opened.draft;
  const { library } = shelf;
  const { corpus } = library;
  const first = firstWordsOf(context.words, context.isInWord, context.around);
  const places = placesOfBeginning(first, corpus);
  const ids = [...new Set(places.map(({ articleId }) => articleId))];
  const articles = await library.fetch(ids.slice(0, MOST_ARTICLES), corpus, { signal });
  signal.throwIfAborted();
  if (documents.get(uri) !== document) throw new OutOfDate();
  const found = places.flatMap((place) => {
    const article = articles.get(place.articleId);
    return (article && beginningAt(article, place, first, corpus)) ?? [];
  });
  const ordered = inOrderOfUse(found, first, ({ article, typed }) => speakerAt(article, typed));
  const page = {
    text: document.text,
    isMarkdown: isMarkdown(document.languageId),
    escape: languageOf(document.languageId).escape,
    path: session.workspace.pathOf(document),
    offset,
    encoding: traits.encoding,
    settings: configuration.settings,
    context,
    fileOf: (articleId: string) => library.fileOf(articleId),
    labelDetails: traits.completionLabelDetails,
    snippets: traits.completionSnippets,
    voice: traits.voice,
  };
  return quotationCompletions(page, ordered, ids.length <= MOST_ARTICLES);
}

function isMarkdown(languageId: string): boolean {
  return languageOf(languageId).ids.includes('markdown');
}

/** A source that is open in an editor, and the library that has it. */
interface OpenSource {
  readonly library: Library;
  readonly article: Article;
  readonly file: string;
}

/** A passage of a source as a quotation for a draft. */
export async function quote(session: Session, params: QuoteParams | null, signal: AbortSignal): Promise<Quote | null> {
  if (typeof params?.uri !== 'string' || !params.range)
    throw new ResponseError(ErrorCodes.InvalidParams, 'Say which range of which source.');
  const source = await sourceAt(session, params.uri, signal);
  if (!source) return null;
  const { article, file } = source;
  const { encoding } = session.traits;
  const selected = articlePositions(article, encoding).span(params.range);
  const span = meantBy(article, selected, (offset) => sentenceAt(article, offset));
  const manner = await mannerFor(session, params.draft ?? null, file, signal);
  const passage = span && passageOf(article, span, manner.marks);
  if (!passage) return null;
  const { text, attribution, citation } = worded(passage, file, manner);
  const positions = positionsOf(manner.draft.text, encoding);
  const at = params.position && positions.offset(params.position);
  const spaced = at === undefined ? text : withSpaces(text, manner.draft.text, at);
  const { note } = citation;
  const place = note && positions.position(note.at);
  return {
    text: spaced,
    attribution,
    citation: citation.text,
    snippet: `${snippetOf(spaced)}$0`,
    edits: note && place ? [{ range: { start: place, end: place }, newText: note.text }] : [],
    guessed: article.guessed.filter((detail) => detail === 'publisher' || detail === 'published'),
  };
}

function withSpaces(text: string, draft: string, at: number): string {
  const before = /[\p{L}\p{N}\p{Po}\p{Pf}"')\]]/u.test(draft[at - 1] ?? '') ? ' ' : '';
  const after = /[\p{L}\p{N}\p{Pi}"'([]/u.test(draft[at] ?? '') ? ' ' : '';
  return before + text + after;
}

function sentenceAt({ prose }: Article, offset: number): Span {
  const block = blockAt(prose, offset)?.span;
  const sentence = block && sentencesOf(prose.text, block).find(({ end }) => end >= offset);
  return sentence && sentence.start <= offset ? sentence : { start: offset, end: offset };
}

/** How words of a source are put into a draft; where none is open, as plain text by the settings of the source's project. */
async function mannerFor({ documents, workspace }: Session, draft: string | null, source: string, signal: AbortSignal): Promise<Manner> {
  const document = draft === null ? undefined : documents.get(draft);
  const path = document ? workspace.pathOf(document) : draft === null ? source : pathOrUri(draft);
  const { settings } = await unlessAborted(workspace.configurationOf(path), signal);
  const text = document?.text ?? '';
  const languageId = document?.languageId ?? 'plaintext';
  const language = languageOf(languageId);
  return { settings, marks: marksOf(text), draft: { text, isMarkdown: isMarkdown(languageId), escape: language.escape, path } };
}

/** What a document is: a draft, a source, or neither. */
export async function roleOf(
  session: Session,
  params: { readonly uri: string; readonly languageId?: string } | null,
  signal: AbortSignal,
): Promise<RoleResult> {
  if (typeof params?.uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The URI of the document is missing.');
  const { uri } = params;
  if (articleShown(uri) !== undefined) return { role: 'source' };
  const { workspace, documents } = session;
  const document = documents.get(uri);
  const path = workspace.pathOf(document ?? { uri, languageId: params.languageId ?? 'plaintext', version: 0, text: '' });
  const configuration = await unlessAborted(workspace.configurationOf(path), signal);
  if (isCorpusFile(path, configuration) || workspace.shelves.some(({ library }) => library.holds(path))) return { role: 'source' };
  return { role: isDraft(path, configuration) ? 'draft' : 'other' };
}

/** The article that a document shows; undefined where it is no source, or a file that is not read as it stands. */
async function sourceAt({ workspace }: Session, uri: string, signal: AbortSignal): Promise<OpenSource | undefined> {
  const shown = articleShown(uri);
  const path = pathOrUri(uri);
  if (shown === undefined) {
    if (isExtracted(path)) return undefined;
    const configuration = await unlessAborted(workspace.configurationOf(path), signal);
    if (isCorpusFile(path, configuration)) workspace.shelfOf(configuration);
  }
  for (const { library, ready } of workspace.shelves) {
    if (shown === undefined && !library.covers(path)) continue;
    await unlessAborted(ready, signal);
    const ids = shown === undefined ? library.files.articleIdsOf(path) : [shown];
    const [article] = (await library.fetch(ids.slice(0, 1), library.corpus, { signal })).values();
    if (article) return { library, article, file: library.fileOf(article.id) };
  }
  return undefined;
}
