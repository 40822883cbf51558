import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../corpus/article.ts';
import { speakersAt } from '../corpus/sayings.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { sliceOf } from '../text/span.ts';
import { cleanText } from './cleanText.ts';
import { readSource } from './index.ts';
import type { Reading } from './reader.ts';
import { readSubtitles } from './subtitles.ts';

const vtt = (...cues: readonly string[]): string => `WEBVTT\n\n${cues.join('\n\n')}\n`;
const at = (from: number, to: number, text: string): string => `${clock(from)} --> ${clock(to)}\n${text}`;
const clock = (seconds: number): string =>
  `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${(seconds % 60).toFixed(3).padStart(6, '0')}`;

/** Cues of three seconds, one behind the other. */
const row = (...texts: readonly string[]): string => vtt(...texts.map((text, i) => at(3 * i, 3 * i + 3, text)));

function read(text: string, format: 'vtt' | 'srt' = 'vtt'): Article {
  const { articles } = readSubtitles('a', text, format);
  expect(articles).toHaveLength(1);
  const article = articles[0] as Article;
  expect(article.prose.text).toHaveLength(text.length);
  return article;
}

/** Each paragraph as `time speaker: words`. */
function told(article: Article): string[] {
  return cleanText(article)
    .split('\n\n')
    .map((words, i) => {
      const { span } = article.prose.blocks[i]!;
      const speaker = speakersAt(article, { start: span.start, end: span.start + 1 })[0] ?? '–';
      return `${article.locators?.[i]?.label} ${speaker}: ${words}`;
    });
}

const problems = (text: string, { problems: all }: Reading) =>
  all.map(({ message, span }) => [message.split(':')[0], span && sliceOf(text, span)]);

describe('captions', () => {
  it('are joined into paragraphs, and nothing but what is said is text', () => {
    const text = `WEBVTT - The harbour hearing
Kind: captions
Language: en-GB

STYLE
::cue { color: papayawhip }

NOTE Typed by hand,
twice.

opening
00:00:01.000 --> 00:00:03.000 align:start
The <i>harbour</i> board will not
send another ferry

2
00:03.000 --> 00:05.000
past those <c.loud>posts</c> &amp; buoys. It would be
&#8220;mad&#8221;&nbsp;now.

00:00:12.000 --> 00:00:14.000
[applause]

00:01:15.000 --> 00:01:17.000
Thank<00:01:16.000><c> you.</c> ♪ la la ♪ (LAUGHTER)
`;
    const article = read(text);
    expect(told(article)).toEqual([
      '0:00:01 –: The harbour board will not send another ferry past those posts & buoys. It would be “mad” now.',
      '0:01:15 –: Thank you.',
    ]);
    expect(article).toMatchObject({ title: 'The harbour hearing', guessed: ['title'], language: 'en-GB', kind: 'report' });
  });

  it('have their words where the file has them, in the same lines', () => {
    const text = row('The ferry', 'sails at nine.').replaceAll('\n', '\r\n');
    const { prose } = read(text);
    const words = prose.text.indexOf('sails');
    expect(words).toBe(text.indexOf('sails'));
    expect(new LineIndex(prose.text).positionAt(words)).toEqual(new LineIndex(text).positionAt(words));
    expect(prose.blocks).toHaveLength(1);
    expect(prose.text).not.toMatch(/\n/);
  });

  it('are paragraphs by pause and length, not in the middle of a sentence', () => {
    const text = vtt(
      at(0, 2, 'We met on Monday.'),
      at(2, 4, 'It rained.'),
      at(7, 9, 'And then we'),
      at(12, 14, 'voted.'),
      at(30, 31, 'So'),
    );
    expect(told(read(text))).toEqual(['0:00:00 –: We met on Monday. It rained.', '0:00:07 –: And then we voted.', '0:00:30 –: So']);
    const long = row(...Array.from({ length: 12 }, (_, i) => `The pier was closed for ${i} long winters, and then for ${i} more.`));
    expect(read(long).prose.blocks.length).toBeGreaterThan(1);
    const unpunctuated = row(...Array.from({ length: 100 }, (_, i) => `and the pier was closed for ${i} long winters`));
    expect(read(unpunctuated).prose.blocks.length).toBeGreaterThan(2);
  });

  it('of SubRip keep what a blank line parts, and a lone sign', () => {
    const text =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<font color="red">If a < b then</font>\r\n\r\nwe sail.\r\n2\r\n00:00:02,100 --> 00:00:03,000\r\n<i>Or not.</i>\r\n';
    expect(told(read(text, 'srt'))).toEqual(['0:00:01 –: If a < b then we sail. Or not.']);
  });
});

