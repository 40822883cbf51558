import type { RuleName } from '../../rules/finding.ts';

/** What each rule reports, in one sentence; `docs/rules/` has a page for each. */
export const RULE_SUMMARIES: Readonly<Record<RuleName, string>> = {
  misquote: 'The words between the marks are not the words of the source.',
  'spliced-quote': 'One pair of marks joins passages that the source does not have together.',
  'quote-not-found': 'Nothing in the corpus comes near the quoted words.',
  'wrong-speaker': 'The draft gives the words to one person, the sources to another.',
  'wrong-source': 'The draft credits the words to a publication that does not have them, and another one has.',
  'unattributed-quote': 'Words of a source stand in marks and nobody is named for them.',
  'inconsistent-quote': 'The draft has the same quotation in two wordings.',
  'unbalanced-marks': 'A quotation mark has no partner.',
  'wrong-date': 'The date fits neither when the source says that it happened nor when the source was published.',
  'wrong-number': 'A sentence matches a source but for a number.',
  'wrong-name': 'A sentence matches a source but for a name.',
  'unattributed-claim': 'A sentence repeats a source’s sentence and names no source for it.',
  'unused-stet': 'A stet directive lets nothing stand that would be reported.',
};
