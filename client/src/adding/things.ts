import { isWebAddress } from '../../../server/src/web/fetchPage.ts';

/** Something that a writer wants to keep as a source. */
export type Thing =
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'page'; readonly address: string }
  | { readonly kind: 'text'; readonly text: string | null; readonly html: string | null }
  /** A file that came without a place of its own, as from a browser's window. */
  | { readonly kind: 'content'; readonly name: string; readonly bytes: Uint8Array };

/** What a drag brings, as far as it was there. */
export interface Dragged {
  readonly files: readonly { readonly name: string; readonly uri: string | null; readonly bytes: () => Promise<Uint8Array> }[];
  readonly uriList: string;
  readonly html: string;
  readonly text: string;
}

/** What is to be kept of a drag: its files, else the addresses it names, else the part of a page, else its text. */
export async function thingsDragged({ files, uriList, html, text }: Dragged): Promise<readonly Thing[]> {
  const uris = urisIn(uriList);
  const placed = new Set(uris);
  const things: Thing[] = uris.flatMap((uri): Thing[] => {
    if (isWebAddress(uri)) return [{ kind: 'page', address: uri }];
    // Links to places in a program, and images without a file.
    return /^(?:javascript|data|blob|about|mailto):/i.test(uri) ? [] : [{ kind: 'file', uri }];
  });
  for (const { name, uri, bytes } of files) {
    // The same files are named in the list where they have a place.
    if (uri === null ? uris.length === 0 : !placed.has(uri))
      things.push(uri === null ? { kind: 'content', name, bytes: await bytes() } : { kind: 'file', uri });
  }
  if (things.length > 0) return things;
  return thingsPasted(text, html);
}

/** What is to be kept of a text: the pages whose addresses are all that it is, else the text. None where it is empty. */
export function thingsPasted(text: string, html: string = ''): readonly Thing[] {
  const lines = text.split(/\s*\n\s*/).filter((line) => line.trim() !== '');
  if (lines.length > 0 && lines.length <= MOST_ADDRESSES && lines.every(isWebAddress)) {
    return lines.map((line) => ({ kind: 'page', address: line.trim() }));
  }
  if (text.trim() === '' && html.trim() === '') return [];
  return [{ kind: 'text', text: text || null, html: html || null }];
}

/** More addresses are a list that somebody wants to keep rather than have fetched. */
const MOST_ADDRESSES = 20;

/** The addresses of a list as RFC 2483 writes it; each once. */
function urisIn(list: string): readonly string[] {
  const lines = list.split(/\r\n|\n|\r/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))];
}
