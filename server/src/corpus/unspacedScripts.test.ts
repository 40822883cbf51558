import { describe, expect, test } from 'vitest';
import { checkDraft, corpusOf, verdicts } from '../../../test/support/checkDraft.ts';
import { wordsOf } from '../text/words.ts';
import { articleWords } from './articleWords.ts';
import type { MemoryCorpus } from './memoryCorpus.ts';

// Short articles in scripts without spaces, and in Korean; the quotations of each differ from one another in little.

const CHINESE = corpusOf(
  `
  灯塔看守人林梅在周一说：“我们要关闭北港十二个月，因为海堤撑不过下一个冬天。”她又说：“渡轮可以从东码头出发，但是县里必须付修桥的钱。”

  渔民不同意。“没有人问过我们，关港会让我们损失多少。”船主何山说。
  `,
  `
  去年的会上，镇长说：“我们要关闭南港十二个月，因为木桩撑不过下一场台风。”

  她在Dunmere等了3,500分钟，才坐上Saltmere 2号渡轮。
  `,
);

const JAPANESE = corpusOf(
  `
  港長は月曜日に「冬のあいだ北の港を閉めます。防波堤がもう一度の嵐に耐えられないからです」と述べた。

  漁師は「だれも私たちに相談しなかった。フェリーが止まれば仕事がなくなる」と話した。
  `,
  '町長は「夏のあいだ南の港を閉めます。桟橋がもう一度の波に耐えられないからです」と述べた。',
);

const THAI = corpusOf(
  `
  นายท่ากล่าวเมื่อวันจันทร์ว่า “เราจะปิดท่าเรือเหนือตลอดฤดูหนาว เพราะกำแพงกันคลื่นทนพายุอีกครั้งไม่ได้”

  ชาวประมงตอบว่า “ไม่มีใครถามเราเลยว่าการปิดท่าจะทำให้เราเสียเงินเท่าไร”
  `,
  'ปีก่อนเขาบอกว่า “เราจะเปิดท่าเรือใต้ตลอดฤดูร้อน เพราะสะพานไม้ทนคลื่นอีกครั้งไม่ได้”',
);

const KOREAN = corpusOf(
  `
  항만장은 월요일에 “우리는 방파제가 겨울을 한 번 더 견딜 수 없어서 북쪽 항구를 닫는다”고 말했다.

  어부들은 “아무도 우리에게 항구가 닫히면 무엇을 잃는지 묻지 않았다”고 했다.
  `,
  '작년에 시장은 “우리는 다리가 태풍을 한 번 더 견딜 수 없어서 남쪽 항구를 닫는다”고 했다.',
);

/** The best place for some words: its article, the words there, and whether they are the very ones. */
function bestPlace(corpus: MemoryCorpus, text: string): { article: string; words: string; similarity: number } | undefined {
  const [best] = corpus.retrieve(
    wordsOf(text).map(({ folded }) => folded),
    5,
  );
  const article = best && corpus.texts.get(best.articleId);
  if (!best || !article) return undefined;
  const words = articleWords(article).slice(best.position, best.end);
  const stretch = article.prose.text.slice(words[0]?.span.start, words.at(-1)?.span.end);
  return { article: best.articleId, words: stretch, similarity: best.similarity };
}

describe('retrieval finds', () => {
  test.each([
    ['Chinese', CHINESE, '1.md', '因为海堤撑不过下一个冬天'],
    ['another article’s Chinese that is nearly the same', CHINESE, '2.md', '因为木桩撑不过下一场台风'],
    ['Chinese with a name and a figure', CHINESE, '2.md', '在Dunmere等了3,500分钟'],
    ['Japanese', JAPANESE, '1.md', '防波堤がもう一度の嵐に耐えられないからです'],
    ['another article’s Japanese that is nearly the same', JAPANESE, '2.md', '夏のあいだ南の港を閉めます'],
    ['Thai', THAI, '1.md', 'เพราะกำแพงกันคลื่นทนพายุอีกครั้งไม่ได้'],
    ['another article’s Thai that is nearly the same', THAI, '2.md', 'เราจะเปิดท่าเรือใต้ตลอดฤดูร้อน'],
    ['Korean', KOREAN, '1.md', '방파제가 겨울을 한 번 더 견딜 수 없어서'],
    ['another article’s Korean that is nearly the same', KOREAN, '2.md', '다리가 태풍을 한 번 더 견딜 수 없어서'],
  ])('%s, exactly where it stands', (_, corpus, article, words) => {
    expect(bestPlace(corpus, words)).toEqual({ article, words, similarity: 1 });
  });

  test.each([
    ['Chinese', CHINESE, '因为海堤撑不过下一个春天', '1.md', '因为海堤撑不过下一个冬天'],
    [
      'Chinese beside a rival',
      CHINESE,
      '我们要关闭南港十二个月，因为木桩撑不过下一场暴风',
      '2.md',
      '我们要关闭南港十二个月，因为木桩撑不过下一场台风',
    ],
    ['Japanese, a voicing', JAPANESE, '防波堤がもう一度の嵐に耐えられないがらです', '1.md', '防波堤がもう一度の嵐に耐えられないからです'],
    ['Japanese, a sign of length left out', JAPANESE, 'フェリが止まれば仕事がなくなる', '1.md', 'フェリーが止まれば仕事がなくなる'],
    ['Thai, a vowel', THAI, 'เพราะกำแพงกันคลื่นทนพายุอีกครั้งไม่ไดื', '1.md', 'เพราะกำแพงกันคลื่นทนพายุอีกครั้งไม่ได้'],
    ['Korean, a particle', KOREAN, '방파제는 겨울을 한 번 더 견딜 수 없어서', '1.md', '방파제가 겨울을 한 번 더 견딜 수 없어서'],
  ])('words of which one character is changed: %s', (_, corpus, words, article, meant) => {
    const best = bestPlace(corpus, words);
    expect({ article: best?.article, words: best?.words }).toEqual({ article, words: meant });
    expect(best?.similarity).toBeGreaterThan(0.6);
    expect(best?.similarity).toBeLessThan(1);
  });

  test.each([
    ['Chinese', CHINESE, '磨坊的风车昨夜被雷打坏了'],
    ['Japanese', JAPANESE, '水車小屋の屋根は昨夜の雷で壊れた'],
    ['Korean', KOREAN, '물레방아 지붕은 어젯밤 벼락에 부서졌다'],
  ])('nothing much for words that nothing has: %s', (_, corpus, words) => {
    expect(bestPlace(corpus, words)?.similarity ?? 0).toBeLessThan(0.4);
  });
});

