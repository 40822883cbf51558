import type { BlockKind } from '../prose/prose.ts';
import { plainly } from '../text/said.ts';
import { refuseOtherKinds } from './archive/kind.ts';
import { extractingReader, Unreadable } from './archive/unreadable.ts';
import { descendants, parseXml, textOf, type XmlElement, type XmlNode } from './archive/xml.ts';
import { ZIP_LIMITS, Zip } from './archive/zip.ts';
import { type Extracted, ProseBuilder } from './extracted.ts';
import { type OfficeProperties, officeArticle, type ShownTitle } from './officeDetails.ts';
import type { Reading } from './reader.ts';

/** Texts of LibreOffice and its kin (OpenDocument 1.3, ISO/IEC 26300). */
export const odt = extractingReader(['odt'], readOdt);

const LIMITS = { ...ZIP_LIMITS, part: 16 * 1_048_576, total: 48 * 1_048_576 };

async function readOdt(id: string, bytes: Uint8Array): Promise<Reading> {
  refuseOtherKinds(bytes, plainly`an OpenDocument text`);
  const zip = new Zip(bytes, LIMITS);
  if (/encryption-data/.test(zip.text('META-INF/manifest.xml') ?? '')) {
    throw new Unreadable(plainly`The file is protected by a password: open it, take the protection off and save it again.`);
  }
  const content = await parseXml(zip.text('content.xml') ?? '');
  const body = descendants(content, 'text').find(({ attributes }) => attributes.value === undefined);
  if (!body) {
    throw new Unreadable(
      plainly`It is not an OpenDocument text, though its name says so: open it in the program that it was made with and save it again.`,
    );
  }
  const styles = [...stylesOf(await parseXml(zip.text('styles.xml') ?? '')), ...stylesOf(content)];
  const walk = new OdtWalk(new Map(styles));
  const extracted = walk.read(body);
  if (extracted.prose.blocks.length === 0) throw new Unreadable(plainly`There is no text in it.`);
  return { articles: [officeArticle(id, extracted, walk.title, await propertiesOf(zip))], problems: [] };
}

async function propertiesOf(zip: Zip): Promise<OfficeProperties> {
  const meta = await parseXml(zip.text('meta.xml') ?? '');
  const value = (name: string) => descendants(meta, name).map(textOf)[0] ?? '';
  // `creator` is whoever saved it last.
  return { title: value('title'), creator: value('initial-creator'), created: value('creation-date'), language: value('language') };
}

/** Each style’s own name with the name of the style that it is made from, which is the writer’s choice where it is automatic. */
function stylesOf(root: XmlElement): [string, Style][] {
  return descendants(root, 'style').map(({ attributes, children }) => {
    const hidden = children.some(
      (child) => typeof child !== 'string' && child.name === 'text-properties' && child.attributes.display === 'none',
    );
    return [attributes.name ?? '', { parent: attributes['parent-style-name'] ?? null, hidden }];
  });
}

interface Style {
  readonly parent: string | null;
  readonly hidden: boolean;
}

/** What says nothing that the document says: struck-out text, remarks, tables of contents, numbers of notes, forms. */
const LEFT_OUT = new Set([
  ...['tracked-changes', 'annotation', 'annotation-end', 'note-citation', 'table-of-content', 'illustration-index', 'table-index'],
  ...[
    'alphabetical-index',
    'user-index',
    'object-index',
    'bibliography',
    'forms',
    'sequence-decls',
    'variable-decls',
    'ruby-text',
    'title',
    'desc',
  ],
]);

/** Spaces in a row are counted: more than a few are not text. */
const MOST_SPACES = 10;
/** A letterhead or a date may stand over the title, but not more paragraphs than these. */
const TITLE_WITHIN = 8;

interface Place {
  readonly kind: BlockKind;
  readonly group: number;
}

/** The paragraphs of a text in order, notes behind the rest. */
class OdtWalk {
  readonly #builder = new ProseBuilder();
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #notes: XmlElement[] = [];
  #quotation: number | null = null;
  #paragraphs = 0;
  title: ShownTitle | null = null;

