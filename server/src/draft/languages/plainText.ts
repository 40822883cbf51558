import { frontMatterSpan } from '../../prose/frontMatter.ts';
import { plainProse } from '../../prose/plainProse.ts';
import type { DraftLanguage } from '../language.ts';

/** Plain text, with YAML front matter and HTML comments as in Markdown. Addresses are citations. */
export const plainText: DraftLanguage = {
  ids: ['plaintext'],
  endings: ['txt'],
  read(text) {
    const frontMatter = frontMatterSpan(text);
    const prose = plainProse(text, frontMatter?.end ?? 0);
    const comments = [...text.matchAll(/<!--([\s\S]*?)-->/g)].map((found) => ({
      span: { start: found.index, end: found.index + found[0].length },
      content: (found[1] as string).trim(),
    }));
    const citations = [...prose.text.matchAll(/\bhttps?:\/\/[^\s<>()"”]+/g)].map((found) => ({
      span: { start: found.index, end: found.index + found[0].length },
      text: found[0],
      url: found[0],
    }));
    return { prose, comments, citations, frontMatter };
  },
};
