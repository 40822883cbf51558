import type { Article } from '../corpus/article.ts';
import { blockAt } from '../prose/prose.ts';
import { sentencesOf } from '../text/sentences.ts';
import { sliceOf } from '../text/span.ts';
import { byPassage } from './byPassage.ts';
import type { RuleContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { sourceAsSubject } from './wording.ts';

/** What outlets are called: agencies and broadcasters by name, papers by the last word of theirs. */
const OUTLET =
  '(?:(?:The\\s+)?(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|BBC(?: News| Radio \\d)?|CNN|NBC(?: News)?|CBS(?: News)?|ABC(?: News)?|NPR|PBS|MSNBC|Fox News|Bloomberg(?: News)?|Xinhua|TASS|Interfax|KCNA|Yonhap|Kyodo|Al Jazeera|DPA|ANSA|EFE|PTI|Sky News|ITV(?: News)?|Politico|Axios|Der Spiegel|Le Monde|El Pa[ií]s)' +
  "|(?:The\\s+)?(?:\\p{Lu}[\\p{L}’'-]+\\s+){1,3}(?:Times|Post|Journal|Herald|Tribune|Gazette|Guardian|Telegraph|Observer|Courier|Chronicle|Mail|Star|Sun|Independent|Express|Mirror|Echo|Review|Standard|Examiner|Inquirer|Bulletin|Press|News|Daily|Weekly|Magazine|Radio|Television|TV))";
/** What says in a source's sentence that somebody else had the words first. */
const TOLD = new RegExp(
  `\\b(?:told|tells|telling|said (?:to|on)|speaking (?:to|on|with)|spoke (?:to|with)|in an? (?:[\\p{L}-]+ )?(?:interview|conversation) (?:with|on|for)|in remarks to|quoted (?:by|in)|reported (?:by|in)|according to|as reported by)\\s+(?:the\\s+)?(${OUTLET})(?![\\p{L}\\p{N}])`,
  'u',
);

/** The outlet from which an article says to have the words at a passage; undefined where it says nothing of the kind. */
const firstTold = byPassage(({ article, span }): string | undefined => {
  const { text } = article.prose;
  const block = blockAt(article.prose, span.start);
  if (!block) return undefined;
  const sentences = sentencesOf(text, block.span);
  const own = sentences.findIndex(({ end }) => end > span.start);
  const last = sentences.findLastIndex(({ start }) => start < span.end);
  const around = sentences.slice(own, last + 1).map((sentence) => sliceOf(text, sentence));
  const outlet = TOLD.exec(around.join(' '))?.[1];
  return outlet && !isItself(outlet, article) ? outlet : undefined;
});

const plain = (name: string) => name.replace(/^the\s+/iu, '').toLowerCase();

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
    const outlets = reading.equals.map(firstTold);
    const [outlet] = outlets;
    // A source that heard the words itself is a first hand.
    if (!outlet || outlets.includes(undefined) || isCredited(quotation.span.start, outlet, context)) return;
    yield {
      rule: 'secondhand-quote',
      kind: null,
      span: quotation.span,
      message: `${sourceAsSubject(reading.best.article)} has these words from ${outlet}; the draft names neither.`,
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
