import type { Article } from '../corpus/article.ts';
import type { Located } from '../match/locate.ts';
import { blockAt } from '../prose/prose.ts';
import { say } from '../text/said.ts';
import { sentencesOf } from '../text/sentences.ts';
import { sliceOf } from '../text/span.ts';
import { byPassage } from './byPassage.ts';
import type { RuleContext } from './context.ts';
import { bareName } from './credits.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { sourceAsSubject } from './wording.ts';

/** What outlets are called: agencies and broadcasters by name, papers by the last word of theirs. */
const OUTLET =
  '(?:(?:The\\s+)?(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|BBC(?: News| Radio \\d)?|CNN|NBC(?: News)?|CBS(?: News)?|ABC(?: News)?|NPR|PBS|MSNBC|Fox News|Bloomberg(?: News)?|Xinhua|TASS|Interfax|KCNA|Yonhap|Kyodo|Al Jazeera|DPA|ANSA|EFE|PTI|Sky News|ITV(?: News)?|Politico|Axios|Der Spiegel|Le Monde|El Pa[ií]s)' +
  "|(?:The\\s+)?(?:\\p{Upper}[\\p{Alpha}’'-]+\\s+){1,3}(?:Times|Post|Journal|Herald|Tribune|Gazette|Guardian|Telegraph|Observer|Courier|Chronicle|Mail|Star|Sun|Independent|Express|Mirror|Echo|Review|Standard|Examiner|Inquirer|Bulletin|Press|News|Daily|Weekly|Magazine|Radio|Television|TV))";
/** Broadcasters that are called by what they are first: “Radio Skerry”, “Channel 4”, “TV Nordhavn”. */
const BROADCASTER =
  "(?:Channel\\s+(?:\\d{1,3}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|News)|(?:Radio|TV|Television)\\s+(?:\\d{1,3}|\\p{Upper}[\\p{Alpha}\\d’'-]+(?:\\s+(?:\\d{1,3}|\\p{Upper}[\\p{Alpha}’'-]+))?))";
/** What says in a source's sentence that somebody else had the words first. */
const TOLD =
  /\b(?:told|tells|telling|said (?:to|on)|speaking (?:to|on|with)|spoke (?:to|with)|in an? (?:[\p{Alpha}-]+ )?(?:interview|conversation) (?:with|on|for)|in remarks to|quoted (?:by|in)|reported (?:by|in)|according to|as reported by)\s+(?:the\s+)?(?=[\p{Alpha}\d])/gu;
const KNOWN_OUTLET = new RegExp(`^(?:${OUTLET}|${BROADCASTER})(?![\\p{Alpha}\\d])`, 'u');

/** What of a publisher's name may be an outlet that somebody speaks to: not an office, nor a person with a title. */
const NO_OUTLET =
  /\b(?:House|Senate|Office|Congress|Parliament|Ministry|Department|Committee|Council|Government|Party|Senator|Representative|President|Governor|Minister|Secretary)\b/u;

function publisherAt(text: string, publishers: readonly string[]): string | undefined {
  const named = publishers
    .map(bareName)
    .filter((name) => text.startsWith(name) && !/^[\p{Alpha}\d]|^\s+(?:and|&)\s+\p{Upper}/u.test(text.slice(name.length)));
  const longest = named.reduce((so, name) => (name.length > so.length ? name : so), '');
  return longest === '' || NO_OUTLET.test(longest) ? undefined : longest;
}

/** “told Radio Skerry Monday”: a day is no part of the name. */
const withoutDay = (outlet: string | undefined) => outlet?.replace(/\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u, '');

/** The outlet that a text says to have words from: one of the publishers, or one that is called as outlets are. */
function outletIn(text: string, publishers: readonly string[]): string | undefined {
  for (const { index, 0: lead } of text.matchAll(TOLD)) {
    const rest = text.slice(index + lead.length);
    const outlet = publisherAt(rest, publishers) ?? withoutDay(KNOWN_OUTLET.exec(rest)?.[0]);
    if (outlet !== undefined) return outlet;
  }
  return undefined;
}

/** By the publishers of a corpus: what tells from which outlet an article says to have the words at a passage. */
const tellers = new WeakMap<readonly string[], (located: Located) => string | undefined>();

/** Undefined where an article says nothing of the kind. */
function firstTold(publishers: readonly string[]): (located: Located) => string | undefined {
  let teller = tellers.get(publishers);
  if (!teller) {
    teller = byPassage(({ article, span }) => {
      const { text } = article.prose;
      const block = blockAt(article.prose, span.start);
      if (!block) return undefined;
      const sentences = sentencesOf(text, block.span);
      const own = sentences.findIndex(({ end }) => end > span.start);
      const last = sentences.findLastIndex(({ start }) => start < span.end);
      const around = sentences.slice(own, last + 1).map((sentence) => sliceOf(text, sentence));
      const outlet = outletIn(around.join(' '), publishers);
      return outlet !== undefined && !isItself(outlet, article) ? outlet : undefined;
    });
    tellers.set(publishers, teller);
  }
  return teller;
}

const plain = (name: string) => bareName(name).toLowerCase();

function isItself(outlet: string, { publisher }: Article): boolean {
  return publisher !== null && (plain(publisher).includes(plain(outlet)) || plain(outlet).includes(plain(publisher)));
}

/** Whether a paragraph of the draft names an outlet. */
function credits(paragraph: string, outlet: string): boolean {
  return paragraph.toLowerCase().includes(plain(outlet));
}

/** A source itself has the words from another outlet, and the draft credits nobody for them. */
export const secondhandQuote: Rule = {
  name: 'secondhand-quote',
  summary: 'The source has the words from another outlet, and the draft credits nobody for them.',
  *quotation(quotation, context): Iterable<Finding> {
    const reading = context.readingOf(quotation);
    if (!reading.best || !reading.telling || reading.splice) return;
    const outlets = reading.equals.map(firstTold(context.publishers));
    const [outlet] = outlets;
    // A source that heard the words itself is a first hand.
    if (!outlet || outlets.includes(undefined) || isCredited(quotation.span.start, outlet, context)) return;
    yield {
      rule: 'secondhand-quote',
      kind: null,
      span: quotation.span,
      message: say`${sourceAsSubject(reading.best.article)} has these words from ${outlet}; the draft names neither.`,
      match: evidenceOf(reading),
      fixes: [],
    };
  },
};

function isCredited(at: number, outlet: string, context: RuleContext): boolean {
  const block = blockAt(context.draft.prose, at);
  if (!block) return false;
  const { draft } = context;
  if (credits(sliceOf(draft.text, block.span), outlet) || context.creditsIn(block.span).length > 0) return true;
  return draft.citations.some(({ span }) => span.start >= block.span.start && span.end <= block.span.end);
}
