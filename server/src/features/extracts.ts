import { fileNameOf } from '../service/configurationPaths.ts';
import { isExtracted } from '../service/readEntry.ts';
import { uriOfPath } from './convert.ts';

/**
 * The scheme of documents that show the text taken out of a source that is no text itself. Clients ask the server for what
 * is in them (`workspace/textDocumentContent`, LSP 3.18).
 */
export const EXTRACT_SCHEME = 'verbatim-source';

/**
 * Where the text of an article is opened: its file, or for one whose text was taken out of its file the document that shows
 * it. That one is called as the file is, and known by the article's id.
 */
export function textUriOf(articleId: string, file: string, opensExtracts: boolean): string {
  if (!opensExtracts || !isExtracted(file)) return uriOfPath(file);
  return `${EXTRACT_SCHEME}:/${encodeURIComponent(fileNameOf(file))}.txt?${encodeURIComponent(articleId)}`;
}

/** The id of the article that such a document shows; undefined for any other URI. */
export function articleShown(uri: string): string | undefined {
  const query = uri.startsWith(`${EXTRACT_SCHEME}:`) ? uri.slice(uri.indexOf('?') + 1) : undefined;
  try {
    return query && decodeURIComponent(query);
  } catch {
    return undefined;
  }
}
