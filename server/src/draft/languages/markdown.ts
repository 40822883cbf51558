import { markdownProse } from '../../prose/markdownProse.ts';
import { readable } from '../../prose/prose.ts';
import { sliceOf } from '../../text/span.ts';
import type { Citation } from '../draft.ts';
import { type DraftLanguage, htmlComment } from '../language.ts';

/** CommonMark with GitHub's extensions. Links and footnote marks are citations. */
export const markdown: DraftLanguage = {
  ids: ['markdown'],
  endings: ['md', 'markdown'],
  read(text) {
    const { prose, comments, links, footnotes, footnoteMarks, frontMatter, written } = markdownProse(text);
    const citations: Citation[] = [
      ...links.map(({ span, text: words, url }) => ({ kind: 'link' as const, span, text: readable(sliceOf(prose.text, words)), url })),
      ...footnoteMarks.map(({ label, span }) => {
        const note = footnotes.find((one) => one.label === label);
        // A note with several addresses cites none of them for the words alone.
        const [address, ...more] = note ? (sliceOf(text, note.span).match(/https?:\/\/[^\s<>()"”\]]+/gu) ?? []) : [];
        return {
          kind: 'note' as const,
          span,
          text: note ? readable(sliceOf(prose.text, note.span)) : '',
          url: more.length === 0 ? (address?.replace(/[.,;]$/u, '') ?? null) : null,
        };
      }),
    ].sort((a, b) => a.span.start - b.span.start);
    return { prose, comments, citations, frontMatter, written };
  },
  escape: (words) => words.replace(/[\\`*<]|(?<![\p{Alpha}\d])_|_(?![\p{Alpha}\d])|&(?=#?\w+;)|~(?=~)/gu, '\\$&'),
  comment: htmlComment,
};
