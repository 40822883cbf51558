/** A tiny writer of PDFs for tests: pages of text in given places, with the faults that tests ask for. */

/** A run of text. Points; `y` counts from the page's bottom, as PDF does. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** `F1` is the text's font, `F2` another, `F3` has letters that only its ToUnicode map tells: `þ` is fi, `ÿ` is ffl. */
  readonly font?: 'F1' | 'F2' | 'F3';
  /** Counter-clockwise quarter turns. */
  readonly turned?: 0 | 1;
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  readonly xmp?: string;
  /** The number tree of page labels, as PDF writes it. */
  readonly labels?: string;
  readonly language?: string;
  /** Says that it is encrypted, with a key that no empty password gives. */
  readonly encrypted?: boolean;
  /** Where the cross-reference table would be is nonsense. */
  readonly brokenXref?: boolean;
  /** The page tree has itself among its children. */
  readonly cyclic?: boolean;
  /** Says that it has so many pages. */
  readonly count?: number;
  /** Goes into each page's dictionary. */
  readonly pageExtras?: string;
}

const A4 = [595, 842] as const;

/** What WinAnsi has at other places than Unicode. */
const WIN_ANSI: Readonly<Record<string, number>> = {
  ...{ '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97 },
};

/** How wide a letter is in thousandths of the size; made up, so that lines can be set without a table of metrics. */
function widthOfCode(code: number): number {
  const letter = String.fromCharCode(code);
  if (code === 32 || /[iljtf.,;:!'|’]/.test(letter)) return 280;
  if (/[mwMW—…]/.test(letter)) return 820;
  return /[A-Z]/.test(letter) ? 660 : 530;
}

function codeOf(letter: string): number {
  return WIN_ANSI[letter] ?? letter.charCodeAt(0) & 0xff;
}

/** A text's width in points. */
export function widthOf(text: string, size: number): number {
  return ([...text].reduce((sum, letter) => sum + widthOfCode(codeOf(letter)), 0) * size) / 1000;
}

function literal(text: string): string {
  const codes = [...text].map(codeOf).map((code) => (code < 32 || code > 126 || '()\\'.includes(String.fromCharCode(code)) ? code : -code));
  return `(${codes.map((code) => (code < 0 ? String.fromCharCode(-code) : `\\${code.toString(8).padStart(3, '0')}`)).join('')})`;
}

function contentOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, x, y, size = 10, font = 'F1', turned = 0 }) => {
      const matrix = turned === 1 ? '0 1 -1 0' : '1 0 0 1';
      return `BT /${font} ${size} Tf ${matrix} ${x} ${y} Tm ${literal(text)} Tj ET`;
    })
    .join('\n');
}

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfchar <FE> <FB01>
<FF> <00660066006C> endbfchar
endcmap end end`;

function fontObject(name: string, extras = ''): string {
  const widths = Array.from({ length: 256 }, (_, code) => widthOfCode(code)).join(' ');
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths [${widths}] ${extras} >>`;
}

function stream(dictionary: string, data: string): string {
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

/** A PDF of pages, each a list of runs or the operators of its content. */
export function pdfOf(pages: readonly (readonly Run[] | string)[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, i) => `${10 + 2 * i} 0 R`);
  const tree = options.cyclic ? ['2 0 R', ...kids] : kids;
  add(
    `<< /Type /Catalog /Pages 2 0 R ${options.labels ? `/PageLabels << /Nums [${options.labels}] >>` : ''} ` +
      `${options.language ? `/Lang (${options.language})` : ''} ${options.xmp ? '/Metadata 8 0 R' : ''} >>`,
  );
  add(`<< /Type /Pages /Kids [${tree.join(' ')}] /Count ${options.count ?? pages.length} >>`);
  add(fontObject('Helvetica'));
  add(fontObject('Helvetica-Bold'));
  add(fontObject('Times-Roman', '/ToUnicode 6 0 R'));
  add(stream('', TO_UNICODE));
  add(
    `<< ${Object.entries(options.info ?? {})
      .map(([key, value]) => `/${key} ${literal(value)}`)
      .join(' ')} >>`,
  );
  add(stream('/Type /Metadata /Subtype /XML', options.xmp ?? ''));
  add(`<< /Filter /Standard /V 1 /R 2 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> /P -4 >>`);
  for (const [i, page] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.join(' ')}] /Contents ${11 + 2 * i} 0 R ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> ${options.pageExtras ?? ''} >>`,
    );
    add(stream('', typeof page === 'string' ? page : contentOf(page)));
  }
  return bytesOf(objects, options);
}

function bytesOf(objects: readonly string[], { brokenXref, encrypted }: PdfOptions): Uint8Array {
  let out = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [i, body] of objects.entries()) {
    places.push(out.length);
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
  }
  const start = brokenXref ? 99_999_999 : out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  const locked = encrypted ? `/Encrypt 9 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : '';
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R ${locked} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(out, (letter) => letter.charCodeAt(0));
}

