import type { ArticleDetails, GuessedDetail } from '../corpus/article.ts';
import { readable } from '../prose/prose.ts';
import type { Finding, RuleName, Verdict } from '../rules/finding.ts';
import { fileNameOf } from '../service/configurationPaths.ts';
import { byContent } from '../text/byContent.ts';
import { longDate } from '../text/calendarDate.ts';

// All words that features show to people stand here; a finding brings its own message.

/** Where a message leaves long passages off, in characters. */
const LONGEST_QUOTE = 240;

const VERDICTS: Readonly<Record<Verdict['kind'], string>> = {
  verified: 'Verified: these are the source’s words.',
  altered: 'The source’s words, with alterations that the house style accepts.',
  misquoted: 'Not quite the source’s words.',
  'not-found': 'No source has these words.',
  unchecked: 'Not checked.',
  ignored: 'Let stand: you told Verbatim not to check this.',
};

const FINDINGS: Partial<Readonly<Record<RuleName, string>>> = {
  'spliced-quote': 'These passages are not together in the source.',
  'wrong-speaker': 'The source gives these words to somebody else.',
  'wrong-source': 'Another source has these words.',
  'wrong-date': 'The source has another date.',
  'wrong-number': 'The source has another figure.',
  'wrong-name': 'The source has another name.',
  'unattributed-quote': 'The source’s words, and nobody is named for them.',
  'unattributed-claim': 'A source has this sentence.',
  'sources-disagree': 'The sources print this differently.',
  'superseded-source': 'The source was changed since.',
};

/** The first line of a hover: what became of the words. */
export function headline(verdict: Verdict | null, finding: Finding | null): string {
  const special = finding && FINDINGS[finding.rule];
  // Without a source it is the calendar that says so, or the draft itself.
  if (special && finding.match) return special;
  if (verdict?.kind === 'unchecked') return `${VERDICTS.unchecked} ${verdict.reason}`;
  if (verdict) return VERDICTS[verdict.kind];
  return finding?.message ?? '';
}

/** The first line of a hover over words that were changed after they had been checked. */
export const CHANGED_SINCE = 'Changed since the last check.';

/** What an article is called in a sentence: its title, else its publisher, else its file's name. */
export function nameOf(details: ArticleDetails | undefined, file: string): string {
  return details?.title ?? details?.publisher ?? fileNameOf(file);
}

/** `Saltmere Gazette, 12 March 2024`; empty where neither is known, and without a publisher that `nameOf` has said. */
export function imprintOf(details: ArticleDetails | undefined): string {
  const publisher = details?.title ? publisherOf(details) : '';
  const date = details?.published ? unlessStated(longDate(details.published), 'published', details) : '';
  return [publisher, date].filter(Boolean).join(', ');
}

/** A source in a few words: `Saltmere Gazette, 12 March 2024`, or its title where nobody is named as its publisher. */
export function shortSource(details: ArticleDetails | undefined, file: string): string {
  return (details?.title && imprintOf(details)) || nameOf(details, file);
}

/** Whose an article is; empty where that is not known. */
export function publisherOf(details: ArticleDetails): string {
  return details.publisher === null ? '' : unlessStated(details.publisher, 'publisher', details);
}

function unlessStated(text: string, detail: GuessedDetail, { guessed }: ArticleDetails): string {
  return guessed.includes(detail) ? `${text} (guessed)` : text;
}

/** The line under a diagnostic that leads to the source. */
export function sourceLine(exact: string, details: ArticleDetails | undefined, file: string): string {
  return [`“${passageShown(exact)}”`, nameAndImprint(details, file)].join(' — ');
}

/** The same where the passage is shown elsewhere. `isOther`: a source that prints the words otherwise. */
export function sourceNamed(details: ArticleDetails | undefined, file: string, isOther: boolean): string {
  return `${isOther ? 'Printed otherwise' : 'The source'}: ${nameAndImprint(details, file)}`;
}

