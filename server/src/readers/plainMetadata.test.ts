import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { plainPairs } from './plainMetadata.ts';

/** The same by all of YAML; null where that finds fault or anything but texts and lists of them. */
function byYaml(yaml: string): unknown {
  const { contents, errors } = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
  if (errors.length > 0) return null;
  if (contents === null) return [];
  if (!isMap(contents)) return null;
  const plain = (node: unknown): unknown => (isScalar(node) ? node.value : isSeq(node) ? node.items.map(plain) : node);
  return contents.items.map(({ key, value }) => [plain(key), plain(value)]);
}

const piece = fc.oneof(
  fc.constantFrom(
    'title',
    'published',
    'authors',
    'a',
    'true',
    'null',
    'No',
    '2025-10-07',
    '2025',
    '0x1F',
    '1e3',
    '.inf',
    '~',
    'ß',
    '“Ja”',
  ),
  fc.constantFrom(
    ':',
    ': ',
    ' #',
    '#',
    '"',
    "'",
    '[',
    ']',
    ', ',
    ',',
    '{',
    '- ',
    '|',
    '>',
    '&a',
    '*a',
    '!',
    '\\',
    '\t',
    ' ',
    '\u00a0',
    '\u0085',
  ),
  fc.string({ maxLength: 4 }),
);
const line = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.constantFrom('title', 'date', 'Authors', 'on'), fc.array(piece, { maxLength: 4 }))
    .map(([key, rest]) => `${key}: ${rest.join('')}`),
);

describe('plain metadata', () => {
  it('is what YAML makes of it, or is left to YAML', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const yaml = lines.map((one) => one + end).join('');
        const pairs = plainPairs(yaml);
        if (pairs !== null) expect(pairs).toEqual(byYaml(yaml));
      }),
      { numRuns: 5000 },
    );
  });

  it('is most of what writers write', () => {
    const yaml = [
      'title: Saltmere keeps its lamp – no, not that one',
      'publisher: "Saltmere Gazette"',
      "speaker: 'Edda Quill'",
      'authors: [Orrin Teasel, Ada Quill]',
      'published: 2024-03-12',
      'url: https://example.org/a?b=c#d',
      'language:',
    ].join('\n');
    expect(plainPairs(yaml)).toEqual([
      ['title', 'Saltmere keeps its lamp – no, not that one'],
      ['publisher', 'Saltmere Gazette'],
      ['speaker', 'Edda Quill'],
      ['authors', ['Orrin Teasel', 'Ada Quill']],
      ['published', '2024-03-12'],
      ['url', 'https://example.org/a?b=c#d'],
      ['language', null],
    ]);
  });
});
