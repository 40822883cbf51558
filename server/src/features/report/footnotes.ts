import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const OPTIONS = { extensions: [gfm()], htmlExtensions: [gfmHtml()] };
const REFERENCE = /^<a [^>]*id="user-content-fnref-([^"]+)"/;

/** The labels of footnotes that a text of GitHub's Markdown has and refers to, in lower case; those in a link are not counted. */
export function footnotesIn(markdown: string): ReadonlySet<string> {
  const found = new Set<string>();
  let depth = 0;
  for (const [tag] of micromark(markdown, OPTIONS).matchAll(/<a [^>]*>|<\/a>/g)) {
    if (tag === '</a>') {
      depth--;
      continue;
    }
    const label = REFERENCE.exec(tag)?.[1];
    if (label !== undefined && depth === 0) found.add(decodeURIComponent(label));
    depth++;
  }
  return found;
}
