import { joined, type Said, say } from '../text/said.ts';

/** A page as a server gave it. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** As HTTP writes it; null where the server does not say. */
  readonly mediaType: string | null;
  /** Where it was found in the end, without what leads to a place in it. */
  readonly url: string;
  /** What the server or the address calls it, without folders; null where neither does. */
  readonly name: string | null;
}

/** Why there is no page: a sentence or two for the writer, in English as the message. */
export class CannotFetch extends Error {
  override readonly name = 'CannotFetch';
  readonly said: Said;

  constructor(said: Said, options?: ErrorOptions) {
    super(said.text, options);
    this.said = said;
  }
}

export interface FetchOptions {
  /** Taken back by whoever asked; then the rejection is the signal's reason. */
  readonly signal?: AbortSignal;
  /** Bytes. */
  readonly largest?: number;
  /** Milliseconds for all of it. */
  readonly patience?: number;
  /**
   * Name and version of what asks, for servers. Null in a browser: that says itself who asks, follows the way to where a page has
   * moved by itself, and hands over only pages that allow it.
   */
  readonly agent: string | null;
}

const LARGEST = 64 << 20;
const PATIENCE_MS = 30_000;
const MOST_REDIRECTS = 10;
const WANTED = 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5';

/** Whether a text is one address of the web and nothing else. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/i.test(text.trim()) && URL.canParse(text.trim());
}

/**
 * Gets a page from the web: the only place that does, and only because the user has just asked for this address. Only
 * `http` and `https`, a bounded number of redirects, a bounded size and time. Rejects with {@link CannotFetch}.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<FetchedPage> {
  const { signal, patience = PATIENCE_MS } = options;
  const late = AbortSignal.timeout(patience);
  const both = signal ? AbortSignal.any([signal, late]) : late;
  try {
    return await follow(webAddress(address), { ...options, signal: both });
  } catch (error) {
    signal?.throwIfAborted();
    if (late.aborted)
      throw new CannotFetch(say`The server did not answer within ${Math.ceil(patience / 1000)} seconds. Try again later.`, {
        cause: error,
      });
    throw error;
  }
}

function webAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new CannotFetch(say`“${text}” is no address: it should begin with https:// or http://.`);
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol))
    throw new CannotFetch(say`Only addresses that begin with https:// or http:// can be fetched, not ${url.protocol}`);
  if (url.username !== '' || url.password !== '') {
    throw new CannotFetch(
      say`The address has a name or password in it, which would be kept with the source. Open it in a browser, and save the page.`,
    );
  }
  url.hash = '';
  return url;
}

async function follow(first: URL, options: FetchOptions & { readonly signal: AbortSignal }): Promise<FetchedPage> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await request(url, options);
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) return await pageFrom(response, url, options);
    await response.body?.cancel();
    url = webAddress(next, url);
  }
  throw new CannotFetch(say`The address leads on to others more than ${MOST_REDIRECTS} times, and to no page.`);
}

async function request(url: URL, { signal, agent }: FetchOptions & { readonly signal: AbortSignal }): Promise<Response> {
  try {
    if (agent === null) return await fetch(url, { signal, headers: { accept: WANTED } });
    return await fetch(url, { redirect: 'manual', signal, headers: { accept: WANTED, 'user-agent': agent } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new CannotFetch(agent === null ? NOT_IN_BROWSER : reasonFor(error, url), { cause: error });
  }
}

async function pageFrom(response: Response, url: URL, options: FetchOptions): Promise<FetchedPage> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new CannotFetch(refusalFor(response.status));
  }
  const bytes = await bytesOf(response, options.largest ?? LARGEST);
  // Where a browser has followed the way to another address, it says so.
  const found = options.agent === null && response.url !== '' ? webAddress(response.url) : url;
  return { bytes, mediaType: response.headers.get('content-type'), url: found.href, name: nameOf(response.headers, found) };
}

async function bytesOf(response: Response, largest: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new CannotFetch(say`What is at this address is larger than ${largest >> 20} MB. Download it, and add the part that you need.`);
  if (Number(response.headers.get('content-length') ?? 0) > largest) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of piecesOf(response)) {
      length += piece.length;
      // Leaving the loop takes the connection down.
      if (length > largest) throw tooLarge();
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof CannotFetch || (error as Error).name === 'AbortError' || (error as Error).name === 'TimeoutError') throw error;
    throw new CannotFetch(say`The connection broke off before the whole page had come. Try again.`, { cause: error });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What comes, piece by piece; not every browser lets one go through a stream. Who stops asking takes the connection down. */
async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}

/** What servers call a download, or the last step of the address. */
function nameOf(headers: Headers, url: URL): string | null {
  const disposition = headers.get('content-disposition') ?? '';
  const coded = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(disposition);
  const step = url.pathname.split('/').findLast((part) => part !== '');
  const name = decoded(coded ?? '') || plain?.[1] || plain?.[2] || decoded(step ?? '');
  return name.replace(/^.*[/\\]/, '') || null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text.trim();
  }
}

const ELSEWHERE = say`Open it in a browser, and save the page or copy its text.`;

function refusalFor(status: number): Said {
  const also = (first: Said) => joined([first, ELSEWHERE], ' ');
  if (status === 404 || status === 410) return say`There is no page at this address (the server says ${status}).`;
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451)
    return also(say`The server does not give out this page without more ado (it says ${status}).`);
  if (status === 429) return also(say`The server has been asked too often (it says 429). Try again later, or:`);
  if (status >= 500) return say`The server is in trouble (it says ${status}). Try again later.`;
  return also(say`The server gave no page (it says ${status}).`);
}

/** A browser does not say which of these it was. */
const NOT_IN_BROWSER = say`The browser does not get this page: most sites give their pages to nobody but their own, or there is no connection to the internet. Open it in a tab, and save the page or copy its text; the desktop editor can fetch it.`;

const CONNECTION: Readonly<Record<string, (host: string) => Said>> = {
  ENOTFOUND: (host) => say`There is no server ${host}, or there is no connection to the internet.`,
  EAI_AGAIN: (host) => say`The server ${host} could not be looked up: is there a connection to the internet?`,
  ECONNREFUSED: (host) => say`The server ${host} takes no connections.`,
  ECONNRESET: brokenOff,
  UND_ERR_SOCKET: brokenOff,
  ENETUNREACH: () => say`There is no connection to the internet.`,
  EHOSTUNREACH: (host) => say`The server ${host} cannot be reached.`,
  ETIMEDOUT: silent,
  UND_ERR_CONNECT_TIMEOUT: silent,
};

function brokenOff(host: string): Said {
  return say`The server ${host} broke off the connection. Try again.`;
}

function silent(host: string): Said {
  return say`The server ${host} did not answer. Try again later.`;
}

function reasonFor(error: unknown, { host }: URL): Said {
  const code = codeOf(error);
  const words = CONNECTION[code];
  if (words) return words(host);
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER/.test(code)) return say`The server ${host} cannot prove that it is ${host} (${code}).`;
  if (code === '') return say`The server ${host} cannot be reached. Is there a connection to the internet?`;
  return say`The server ${host} cannot be reached (${code}). Is there a connection to the internet?`;
}

/** The code of what lies behind an error of `fetch`; where several addresses were tried, of the first. */
function codeOf(error: unknown): string {
  const cause = (error as { readonly cause?: { readonly code?: string; readonly errors?: readonly { readonly code?: string }[] } }).cause;
  return cause?.code ?? cause?.errors?.[0]?.code ?? '';
}
