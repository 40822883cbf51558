import type { ArticleDetails, GuessedDetail } from '../corpus/article.ts';
import { readable } from '../prose/prose.ts';
import type { Finding, RuleName, Verdict } from '../rules/finding.ts';
import { fileNameOf } from '../service/configurationPaths.ts';
import { byContent } from '../text/byContent.ts';
import { joined, NOTHING_SAID, type Piece, type Said, say, together } from '../text/said.ts';
import { saidDate } from '../text/saidDates.ts';

// All words that features show to people stand here; a finding brings its own message.

/** Where a message leaves long passages off, in characters. */
const LONGEST_QUOTE = 240;

const VERDICTS: Readonly<Record<Verdict['kind'], Said>> = {
  verified: say`Verified: these are the source’s words.`,
  altered: say`The source’s words, with alterations that the house style accepts.`,
  misquoted: say`Not quite the source’s words.`,
  'not-found': say`No source has these words.`,
  unchecked: say`Not checked.`,
  ignored: say`Let stand: you told Verbatim not to check this.`,
};

const FINDINGS: Partial<Readonly<Record<RuleName, Said>>> = {
  'spliced-quote': say`These passages are not together in the source.`,
  'wrong-speaker': say`The source gives these words to somebody else.`,
  'wrong-source': say`Another source has these words.`,
  'wrong-date': say`The source has another date.`,
  'wrong-number': say`The source has another figure.`,
  'wrong-name': say`The source has another name.`,
  'unattributed-quote': say`The source’s words, and nobody is named for them.`,
  'unattributed-claim': say`A source has this sentence.`,
  'sources-disagree': say`The sources print this differently.`,
  'superseded-source': say`The source was changed since.`,
};

/** The first line of a hover: what became of the words. */
export function headline(verdict: Verdict | null, finding: Finding | null): Said {
  const special = finding && FINDINGS[finding.rule];
  // Without a source it is the calendar that says so, or the draft itself.
  if (special && finding.match) return special;
  if (verdict?.kind === 'unchecked') return joined([VERDICTS.unchecked, verdict.reason], ' ');
  if (verdict) return VERDICTS[verdict.kind];
  return finding?.message ?? NOTHING_SAID;
}

/** The first line of a hover over words that were changed after they had been checked. */
export const CHANGED_SINCE = say`Changed since the last check.`;

/** What an article is called in a sentence: its title, else its publisher, else its file's name. */
export function nameOf(details: ArticleDetails | undefined, file: string): string {
  return details?.title ?? details?.publisher ?? fileNameOf(file);
}

/** `Saltmere Gazette, 12 March 2024`; empty where neither is known, and without a publisher that `nameOf` has said. */
export function imprintOf(details: ArticleDetails | undefined): Said {
  const publisher = details?.title ? publisherOf(details) : NOTHING_SAID;
  const date = details?.published ? unlessStated(saidDate(details.published), 'published', details) : NOTHING_SAID;
  return listOf([publisher, date]);
}

/** A source in a few words: `Saltmere Gazette, 12 March 2024`, or its title where nobody is named as its publisher. */
export function shortSource(details: ArticleDetails | undefined, file: string): Said {
  const imprint = details?.title ? imprintOf(details) : NOTHING_SAID;
  return imprint.text === '' ? together(nameOf(details, file)) : imprint;
}

/** Whose an article is; empty where that is not known. */
export function publisherOf(details: ArticleDetails): Said {
  return details.publisher === null ? NOTHING_SAID : unlessStated(details.publisher, 'publisher', details);
}

function unlessStated(said: Piece, detail: GuessedDetail, { guessed }: ArticleDetails): Said {
  return guessed.includes(detail) ? say`${said} (guessed)` : together(said);
}

/** What of some pieces says something, with commas between. */
export function listOf(pieces: readonly Said[]): Said {
  return joined(
    pieces.filter(({ text }) => text !== ''),
    ', ',
  );
}

/** The line under a diagnostic that leads to the source. */
export function sourceLine(exact: string, details: ArticleDetails | undefined, file: string): Said {
  return together(say`“${passageShown(exact)}”`, ' — ', nameAndImprint(details, file));
}

/** The same where the passage is shown elsewhere. `isOther`: a source that prints the words otherwise. */
export function sourceNamed(details: ArticleDetails | undefined, file: string, isOther: boolean): Said {
  const name = nameAndImprint(details, file);
  return isOther ? say`Printed otherwise: ${name}` : say`The source: ${name}`;
}

/** `Saltmere keeps its lamp, Saltmere Gazette, 12 March 2024` */
function nameAndImprint(details: ArticleDetails | undefined, file: string): Said {
  return listOf([together(nameOf(details, file)), imprintOf(details)]);
}

/** Of a passage as a source has it, so much as a message has room for. */
const passageShown = byContent((exact) => shortened(readable(exact)));

