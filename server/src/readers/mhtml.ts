import { plainly } from '../text/said.ts';
import { decodePage } from './html/decodePage.ts';
import type { Reader, Reading } from './reader.ts';

/** Pages that a browser saved in one file: MIME multipart/related (RFC 2557), of which the root part is the page. */
export const mhtml: Reader = { endings: ['mhtml', 'mht'], extracts: true, read };

const LARGEST = 128 * 1024 * 1024;
const NO_PAGE = plainly`There is no page in this web archive: open it in a browser and save it again as “complete”.`;
/** Parts within parts: older archives have the page as one of several forms of itself. */
const DEEPEST = 4;

/** A part of the file as it stands: one character a byte. */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly head: string;
  readonly body: string;
}

async function read(id: string, bytes: Uint8Array): Promise<Reading> {
  if (bytes.length > LARGEST) return refused(plainly`The web archive is too large to be read: save the page without its pictures.`);
  const whole = partOf(binary(bytes));
  const root = rootOf(whole, 0);
  if (root === null) return refused(NO_PAGE);
  const content = await contentOf(root);
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(root.headers.get('content-type') ?? '')?.[1] ?? null;
  const { text, problem } = decodePage(content, charset);
  const problems = problem === null ? [] : [{ message: problem, span: null }];
  if (text === null) return { articles: [], problems };
  if (text.trim() === '') return refused(NO_PAGE);
  const { readPage } = await import('./html/readPage.ts');
  const reading = readPage(id, text, { savedFrom: addressOf(root, whole) });
  return { ...reading, problems: [...problems, ...reading.problems] };
}

function refused(message: string): Reading {
  return { articles: [], problems: [{ message, span: null }] };
}

/** Where the page was, as the part or the file says. */
function addressOf(root: Part, whole: Part): string | null {
  const given = [
    root.headers.get('content-location'),
    whole.headers.get('snapshot-content-location'),
    whole.headers.get('content-location'),
  ];
  return given.find((address) => /^https?:\/\/\S+$/i.test(address ?? '')) ?? null;
}

/** Bytes as characters of the same numbers; windows-1252 would change some. */
function binary(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(i, i + 8_192)));
  return pieces.join('');
}

function partOf(text: string): Part {
  const start = /^(?:\r?\n)*/.exec(text)?.[0].length ?? 0;
  const blank = /\r?\n[ \t]*\r?\n/g;
  blank.lastIndex = start;
  const end = blank.exec(text);
  const head = end ? text.slice(start, end.index) : text.slice(start, 65_536);
  const headers = new Map<string, string>();
  for (const line of head
    .slice(0, 65_536)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return { headers, head, body: end ? text.slice(end.index + end[0].length) : '' };
}

/** The part that is the page: that which `start` names, else the first that is HTML. */
function rootOf(part: Part, depth: number): Part | null {
  const type = part.headers.get('content-type') ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) return part;
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
  if (!/^multipart\//i.test(type) || !boundary || depth >= DEEPEST) return null;
  const start = /\bstart\s*=\s*"?<?([^>";\s]+)/i.exec(type)?.[1];
  const parts = partsOf(part.body, `--${boundary[1] ?? boundary[2]}`);
  const named = start === undefined ? undefined : parts.find(({ headers }) => headers.get('content-id')?.includes(start));
  for (const inner of named ? [named, ...parts] : parts) {
    const root = rootOf(inner, depth + 1);
    if (root !== null) return root;
  }
  return null;
}

/** A page stands among the first parts; pictures and styles follow. */
const MOST_PARTS = 2_000;

function partsOf(body: string, mark: string): Part[] {
  const parts: Part[] = [];
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0 && parts.length < MOST_PARTS; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    if (start >= 0) parts.push(partOf(body.slice(start, at).replace(/\r?\n$/, '')));
    start = at + mark.length;
    if (body.startsWith('--', start)) return parts;
  }
  // A file that was cut short has no closing mark.
  if (start >= 0) parts.push(partOf(body.slice(start)));
  return parts;
}

/** A part's bytes without their transfer encoding. As an attachment it is handed over as it is, whatever its charset. */
async function contentOf({ headers, body }: Part): Promise<Uint8Array> {
  const encoding = headers.get('content-transfer-encoding') ?? 'binary';
  if (!/^(?:base64|quoted-printable)/i.test(encoding)) return bytesOf(body);
  const { default: PostalMime } = await import('postal-mime');
  const message = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
  const { attachments } = await PostalMime.parse(bytesOf(message));
  const content = attachments[0]?.content;
  return content instanceof ArrayBuffer ? new Uint8Array(content) : bytesOf(body);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
