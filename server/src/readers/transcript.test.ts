import { describe, expect, it } from 'vitest';
import type { Article } from '../corpus/article.ts';
import { speakersAt } from '../corpus/sayings.ts';
import { cleanText } from './cleanText.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plainText.ts';
import { isNoise, speakerOf, timeLabel } from './transcript.ts';

/** Each paragraph as `speaker: words`, and the times that are known. */
function told(article: Article | undefined): string[] {
  if (!article) return [];
  const times = (article.locators ?? []).map(({ label }) => label).join(' ');
  const words = cleanText(article).split('\n\n');
  const turns = article.prose.blocks.map(
    ({ span }, i) => `${speakersAt(article, { start: span.end - 1, end: span.end })[0] ?? '–'}: ${words[i]}`,
  );
  return [`${article.kind} ${times}`.trim(), ...turns];
}

const SAID = [
  'transcript 0:00:01 0:00:09 0:01:12 1:02:03',
  'Ada Quill: The lamp stays lit through the fog.',
  'Bo Tarn: Who pays for the oil?',
  'Ada Quill: We do, as we did in every winter since I came.',
  'Bo Tarn: Then I have no more to ask, and I will go.',
];

describe('times beside turns', () => {
  it.each<[string, string]>([
    [
      'in brackets before the name',
      '[00:00:01] ADA QUILL: The lamp stays lit through the fog.\n\n[00:00:09] BO TARN: Who pays for the oil?\n\n[00:01:12] ADA QUILL: We do, as we did in every winter [00:01:15] since I came.\n\n[01:02:03] BO TARN: Then I have no more to ask, and I will go.\n',
    ],
    [
      'behind the name',
      'Ada Quill (00:01): The lamp stays lit through the fog.\nBo Tarn (00:09): Who pays for the oil?\nAda Quill (01:12): We do, as we did in every winter since I came.\nBo Tarn (1:02:03): Then I have no more to ask, and I will go.\n',
    ],
    [
      'without brackets, by a dash',
      '00:00:01 - Ada Quill: The lamp stays lit through the fog.\n00:00:09 - Bo Tarn: Who pays for the oil?\n00:01:12 - Ada Quill: We do, as we did in every winter since I came.\n01:02:03 - Bo Tarn: Then I have no more to ask, and I will go.\n',
    ],
    [
      'on a line of their own',
      'Ada Quill  0:01\nThe lamp stays lit through the fog.\n\nBo Tarn  0:09\nWho pays for the oil?\n\nAda Quill  1:12\nWe do, as we did in every winter since I came.\n\nBo Tarn  1:02:03\nThen I have no more to ask, and I will go.\n',
    ],
    [
      'on a line of their own, with a colon',
      'Ada Quill (00:01):\nThe lamp stays lit through the fog.\n\nBo Tarn (00:09):\nWho pays for the oil?\n\nAda Quill (01:12):\nWe do, as we did in every winter since I came.\n\nBo Tarn (01:02:03):\nThen I have no more to ask, and I will go.\n',
    ],
  ])('%s are no text, nor are the names', (_, text) => {
    const plain = readPlainText('a.txt', text).articles[0];
    expect(plain?.prose.text).toHaveLength(text.length);
    const capitals = (lines: string[]) => lines.map((line) => line.replace('ADA QUILL', 'Ada Quill').replace('BO TARN', 'Bo Tarn'));
    expect(capitals(told(plain))).toEqual(SAID);
    const marked = readMarkdown('a.md', text.replaceAll('\n', '\n\n')).articles[0];
    expect(capitals(told(marked))).toEqual(SAID);
  });

  it('in a Markdown file may have the name in bold', () => {
    const text = SAID.slice(1)
      .map((line, i) => `**[00:0${i}] ${line.replace(': ', ':** ')}`)
      .join('\n\n');
    expect(told(readMarkdown('a.md', text).articles[0]).slice(1)).toEqual(SAID.slice(1));
  });

  it('leave a speaker without a name unnamed', () => {
    const text = 'Speaker 1 (00:01): It stays.\nBo Tarn (00:09): Who pays?\nSpeaker 1 (00:12): We do.\nSpeaker 2 (00:14): We all do.\n';
    expect(told(readPlainText('a.txt', text).articles[0]).slice(1)).toEqual([
      '–: It stays.',
      'Bo Tarn: Who pays?',
      '–: We do.',
      '–: We all do.',
    ]);
  });

  it('are left alone in a report', () => {
    const text = 'The race was won in 1:02:03 by Ada Quill.\n\n[00:00:09] was the gap to the second.\n\nBo Tarn (12:30) came third.\n';
    const article = readMarkdown('a.md', text).articles[0];
    expect(article).toMatchObject({ kind: 'report' });
    expect(article?.prose.text).toBe(text);
    const results = '12:30 Ada Quill\n12:31 Bo Tarn\n12:35 Cay Lund\n12:40 Dov Marl\n';
    expect(readPlainText('a.txt', results).articles[0]).toMatchObject({ kind: 'report' });
  });
});

it('a turn without times keeps its name in the text', () => {
  const text = 'MIA ROE: Is it so?\n\nTOM POE: It is.\n\n'.repeat(3);
  const article = readMarkdown('a.md', text).articles[0];
  expect(article?.prose.text).toBe(text);
  expect(article?.turns).toBeUndefined();
  expect(told(article)[2]).toBe('Tom Poe: TOM POE: It is.');
});

describe('who speaks', () => {
  it.each(['Speaker 1', 'MAN', 'Unidentified Woman', 'MODERATOR', 'Q', 'Audience members', 'OFF-SCREEN VOICE'])(
    'is not named by “%s”',
    (label) => {
      expect(speakerOf(label)).toBeNull();
    },
  );

  it.each(['ADA QUILL', 'Manfred Allard', 'Dr. Boyle'])('is named by “%s”', (label) => {
    expect(speakerOf(label)).toBe(label);
  });
});

it('sounds are what is in capitals or is one', () => {
  expect(['LAUGHTER', 'applause', 'speaking Dutch', 'Crowd cheering.'].map(isNoise)).toEqual([true, true, true, true]);
  expect(['and I mean it', 'the old one', 'I think we all laughed at that back then, and loudly too'].map(isNoise)).toEqual([
    false,
    false,
    false,
  ]);
});

it('seconds are shown as players show them', () => {
  expect([0, 9.99, 751, 36_061].map(timeLabel)).toEqual(['0:00:00', '0:00:09', '0:12:31', '10:01:01']);
});