  constructor(styles: ReadonlyMap<string, Style>) {
    this.#styles = styles;
  }

  read(body: XmlElement): Extracted {
    this.#blocks(body, { kind: 'paragraph', group: -1 });
    for (const note of this.#notes) this.#blocks(note, { kind: 'footnote', group: -1 });
    return this.#builder.finish();
  }

  #blocks(element: XmlElement, place: Place): void {
    for (const child of element.children) {
      if (typeof child === 'string' || LEFT_OUT.has(child.name) || child.attributes.display === 'none') continue;
      if (child.name === 'p' || child.name === 'h') this.#paragraph(child, place);
      else this.#blocks(child, this.#placeIn(child.name, place));
    }
  }

  #placeIn(name: string, place: Place): Place {
    if (place.kind !== 'paragraph') return place;
    if (name === 'list') return { kind: 'item', group: this.#builder.newGroup() };
    return name === 'table' ? { kind: 'cell', group: this.#builder.newGroup() } : place;
  }

  #paragraph(element: XmlElement, { kind, group }: Place): void {
    const style = this.#styleOf(element);
    const boxes: XmlElement[] = [];
    const text = this.#inline(element, boxes);
    const own = kindOf(element.name, style, kind);
    if (text.trim() !== '' && !this.#isTitle(text, { kind: own, style })) {
      this.#paragraphs++;
      if (own !== 'quote') this.#quotation = null;
      else this.#quotation ??= this.#builder.newGroup();
      for (const part of text.split(/\n[^\S\n]*\n\s*/)) this.#builder.add(part, own, own === 'quote' ? (this.#quotation ?? -1) : group);
    }
    for (const box of boxes) this.#blocks(box, { kind, group });
  }

  #isTitle(text: string, { kind, style }: { readonly kind: BlockKind; readonly style: string }): boolean {
    const marked = style === 'Title';
    const leads = marked ? this.#paragraphs < TITLE_WITHIN : this.#paragraphs === 0 && kind === 'heading' && style !== 'Subtitle';
    if (!leads || this.title) return false;
    this.title = { text: text.replace(/\s+/g, ' ').trim(), marked };
    return true;
  }

  /** The name of the style that the writer chose: automatic ones (`P1`) only add to it. */
  #styleOf({ attributes }: XmlElement): string {
    let name = attributes['style-name'] ?? '';
    for (let i = 0; i < 20 && /^P\d+$/.test(name); i++) name = this.#styles.get(name)?.parent ?? '';
    return name.replaceAll('_20_', ' ');
  }

  #inline(node: XmlNode, boxes: XmlElement[]): string {
    if (typeof node === 'string') return node.replace(/\s+/g, ' ');
    if (node.name === 'note') {
      this.#notes.push(...node.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === 'note-body'));
      return '';
    }
    if (node.name === 'text-box') boxes.push(node);
    if (node.name === 'text-box' || LEFT_OUT.has(node.name) || node.name === 'hidden-text') return '';
    if (node.name === 's') return ' '.repeat(Math.min(MOST_SPACES, Number(node.attributes.c ?? 1) || 1));
    if (node.name === 'tab') return ' ';
    if (node.name === 'line-break') return '\n';
    if (node.name === 'span' && this.#styles.get(node.attributes['style-name'] ?? '')?.hidden) return '';
    return tidy(node.children.map((child) => this.#inline(child, boxes)).join(''));
  }
}

function kindOf(name: string, style: string, around: BlockKind): BlockKind {
  if (around === 'footnote') return around;
  if (name === 'h' || /^(?:Title|Subtitle|Heading(?: \d+)?)$/.test(style)) return 'heading';
  if (/^(?:Quotations?|Quote|Block Quotation)$/.test(style)) return 'quote';
  return /^(?:Caption|Illustration|Figure|Drawing)$/.test(style) ? 'caption' : around;
}

function tidy(text: string): string {
  return text.replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/g, '\n');
}
