import { cutQuote } from './cutQuote.ts';
import { inconsistentQuote } from './inconsistentQuote.ts';
import { misquote } from './misquote.ts';
import { quoteNotFound } from './quoteNotFound.ts';
import type { Rule } from './rule.ts';
import { secondhandQuote } from './secondhandQuote.ts';
import { sourcesDisagree } from './sourcesDisagree.ts';
import { splicedQuote } from './splicedQuote.ts';
import { supersededSource } from './supersededSource.ts';
import { unattributedClaim } from './unattributedClaim.ts';
import { unattributedQuote } from './unattributedQuote.ts';
import { unbalancedMarks } from './unbalancedMarks.ts';
import { wrongDate } from './wrongDate.ts';
import { wrongName } from './wrongName.ts';
import { wrongNumber } from './wrongNumber.ts';
import { wrongSource } from './wrongSource.ts';
import { wrongSpeaker } from './wrongSpeaker.ts';

/**
 * Every rule that looks at elements of a draft. Which is believed where several speak of the same words: `precedence.ts`.
 * (`unused-stet` is reported by suppression itself, which alone knows what served.)
 */
export const RULES: readonly Rule[] = [
  splicedQuote,
  misquote,
  wrongSpeaker,
  wrongSource,
  inconsistentQuote,
  wrongDate,
  wrongNumber,
  wrongName,
  unattributedQuote,
  unattributedClaim,
  cutQuote,
  secondhandQuote,
  supersededSource,
  sourcesDisagree,
  quoteNotFound,
  unbalancedMarks,
];
