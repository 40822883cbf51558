import type { Span } from '../text/span.ts';
import { frontMatterSpan } from './frontMatter.ts';
import { blank } from './markdown/blank.ts';
import type { MarkdownComment, MarkdownFootnote, MarkdownFootnoteMark, MarkdownLink } from './markdown/elements.ts';
import { labelsOf } from './markdown/labels.ts';
import { readPart } from './markdown/part.ts';
import { partsOf } from './markdown/parts.ts';
import type { Block, Prose } from './prose.ts';

/** What Markdown says, besides its prose. All offsets are UTF-16 code units of the raw text; all lists stand in its order. */
export interface MarkdownProse {
  readonly prose: Prose;
  /** From the first `---` to the end of the closing line; null where there is none. */
  readonly frontMatter: Span | null;
  readonly comments: readonly MarkdownComment[];
  readonly links: readonly MarkdownLink[];
  readonly footnotes: readonly MarkdownFootnote[];
  readonly footnoteMarks: readonly MarkdownFootnoteMark[];
  /** Entities and escapes: several code units that stand for one character. */
  readonly written: readonly Span[];
}

/**
 * The prose of a Markdown text (CommonMark with GitHub's tables, footnotes, autolinks and strike-through; maths in
 * dollars). Never throws. The text is read in parts that cannot influence each other, and unchanged parts are
 * remembered, so that a keystroke costs no more than the paragraph that it stands in.
 */
export function markdownProse(text: string): MarkdownProse {
  const frontMatter = frontMatterSpan(text);
  const start = frontMatter?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const labels = labelsOf(text);
  const out = [blank(text.slice(0, start))];
  const blocks: Block[] = [];
  const comments: MarkdownComment[] = [];
  const links: MarkdownLink[] = [];
  const footnotes: MarkdownFootnote[] = [];
  const footnoteMarks: MarkdownFootnoteMark[] = [];
  const written: Span[] = [];
  let groups = 0;
  for (const { span, continues } of partsOf(text, start)) {
    const part = readPart(text.slice(span.start, span.end), labels);
    const by = span.start;
    out.push(part.text);
    addBlocks(blocks, part.blocks, { by, groups, continues });
    groups += part.groups;
    for (const comment of part.comments) comments.push({ ...comment, span: shift(comment.span, by) });
    for (const link of part.links) links.push({ ...link, span: shift(link.span, by), text: shift(link.text, by) });
    for (const note of part.footnotes) footnotes.push({ ...note, span: shift(note.span, by) });
    for (const mark of part.footnoteMarks) footnoteMarks.push({ ...mark, span: shift(mark.span, by) });
    for (const span of part.written) written.push(shift(span, by));
  }
  return { prose: { text: out.join(''), blocks }, frontMatter, comments, links, footnotes, footnoteMarks, written };
}

/** Adds a part's blocks to those before it; where a paragraph or a list was cut in two, it becomes one again. */
function addBlocks(all: Block[], added: readonly Block[], { by, groups, continues }: { by: number; groups: number; continues: boolean }) {
  const last = continues ? all.at(-1) : undefined;
  for (const [i, block] of added.entries()) {
    const span = shift(block.span, by);
    if (i === 0 && last?.kind === 'paragraph' && block.kind === 'paragraph')
      all[all.length - 1] = { ...last, span: { start: last.span.start, end: span.end } };
    else if (last?.kind === 'item' && block.kind === 'item') all.push({ ...block, span, group: last.group });
    else all.push({ ...block, span, group: block.group < 0 ? -1 : block.group + groups });
  }
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