/** `Saltmere keeps its lamp, Saltmere Gazette, 12 March 2024` */
function nameAndImprint(details: ArticleDetails | undefined, file: string): string {
  return [nameOf(details, file), imprintOf(details)].filter(Boolean).join(', ');
}

/** Of a passage as a source has it, so much as a message has room for. */
const passageShown = byContent((exact) => shortened(readable(exact)));

/** A text cut at a word's end, with an ellipsis where something was left off. */
export function shortened(text: string, longest: number = LONGEST_QUOTE): string {
  if (text.length <= longest) return text;
  const cut = text.lastIndexOf(' ', longest);
  return `${text.slice(0, cut > longest / 2 ? cut : longest)} …`;
}

export const SAID_BY = 'said by';
export const OPEN_ORIGINAL = 'open the original';

/** What a rule is called among others: its name as words. */
export function ruleLabel(rule: string): string {
  const words = rule.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where a link of a citation leads. */
export function openInCorpus(name: string): string {
  return `Open in the corpus: ${name}`;
}

/** “Also in A, B and 3 more.” `names` are ready to be shown. */
export function alsoIn(names: readonly string[]): string {
  return `Also in ${listed(names, names.some((name) => name.includes(', ')) ? '; ' : ', ')}.`;
}

/** “The same text in A and B.”: reprints, cuts and other versions of the text that the words are from. */
export function sameTextIn(names: readonly string[]): string {
  return `The same text in ${listed(names)}.`;
}

/** “A, with the same text in B”. */
export function withCopies(name: string, copies: readonly string[]): string {
  return copies.length > 0 ? `${name}, with the same text in ${listed(copies, ' and ')}` : name;
}

/** How many of the articles that were found to have some words bear each other out. `isOneText`: whether they are copies of one. */
export function sourceCount(sources: number, articles: number, isOneText: boolean): string {
  if (sources > 1) return `${sources} independent sources have these words.`;
  return `${articles === 2 ? 'Both' : `All ${articles}`} are ${isOneText ? 'one source' : 'of one publisher'}.`;
}

function listed(names: readonly string[], between = ', '): string {
  const shown = names.slice(0, 3).join(between);
  const more = names.length - 3;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** “Otherwise in A: “…”.” `name` and `words` are ready to be shown. */
export function otherwiseIn(name: string, words: string): string {
  return `Otherwise in ${name}: “${words}”`;
}

export function fixAllTitle(count: number): string {
  return `Fix everything that is safe to fix (${count === 1 ? '1 place' : `${count} places`})`;
}

export const LET_STAND = 'Let this stand…';

/** What lets a finding stand, by how far: `words` are those that it lies on. */
export function letStandTitle(scope: 'place' | 'quotation' | 'draft' | 'rule' | 'comment', rule: RuleName, words: string): string {
  const what = words === '' ? 'this' : `“${shortened(words, LONGEST_IN_TITLE)}”`;
  if (scope === 'place') return `Let ${what} stand here`;
  if (scope === 'quotation') return 'Let this quotation stand in every draft';
  if (scope === 'draft') return `Let every ${rule} stand in this draft`;
  if (scope === 'rule') return `Let every ${rule} stand in this folder`;
  return 'Let it stand by a comment in the draft';
}

/** Characters. */
const LONGEST_IN_TITLE = 40;

/** What a client may ask of an entry that serves nothing. */
export const CANNOT_LET_STAND = 'This cannot be let stand so: the finding is gone, or the file of what is let stand must be mended first.';

/** What a preview calls the edits of a fix. */
export const FIX_LABEL = 'Verbatim';

export function fixRuleInDraft(rule: RuleName, count: number): string {
  return `Fix every ${rule} in this draft that is safe to fix (${count} places)`;
}

export function fixRuleInFolder(rule: RuleName): string {
  return `Fix every ${rule} in this folder’s drafts that is safe to fix…`;
}