/** Where text is set. Points; `top` is the first baseline, counted from the page's bottom. */
export interface Frame {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  /** How many lines it has room for. */
  readonly lines: number;
}

/** How text is set. */
export interface Setting {
  readonly size?: number;
  readonly leading?: number;
  /** How far first lines stand in, in points. */
  readonly indent?: number;
  /** White between paragraphs, in lines. */
  readonly between?: number;
  readonly justified?: boolean;
}

/**
 * Sets paragraphs into frames, one after the other; gives each frame's runs. Words break at soft hyphens, where the line gets
 * a plain hyphen, and behind hyphens of their own.
 */
export function setText(paragraphs: readonly string[], frames: readonly Frame[], setting: Setting = {}): Run[][] {
  const { size = 10, leading = 12, indent = 0, between = 0, justified = false } = setting;
  const out: Run[][] = frames.map(() => []);
  let [frame, used] = [0, 0];
  for (const paragraph of paragraphs) {
    let rest: readonly string[] = paragraph.split(' ');
    for (let stand = indent; rest.length > 0; stand = 0) {
      if (used >= (frames[frame]?.lines ?? 0)) [frame, used] = [frame + 1, 0];
      const place = frames[frame];
      if (!place) throw new Error('The frames have no room for the text.');
      const room = place.width - stand;
      const { line, left } = takeLine(rest, room, size);
      const at = { x: place.x + stand, y: place.top - used++ * leading, size };
      out[frame]?.push(...(justified && left.length > 0 ? spread(line, { ...at, room }) : [{ text: line.join(' '), ...at }]));
      rest = left;
    }
    used += between;
  }
  return out;
}

const bare = (word: string) => word.replaceAll('\u00AD', '');

function takeLine(words: readonly string[], room: number, size: number): { readonly line: string[]; readonly left: string[] } {
  const line: string[] = [];
  for (const [i, word] of words.entries()) {
    if (widthOf([...line, bare(word)].join(' '), size) <= room) {
      line.push(bare(word));
      continue;
    }
    const parts = word.split(/(?<=\u00AD|-)/);
    for (let take = parts.length - 1; take > 0; take--) {
      const head = parts
        .slice(0, take)
        .join('')
        .replace(/\u00AD$/, '-');
      if (widthOf([...line, bare(head)].join(' '), size) > room) continue;
      return { line: [...line, bare(head)], left: [parts.slice(take).join(''), ...words.slice(i + 1)] };
    }
    if (line.length === 0) return { line: [bare(word)], left: words.slice(i + 1) };
    return { line, left: words.slice(i) };
  }
  return { line, left: [] };
}

function spread(line: readonly string[], { x, y, size, room }: { x: number; y: number; size: number; room: number }): Run[] {
  const gaps = Math.max(1, line.length - 1);
  const gap = (room - line.reduce((sum, word) => sum + widthOf(word, size), 0)) / gaps;
  let at = x;
  return line.map((text) => {
    const run = { text, x: at, y, size };
    at += widthOf(text, size) + gap;
    return run;
  });
}
