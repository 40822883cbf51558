import { looksLikeOrganisation, namesIn, nameWords } from '../prose/names.ts';
import { isShortFor } from '../prose/people.ts';
import { readable } from '../prose/prose.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { RuleContext } from './context.ts';

/** Somebody spoken of, by pronoun: who it is was said before. */
const THIRD_PERSON = /\b(?:he|she|him|her|his|hers)\b/iu;
/** Anybody at all, the writer and the reader among them, and what has words of its own. */
const ANY_PERSON =
  /\b(?:I|me|my|mine|we|us|our|you|your|they|them|their|who|somebody|someone|everybody|everyone|anybody|people|person|man|woman|men|women|boy|girl|child|children|voice|caller|reader|mother|father|sister|brother|opinion|ruling|judg(?:e)?ment|order|statement|letter|e-?mail|message|report|sign|banner|placard|headline|law|rule|clause|bill|resolution|treaty|charter|poem|song|prayer|inscription|note)\b/iu;

/** Whether a stretch of the draft, quotations left out, names a person or has a pronoun for one. */
export function speaksOfSomebody(span: Span, context: RuleContext): boolean {
  return THIRD_PERSON.test(sliceOf(context.draft.outer, span)) || namesPerson(span, context);
}

/** Whether there is anybody or anything in a stretch of the draft that could say something. */
export function hasAnybody(span: Span, context: RuleContext): boolean {
  return ANY_PERSON.test(sliceOf(context.draft.outer, span)) || speaksOfSomebody(span, context);
}

/** Whether a stretch of the draft names somebody to whom the draft gives words. */
export function namesPerson(span: Span, context: RuleContext): boolean {
  const { outer } = context.draft;
  return namesIn(outer, span).some(({ span: whole, core }) => {
    const name = readable(sliceOf(outer, core));
    if (looksLikeOrganisation(name)) return false;
    return (
      core.start > whole.start ||
      context.people.some((person) => person === name || (nameWords(name).length === 1 && isShortFor(name, person)))
    );
  });
}

/** Whoever is given words anywhere in a draft, by the fullest name that it has for them: these are people beyond doubt. */
export function peopleOf({ draft }: Pick<RuleContext, 'draft'>): readonly string[] {
  const speakers = [...draft.attributions.values()].flatMap((attribution) => attribution.speakers);
  return [...new Set(speakers.flatMap(({ kind, name }) => (kind === 'name' && name !== null ? [name] : [])))];
}

/** Every name of several words in a draft, whatever bears it. */
export function fullNamesOf({ draft }: Pick<RuleContext, 'draft'>): readonly string[] {
  const names = draft.prose.blocks.flatMap(({ span }) =>
    namesIn(draft.outer, span).map(({ core }) => readable(sliceOf(draft.outer, core))),
  );
  return [...new Set(names.filter((name) => nameWords(name).length > 1))];
}
