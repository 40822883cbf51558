import type { Reader } from '../reader.ts';

/** News exports and feeds: ninjs, schema.org, JSON Feed and plain exports in JSON; NewsML-G2, NITF, RSS and Atom in XML. */
export const newsFile: Reader = {
  endings: ['json', 'jsonl', 'ndjson', 'xml', 'rss', 'atom'],
  extracts: true,
  async read(id, bytes) {
    // Feeds are saved under any of these endings, so that it is the first sign that tells one from the other. What reads them is
    // loaded when the first of them comes: it brings a parser of HTML along.
    if (firstSign(bytes) === 0x3c) return (await import('../xml/xml.ts')).readXml(id, bytes);
    if (/\.(?:jsonl|ndjson)$/i.test(id) || isLines(bytes)) return (await import('../json/jsonLines.ts')).readJsonLines(id, bytes);
    return (await import('../json/json.ts')).readJson(id, bytes);
  },
};

/** How far the beginning is looked at, in bytes. */
const BEGINNING = 1_024;

/** Byte-order marks, the zero bytes of UTF-16, and white space. */
const PASSED = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00, 0x20, 0x09, 0x0a, 0x0d]);

function firstSign(bytes: Uint8Array): number | undefined {
  return bytes.subarray(0, BEGINNING).find((byte) => !PASSED.has(byte));
}

/** Whether several lines that are objects each follow one another, as in JSON Lines under the ending of JSON. */
function isLines(bytes: Uint8Array): boolean {
  const feed = bytes.indexOf(0x0a);
  if (feed < 0) return false;
  const next = bytes.subarray(feed + 1, feed + BEGINNING).find((byte) => !PASSED.has(byte));
  const last = bytes.subarray(Math.max(0, feed - 4), feed).findLast((byte) => !PASSED.has(byte));
  return firstSign(bytes) === 0x7b && last === 0x7d && next === 0x7b;
}
