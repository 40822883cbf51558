import type { ResourceLink } from '@modelcontextprotocol/server';
import type { MatchReport } from '../../core/api.ts';

const SOURCE = 'verbatim://source/';

/** What the address of a source is made of, and of a stretch of its text. */
export const SOURCE_TEMPLATE = `${SOURCE}{+path}`;
export const PASSAGE_TEMPLATE = `${SOURCE}{+path}{?start,end}`;

/** The address of a source by which an assistant reads it. */
export function sourceUri(path: string): string {
  return SOURCE + path.split('/').map(encodeURIComponent).join('/');
}

/** The path in an address. Throws URIError where it is not encoded as it should be. */
export function pathIn(uri: URL): string {
  return decodeURIComponent(uri.href.slice(SOURCE.length).replace(/\?.*$/s, ''));
}

export function passageUri({ path, start, end }: Pick<MatchReport, 'path' | 'start' | 'end'>): string {
  return `${sourceUri(path)}?start=${start}&end=${end}`;
}

/** How much of a passage's words stands in the name of its link, in UTF-16 code units. */
const LONGEST_NAME = 80;

/** Links to passages, each once, in the order given. */
export function passageLinks(matches: readonly (MatchReport | null)[]): readonly ResourceLink[] {
  const links = new Map<string, ResourceLink>();
  for (const match of matches) {
    if (match === null) continue;
    const uri = passageUri(match);
    const words = match.exact.replace(/\s+/g, ' ').trim();
    const name = words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)}…` : words;
    const from = [match.publisher, match.published].filter(Boolean).join(', ');
    const title = match.title ?? match.path;
    links.set(uri, { type: 'resource_link', uri, name, title, description: from || match.path, mimeType: 'text/plain' });
  }
  return [...links.values()];
}

/** A link to a whole source. */
export function sourceLink({ path, title }: { readonly path: string; readonly title: string | null }): ResourceLink {
  return { type: 'resource_link', uri: sourceUri(path), name: path, title: title ?? path, mimeType: 'text/plain' };
}
