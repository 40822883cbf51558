import { checksum } from '../../service/snapshot/checksum.ts';

const bytes = new TextEncoder();

/** 64 bits of XXH32 with two seeds, in hexadecimal: for telling texts apart, not for keeping secrets. */
export function hashOf(text: string): string {
  return hexOf(text, 2);
}

/**
 * A name for a text that any two machines give alike: a UUID of version 8 (RFC 9562, section 5.8), its 122 free bits a hash
 * of the text.
 */
export function uuidOf(text: string): string {
  const hex = hexOf(text, 4);
  const variant = ((Number.parseInt(hex[16] as string, 16) & 3) | 8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join('-');
}

function hexOf(text: string, seeds: number): string {
  const content = bytes.encode(settled(text));
  return Array.from({ length: seeds }, (_, seed) => checksum(content, seed).toString(16).padStart(8, '0')).join('');
}

/** What programs change by themselves counts for nothing: Unicode's forms, curly marks, kinds of spaces. */
function settled(text: string): string {
  return text.normalize('NFC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}
