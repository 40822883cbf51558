import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { Settings } from '../service/settings.ts';
import { wordsOf } from '../text/words.ts';
import { type Beginning, namesPerson } from './beginnings.ts';
import { citationOf, endedFor, type Manner, worded } from './citing.ts';
import { type Encoding, positionsOf } from './convert.ts';
import type { Voice } from './l10n/voice.ts';
import { escaped } from './markdown.ts';
import { type Marks, marksFor, type Passage, passageOf } from './passages.ts';
import type { QuotationContext } from './quotationContext.ts';
import { imprintOf, nameOf, shortened } from './wording.ts';

/** What the words of sources are offered for. */
export interface CompletionPage {
  readonly text: string;
  readonly isMarkdown: boolean;
  readonly escape: (words: string) => string;
  readonly path: string;
  /** The cursor. */
  readonly offset: number;
  readonly encoding: Encoding;
  readonly settings: Settings;
  readonly context: QuotationContext;
  readonly fileOf: (articleId: string) => string;
  /** What the client can show and do. */
  readonly labelDetails: boolean;
  readonly snippets: boolean;
  readonly voice: Voice;
}

/** So many passages are offered, and so many of them with attribution and citation as well. */
const MOST_PASSAGES = 6;
const MOST_ATTRIBUTED = 3;
/** Characters of a label, and of the end of the words in it: suggestions are narrow, and the documentation has the whole. */
const LONGEST_LABEL = 38;
const LABEL_END = 14;
const LONGEST_WORD = 20;

/** One thing that can be put in. */
interface Offer {
  readonly passage: Passage;
  /** From the first word to the last, in the draft's markup and typography. */
  readonly words: string;
  /** Behind the words: the closing mark, and what is said of them. */
  readonly behind: string;
  /** How many characters behind the cursor are replaced: a closing mark that `behind` has, too. */
  readonly taken: number;
  readonly isAttributed: boolean;
  readonly note: { readonly at: number; readonly text: string } | null;
}

/** The rest of the passages that a quotation begins with, best first; null where there are none. `isAll`: whether no other passages have the words. */
export function quotationCompletions(page: CompletionPage, beginnings: readonly Beginning[], isAll: boolean): CompletionList | null {
  const marks = marksFor(page.context.opening);
  const offers: Offer[] = [];
  const seen = new Set<string>();
  let passages = 0;
  for (const beginning of beginnings) {
    if (passages === MOST_PASSAGES) break;
    const own = offersOf(page, beginning, { marks, attributed: passages < MOST_ATTRIBUTED });
    const fresh = own.filter(({ words, isAttributed }) => !seen.has(`${isAttributed} ${plainOf(words)}`));
    for (const { words, isAttributed } of fresh) seen.add(`${isAttributed} ${plainOf(words)}`);
    if (fresh.some(({ isAttributed }) => !isAttributed)) {
      offers.push(...fresh);
      passages++;
    }
  }
  if (offers.length === 0) return null;
  return { isIncomplete: !isAll, items: offers.map((offer, at) => itemOf(page, offer, at)) };
}

/** The same words in several sources are offered once. */
function plainOf(words: string): string {
  return wordsOf(words)
    .map(({ folded }) => folded)
    .join(' ');
}

function offersOf(page: CompletionPage, beginning: Beginning, { marks, attributed }: { marks: Marks; attributed: boolean }): Offer[] {
  const { context } = page;
  const manner = { settings: page.settings, marks, draft: page };
  const close = context.closing === null ? marks.outer[1] : '';
  const plain = [beginning.sentence, ...(beginning.whole ? [beginning.whole] : [])].flatMap((span): Offer[] => {
    const passage = passageOf(beginning.article, span, marks);
    if (!passage) return [];
    const words = page.escape(fitting(passage.parts.join(' '), page));
    return [{ passage, words, behind: close, taken: 0, isAttributed: false, note: null }];
  });
  // What adds nothing is not offered.
  const longer = plain.filter(({ words }) => wordsOf(words).length > context.words.length - Number(context.isInWord));
  const [first] = longer;
  return first && attributed ? [...longer, ...attributedOffer(page, first.passage, manner)] : longer;
}

