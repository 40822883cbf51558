/** A finding in a real article that is right, and why; `at` counts the code units of the article's text. */
export interface TrueFind {
  readonly draft: string;
  readonly rule: string;
  readonly at: number;
  readonly why: string;
}

/** Read one by one. What is not in this list counts as a false alarm. */
export const TRUE_FINDS: readonly TrueFind[] = [
  { draft: 'wikinews-094', rule: 'unbalanced-marks', at: 1992, why: 'a quotation is closed twice' },
  { draft: 'wikinews-244', rule: 'unbalanced-marks', at: 46401, why: 'a quotation is opened twice' },
  { draft: 'wikinews-268', rule: 'unbalanced-marks', at: 20299, why: 'a closing mark ends a paragraph in which none is open' },
  { draft: 'senate-03400', rule: 'unbalanced-marks', at: 208, why: 'the statement is opened and never closed' },
  { draft: 'senate-04680', rule: 'unbalanced-marks', at: 2098, why: 'a quotation that goes on after its attribution is never closed' },
  { draft: 'senate-04720', rule: 'unbalanced-marks', at: 1028, why: 'a quotation that goes on after its attribution is never closed' },
  { draft: 'senate-04720', rule: 'unbalanced-marks', at: 1572, why: 'the opening mark is missing' },
  { draft: 'senate-05820', rule: 'unbalanced-marks', at: 750, why: 'the opening mark is missing' },
  { draft: 'senate-09280', rule: 'unbalanced-marks', at: 156, why: 'a speech is opened, and what it quotes stands in the same marks' },
  { draft: 'senate-09280', rule: 'unbalanced-marks', at: 3534, why: 'the same speech is closed' },
  { draft: 'senate-09180', rule: 'unbalanced-marks', at: 1039, why: 'the opening mark is missing' },
];