describe('the whole check reports the characters that are wrong', () => {
  test.each([
    ['a Chinese character', CHINESE, '“我们要关闭[东]{misquote.content: “北” → 北}港十二个月，因为海堤撑不过下一个冬天，” said Lin Mei.'],
    ['a Chinese word', CHINESE, 'Lin Mei said: 「渡轮可以从[西岸]{misquote.content: “东码头” → 东码头}出发，但是县里必须付修桥的钱」.'],
    ['a Chinese character too many', CHINESE, '“渡轮[不]{misquote.negation →}可以从东码头出发，但是县里必须付修桥的钱，” said Lin Mei.'],
    ['a figure among Chinese', CHINESE, '“她在Dunmere等了[3,600]{misquote.number → 3,500}分钟，才坐上Saltmere 2号渡轮，” said Lin Mei.'],
    [
      'a Japanese character',
      JAPANESE,
      'The harbour master said: 「冬のあいだ[東]{misquote.content → 北}の港を閉めます。防波堤がもう一度の嵐に耐えられないからです」.',
    ],
    [
      'the voicing of kana',
      JAPANESE,
      'Ken Mori said: 「だれも私たちに相談しなかっ[だ]{misquote.content: “た” → た}。フェリーが止まれば仕事がなくなる」.',
    ],
    ['a Thai word', THAI, '“เราจะปิดท่าเรือ[ใต้]{misquote.content → เหนือ}ตลอดฤดูหนาว เพราะกำแพงกันคลื่นทนพายุอีกครั้งไม่ได้,” said Niran Dee.'],
    ['a Thai vowel', THAI, '“ไม่มีใครถามเราเลยว่าการ[ปั]{misquote.content → ปิ}ดท่าจะทำให้เราเสียเงินเท่าไร,” said Niran Dee.'],
    [
      'a Korean word',
      KOREAN,
      '“우리는 방파제가 겨울을 한 번 더 견딜 수 없어서 [남쪽]{misquote.content → 북쪽} 항구를 닫는다,” said Min Han.',
    ],
    ['a Korean particle', KOREAN, '“아무도 우리에게 [항구는]{misquote → 항구가} 닫히면 무엇을 잃는지 묻지 않았다,” said Min Han.'],
  ])('%s', (_, corpus, draft) => checkDraft(corpus, draft));

  test.each([
    ['Chinese', CHINESE, '“没有人问过我们，关港会让我们损失多少，” said He Shan.', 'verified'],
    ['Japanese', JAPANESE, 'Ken Mori said: 「桟橋がもう一度の波に耐えられないからです」.', 'verified'],
    ['Thai', THAI, '“เพราะสะพานไม้ทนคลื่นอีกครั้งไม่ได้,” said Niran Dee.', 'verified'],
    ['Korean, spaced otherwise', KOREAN, '“우리는 방파제가 겨울을 한번 더 견딜수 없어서 북쪽 항구를 닫는다,” said Min Han.', 'altered'],
    ['Chinese that nothing has', CHINESE, '“磨坊的风车昨夜被雷打坏了，要等木匠来修，” said He Shan.', 'not-found'],
  ])('%s', (_, corpus, draft, verdict) => expect(verdicts(corpus, draft).map((line) => line.split(':')[0])).toEqual([verdict]));
});