/** The source's words without a comma or full stop at their end that its own sentence needs, and the draft's does not. */
function fitting(words: string, { context, text, offset }: CompletionPage): string {
  const next = text.slice(context.closing === null ? offset : context.closing + 1, (context.closing ?? offset) + 3);
  const isStopped = context.closing !== null && (/^\s*[.,;:]/u.test(next) || /[.,;:]\s*$/u.test(text.slice(offset, context.closing)));
  if (isStopped) return words.replace(/[.,]((?:[’'”"»])*)$/u, '$1');
  return context.isLedInto ? words.replace(/,((?:[’'”"»])*)$/u, '$1') : words;
}

/** The same words with whoever says them, and where: only where the draft's sentence ends with them. */
function attributedOffer(page: CompletionPage, passage: Passage, manner: Manner): Offer[] {
  const { context, text, offset } = page;
  const behindMark = context.closing === null ? offset : context.closing + 1;
  // A mark of several characters stays as it is.
  if (context.closing !== null && text[context.closing] !== manner.marks.outer[1]) return [];
  if (context.closing !== null && /\S/u.test(text.slice(offset, context.closing))) return [];
  if (!/^[ \t]*(?:$|\r?\n|[\p{Lu}“"‘«])/u.test(text.slice(behindMark, behindMark + 40))) return [];
  const file = page.fileOf(passage.article.id);
  const isNamed = context.isLedInto || (passage.speaker !== null && namesPerson(passage.speaker, context.around));
  const [open] = manner.marks.outer;
  const whole = isNamed ? citedOnly(passage, file, manner) : worded(passage, file, manner);
  const end = wordsEnd(whole.text, open, passage);
  return [
    {
      passage,
      words: whole.text.slice(open.length, end),
      behind: whole.text.slice(end),
      taken: behindMark - offset,
      isAttributed: true,
      note: whole.citation.note,
    },
  ];
}

/** “…” (Saltmere Gazette, 12 March 2024): where the draft names whoever says it. */
function citedOnly(passage: Passage, file: string, manner: Manner) {
  const citation = citationOf(passage, file, manner);
  const [open, close] = manner.marks.outer;
  const words = endedFor(manner.draft.escape(passage.parts.join(' ')), citation);
  return { text: `${open}${words}${close}${citation.isNote ? citation.text : ` ${citation.text}.`}`, citation };
}

/** Where in a worded passage its words end. */
function wordsEnd(text: string, open: string, { parts }: Passage): number {
  const count = wordsOf(parts.join(' ')).length;
  return wordsOf(text.slice(open.length))[count - 1]!.span.end + open.length;
}

function itemOf(page: CompletionPage, offer: Offer, at: number): CompletionItem {
  const { context, text, offset } = page;
  const positions = positionsOf(text, page.encoding);
  // An editor replaces within a line only: of what is written, the words on the cursor's line.
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const onLine = context.words.findIndex(({ span }) => span.start >= lineStart);
  const first = onLine < 0 ? context.words.length : onLine;
  const start = context.words[first]?.span.start ?? offset;
  const own = wordsOf(offer.words);
  const from = own[first]?.span.start ?? offer.words.length;
  const words = first === 0 ? withWrittenCase(offer.words.slice(from), text[start] ?? '', page.settings) : offer.words.slice(from);
  const done = context.words.length - Number(context.isInWord);
  const rest = offer.words.slice(own[done - 1]?.span.end ?? 0).replace(/^[\s]+/u, '');
  const { article } = offer.passage;
  const file = page.fileOf(article.id);
  const imprint = page.voice.tell(imprintOf({ ...article, title: nameOf(article, file) }));
  const detail = [offer.passage.speaker, imprint].filter(Boolean).join(' · ');
  return {
    label: labelOf(offer, rest),
    kind: offer.isAttributed ? CompletionItemKind.Reference : CompletionItemKind.Text,
    ...(page.labelDetails && !offer.isAttributed
      ? { labelDetails: { description: offer.passage.speaker ?? article.publisher ?? '' } }
      : {}),
    detail: detail || nameOf(article, file),
    documentation: { kind: MarkupKind.Markdown, value: documentationOf(page, offer) },
    sortText: String(at).padStart(3, '0'),
    filterText: filterOf(text.slice(start, offset), rest, context.isInWord),
    ...editsOf(page, { range: positions.range({ start, end: offset + offer.taken }), newText: words + offer.behind }, offer),
  };
}

/** How the words go on and how they end; with attribution, what is said behind them. */
function labelOf({ behind, isAttributed }: Offer, rest: string): string {
  if (isAttributed) return `…${behind}`;
  if (rest.length <= LONGEST_LABEL) return `… ${rest}`;
  return `… ${shortened(rest, LONGEST_LABEL - LABEL_END)} ${endOf(rest)}`;
}

/** The last words, from where one begins; a last word that is longer is shown whole, and where there are no spaces, the last characters. */
function endOf(rest: string): string {
  const space = rest.indexOf(' ', rest.length - LABEL_END);
  const last = space < 0 ? rest.slice(rest.lastIndexOf(' ') + 1) : rest.slice(space + 1);
  return last.length <= LONGEST_WORD ? last : rest.slice(-LABEL_END);
}

/** What an editor compares with what is being written, from `typed` on: that itself, and what the source goes on with. */
function filterOf(typed: string, rest: string, isInWord: boolean): string {
  if (!isInWord) return typed + rest;
  const begun = /[^\s]*$/u.exec(typed)?.[0] ?? '';
  return typed.slice(0, typed.length - begun.length) + begun + rest.slice(begun.length);
}

/** A first letter stays small or capital as it was written; not so where the house style asks for the source's. */
function withWrittenCase(words: string, written: string, { houseStyle }: Settings): string {
  const letter = words[0] ?? '';
  const isSame = houseStyle !== 'legal' && letter.toLowerCase() === written.toLowerCase();
  return isSame ? written + words.slice(1) : words;
}

function editsOf(
  page: CompletionPage,
  edit: TextEdit,
  { note }: Offer,
): Pick<CompletionItem, 'textEdit' | 'additionalTextEdits' | 'insertTextFormat'> {
  if (!note) return { textEdit: edit };
  const positions = positionsOf(page.text, page.encoding);
  const at = positions.position(note.at);
  const { end } = edit.range;
  const isApart = at.line > end.line || (at.line === end.line && at.character > end.character);
  if (isApart) return { textEdit: edit, additionalTextEdits: [{ range: { start: at, end: at }, newText: note.text }] };
  // Two edits at one place would come in any order: here the note goes with the words, and the cursor stays before it.
  if (!page.snippets) return { textEdit: { ...edit, newText: edit.newText + note.text } };
  return {
    textEdit: { ...edit, newText: `${snippetOf(edit.newText)}$0${snippetOf(note.text)}` },
    insertTextFormat: InsertTextFormat.Snippet,
  };
}

/** Text as a snippet that writes it. */
export function snippetOf(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}

function documentationOf(page: CompletionPage, { passage, words, isAttributed, behind }: Offer): string {
  const { article } = passage;
  const { opening } = page.context;
  const whole = isAttributed ? `${opening}${words}${behind}` : escaped(passage.parts.join(' '));
  return `> ${whole.replaceAll('\n', ' ')}\n\n${escaped(nameOf(article, page.fileOf(article.id)))}`;
}
