/** What stands before a document's root element. */
export interface Prolog {
  /** The document without its type declaration, which is never read: entities that it defines could be made to fill the memory. */
  readonly text: string;
  /** The root element's name without its prefix; null where there is none. */
  readonly root: string | null;
  /** Whether entities are defined in the document itself. */
  readonly defines: boolean;
}

/** Takes a document's beginning apart. Linear in its length. */
export function prologOf(text: string): Prolog {
  let at = 0;
  let doctype: readonly [number, number] | null = null;
  for (;;) {
    at = afterSpace(text, at);
    const end = endOfMarkup(text, at);
    if (end === null) break;
    if (text.startsWith('<!D', at) || text.startsWith('<!d', at)) doctype ??= [at, end];
    at = end;
  }
  const root = /^<([^\s<>/]{1,100})/.exec(text.slice(at, at + 102))?.[1]?.replace(/^[^:]*:/, '') ?? null;
  if (!doctype) return { text, root, defines: false };
  const [start, end] = doctype;
  return { text: text.slice(0, start) + text.slice(end), root, defines: /<!ENTITY\s/i.test(text.slice(start, end)) };
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\uFEFF]/.test(text.charAt(at))) at++;
  return at;
}

/** Where a comment, a processing instruction or a type declaration ends that begins here; null where none begins or ends. */
function endOfMarkup(text: string, at: number): number | null {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  if (/^<!doctype/i.test(text.slice(at, at + 9))) return endOfDoctype(text, at + 9);
  return null;
}

function after(text: string, sign: string, from: number): number | null {
  const found = text.indexOf(sign, from);
  return found < 0 ? null : found + sign.length;
}

/** What a type declaration is made of: comments, instructions and quoted values, each whole, and the signs between them. */
const PIECE = /<!--|<\?|["']|[[\]>]/g;
const CLOSING: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '"': '"', "'": "'" };

/** Quoted values, comments and the declarations in brackets may hold the sign that ends it. */
function endOfDoctype(text: string, from: number): number | null {
  let inside = false;
  PIECE.lastIndex = from;
  for (let found = PIECE.exec(text); found; found = PIECE.exec(text)) {
    const [what] = found;
    if (what === '>' && !inside) return PIECE.lastIndex;
    if (what === '[' || what === ']') inside = what === '[';
    const closing = CLOSING[what];
    const end = closing === undefined ? PIECE.lastIndex : after(text, closing, PIECE.lastIndex);
    if (end === null) return null;
    PIECE.lastIndex = end;
  }
  return null;
}
