import { byContent, byContentAnd } from '../text/byContent.ts';
import { sentencesOf } from '../text/sentences.ts';
import { moved, type Span, sliceOf } from '../text/span.ts';
import type { Attribution, Speaker } from './attribution.ts';
import { BlockSentences } from './blockSentences.ts';
import type { BlockText } from './blockText.ts';
import { clauseTokens, QUOTED } from './clause.ts';
import { dependsOnContext, looksLikeOrganisation, namesIn, nameWords } from './names.ts';
import { cleanName, type People, peopleNamedIn, peopleOf, readPeople } from './people.ts';
import { type Block, blockNumberAt, MARKUP, type Prose } from './prose.ts';
import type { Quotation } from './quotations.ts';
import { attributionBeside, attributionFrom } from './speakers.ts';
import { mainSubjectIn, speakerOf } from './subjects.ts';

/** The prose with each outermost quotation blanked out, so that what is quoted names nobody and ends no sentence. */
export function outerText(text: string, quotations: readonly Quotation[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const quotation of quotations) {
    if (quotation.depth > 0 || quotation.style === 'block') continue;
    for (const piece of quotation.pieces) {
      if (piece.start < done) continue;
      const inside = text.slice(piece.start, piece.end);
      const ending = /[.!?…][\s\u2060]*$/u.exec(inside)?.[0] ?? '';
      pieces.push(text.slice(done, piece.start), QUOTED.repeat(inside.length - ending.length), ending);
      done = piece.end;
    }
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

/** The line under a block quote: “— Ada Quill, harbour master”. */
function dashLine(prose: Prose, quotation: Quotation): Attribution | undefined {
  const rest = prose.text.slice(quotation.span.end, quotation.span.end + 300);
  const found = /^[\s>\u2060”"]*(?:\n[\s>\u2060]*)?(?:[—–―]|--?)\s*([^\n]+)/u.exec(rest);
  if (!found) return undefined;
  const end = quotation.span.end + found[0].length;
  const span = { start: end - (found[1] as string).length, end };
  const names = namesIn(prose.text, span).map(({ span: name, core }): Speaker => ({ span: name, kind: 'name', core, name: null }));
  return { span, speakers: names.slice(0, 1), credits: names.slice(1), place: 'sentence', tied: true, plain: true };
}

/** So many paragraphs back a pronoun may refer, and a quotation that stands alone may go on. */
const FARTHEST_BACK = 25;

/**
 * Reads attributions in one prose, each when it is asked for: an article may be long, and few of its quotations matter.
 * What pronouns and quotations that stand alone refer to is looked for backwards.
 */
export class AttributionReader {
  readonly #prose: Prose;
  /** The prose's text with each outermost quotation blanked out. */
  readonly outer: string;
  /** Those of `outer`. */
  readonly sentences: BlockSentences;
  readonly #top: readonly Quotation[];
  /** What is too long to be kept by its words is read once all the same. */
  readonly #subjects = new Map<Block, BlockSubjects>();
  readonly #named = new Map<Block, Speaker | null>();
  readonly #read = new Map<Quotation, Attribution | undefined>();

  constructor(prose: Prose, quotations: readonly Quotation[]) {
    this.#prose = prose;
    this.#top = quotations.filter(({ depth }) => depth === 0);
    this.outer = outerText(prose.text, this.#top);
    this.sentences = new BlockSentences(this.outer);
  }

  /** What says whose words an outermost quotation is; undefined where nobody is named. */
  attributionOf(quotation: Quotation): Attribution | undefined {
    if (!this.#read.has(quotation)) {
      // A quotation that is being read refers to none before itself.
      this.#read.set(quotation, undefined);
      const b = blockNumberAt(this.#prose, quotation.span.start);
      if (b >= 0) this.#read.set(quotation, this.#find(quotation, b));
    }
    return this.#read.get(quotation);
  }

  #sentenceAt(block: Block, offset: number): number {
    const sentences = this.sentences.of(block);
    const found = sentences.findIndex(({ end }) => end > offset);
    return found < 0 ? sentences.length - 1 : found;
  }

  /** The person whom a sentence of a block is about. */
  #subjectOf(sentence: Span, subjects: BlockSubjects, start: number): Speaker | null {
    const own = subjects.of(sentence);
    const found = own === 'context' ? readNamedSubject(this.outer, moved(sentence, start)) : own;
    if (!found) return null;
    const speaker = own === 'context' ? found.speaker : speakerMoved(found.speaker, start);
    return found.certain || this.#isPerson(speaker) ? speaker : null;
  }

  /** The person whom the block's sentences that begin before `offset` speak of last. */
  #namedIn(block: Block, offset: number): Speaker | null {
    const whole = offset >= block.span.end;
    const known = whole ? this.#named.get(block) : undefined;
    if (known !== undefined) return known;
    const { start, end } = block.span;
    const subjects = this.#subjects.get(block) ?? subjectsIn(this.sentences.textOf(block), this.outer.slice(end, end + BEHIND));
    this.#subjects.set(block, subjects);
    let named: Speaker | null = null;
    for (let i = subjects.sentences.length - 1; i >= 0 && !named; i--) {
      const sentence = subjects.sentences[i] as Span;
      if (start + sentence.start < offset) named = this.#subjectOf(sentence, subjects, start);
    }
    if (whole) this.#named.set(block, named);
    return named;
  }

  /** The person spoken of last before `offset` in the block `b`. */
  #lastNamed(b: number, offset: number): Speaker | null {
    for (let i = b; i >= 0 && b - i <= FARTHEST_BACK; i--) {
      const named = this.#namedIn(this.#prose.blocks[i] as Block, offset);
      if (named) return named;
    }
    return null;
  }

  /** Whoever spoke last before the block `b`: a quotation's speaker, or whom a paragraph without quotations is about. */
  #lastSpeaker(b: number): Speaker | null {
    for (let i = b - 1; i >= 0 && b - i <= FARTHEST_BACK; i--) {
      const block = this.#prose.blocks[i] as Block;
      const quotations = this.#top.filter(({ span }) => span.start >= block.span.start && span.start < block.span.end);
      for (const quotation of quotations.reverse()) {
        const speaker = this.attributionOf(quotation)?.speakers[0];
        if (speaker?.name) return speaker;
      }
      const named = quotations.length === 0 ? this.#namedIn(block, block.span.end) : null;
      if (named) return named;
    }
    return null;
  }

  #find(quotation: Quotation, b: number): Attribution | undefined {
    const block = this.#prose.blocks[b] as Block;
    const found =
      (block.kind === 'quote' ? dashLine(this.#prose, quotation) : undefined) ??
      this.#inSentence(quotation, block) ??
      this.#ledIn(b) ??
      this.#inNeighbours(quotation, block) ??
      this.#ofSubjectBefore(quotation, block) ??
      this.#carried(quotation, b);
    if (!found) return undefined;
    const start = this.sentences.of(block)[this.#sentenceAt(block, quotation.span.start)]?.start ?? 0;
    const resolve = (speaker: Speaker) => this.#resolve(speaker, b, start);
    return { ...found, speakers: found.speakers.map(resolve), credits: found.credits.map(resolve) };
  }

  /** Text between the quotation's sentence's start and it, and from it to the sentence's end. */
  #inSentence(quotation: Quotation, block: Block): Attribution | undefined {
    const sentence = this.sentences.of(block)[this.#sentenceAt(block, quotation.span.start)] ?? block.span;
    const start = Math.min(sentence.start, quotation.span.start);
    const end = this.#clauseEnd(quotation);
    const place: QuotedPlace = { start, end, span: quotation.span, pieces: quotation.pieces };
    const own = this.outer.slice(start, end + BEHIND);
    if (dependsOnContext(own)) return attributionAround(this.outer, place);
    const found = attributionInOwn(own, placeMoved(place, -start));
    return found && attributionMoved(found, start);
  }

  /** Where the words after a quotation stop belonging to it: its sentence's end, the next sentence's where it follows ?” or !”. */
  #clauseEnd(quotation: Quotation): number {
    const block = this.#prose.blocks.find(({ span }) => span.end >= quotation.span.end);
    const nextQuotation = this.#top.find(({ span }) => span.start >= quotation.span.end);
    const limit = Math.min(block?.span.end ?? 0, nextQuotation?.span.start ?? Number.POSITIVE_INFINITY);
    if (limit <= quotation.span.end) return quotation.span.end;
    const start = quotation.span.end;
    const rest = sentencesOf(this.outer, { start, end: limit });
    return rest[0]?.end ?? start;
  }

  /** A block that ends with a colon leads into the quotation that begins the next one. */
  #ledIn(b: number): Attribution | undefined {
    const before = this.#prose.blocks[b - 1];
    if (!before || !/:[\s\u2060]*$/u.test(sliceOf(this.outer, before.span))) return undefined;
    const sentence = this.sentences.of(before).at(-1);
    if (!sentence) return undefined;
    return attributionFrom(clauseTokens(this.outer, sentence), [], { text: this.outer, rest: [], at: sentence, ended: false });
  }

  #inNeighbours(quotation: Quotation, block: Block): Attribution | undefined {
    const sentences = this.sentences.of(block);
    const at = this.#sentenceAt(block, quotation.span.start);
    const last = this.#sentenceAt(block, quotation.span.end - 1);
    const beside = [sentences[last + 1], sentences[at - 1]].filter((sentence): sentence is Span => sentence !== undefined);
    for (const sentence of beside) {
      const attribution = attributionBeside(clauseTokens(this.outer, sentence), sentence);
      if (attribution) return attribution;
    }
    return undefined;
  }

  /** “Ada Quill left early. ‘I was tired.’”: the person whom the sentence before is about. */
  #ofSubjectBefore(quotation: Quotation, block: Block): Attribution | undefined {
    const before = this.sentences.of(block)[this.#sentenceAt(block, quotation.span.start) - 1];
    const main = before && mainSubjectIn(this.outer, before);
    const person = main?.kind === 'name' && this.#isPerson(speakerOf(main));
    return person
      ? { span: main.span, speakers: [speakerOf(main)], credits: [], place: 'neighbour', tied: false, plain: false }
      : undefined;
  }

  /** Whether a name is a person's beyond doubt: of several words here or elsewhere in the prose, and no organisation's. */
  #isPerson({ core }: Speaker): boolean {
    return isPersonsName(this.#fullName(sliceOf(this.#prose.text, core)));
  }

  /** A quotation that stands alone in its paragraph goes on with whoever spoke last. */
  #carried(quotation: Quotation, b: number): Attribution | undefined {
    const { span } = this.#prose.blocks[b] as Block;
    const around = this.outer.slice(span.start, quotation.span.start) + this.outer.slice(quotation.span.end, span.end);
    const alone = !/[\p{Alpha}\d]/u.test(around.replaceAll(MARKUP, '').replaceAll(QUOTED, ''));
    const speaker = alone ? this.#lastSpeaker(b) : null;
    return speaker
      ? { span: speaker.span, speakers: [speaker], credits: [], place: 'carried', tied: false, plain: speaker.name !== null }
      : undefined;
  }

  #resolve(speaker: Speaker, b: number, before: number): Speaker {
    if (speaker.name !== null) return speaker;
    const named = speaker.kind === 'name' ? speaker : this.#antecedent(speaker, b, before);
    return { ...speaker, name: named ? (named.name ?? this.#fullName(sliceOf(this.#prose.text, named.core))) : null };
  }

  /** Whom a pronoun or role means: whoever was quoted last in the paragraph, else the person spoken of last; null for somebody new. */
  #antecedent(speaker: Speaker, b: number, before: number): Speaker | null {
    if (this.#isAnybody(speaker)) return null;
    const block = this.#prose.blocks[b] as Block;
    const quoted = this.#top.findLast(({ span }) => span.start >= block.span.start && span.end <= before);
    const spoke = quoted && this.attributionOf(quoted)?.speakers[0];
    const named = this.#lastNamed(b, before);
    return spoke?.name && spoke.span.start > (named?.span.start ?? -1) ? spoke : named;
  }

  /** “A diplomat”, “officials”, “they”: somebody new or several, not the person spoken of before. */
  #isAnybody({ kind, span }: Speaker): boolean {
    const word = sliceOf(this.outer, span).toLowerCase();
    if (kind === 'pronoun') return !/^(?:he|she)$/.test(word);
    const before = this.outer.slice(Math.max(0, span.start - 40), span.start);
    return !/\b(?:[Tt]he|THE)\s+(?:[\p{IDC}’'-]+\s+){0,3}$/u.test(before) || /[^s]s$/.test(word);
  }

  #known: People | undefined;
  /** The people whom the prose names in full. */
  get #people(): People {
    if (!this.#known) {
      const blocks = this.#prose.blocks.filter(({ kind }) => kind !== 'heading');
      this.#known = peopleOf(
        blocks.flatMap((block) => this.sentences.textOf(block).told(peopleNamedIn) ?? readPeople(this.outer, block.span)),
      );
    }
    return this.#known;
  }

  readonly #fullest = new Map<string, string>();
  /** The fullest form in which the prose names the same person: “Kim” is Kim Jong-un. */
  #fullName(name: string): string {
    const known = this.#fullest.get(name);
    if (known !== undefined) return known;
    const own = cleanName(name);
    const full = nameWords(own).length > 1 ? own : this.#people.fullName(own);
    this.#fullest.set(name, full);
    return full;
  }
}

