import type { Offer, Stated } from './offer.ts';

/** What a clipboard or a drag holds; null for what it does not. */
export interface Pasted {
  readonly text: string | null;
  readonly html: string | null;
}

/** A piece of a page, and where it was copied from, if that is told. */
interface Fragment {
  readonly html: string;
  readonly url: string | null;
}

/** The ways to keep what was pasted, best first: as the page it was on, then as its plain text. None where there is no text. */
export function offersOf({ text, html }: Pasted, stated: Stated): readonly Offer[] {
  const offers: Offer[] = [];
  const fragment = html === null ? null : fragmentOf(html);
  const from = fragment?.url ? { url: fragment.url } : {};
  if (fragment && /\S/.test(fragment.html.replace(/<[^>]*>/g, ''))) {
    offers.push(pasted(pageOf(fragment), 'text/html; charset=utf-8', { ...from, ...stated }));
  }
  const plain = (text ?? '').replace(/\r\n?/g, '\n').trim();
  if (plain !== '') offers.push(pasted(`${plain}\n`, isMarkdown(plain) ? 'text/markdown' : 'text/plain', { ...from, ...stated }));
  return offers;
}

function pasted(text: string, mediaType: string, stated: Stated): Offer {
  return { origin: 'paste', bytes: new TextEncoder().encode(text), name: null, mediaType, stated };
}

/** Front matter, a heading, a quotation, or links as Markdown writes them: what no page's plain text has. */
function isMarkdown(text: string): boolean {
  return /^---\n[\s\S]*?\n---(?:\n|$)/.test(text) || /^#{1,6} \S/m.test(text) || /\[[^\]\n]+\]\(https?:\/\/[^\s)]+\)/.test(text);
}

/**
 * The copied part of a page. Windows puts a head before it that counts bytes of UTF-8 and may name the page (“HTML Clipboard
 * Format”); other systems give the part itself.
 */
function fragmentOf(html: string): Fragment {
  const head = /^Version:\d[\s\S]{0,2000}?(?=<|$)/.exec(html)?.[0];
  if (head === undefined) return { html: betweenMarks(html), url: null };
  const number = (name: string) => Number(new RegExp(`^${name}:0*(\\d+)\\s*$`, 'm').exec(head)?.[1] ?? Number.NaN);
  const url = /^SourceURL:(https?:\/\/\S+)/m.exec(head)?.[1] ?? null;
  const [start, end] = [number('StartFragment'), number('EndFragment')];
  const bytes = new TextEncoder().encode(html);
  const whole = start >= head.length && end > start && end <= bytes.length;
  return { html: whole ? new TextDecoder().decode(bytes.subarray(start, end)) : betweenMarks(html.slice(head.length)), url };
}

function betweenMarks(html: string): string {
  return /<!--StartFragment-->([\s\S]*)<!--EndFragment-->/.exec(html)?.[1] ?? html;
}

/** The part as a page of its own, in which links lead where they led. */
function pageOf({ html, url }: Fragment): string {
  if (/<html[\s>]/i.test(html)) return html;
  const address = url?.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const from = address === undefined ? '' : `\n<base href="${address}">\n<link rel="canonical" href="${address}">`;
  return `<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">${from}\n</head>\n<body>\n${html}\n</body>\n</html>\n`;
}
