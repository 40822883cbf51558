import { describe, expect, test } from 'vitest';
import { check, fixed, post, rules } from '../../../test/support/alder.ts';
import { analysisOf, corpusOf } from '../../../test/support/checkDraft.ts';

// Drafts and sources that are not English: words are compared, and what only English would tell is not guessed.

describe('a source’s attribution between the marks is nobody’s omission', () => {
  test.each([
    [
      'German',
      '„Wir öffnen die Brücke erst im Herbst“, sagte die Bürgermeisterin, „weil die Pfeiler noch nass sind.“',
      '„Wir öffnen die Brücke erst im Herbst, weil die Pfeiler noch nass sind“, sagte sie.',
    ],
    [
      'German in pointed marks',
      '»Wir öffnen die Brücke erst im Herbst«, sagte die Bürgermeisterin, »weil die Pfeiler noch nass sind.«',
      '„Wir öffnen die Brücke erst im Herbst, weil die Pfeiler noch nass sind“, sagte sie.',
    ],
    [
      'French',
      '« Le pont ouvrira cet automne », a déclaré la maire, « parce que les piles sont encore humides. »',
      '« Le pont ouvrira cet automne, parce que les piles sont encore humides », a dit la maire.',
    ],
    ['Chinese', '“这座桥要到秋天才开放，”市长说，“因为桥墩还是湿的。”', '“这座桥要到秋天才开放，因为桥墩还是湿的。”市长说。'],
    [
      'English in single marks',
      '‘The bridge will open in the autumn,’ she said, ‘because the piers are still wet.’',
      '“The bridge will open in the autumn, because the piers are still wet,” Quill said.',
    ],
  ])('%s', (_, source, draft) => check(corpusOf(post(source)), draft));
});

describe('figures that are written otherwise', () => {
  const RATE = 'Im Hafen liegen 12.500 Tonnen Kohle und elf alte Kähne';
  test.each([
    ['digits in other groups', RATE, RATE.replace('12.500', '12 500')],
    ['without groups', RATE, RATE.replace('12.500', '12500')],
    ['a number word that may be the figure', RATE, RATE.replace('elf', '11')],
  ])('%s', (_, source, draft) =>
    check(corpusOf(post(`„${source}“, sagte der Wirt in der Stadt.`)), `„${draft}“, sagte der Wirt in der Stadt.`),
  );

  test('a space between groups in English', () => {
    check(
      corpusOf(post('“We have 240,000 bricks in the yard behind the mill,” said Edda Quill.')),
      '“We have 240 000 bricks in the yard behind the mill,” said Edda Quill.',
    );
  });

  test('another figure is found', () => {
    const source = corpusOf(post(`„${RATE}“, sagte der Wirt in der Stadt.`));
    expect(rules(source, `„${RATE.replace('12.500', '15.200')}“, sagte der Wirt in der Stadt.`)).toEqual(['misquote.number']);
  });
});

describe('signs on letters', () => {
  const SPANISH = 'El alcalde habló con los vecinos de la plaza durante tres años';
  const source = corpusOf(post(`«${SPANISH}», dijo la maestra del pueblo.`));
  test('make another word', () => {
    check(source, `«${SPANISH.replace('habló', '[hablo]{misquote.spelling → habló}')}», dijo la maestra del pueblo.`);
  });
  test('are not missed where the writer types none', () => {
    check(source, `«${SPANISH.replace('habló', 'hablo').replace('años', 'anos')}», dijo la maestra del pueblo.`);
  });
  test('nor in English', () => {
    check(
      corpusOf(post('“The café at Nîmes sells naïve art to the trade,” said Edda Quill.')),
      '“The café at Nimes sells naive art to the trade,” said Edda Quill.',
    );
  });
});

describe('a negation', () => {
  test.each([
    ['German', 'Wir werden das Haus an der Ecke nicht verkaufen und auch nicht vermieten', 'nicht verkaufen', 'verkaufen'],
    ['French', 'La commune ne vendra jamais la maison du coin à un marchand de la ville', 'jamais ', ''],
    ['Italian', 'Il comune non venderà la casa di pietra che è in fondo alla strada', 'non ', ''],
    ['Korean', '우리는 이 다리를 내년 봄까지 열지 않을 것이며 돈도 없습니다', ' 않을', ''],
  ])('left out in %s', (_, words, out, into) => {
    const source = corpusOf(post(`« ${words} », – X.`));
    expect(rules(source, `« ${words.replace(out, into)} », – X.`)).toContain('misquote.negation');
  });

  test.each([
    ['German', 'Wir haben lange gewartet und niemals einen Brief von der Stadt bekommen', 'gewartet und niemals einen', 'gewartet … einen'],
    ['Chinese', '我们等了很久从来没有收到过市政府的任何一封信', '从来没有', '……'],
  ])('hidden by an ellipsis in %s', (_, words, out, into) => {
    const source = corpusOf(post(`“${words}”`));
    expect(rules(source, `“${words.replace(out, into)}”`)).toContain('misquote.negation');
  });
});