const isPersonsName = byContent((name) => nameWords(name).length > 1 && !looksLikeOrganisation(name));

/** Somebody who may be what a sentence is about; certain where the sentence itself says that it is a person. */
interface NamedSubject {
  readonly speaker: Speaker;
  readonly certain: boolean;
}

/** The sentences of a block, and whom each is about, told when it is asked for: most often the last ones are enough. */
class BlockSubjects {
  /** Offsets of the text that the block begins. */
  readonly sentences: readonly Span[];
  readonly #text: string;
  readonly #subjects = new Map<Span, NamedSubject | 'context' | undefined>();

  constructor(text: string, length: number) {
    this.#text = text;
    this.sentences = sentencesOf(text, { start: 0, end: length });
  }

  /** ‘context’ where what stands round the block can decide whom a sentence is about. */
  of(sentence: Span): NamedSubject | 'context' | undefined {
    if (!this.#subjects.has(sentence)) this.#subjects.set(sentence, this.#read(sentence));
    return this.#subjects.get(sentence);
  }

  #read(sentence: Span): NamedSubject | 'context' | undefined {
    const behind = this.#text.slice(sentence.start, sentence.end + BEHIND);
    return dependsOnContext(behind) ? 'context' : readNamedSubject(this.#text, sentence);
  }
}

/** By what stands behind the block. */
function subjectsByRest(): Map<string, BlockSubjects> {
  return new Map();
}

function subjectsIn(block: BlockText, rest: string): BlockSubjects {
  const byRest = block.told(subjectsByRest);
  const known = byRest.get(rest) ?? new BlockSubjects(block.text + rest, block.text.length);
  byRest.set(rest, known);
  return known;
}

function readNamedSubject(outer: string, sentence: Span): NamedSubject | undefined {
  const main = mainSubjectIn(outer, sentence);
  if (main?.kind !== 'name' || looksLikeOrganisation(sliceOf(outer, main.span))) return undefined;
  const speaker = speakerOf(main);
  const titled = speaker.core.start > speaker.span.start;
  const own = cleanName(sliceOf(outer, speaker.core));
  return { speaker, certain: titled || isPersonsName(own) };
}

/** A quotation in its clause: from where the words in front of it begin to where those behind it end. */
interface QuotedPlace extends Span {
  readonly span: Span;
  readonly pieces: readonly Span[];
}

/** So many code units behind a clause are looked at too: an ending of its last word. */
const BEHIND = 2;

/** Whom the words between the start of a quotation's sentence and it, and those from it to the sentence's end give it to. */
function attributionAround(outer: string, { start, end, span, pieces }: QuotedPlace): Attribution | undefined {
  const before = clauseTokens(outer, { start, end: span.start });
  const after = clauseTokens(outer, { start: span.end, end });
  const between = pieces.slice(1).flatMap((piece, i) => clauseTokens(outer, { start: (pieces[i] as Span).end + 1, end: piece.start - 1 }));
  return attributionFrom(before, between.length > 0 ? between : after, {
    text: outer,
    rest: between.length > 0 ? after : [],
    at: span,
    ended: between.length === 0 && /[.…][^\p{Alpha}\d]{0,3}$/u.test(outer.slice(span.start, span.end).replaceAll(MARKUP, '')),
  });
}

/** The same in a text of nothing but the clause. */
const attributionInOwn = byContentAnd(attributionAround, ({ end, span, pieces }: QuotedPlace) =>
  [end, span.start, span.end, ...pieces.map((piece) => `${piece.start}-${piece.end}`), ''].join(' '),
);

function placeMoved({ start, end, span, pieces }: QuotedPlace, by: number): QuotedPlace {
  return { start: start + by, end: end + by, span: moved(span, by), pieces: pieces.map((piece) => moved(piece, by)) };
}

function speakerMoved(speaker: Speaker, by: number): Speaker {
  return { ...speaker, span: moved(speaker.span, by), core: moved(speaker.core, by) };
}

function attributionMoved(attribution: Attribution, by: number): Attribution {
  const { span, speakers, credits } = attribution;
  const allMoved = (some: readonly Speaker[]) => some.map((speaker) => speakerMoved(speaker, by));
  return { ...attribution, span: moved(span, by), speakers: allMoved(speakers), credits: allMoved(credits) };
}
