import { cover, sliceOf } from '../text/span.ts';
import type { Word } from '../text/words.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const NEGATIONS = set(
  'not no never nor neither without none nobody nothing nowhere cannot cant dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt mustnt aint neednt',
);
const CONDITIONS = set('but unless if except yet however hardly');

/**
 * The same in German, French, Spanish, Italian, Portuguese and Dutch, folded. French denies by two words, of which the first
 * is left off in speech: only the second counts.
 */
const OTHER_NEGATIONS = set(
  'nicht nie niemals kein keine keinen keinem keiner keines nichts niemand nirgends ohne weder ' +
    'pas jamais rien aucun aucune personne sans guere point ' +
    'no nunca jamas nada nadie ningun ninguno ninguna sin tampoco ' +
    'non mai niente nulla nessuno nessun nessuna senza neanche neppure ' +
    'nao nenhum nenhuma ninguem sem nem niet nooit geen niemand niets zonder',
);
const OTHER_CONDITIONS = set(
  'aber sondern doch jedoch ausser wenn falls sofern kaum mais sauf si sinon pourtant pero sino salvo aunque ma pero tranne se mas senao maar tenzij als behalve',
);
/** Chinese, Japanese and Korean deny inside their words. */
const UNSPACED_NEGATION = /[不没沒無无未否]|ない|なく|なかっ|ません|ずに|않|없|아니|못하|(?<!\p{Alpha})(?:안|못)(?=\s)/gu;
const UNSPACED_CONDITION = /但|除非|如果|しかし|もし|지만|만약/u;

/** What in some words turns the sense of what they belong to. */
export interface Turning {
  /** How often it is denied. */
  readonly negations: number;
  /** Whether it is denied, narrowed or made to hang on something. */
  readonly turns: boolean;
}

/** `english`: whether the text is, whose words mean other things elsewhere (“sin”, “mai”, “pas”). */
export function turningIn(words: readonly Word[], { text, english }: { readonly text: string; readonly english: boolean }): Turning {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return { negations: 0, turns: false };
  const [denies, narrows] = english ? [NEGATIONS, CONDITIONS] : [OTHER_NEGATIONS, OTHER_CONDITIONS];
  const raw = english ? '' : sliceOf(text, cover(first.span, last.span));
  const negations = words.filter(({ folded }) => denies.has(folded)).length + (raw.match(UNSPACED_NEGATION)?.length ?? 0);
  const turns = negations > 0 || words.some(({ folded }) => narrows.has(folded)) || UNSPACED_CONDITION.test(raw);
  return { negations, turns };
}

/** How many of some folded words deny, as an English text has them. */
export function negationsAmong(words: readonly string[]): number {
  return words.filter((word) => NEGATIONS.has(word)).length;
}
