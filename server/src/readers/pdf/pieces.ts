import type { RawItem, RawPage } from './pdfFile.ts';

/** A run of text as a page has it, on an upright page. Points; `top` of the page is 0 and y grows downwards. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The font's size as it is printed. */
  readonly size: number;
  /** pdf.js' name of the font; the same font has the same name on all pages. */
  readonly font: string;
  readonly rightToLeft: boolean;
}

/** What is printed on a page. */
export interface PageText {
  /** Counted from 0. */
  readonly index: number;
  readonly pieces: readonly Piece[];
  /** How many of the characters have no meaning: their font does not say which letters its shapes are. */
  readonly unreadable: number;
  readonly characters: number;
  /** Whether reading stopped before the page's end. */
  readonly cut: boolean;
}

/** A page with more runs of text than this is no page of prose; a full broadsheet has some thousands. */
const MOST_ITEMS = 30_000;

/** Smaller text is not meant to be read. In points. */
const SMALLEST = 1.5;

interface Placed extends Piece {
  /** Which way it runs, in quarter turns. */
  readonly quarter: number;
  readonly artifact: boolean;
}

/** Reads a page's text. `late` is asked now and then whether to stop. Rejects where pdf.js does. */
export async function readPage(page: RawPage, index: number, late: () => boolean): Promise<PageText> {
  const { items, cut } = await itemsOf(page, late);
  const view = page.getViewport({ scale: 1 });
  const placed = placedItems(items, view);
  const upright = inMainDirection(placed);
  const texts = withoutArtifacts(upright);
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const unreadable = texts.reduce((sum, { text }) => sum + (text.match(MEANINGLESS)?.length ?? 0), 0);
  const pieces = withoutDoubles(texts)
    .map((piece) => ({ ...piece, text: piece.text.replace(MEANINGLESS, '') }))
    .filter(({ text }) => text.trim() !== '');
  page.cleanup();
  return { index, pieces, unreadable, characters, cut };
}

async function itemsOf(page: RawPage, late: () => boolean): Promise<{ readonly items: readonly RawItem[]; readonly cut: boolean }> {
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  const items: RawItem[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { items, cut: false };
    for (const item of value.items) items.push(item);
    if (items.length > MOST_ITEMS || late()) {
      await reader.cancel(new Error('enough')).catch(() => undefined);
      return { items, cut: true };
    }
  }
}

/** Characters of private use, replacements and controls: shapes without a letter. */
const MEANINGLESS = /[\p{Co}\p{Cn}\uFFFD]|(?![\t\n\r])\p{Cc}/gu;

/** Letters that are one sign for several: U+FB00–FB06 and the like that are purely typographic. */
const LIGATURES = /[\uFB00-\uFB06\uFB13-\uFB17]/g;

/** Text as letters and plain spaces. Symbol fonts' bullets are bullets. */
function plain(text: string): string {
  return text
    .replace(LIGATURES, (sign) => sign.normalize('NFKC'))
    .replace(/[\uF0B7\uF0A7\uF076\uF0D8]/g, '•')
    .replace(/[\u200B\uFEFF\u2060]/g, '')
    .replace(/\s+/g, ' ');
}

interface View {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

function placedItems(items: readonly RawItem[], view: View): Placed[] {
  const out: Placed[] = [];
  const content = new MarkedContent();
  for (const item of items) {
    if (item.type !== undefined) content.mark(item.type, item.tag);
    else {
      const placed = place(item, view, content.artifact);
      if (placed) out.push(placed);
    }
  }
  return out;
}

/** Keeps count of which marked content text stands in (ISO 32000-2, 14.6). */
class MarkedContent {
  #depth = 0;
  /** How deep the outermost artifact stands; 0 where there is none. */
  #artifact = 0;

  get artifact(): boolean {
    return this.#artifact > 0;
  }

  mark(type: string, tag: string | undefined): void {
    if (type.startsWith('begin')) {
      this.#depth++;
      if (this.#artifact === 0 && tag === 'Artifact') this.#artifact = this.#depth;
    } else {
      if (this.#depth === this.#artifact) this.#artifact = 0;
      this.#depth = Math.max(0, this.#depth - 1);
    }
  }
}

/** Where an item stands on the page as it is shown; undefined where nobody sees it. */
function place(item: RawItem, view: View, artifact: boolean): Placed | undefined {
  const text = plain(item.str ?? '');
  if (text.trim() === '' || item.transform?.length !== 6) return undefined;
  const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number];
  const [va, vb, vc, vd, ve, vf] = view.transform as [number, number, number, number, number, number];
  const [dx, dy] = [va * a + vc * b, vb * a + vd * b];
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d);
  const [x, y] = [va * e + vc * f + ve, vb * e + vd * f + vf];
  const width = item.width ?? 0;
  if (![dx, dy, size, x, y, width].every(Number.isFinite) || size < SMALLEST) return undefined;
  if (x > view.width || y < 0 || y > view.height + size || x + width * Math.sign(dx || 1) < 0) return undefined;
  const angle = Math.atan2(dy, dx);
  const quarter = ((Math.round(angle / (Math.PI / 2)) % 4) + 4) % 4;
  if (Math.abs(angle - Math.round(angle / (Math.PI / 2)) * (Math.PI / 2)) > 0.2) return undefined;
  const [cos, sin] = [[1, 0, -1, 0][quarter] as number, [0, 1, 0, -1][quarter] as number];
  const left = x * cos + y * sin;
  const rightToLeft = item.dir === 'rtl';
  return {
    ...{ text, left, right: left + width, baseline: y * cos - x * sin, size, font: item.fontName ?? '' },
    ...{ rightToLeft, quarter, artifact },
  };
}

/** What runs as most of the page runs: what stands across it is a stamp or a margin's note. */
function inMainDirection(pieces: readonly Placed[]): Placed[] {
  const letters = [0, 0, 0, 0];
  for (const { quarter, text } of pieces) letters[quarter] = (letters[quarter] as number) + text.length;
  const main = letters.indexOf(Math.max(...letters));
  return pieces.filter(({ quarter }) => quarter === main);
}

/** Tagged PDFs say what is no content: running heads, page numbers (ISO 32000-2, 14.8.2.2). Not believed where it is most of a page. */
function withoutArtifacts(pieces: readonly Placed[]): readonly Placed[] {
  const count = (list: readonly Placed[]) => list.reduce((sum, { text }) => sum + text.length, 0);
  const kept = pieces.filter(({ artifact }) => !artifact);
  return count(kept) >= count(pieces) / 2 ? kept : pieces;
}

/** Bold type and shadows are made by printing the same text twice, a little apart. */
function withoutDoubles(pieces: readonly Placed[]): Placed[] {
  const seen = new Map<string, Placed[]>();
  return pieces.filter((piece) => {
    const same = seen.get(piece.text);
    if (!same) {
      seen.set(piece.text, [piece]);
      return true;
    }
    const near = ({ left, baseline, size }: Placed) =>
      Math.abs(left - piece.left) < size * 0.2 && Math.abs(baseline - piece.baseline) < size * 0.2;
    // Looked for among the last few only: a page may have the same sign ten thousand times.
    if (same.slice(-8).some(near)) return false;
    same.push(piece);
    return true;
  });
}
