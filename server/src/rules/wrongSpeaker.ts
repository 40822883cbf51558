import type { Article } from '../corpus/article.ts';
import { isPlainlySaid, shortNameIn, speakersAt } from '../corpus/sayings.ts';
import type { Speaker } from '../prose/attribution.ts';
import { isOffice, looksLikeOrganisation, namesIn, nameWords, sameName } from '../prose/names.ts';
import { readable } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { say } from '../text/said.ts';
import { contains, sliceOf } from '../text/span.ts';
import type { RuleContext } from './context.ts';
import { matchOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { QuotationReading } from './reading.ts';
import type { Rule } from './rule.ts';
import { sourceAsSubject } from './wording.ts';

/** Shorter quotations are terms that anybody may use. */
const FEWEST_WORDS = 4;

/** The one person whom the draft plainly names for the words; undefined where anybody else could be meant. */
function namedSpeaker(quotation: Quotation, context: RuleContext): Speaker | undefined {
  const attribution = context.attributionOf(quotation);
  const speaker = attribution?.speakers[0];
  if (attribution?.place !== 'sentence' || !attribution.plain || speaker?.kind !== 'name' || isInHeading(quotation, context))
    return undefined;
  const name = readable(sliceOf(context.draft.outer, speaker.span));
  const isPublisher = [...context.publishers].some((publisher) => sameName(publisher, name));
  return isPublisher || looksLikeOrganisation(name) || !isPerson(speaker, name, context) ? undefined : speaker;
}

/** How far round a mention of a name its title or given name may stand. UTF-16 code units. */
const NAME_REACH = 60;

const persons = new WeakMap<Article, Map<string, boolean>>();

/** Whether an article names a person by this one word. Kept while the article lives. */
function namesPerson(article: Article, word: string): boolean {
  const known = persons.get(article) ?? new Map<string, boolean>();
  persons.set(article, known);
  let names = known.get(word);
  if (names === undefined) {
    names = findsPerson(article, word);
    known.set(word, names);
  }
  return names;
}

/** Looks for the word with a title or a given name. */
function findsPerson({ prose: { text } }: Article, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const around = { start: Math.max(0, at - NAME_REACH), end: Math.min(text.length, at + NAME_REACH) };
    const person = namesIn(text, around).some((one) => {
      const full = readable(sliceOf(text, one.core));
      return (one.title !== null || nameWords(full).length > 1) && nameWords(full).at(-1) === nameWords(word)[0];
    });
    if (person) return true;
  }
  return false;
}

/** A name of two words, with a title, or known to the sources at hand as a person's. */
function isPerson({ span, core }: Speaker, name: string, context: RuleContext): boolean {
  if (core.start > span.start || nameWords(name).length > 1) return true;
  return [...context.articles.values()].some((article) => namesPerson(article, name));
}

/** Headlines play with names and leave verbs out. */
function isInHeading({ span }: Quotation, { draft }: RuleContext): boolean {
  return draft.prose.blocks.some((block) => block.kind === 'heading' && contains(block.span, span));
}

/** Whether the source's speaker is a person's name beyond doubt, fit to be put into the draft. */
function isPersonsName(name: string, article: Article): boolean {
  const words = name.split(/\s+/);
  const shaped =
    words.length <= 5 &&
    words.every((word) => /^(?:\p{Upper}|de$|da$|van$|von$|der$|den$|bin$|al-|el-|la$|le$)/u.test(word)) &&
    !/’s$|'s$/u.test(name);
  return (
    shaped &&
    !looksLikeOrganisation(name) &&
    !isOffice(name) &&
    (words.length > 1 || article.speaker === name || article.kind === 'transcript' || namesPerson(article, name))
  );
}

/** Whom the sources name, where every one of them names somebody and none names whom the draft does. */
function contradiction(reading: QuotationReading, name: string, { options: { aliases } }: RuleContext): string | undefined {
  const speakers = reading.equals.map(({ article, span }) => speakersAt(article, span));
  if (!reading.equals.every(({ article, span }) => isPlainlySaid(article, span))) return undefined;
  if (speakers.some((names) => names.length === 0 || names.some((speaker) => sameName(speaker, name, aliases)))) return undefined;
  return speakers[0]?.[0];
}

/**
 * Whom a surname alone means in the draft: the full name, where the draft has one person of that name only; else the
 * surname, which may be anybody's.
 */
function meant(speaker: Speaker, context: RuleContext): string {
  const own = readable(sliceOf(context.draft.outer, speaker.core));
  const full = speaker.name ?? own;
  if (nameWords(own).length > 1 || nameWords(full).length < 2) return own;
  const surname = nameWords(full).at(-1);
  const others = context.fullNames.filter((name) => nameWords(name).at(-1) === surname && !sameName(name, full, context.options.aliases));
  return others.length > 0 ? own : full;
}

/** The words are one person's in the draft and another's in every source. */
export const wrongSpeaker: Rule = {
  name: 'wrong-speaker',
  summary: 'The draft gives the words to one person, every source to another.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (!reading.best || reading.splice || !reading.telling || reading.length < FEWEST_WORDS) return;
    const speaker = namedSpeaker(quotation, context);
    if (!speaker) return;
    const own = readable(sliceOf(context.draft.outer, speaker.core));
    const theirs = contradiction(reading, speaker.name ?? own, context);
    if (theirs === undefined || sameName(meant(speaker, context), theirs, context.options.aliases)) return;
    if (!isPersonsName(theirs, reading.best.article) || context.names(context.settingOf(quotation).sentence, theirs, speaker.core)) return;
    const { article } = reading.best;
    // Where both have one surname only the given name tells them apart.
    const short = shortNameIn(article, theirs);
    const newText = nameWords(own).length > 1 || sameName(short, own) ? theirs : short;
    yield {
      rule: 'wrong-speaker',
      kind: null,
      span: speaker.span,
      message: say`${sourceAsSubject(article)} gives these words to ${theirs}, not ${meant(speaker, context)}.`,
      match: matchOf(reading.best, reading.equals),
      fixes: [{ title: say`Name ${newText} instead`, applicability: 'unsafe', preferred: true, edits: [{ span: speaker.span, newText }] }],
    };
  },
};
