import { frontMatterSpan } from '../../prose/frontMatter.ts';
import { commentsIn, plainProse } from '../../prose/plainProse.ts';
import { type DraftLanguage, htmlComment } from '../language.ts';

/** Plain text, with YAML front matter and HTML comments as in Markdown. Addresses are citations. */
export const plainText: DraftLanguage = {
  ids: ['plaintext'],
  endings: ['txt'],
  read(text) {
    const frontMatter = frontMatterSpan(text);
    const prose = plainProse(text, frontMatter?.end ?? 0);
    const comments = commentsIn(text).map((span) => ({ span, content: text.slice(span.start + 4, span.end - 3).trim() }));
    const citations = [...prose.text.matchAll(/\bhttps?:\/\/[^\s<>()"”]+/g)].map((found) => ({
      kind: 'link' as const,
      span: { start: found.index, end: found.index + found[0].length },
      text: found[0],
      url: found[0],
    }));
    return { prose, comments, citations, frontMatter, written: [] };
  },
  escape: (words) => words,
  comment: htmlComment,
};
