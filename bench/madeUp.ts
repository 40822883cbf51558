import { type Random, random } from './random.ts';
import type { RealText } from './realTexts.ts';
import { FUNCTION_WORDS } from './words.ts';

const SYLLABLES = 'ba be bo da de dro fa fe gra ha ho ka kel la lin lo ma mer mo na ne pa pel ra ro sa sel sta ta ter to va wen'.split(' ');
const ENDINGS = ['n', 'r', 's', 'd', 't', 'l', 'nd', 'rk', ''];

function word(chance: Random): string {
  return Array.from({ length: chance.between(1, 3) }, () => chance.pick(SYLLABLES)).join('') + chance.pick(ENDINGS);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Texts of invented words, for tests: some words are frequent and most are rare, as everywhere, and there are names and numbers. */
export function madeUpTexts(count: number, seed = 'made up'): RealText[] {
  const chance = random(seed);
  const words = Array.from({ length: 3_000 }, () => word(chance));
  const names = Array.from({ length: 40 }, () => capital(word(chance)));
  // The square of a number below 1 is small more often than large.
  const any = () => words[Math.floor(chance.next() ** 2 * words.length)] as string;
  const token = () => {
    const kind = chance.next();
    if (kind < 0.35) return chance.pick(FUNCTION_WORDS);
    if (kind < 0.42) return chance.pick(names);
    return kind < 0.45 ? `${chance.between(2, 90_000)}` : any();
  };
  const sentence = () => {
    const tokens = Array.from({ length: chance.between(5, 24) }, token);
    const comma = chance.below(tokens.length - 2);
    return `${capital(tokens.map((one, i) => (i === comma ? `${one},` : one)).join(' '))}.`;
  };
  const paragraph = () => Array.from({ length: chance.between(2, 6) }, sentence).join(' ');
  return Array.from({ length: count }, (_, i) => ({
    id: `made-up-${i}`,
    title: capital(`${any()} ${any()}`),
    publisher: null,
    published: null,
    text: Array.from({ length: chance.between(2, 6) }, paragraph).join('\n\n'),
  }));
}
