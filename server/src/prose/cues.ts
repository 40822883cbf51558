import { CAPITAL } from '../text/capital.ts';
import { MARKUP } from './prose.ts';
import type { Quotation } from './quotations.ts';

/** Verbs whose subject says, writes or thinks what stands quoted (cues, as PARC 3.0 calls them). Regular ones by their stem. */
const REGULAR = (
  'accuse acknowledge add address admit advise affirm agree allege announce answer appeal applaud argue ask assert assure ' +
  'beg bemoan blame boast brand call caution challenge characterise characterize charge cheer chide cite claim comment commend complain ' +
  'concede conclude condemn confess confide confirm congratulate contend continue counsel counter credit criticise criticize cry ' +
  'declare decry demand denounce deny deride describe detail disclose dismiss dub echo elaborate emphasise emphasize enthuse ' +
  'exclaim exhort explain express extol fume greet gush hail highlight hint imply indicate inform inquire insist instruct invoke joke ' +
  'label lambast lament laud lecture liken mention mock moan mourn mumble muse mutter name note observe offer opine order outline plead pledge ponder portray post praise preach ' +
  'predict press proclaim promise pronounce propose protest question quip rail reaffirm reason recall reckon recount ' +
  'refer reflect refuse reiterate rejoin relate remark remember remind repeat reply report request respond retort return reveal ' +
  'rule salute scoff shout sigh signal snap specify speculate stipulate stress suggest summarise summarize surmise term testify thank ' +
  'threaten thunder title toast tout tweet underline underscore urge use utter venture voice vow wager warn welcome whisper wonder yell joke text email ' +
  'cable sum'
).split(' ');
const IRREGULAR =
  'say says said saying tell tells told telling write writes wrote written writing speak speaks spoke spoken speaking think thinks thought thinking ' +
  'put puts putting feel feels felt swear swears swore sworn read reads ' +
  'found finds foresee foresees foresaw believe believes believed hope hopes hoped ' +
  'conceded quote quotes quoted quoting reads intone intones intoned state states stated stating sum sums summed overrule overruled retell retold rebut rebuts rebutted admit admits admitted admitting ' +
  'refer refers referred referring quip quips quipped quipping rap rapped plead pleaded pled hint hinted vow vowed';

function formsOf(stem: string): string[] {
  if (stem.endsWith('e')) return [stem, `${stem}s`, `${stem}d`, `${stem.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(stem)) return [stem, `${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`, `${stem}ing`];
  if (/(?:s|sh|ch|x)$/.test(stem)) return [stem, `${stem}es`, `${stem}ed`, `${stem}ing`];
  return [stem, `${stem}s`, `${stem}ed`, `${stem}ing`];
}

const CUE_VERBS: ReadonlySet<string> = new Set([...REGULAR.flatMap(formsOf), ...IRREGULAR.split(' ')]);

/** Verbs that make plain, by themselves, that words are somebody's. */
const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    'read reads said says say saying told tells tell telling wrote writes write writing added adds adding declared declares announced announces stated states ' +
    'replied replies answered responded remarked observed noted notes asked asks insisted warned warns argued argues explained explains exclaimed claimed claims ' +
    'reported reports concluded continued recalled testified tweeted posted quipped joked commented promised pledged vowed proclaimed affirmed reaffirmed ' +
    'stressed emphasised emphasized admitted conceded acknowledged asserted cautioned complained confirmed contended denied predicted repeated reiterated suggested urged ' +
    'spoke speaking quoted quotes called calling described describing put recounted maintained maintains'
  ).split(' '),
);

/** A word is taken folded or as it stands; “maintained” and its like are cues only in these forms. */
export function isCue(word: string): boolean {
  const lower = word.toLowerCase();
  return CUE_VERBS.has(lower) || SPEECH_VERBS.has(lower);
}

export function isSpeechCue(word: string): boolean {
  return SPEECH_VERBS.has(word.toLowerCase());
}

/** “according to”, “in the words of”, “as … put it” and the like, in front of whoever is credited. */
export const CREDIT_PHRASE =
  /\b(?:according to|in the (?:words|phrase|view|opinion|judg(?:e)?ment) of|to quote|quoting|citing|as quoted (?:by|in)|as reported (?:by|in)|reported (?:by|in)|carried by|published (?:by|in)|per|courtesy of|via)\s+/giu;

const LONGEST_INTERRUPTION = 110;

const ABBREVIATED = new RegExp(
  `\\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|${CAPITAL})\\.`,
  'gu',
);

/**
 * Whether what stands between two quotations is an attribution that interrupts one: `,” she said, “`. The first part
 * must stop in mid-sentence and the attribution end with a comma or dash; a full stop starts a quotation of its own.
 */
export function isInterruption(text: string, first: Quotation, second: Quotation): boolean {
  if (second.span.start - first.span.end > 2 * LONGEST_INTERRUPTION) return false;
  const between = text.slice(first.span.end, second.span.start).replaceAll(MARKUP, '');
  if (between.length > LONGEST_INTERRUPTION || /[.!?:;](?:\s|$)|\n\s*\n/u.test(between.replace(ABBREVIATED, ''))) {
    return false;
  }
  if (!/(?:,|[—–-])\s*$/u.test(between)) return false;
  const lastPiece = first.pieces.at(-1);
  const ending = lastPiece ? text.slice(lastPiece.start, lastPiece.end).replaceAll(MARKUP, '').trimEnd() : '';
  if (!/[,?!…—–-]$|\.\.\.$/u.test(ending) && !/^\s*[,—–-]/u.test(between)) return false;
  return (
    (between.match(/[\p{Alpha}’']+/gu) ?? []).some((word) => isCue(word)) ||
    /\b(?:went|goes)\s+on\b|\bpoint(?:s|ed)\s+out\b/iu.test(between)
  );
}
