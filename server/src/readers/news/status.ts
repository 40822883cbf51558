import type { Edition } from '../../corpus/article.ts';

type Status = Edition['status'];

/** What stands between a wire desk's word and the headline: `CORRECTED-`, `REFILE: `, `(CORRECTED) `, `CORRECTION 2 —`. */
const AFTER = '(?:[ -]?\\d{1,2})?\\s*(?:[:)\\]]|[-–—/*]{1,3}(?=\\s)|[–—/*]|-(?=\\P{Lu}|\\p{Lu}+\\P{Lu}*\\p{Ll}))';
const BEFORE = '^(?:[\\s*(\\[–—-]|BULLETIN |URGENT |MANDATORY |ADVISORY |UPDATE \\d{1,2}-)*';

/**
 * Words that wire desks put before a headline, in capitals. A headline of its own accord (“Correction officers strike”, “KILL BILL
 * RETURNS”) has no such mark after the word.
 */
const HEADLINE_SIGNS: readonly (readonly [RegExp, Status])[] = [
  [new RegExp(`${BEFORE}(?:KILL(?:ED)?|WITHDRAWN|WITHDRAWAL|RETRACT(?:ED|ION)|CANCELL?ED)${AFTER}`, 'u'), 'canceled'],
  [new RegExp(`${BEFORE}(?:WITHHOLD|WITHHELD|HOLD)${AFTER}`, 'u'), 'withheld'],
  [new RegExp(`${BEFORE}(?:CORRECT(?:ED|ION|S|IVE|ING)|CORR|REFILE[DS]?)${AFTER}`, 'u'), 'corrected'],
  [/^(?:Correct(?:ed|ion|s)|Refile):\s/u, 'corrected'],
];

const NOTE = "^[\\s*(\\[–—-]*(?:(?:eds?|editors?|editor[’']s note|editorial note|note|attention|update \\d+)[.:\\s]+)*";

/** What an editorial note begins with: it is addressed to editors, so that the bare word is enough. */
const NOTE_SIGNS: readonly (readonly [RegExp, Status])[] = [
  // “Kill the third paragraph” takes back a paragraph, not the story.
  [
    new RegExp(
      `${NOTE}(?:(?:bulletin|mandatory|advisory)\\s+)*(?:kill(?:ed)?|withdrawn|withdrawal|retract(?:ed|ion|s)|cancell?ed)\\b(?!.{0,30}\\b(?:paragraphs?|paras?|gra[fp]hs?|grafs?|sentences?|lines?|photos?)\\b)`,
      'iu',
    ),
    'canceled',
  ],
  [new RegExp(`${NOTE}(?:withheld|withhold|hold for release)\\b`, 'iu'), 'withheld'],
  [
    new RegExp(
      `${NOTE}(?:correct(?:s|ed|ion|ing|ive)|refile[ds]?|fix(?:es|ed) (?:spelling|name|garble|typo|error)|recasts? to correct)\\b`,
      'iu',
    ),
    'corrected',
  ],
];

/** The publishing status as the standards write it: a word, or a code or address that ends in it (`stat:canceled`). */
const STATED: readonly (readonly [RegExp, Status])[] = [
  [/(?:^|[:/#])cancell?ed$/i, 'canceled'],
  [/^(?:retracted|withdrawn|killed)$/i, 'canceled'],
  [/(?:^|[:/#])withheld$/i, 'withheld'],
  [/(?:^|[:/#])correct(?:ed|ion)$/i, 'corrected'],
];

/** What a text's publisher says of it. */
export interface StatusSigns {
  /** Publishing status, signals and the like, as the standards' vocabularies name them. */
  readonly stated?: readonly (string | null | undefined)[];
  readonly headline?: string | null | undefined;
  /** The note to editors. */
  readonly note?: string | null | undefined;
  /** Whether a correction stands beside the text. */
  readonly corrected?: boolean;
}

/** How grave a status is: one that takes the text back outweighs one that mends it. */
const GRAVITY: readonly Status[] = ['usable', 'corrected', 'withheld', 'canceled'];

/**
 * The gravest that any sign tells. An update adds to what was there and a repeat says it again: both are `usable`; a refile mends a
 * slip of the version before, so that it counts as a correction.
 */
export function statusOf({ stated = [], headline, note, corrected = false }: StatusSigns): Status {
  const found: Status[] = [
    corrected ? 'corrected' : 'usable',
    ...stated.map((value) => firstOf(STATED, value)),
    firstOf(HEADLINE_SIGNS, headline),
    firstOf(NOTE_SIGNS, note),
  ];
  return found.reduce((worst, status) => (GRAVITY.indexOf(status) > GRAVITY.indexOf(worst) ? status : worst));
}

function firstOf(signs: readonly (readonly [RegExp, Status])[], text: string | null | undefined): Status {
  const begin = text?.trim().slice(0, 200) ?? '';
  return signs.find(([sign]) => sign.test(begin))?.[1] ?? 'usable';
}
