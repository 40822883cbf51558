import type { BlockKind } from '../prose/prose.ts';
import { plainly } from '../text/said.ts';
import { type Extracted, ProseBuilder } from './extracted.ts';
import type { ShownTitle } from './officeDetails.ts';

/** As much of mammoth’s reading of a document as is looked at. */
export interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly styleId?: string | null;
  readonly numbering?: unknown;
  readonly highlight?: string | null;
  readonly breakType?: string;
  readonly name?: string;
  readonly noteType?: string;
  readonly noteId?: string;
}

/** A whole document, and its notes by the places that refer to them. */
export interface WordDocument extends WordNode {
  readonly notes?: { readonly resolve: (reference: WordNode) => { readonly body: readonly WordNode[] } | undefined };
}

/** What stands for hidden text and for the beginning of a page in what mammoth is given, which reads neither. */
export const HIDDEN = 'hidden-text';
export const PAGE = 'page-begins';

/**
 * What a paragraph’s style makes of it. Word keeps the names of its own styles in English in every language
 * (ECMA-376-1, 17.7.4.9), and other programs write the same.
 */
const STYLES: readonly (readonly [RegExp, BlockKind])[] = [
  [/^(?:title|subtitle|heading(?: \d)?)$/i, 'heading'],
  [/^(?:(?:intense )?quote|quotations?|block ?quot.*|block text)$/i, 'quote'],
  [/^caption$/i, 'caption'],
];

/** Tables of contents and the like, which say only what the text says again. */
const LEFT_OUT =
  /^(?:toc(?: heading| ?\d)?|contents(?: heading| \d)?|table of (?:figures|authorities|contents).*|index(?: heading| ?\d)?|header|footer)$/i;

/** A letterhead or a date may stand over the title, but not more paragraphs than these. */
const TITLE_WITHIN = 8;

/** The text of a Word document as a reader sees it, notes behind the rest. */
class WordWalk {
  readonly #builder = new ProseBuilder();
  readonly #document: WordDocument;
  readonly #notes: WordNode[] = [];
  /** The list or quotation that the last paragraph belonged to. */
  #run: { readonly kind: BlockKind; readonly group: number } | null = null;
  #paragraphs = 0;
  #page = 1;
  /** The page that begins in the midst of the paragraph. */
  #turned: number | null = null;
  #text = '';
  title: ShownTitle | null = null;

  constructor(document: WordDocument, pages: boolean) {
    this.#document = document;
    if (pages) this.#builder.locate(plainly`page ${1}`);
  }

  finish(): Extracted {
    for (const node of this.#document.children ?? []) this.#block(node, null);
    // Notes can refer to notes; each is read once.
    const seen = new Set<string>();
    for (const reference of this.#notes) {
      const key = `${reference.noteType} ${reference.noteId}`;
      if (!seen.has(key)) for (const node of this.#document.notes?.resolve(reference)?.body ?? []) this.#block(node, 'footnote');
      seen.add(key);
    }
    return this.#builder.finish();
  }

  #block(node: WordNode, within: BlockKind | null, group = -1): void {
    if (node.type === 'paragraph') this.#paragraph(node, within, group);
    else if (node.type === 'table') {
      const table = within === null ? this.#builder.newGroup() : group;
      for (const child of node.children ?? []) this.#block(child, within ?? 'cell', table);
      this.#run = null;
    } else for (const child of node.children ?? []) this.#block(child, within, group);
  }

  #paragraph(node: WordNode, within: BlockKind | null, group: number): void {
    const style = node.styleName ?? node.styleId ?? '';
    this.#text = '';
    for (const child of node.children ?? []) this.#inline(child);
    if (LEFT_OUT.test(style) || this.#text.trim() === '') return;
    const kind = STYLES.find(([name]) => name.test(style))?.[1] ?? (node.numbering ? 'item' : 'paragraph');
    if (within === null && this.#isTitle(kind, style)) return;
    this.#paragraphs++;
    const place = within === null ? { kind, group: this.#groupOf(kind) } : { kind: kind === 'heading' ? kind : within, group };
    for (const part of this.#text.split(/\n[^\S\n]*\n\s*/)) this.#builder.add(tidy(part), place.kind, place.group);
    if (this.#turned !== null) this.#builder.locate(plainly`page ${this.#turned}`);
    this.#turned = null;
  }

  /** What is styled as the title is it, where it stands near the top; else a heading before anything else may be. */
  #isTitle(kind: BlockKind, style: string): boolean {
    const marked = /^title$/i.test(style);
    const leads = marked ? this.#paragraphs < TITLE_WITHIN : this.#paragraphs === 0 && kind === 'heading' && !/^subtitle$/i.test(style);
    if (!leads || this.title) return false;
    this.title = { text: tidy(this.#text).replaceAll('\n', ' ').trim(), marked };
    return true;
  }

  /** Paragraphs of one list or quotation follow one another. */
  #groupOf(kind: BlockKind): number {
    if (kind !== 'item' && kind !== 'quote') this.#run = null;
    else if (this.#run?.kind !== kind) this.#run = { kind, group: this.#builder.newGroup() };
    return this.#run?.group ?? -1;
  }

  #inline(node: WordNode): void {
    if (node.type === 'run' && (node.highlight === HIDDEN || /^placeholder ?text$/i.test(node.styleName ?? ''))) return;
    if (node.type === 'text') this.#text += (node.value ?? '').replace(/\s/g, ' ');
    else if (node.type === 'tab') this.#text += ' ';
    else if (node.type === 'break') this.#text += node.breakType === 'line' ? '\n' : '\n\n';
    else if (node.type === 'noteReference') this.#notes.push(node);
    else if (node.type === 'bookmarkStart' && node.name === PAGE) this.#turnPage();
    for (const child of node.children ?? []) this.#inline(child);
  }

  /** A page's place is the first paragraph that begins on it. */
  #turnPage(): void {
    this.#page++;
    if (this.#text.trim() === '') this.#builder.locate(plainly`page ${this.#page}`);
    else this.#turned = this.#page;
  }
}

function tidy(text: string): string {
  return text.replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/g, '\n');
}

/**
 * The text of a Word document and the title that stands over it, which is not part of the text. `pages`: whether the
 * document says where pages begin.
 */
export function readWordBody(document: WordDocument, pages: boolean): { readonly extracted: Extracted; readonly title: ShownTitle | null } {
  const walk = new WordWalk(document, pages);
  const extracted = walk.finish();
  return { extracted, title: walk.title };
}
