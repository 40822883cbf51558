import { readerFor } from '../../readers/index.ts';
import type { Offer } from './offer.ts';

/** Media types and the endings of their files. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'md',
  'text/x-markdown': 'md',
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/epub+zip': 'epub',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'message/rfc822': 'eml',
  'application/mbox': 'mbox',
  'text/vtt': 'vtt',
  'application/x-subrip': 'srt',
  'text/srt': 'srt',
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/feed+json': 'json',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'application/rss+xml': 'xml',
  'application/atom+xml': 'xml',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'multipart/related': 'mhtml',
};

/** Types that servers give to all kinds of files. */
const VAGUE = new Set(['text/plain', 'application/octet-stream', 'binary/octet-stream', 'application/download', 'application/x-download']);

/** Endings of the same format. */
const SAME: Readonly<Record<string, string>> = { htm: 'html', xhtml: 'html', markdown: 'md', text: 'txt', mht: 'mhtml', ndjson: 'jsonl' };

/** The lower-case ending of a file's name, without the dot; empty where it has none. */
export function endingIn(name: string): string {
  return /[^.]\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A name without its ending. */
export function stemOf(name: string): string {
  const ending = endingIn(name);
  return ending === '' ? name : name.slice(0, -ending.length - 1);
}

export function isSameKind(ending: string, other: string): boolean {
  return (SAME[ending] ?? ending) === (SAME[other] ?? other);
}

/** The ending that a file with some content should have, so that it is read as what it is. */
export function endingFor(offer: Offer): string {
  const { origin, bytes, name } = offer;
  const own = endingIn(name ?? '');
  // A file of the writer's is what its name says.
  if (origin === 'file' && isRead(own)) return own;
  // Servers call a PDF a page sometimes; what a file begins with does not lie.
  const seen = byContent(bytes);
  return seen !== null && seen !== 'zip' ? seen : byType(offer, own, seen === 'zip');
}

function byType({ bytes, mediaType }: Offer, own: string, packed: boolean): string {
  const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const told = ENDINGS[type];
  if (told !== undefined) return told;
  const vague = type === '' || VAGUE.has(type);
  if (vague && isRead(own)) return own;
  if (packed || /^(?:image|video|audio|font)\//.test(type)) return own || (type.split('/')[1] ?? 'zip');
  return textKind(bytes) ?? (type === '' && own !== '' ? own : 'txt');
}

function isRead(ending: string): boolean {
  return readerFor(`x.${ending}`) !== undefined;
}

/** By the bytes that files of a format begin with; null where that tells nothing. */
function byContent(bytes: Uint8Array): string | null {
  const head = latin(bytes, 200);
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (!head.startsWith('PK\u0003\u0004')) return null;
  if (head.includes('mimetypeapplication/epub+zip')) return 'epub';
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  // The names of its parts stand in the clear, whichever comes first.
  return latin(bytes, 4096).includes('[Content_Types].xml') && includesWord(bytes) ? 'docx' : 'zip';
}

function includesWord(bytes: Uint8Array): boolean {
  return latin(bytes, 65_536).includes('word/') || latin(bytes.subarray(-65_536), 65_536).includes('word/document.xml');
}

/** A part of a page, as programs hand it on: it begins with an element that a text would not begin with. */
const FRAGMENT =
  /^(?:<(?:meta|base|link|title|style|span)\b[^>]*>\s*)*<(?:head|body|main|article|section|header|div|p|h[1-6]|ul|ol|blockquote|figure|table)(?:\s[^>]*)?>/i;

/** What kind of text it plainly is; null for any other text. */
function textKind(bytes: Uint8Array): string | null {
  const head = latin(bytes, 2048).replace(/^(?:\u00EF\u00BB\u00BF)?\s+/, '');
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html[\s>])/i.test(head)) return 'html';
  if (/^<\?xml\s/.test(head)) return 'xml';
  if (FRAGMENT.test(head)) return 'html';
  if (/^(?:From \S+@\S+ |(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID): )/i.test(head)) return 'eml';
  if (/^WEBVTT(?:\s|$)/.test(head)) return 'vtt';
  return null;
}

function latin(bytes: Uint8Array, most: number): string {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, most));
}

/** Endings whose bytes are text of one encoding or another. */
const TEXTS = new Set(['html', 'htm', 'xhtml', 'txt', 'text', 'md', 'markdown', 'xml', 'json', 'jsonl', 'vtt', 'srt']);

/** Whether a file with this ending is text as a whole. */
export function isText(ending: string): boolean {
  return TEXTS.has(ending);
}