describe('voices', () => {
  it('are those of voice tags', () => {
    const text = row(
      '<v Ada Quill>The lamp stays.</v>',
      '<v Ada Quill>It always',
      '<v.loud Ada Quill>did.</v> <v Bo Tarn>Says who?</v>',
      'Murmurs.',
    );
    const article = read(text);
    expect(article.kind).toBe('transcript');
    expect(told(article)).toEqual([
      '0:00:00 Ada Quill: The lamp stays. It always did.',
      '0:00:06 Bo Tarn: Says who?',
      '0:00:09 –: Murmurs.',
    ]);
  });

  it('are those of labels, in capitals or coming back', () => {
    expect(told(read(row('QUILL: The lamp', 'stays. Remember: it always did.', '>> TARN: Says who?', '>> I do.')))).toEqual([
      '0:00:00 Quill: The lamp stays. Remember: it always did.',
      '0:00:06 Tarn: Says who?',
      '0:00:09 –: I do.',
    ]);
    expect(told(read(row('Ada Quill: The lamp stays.', 'Bo Tarn: Says who?', 'Ada Quill: I', 'Bo Tarn: Oh.')))[2]).toBe(
      '0:00:06 Ada Quill: I',
    );
    expect(told(read(row('[ADA QUILL]: It stays.', '(Bo Tarn): Oh.', '(Bo Tarn): I see.')))).toEqual([
      '0:00:00 Ada Quill: It stays.',
      '0:00:03 Bo Tarn: Oh. I see.',
    ]);
    expect(read(row('Remember: it stays.')).kind).toBe('report');
  });

  it('are unnamed where a dash, an arrow or a role is all there is', () => {
    expect(told(read(row('TARN: Is it so?', '- It is.\n- It is not.', 'MAN 2: Go!', '&gt;&gt; No. >> Yes.')))).toEqual([
      '0:00:00 Tarn: Is it so?',
      '0:00:03 –: It is.',
      '0:00:03 –: It is not.',
      '0:00:06 –: Go!',
      '0:00:09 –: No.',
      '0:00:09 –: Yes.',
    ]);
    expect(told(read(row('It fell to', '-5 and lower')))).toEqual(['0:00:00 –: It fell to -5 and lower']);
  });
});

describe('rolling captions', () => {
  it('say everything once', () => {
    const text = vtt(
      at(0, 2, ' \nthe harbour<00:00:01.000><c> board</c>'),
      at(2, 2.01, 'the harbour board\n '),
      at(2.01, 4, 'the harbour board\nvoted<00:00:03.000><c> on</c><00:00:03.500><c> Monday</c>'),
      at(4, 4.01, 'voted on Monday\n '),
      at(4.01, 6, 'voted on Monday\nto close the pier'),
    );
    expect(told(read(text))).toEqual(['0:00:00 –: the harbour board voted on Monday to close the pier']);
  });

  it('that grow word by word say everything once', () => {
    expect(told(read(row('The', 'The lamp', 'The lamp stays', 'The lamp stays\nlit.')))).toEqual(['0:00:00 –: The lamp stays lit.']);
  });

  it('are none where only something is said twice', () => {
    expect(
      told(read(row('Never again.', 'Never again.', 'I mean it', 'this time', 'and you know', 'that I do.', 'Yes.', 'Well.'))),
    ).toEqual(['0:00:00 –: Never again. Never again. I mean it this time and you know that I do. Yes. Well.']);
  });
});

describe('what is broken', () => {
  it('is left out and told with its place', () => {
    const text = vtt(at(0, 2, 'One.'), '00:00:xx --> 00:00:04.000\nTwo.', at(4, 6, 'Three.'), 'Stray words.\nMore.');
    const reading = readSubtitles('a', text, 'vtt');
    expect(cleanText(reading.articles[0]!)).toBe('One.\n\nThree.');
    expect(problems(text, reading)).toEqual([
      ['The times of this caption cannot be read, so it was left out', '00:00:xx --> 00:00:04.000'],
      ['These lines have no times above them, so they were left out', 'Stray words.'],
    ]);
  });

  it('is told in a few problems, however much it is', () => {
    const { problems: all } = readSubtitles('a', vtt(...Array.from({ length: 500 }, () => 'x --> y\nwords')), 'vtt');
    expect(all).toHaveLength(12);
  });

  it('is a file without captions', () => {
    expect(readSubtitles('a', 'Only words.', 'srt').articles).toEqual([]);
    expect(readSubtitles('a', ' \n', 'vtt').problems[0]?.message).toBe('The file is empty.');
  });

  it('takes no long time', () => {
    const hostile = ['[', '(', '<', '>> ', '♪', '\nJANE: ', '&amp', '- A\n', '{\\an', '(A) ', '‐A\n', ' \n'];
    for (const piece of hostile) {
      const started = performance.now();
      readSubtitles('a', vtt(at(0, 2, piece.repeat(20_000)), at(2, 4, 'Ends.')), 'vtt');
      readSubtitles('a', row(...Array.from({ length: 2000 }, () => piece.trim())), 'srt');
      expect(performance.now() - started, piece).toBeLessThan(1500);
    }
  });

  it('never throws, and no text is longer or shorter than its file', () => {
    const piece = fc.constantFrom(
      'WEBVTT',
      '\n',
      '\r\n',
      '\r',
      '1',
      '00:00:01.000 --> 00:00:02.000',
      '-->',
      '<v Ada>',
      '</v>',
      '>> ',
      'ADA: ',
      '- ',
      'Words',
      '. ',
      '[x]',
      '(',
      ')',
      '♪',
      '&amp;',
      '&#x1F600;',
      '😀',
      ' ',
      'NOTE',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom('vtt' as const, 'srt' as const), (pieces, format) => {
        const text = pieces.join('');
        for (const { prose, locators = [] } of readSubtitles('a', text, format).articles) {
          expect(prose.text).toHaveLength(text.length);
          expect(new LineIndex(prose.text).lineCount).toBe(new LineIndex(text).lineCount);
          expect(locators.map(({ start }) => start)).toEqual(prose.blocks.map(({ span }) => span.start));
          for (const [i, { span }] of prose.blocks.entries()) expect(span.start).toBeGreaterThanOrEqual(prose.blocks[i - 1]?.span.end ?? 0);
        }
      }),
    );
  });
});

it('captions are read by their ending, in any encoding', async () => {
  const text = row('The pier at Østrand', 'stays open.');
  const wide = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([...text].map((c) => c.charCodeAt(0))).buffer)]);
  expect(cleanText((await readSource('a.vtt', wide)).articles[0]!)).toBe('The pier at Østrand stays open.');
  expect((await readSource('b.SRT', new TextEncoder().encode(text))).articles).toHaveLength(1);
});