/** A text cut at a word's end, with an ellipsis where something was left off. */
export function shortened(text: string, longest: number = LONGEST_QUOTE): string {
  if (text.length <= longest) return text;
  const cut = text.lastIndexOf(' ', longest);
  return `${text.slice(0, cut > longest / 2 ? cut : longest)} …`;
}

/** `name` is ready to be shown. */
export function saidBy(name: string): Said {
  return say`said by ${name}`;
}

export const OPEN_ORIGINAL = say`open the original`;

const RULES: Readonly<Record<RuleName, Said>> = {
  misquote: say`Misquote`,
  'spliced-quote': say`Spliced quote`,
  'quote-not-found': say`Quote not found`,
  'wrong-speaker': say`Wrong speaker`,
  'wrong-source': say`Wrong source`,
  'unattributed-quote': say`Unattributed quote`,
  'inconsistent-quote': say`Inconsistent quote`,
  'unbalanced-marks': say`Unbalanced marks`,
  'wrong-date': say`Wrong date`,
  'wrong-number': say`Wrong number`,
  'wrong-name': say`Wrong name`,
  'unattributed-claim': say`Unattributed claim`,
  'cut-quote': say`Cut quote`,
  'secondhand-quote': say`Secondhand quote`,
  'sources-disagree': say`Sources disagree`,
  'superseded-source': say`Superseded source`,
  'unused-stet': say`Unused stet`,
};

/** What a rule is called among others: its name as words. */
export function ruleLabel(rule: RuleName): Said {
  return RULES[rule];
}

/** Where a link of a citation leads. */
export function openInCorpus(name: Said): Said {
  return say`Open in the corpus: ${name}`;
}

/** “Also in A, B and 3 more.” `names` are ready to be shown. */
export function alsoIn(names: readonly Said[]): Said {
  return say`Also in ${listed(names, names.some(({ text }) => text.includes(', ')) ? '; ' : ', ')}.`;
}

/** “The same text in A and B.”: reprints, cuts and other versions of the text that the words are from. */
export function sameTextIn(names: readonly Said[]): Said {
  return say`The same text in ${listed(names)}.`;
}

/** “A, with the same text in B”. */
export function withCopies(name: Said, copies: readonly Said[]): Said {
  return copies.length > 0 ? say`${name}, with the same text in ${listed(copies, ' and ')}` : name;
}

/** How many of the articles that were found to have some words bear each other out. `isOneText`: whether they are copies of one. */
export function sourceCount(sources: number, articles: number, isOneText: boolean): Said {
  if (sources > 1) return say`${sources} independent sources have these words.`;
  if (articles === 2) return isOneText ? say`Both are one source.` : say`Both are of one publisher.`;
  return isOneText ? say`All ${articles} are one source.` : say`All ${articles} are of one publisher.`;
}

function listed(names: readonly Said[], between: ', ' | '; ' | ' and ' = ', '): Said {
  const [first = NOTHING_SAID, ...others] = names.slice(0, 3);
  const shown =
    between === ' and ' ? others.reduce((before, name) => say`${before} and ${name}`, first) : joined([first, ...others], between);
  const more = names.length - 3;
  return more > 0 ? say`${shown} and ${more} more` : shown;
}

/** “Otherwise in A: “…”.” `name` and `words` are ready to be shown. */
export function otherwiseIn(name: string, words: string): Said {
  return say`Otherwise in ${name}: “${words}”`;
}

export function fixAllTitle(count: number): Said {
  return count === 1 ? say`Fix everything that is safe to fix (1 place)` : say`Fix everything that is safe to fix (${count} places)`;
}

export const LET_STAND = say`Let this stand…`;

/** What lets a finding stand, by how far: `words` are those that it lies on. */
export function letStandTitle(scope: 'place' | 'quotation' | 'draft' | 'rule' | 'comment', rule: RuleName, words: string): Said {
  if (scope === 'place') return words === '' ? say`Let this stand here` : say`Let “${shortened(words, LONGEST_IN_TITLE)}” stand here`;
  if (scope === 'quotation') return say`Let this quotation stand in every draft`;
  if (scope === 'draft') return say`Let every ${rule} stand in this draft`;
  if (scope === 'rule') return say`Let every ${rule} stand in this folder`;
  return say`Let it stand by a comment in the draft`;
}

/** Characters. */
const LONGEST_IN_TITLE = 40;

/** What a client may ask of an entry that serves nothing. */
export const CANNOT_LET_STAND = say`This cannot be let stand so: the finding is gone, or the file of what is let stand must be mended first.`;

/** What a preview calls the edits of a fix. */
export const FIX_LABEL = 'Verbatim';

export function fixRuleInDraft(rule: RuleName, count: number): Said {
  return say`Fix every ${rule} in this draft that is safe to fix (${count} places)`;
}

export function fixRuleInFolder(rule: RuleName): Said {
  return say`Fix every ${rule} in this folder’s drafts that is safe to fix…`;
}
