import { isPersonName, splitNames } from '../names.ts';

/** “By” as bylines of several languages begin with it. */
const BY = /^\s*(?:(?:reporting|reported|written|story|text|words|analysis) )?(?:by|von|par|por|di|door|av|af|od|przez)\b[:\s]+/i;

const OFFICE =
  /\b(?:reporters?|correspondents?|editors?|writers?|staff|bureau|agenc(?:y|ies)|desk|news|press|chiefs?|contributors?|producers?|analysts?|columnists?|redakt\w+|korrespondent\w*)\b/i;

/**
 * The names in a byline: `By Ada Quill and Tom Reed`, `Von Ada Quill, dpa`, `Ada Quill, Staff Reporter`. What follows a full name
 * after a comma and is no name itself is what the author does or for whom.
 */
export function bylineNames(byline: string): readonly string[] {
  const names = splitNames(byline.replace(/\s+/g, ' ').replace(BY, '').trim()).map((part) => {
    const [first = '', ...rest] = part.split(/\s*,\s*/);
    return rest.length > 0 && isPersonName(first) ? first : part;
  });
  // “Ada Quill and Tom Reed, Staff Reporters”: beside a person, an office or outlet is theirs.
  const own = names.some(isPersonName) ? names.filter((name) => isPersonName(name) || !OFFICE.test(name)) : names;
  return distinct(own.map((name) => name.replace(/[\s,.;]+$/, '')));
}

/** Names without repetition, the empty ones left out. */
export function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.replace(/\s+/g, ' ').trim()))].filter((name) => name !== '');
}
