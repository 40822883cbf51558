/**
 * How often the commonest words stand in English prose, as shares of all words (per thousand), rounded. Keeps a small
 * corpus from taking “of the” for something that tells. Own rough counts; only their order of magnitude matters.
 */
const PER_THOUSAND: readonly (readonly [number, string])[] = [
  [55, 'the'],
  [28, 'of and to'],
  [20, 'a in'],
  [10, 'that is was for it'],
  [7, 'on with as be he his by at are'],
  [5, 'this have from not or had but an they i we you has'],
  [3, 'which their one were all said there been will who more would about if her she him its can when what so no our my'],
  [
    2,
    'up out them some than into could only other time new these two may then do first any now such like over also after did should most me your us year years',
  ],
  [
    1,
    'people because made must before those through where how many well back even way much under very just being made between last government state world country three against during without while own same both each',
  ],
  [
    0.5,
    'never day states public part here work too may long great make good take see know go come think say says told use used man men women life think percent president another however still since every might while does again number against set place down give might help right need next old high put off does few case might week month small large million house going want big little lot far end war point',
  ],
];

const SHARES: ReadonlyMap<string, number> = new Map(
  PER_THOUSAND.flatMap(([share, words]) => words.split(' ').map((word) => [word, share / 1000] as const)),
);

/** Share of all words that a folded word has in ordinary English prose; a very small one for words outside the list. */
export function backgroundShare(word: string): number {
  return SHARES.get(word) ?? 0.00001;
}

/** Words that carry grammar rather than matter. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those and or but nor so yet if because although though while when where which who whom whose what how why than as ' +
    'of to in on at by for from with about into onto upon over under between among against during before after since until through across along around behind beyond within toward towards off out up down ' +
    'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones some any each every either neither both all most many much few several such other another own same ' +
    'am is are was were be been being do does did doing done have has had having will would shall should can could may might must ought ' +
    'not no never there here then now also too very just only even still more less least again ever quite rather s t d ll re ve m'
  ).split(' '),
);

/** Whether a folded word is a function word: article, pronoun, preposition, conjunction, auxiliary or particle. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