test('a noun of German is no name', () => {
  const source = corpusOf(post('„Die Brücke wird im Sommer für den Verkehr der ganzen Stadt geöffnet“, sagte der Wirt.'));
  expect(rules(source, '„Die Brücke wird im Winter für den Verkehr der ganzen Stadt geöffnet“, sagte der Wirt.')).toEqual([
    'misquote.content',
  ]);
});

describe('an attribution inside the marks, and an elided word in front of them', () => {
  const source = corpusOf(
    post(
      '«Le pont restera fermé, parce que les piles de la rive sont encore humides», a dit la maire de la ville.',
      '«Je crois qu’il est fermé pour toute la durée des travaux de la rive», a dit le chef de la police.',
    ),
  );
  test.each([
    '«Le pont restera fermé, a dit la maire, parce que les piles de la rive sont encore humides.»',
    'Le chef de la police croit qu’«il est fermé pour toute la durée des travaux de la rive».',
  ])('%s', (draft) => check(source, draft));
});

test('nobody is read as the speaker in a source that is not English', () => {
  const source = corpusOf(
    post(
      'Der Wirt Jonas Brandt bedauerte den Schritt. „Das Dorf verliert damit seinen letzten Treffpunkt“, sagte seine Köchin Anna Huber. „Wir suchen seit drei Jahren einen Nachfolger für das Haus.“',
    ),
  );
  const draft =
    '„Das Dorf verliert damit seinen letzten Treffpunkt […] Wir suchen seit drei Jahren einen Nachfolger für das Haus“, sagte Anna Huber.';
  expect(rules(source, draft)).toEqual([]);
  expect([...analysisOf(source, draft).verdicts.values()].map((verdict) => ('match' in verdict ? verdict.match?.speaker : null))).toEqual([
    null,
  ]);
});

describe('a fix', () => {
  test('puts a missing word where the source has it, in front of a sign', () => {
    const words = '“We had only one meeting, and it was in June,” said Edda Quill.';
    expect(fixed(corpusOf(post(words)), words.replace(' meeting', ''))).toBe(words);
  });
  test('puts no space between Chinese characters', () => {
    const words = '“我们不会在明年春天以前开放这座桥。”';
    expect(fixed(corpusOf(post(words)), words.replace('不', ''))).toBe(words);
  });
  test('is not safe where the source may go on', () => {
    const source = corpusOf(post('“We told her that she is not afraid of the water and the wind,” said Edda Quill.'));
    const [finding] = analysisOf(source, 'Quill said: “We told her that she fears”, and left.').findings;
    expect(finding?.rule).toBe('misquote');
    expect(finding?.fixes.filter(({ applicability }) => applicability === 'safe')).toEqual([]);
  });
});

describe('marks are seen', () => {
  test.each([
    [
      'German single ones',
      '‚Die Brücke ist alt und wird im [Sommer]{misquote → Winter} für die ganze Stadt geschlossen‘, sagte der Wirt.',
      'Die Brücke ist alt und wird im Winter für die ganze Stadt geschlossen',
    ],
    [
      'Korean single ones with a particle',
      '시장은 ‘다리는 내년 [여름까지]{misquote → 봄까지} 열지 않을 것이며 돈도 없다’라고 말했다.',
      '다리는 내년 봄까지 열지 않을 것이며 돈도 없다',
    ],
    ['Chinese single ones', '市长表示‘这座桥明年[夏]{misquote → 春}天以前不会开放’。', '这座桥明年春天以前不会开放'],
    ['straight ones behind a full stop', '市长来了。"这座桥明年[夏]{misquote → 春}天以前不会开放"，市长说。', '这座桥明年春天以前不会开放'],
    ['straight ones without spaces', '市长表示"这座桥明年[夏]{misquote → 春}天以前不会开放"。', '这座桥明年春天以前不会开放'],
    [
      'French ones at each paragraph',
      '«Le pont restera fermé jusqu’au printemps et nous le regrettons.\n\n»Les piles de la rive sont encore [sèches]{misquote → humides}», a-t-elle dit.',
      'Le pont restera fermé jusqu’au printemps et nous le regrettons. Les piles de la rive sont encore humides',
    ],
  ])('%s', (_, draft, words) => check(corpusOf(post(`“${words}” – X.`)), draft));
});

test.each(['・・・', '……', '（中略）', '〔中略〕'])('an ellipsis of Japanese: %s', (ellipsis) => {
  const source = corpusOf(post('「この橋は古くて、とても危険だから、来年の春まで開けない」と市長は述べた。'));
  check(source, `「この橋は古くて${ellipsis}来年の春まで開けない」と市長は述べた。`);
});

test.each([
  ['[区里]正在研究补贴方案，但目前还没有任何结果'],
  ['我们[文化局]正在研究补贴方案，但目前还没有任何结果'],
  ['我们（文化局）正在研究补贴方案，但目前还没有任何结果'],
])('a bracket between Chinese characters: %s', (words) => {
  check(corpusOf(post('“我们正在研究补贴方案，但目前还没有任何结果。”市长说。')), `“${words}。”市长说。`);
});
