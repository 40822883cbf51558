import { plainly } from '../../text/said.ts';
import { Unreadable } from './unreadable.ts';

const latin = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes);
const starts = (bytes: Uint8Array, ...magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);

/** What a file's first bytes say it is. `ole` is the container of Office before 2007, of Outlook and of locked files. */
export type FileKind = 'zip' | 'ole' | 'pdf' | 'rtf' | 'html' | 'text' | 'other';

export function kindOf(bytes: Uint8Array): FileKind {
  if (starts(bytes, 0x50, 0x4b) && [0x03, 0x05, 0x07].includes(bytes[2] ?? 0)) return 'zip';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  const head = latin(bytes.subarray(0, 1_024));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype html|html|head|body)/i.test(head)) return 'html';
  return bytes.subarray(0, 1_024).includes(0) ? 'other' : 'text';
}

const IS: Readonly<Record<Exclude<FileKind, 'zip' | 'ole' | 'other'>, readonly [what: string, ending: string]>> = {
  pdf: [plainly`a PDF`, '.pdf'],
  rtf: [plainly`an RTF document`, '.docx'],
  html: [plainly`a web page`, '.html'],
  text: [plainly`plain text`, '.txt'],
};

/**
 * Refuses a file that is not of the kind that its name says, and says of which it is. `what`: what its name says, as
 * `a Word document`; `wanted`: how such a file begins.
 */
export function refuseOtherKinds(bytes: Uint8Array, what: string, wanted: 'zip' | 'text' = 'zip'): void {
  const kind = kindOf(bytes);
  if (kind === wanted) return;
  if (kind === 'ole') throw new Unreadable(oleMessage(bytes, what));
  if (kind === 'other' || kind === 'zip') {
    throw new Unreadable(
      plainly`It is not ${what}, though its name says so: open it in the program that it was made with and save it again.`,
    );
  }
  const [is, ending] = IS[kind];
  throw new Unreadable(
    kind === 'rtf'
      ? plainly`It is ${is}, not ${what}: save it as ${ending}.`
      : plainly`It is ${is}, not ${what}: give it the ending ${ending}.`,
  );
}

/** [MS-OFFCRYPTO] 2.3.4: a locked document is a stream of this name in an OLE container, whose names are UTF-16. */
const LOCKED = wide('EncryptedPackage');

function wide(text: string): string {
  return [...text].map((letter) => `${letter}\0`).join('');
}

function oleMessage(bytes: Uint8Array, what: string): string {
  const text = latin(bytes);
  if (text.includes(LOCKED)) return plainly`The file is protected by a password: open it, take the protection off and save it again.`;
  if (text.includes(wide('__properties_version1.0')))
    return plainly`It is a message of Outlook’s own kind (.msg): save it as .eml or as text.`;
  if (text.includes(wide('WordDocument'))) return plainly`It is a Word document of the old kind (.doc): open it and save it as .docx.`;
  return plainly`It is an old Office file, not ${what}: open it and save it as .docx.`;
}
