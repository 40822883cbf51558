import { type Span, sliceOf } from '../text/span.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Attribution, Speaker } from './attribution.ts';
import { type ClauseToken, clauseTokens, QUOTED } from './clause.ts';
import { isSpeechCue } from './cues.ts';
import { looksLikeOrganisation, namesIn, nameWords, sameName } from './names.ts';
import { type Block, MARKUP, type Prose } from './prose.ts';
import type { Quotation } from './quotations.ts';

/** The prose with each outermost quotation blanked out, so that what is quoted names nobody and ends no sentence. */
export function outerText(text: string, quotations: readonly Quotation[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const quotation of quotations) {
    if (quotation.depth > 0 || quotation.style === 'block') continue;
    for (const piece of quotation.pieces) {
      if (piece.start < done) continue;
      const inside = text.slice(piece.start, piece.end);
      const ending = /[.!?…]\s*$/u.exec(inside)?.[0] ?? '';
      pieces.push(text.slice(done, piece.start), QUOTED.repeat(inside.length - ending.length), ending);
      done = piece.end;
    }
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

const SUBJECT = new Set(['name', 'pronoun', 'role']);

function speakerOf(token: ClauseToken): Speaker {
  const kind = token.kind === 'name' ? 'name' : token.kind === 'pronoun' ? 'pronoun' : 'role';
  return { span: token.span, kind, core: token.name?.core ?? token.span, name: null };
}

/** Walks left over `of North Korea`, `at the Institute`: to the word they belong to. */
function headBefore(tokens: readonly ClauseToken[], at: number): number {
  let i = at;
  for (;;) {
    let k = i - 1;
    while (k >= 0 && ['determiner', 'word', 'adverb', 'role'].includes((tokens[k] as ClauseToken).kind) && i - k < 4) k--;
    if (tokens[k]?.kind !== 'preposition' || k === 0) return i;
    i = k - 1;
  }
}

const UTTERANCES = new Set('account report statement letter message release story article speech tweet post note memo interview address release transcript book essay column dispatch'.split(' '));

/** The subject at `at`, walked back from there over what belongs to it: “the account by Ada Quill” is hers. */
function subjectAt(tokens: readonly ClauseToken[], at: number): ClauseToken | undefined {
  const i = headBefore(tokens, at);
  const head = tokens[i];
  if (head && UTTERANCES.has(head.text)) {
    const by = tokens.slice(i + 1, at + 1).findIndex(({ text }) => text === 'by' || text === 'from' || text === 'of');
    const name = by < 0 ? undefined : tokens.slice(i + 2 + by, at + 1).find(({ kind }) => kind === 'name');
    if (name) return name;
  }
  return head;
}

/** The subject in front of an apposition that ends just before `comma`: “Ada Quill, the keeper, | said”. */
function beforeApposition(tokens: readonly ClauseToken[], comma: number): ClauseToken | undefined {
  for (let i = comma - 1; i > 0 && comma - i < 16; i--) {
    const token = tokens[i] as ClauseToken;
    if (token.kind === 'stop' || token.kind === 'colon' || (token.kind === 'cue' && !/(?:ing|ed)$/.test(token.text))) return undefined;
    if (token.kind !== 'comma' && token.kind !== 'dash') continue;
    const inner = tokens[comma - 1] as ClauseToken;
    const head = subjectAt(tokens, i - 1);
    if (head?.kind !== 'name' && inner.kind === 'name' && i === comma - 2) return inner;
    return head && SUBJECT.has(head.kind) ? head : undefined;
  }
  return undefined;
}

/** Who does what the verb at `cue` says, by the words just in front of it. */
function subjectBefore(tokens: readonly ClauseToken[], cue: number): ClauseToken | undefined {
  let i = cue - 1;
  while (tokens[i]?.kind === 'adverb') i--;
  const token = tokens[i];
  if (!token) return undefined;
  if (token.kind === 'comma' || token.kind === 'dash') return beforeApposition(tokens, i);
  if (token.kind === 'relative') {
    if (token.text !== 'who') return undefined;
    const before = tokens[i - 1]?.kind === 'comma' ? tokens[i - 2] : tokens[i - 1];
    return before && SUBJECT.has(before.kind) ? before : undefined;
  }
  const head = subjectAt(tokens, i) as ClauseToken;
  if (SUBJECT.has(head.kind)) return head;
  const unnamed = head.kind === 'word' && tokens.slice(Math.max(0, i - 4), i).some(({ kind }) => kind === 'determiner');
  return unnamed ? { ...head, kind: 'role' } : undefined;
}

/** Who does it where the verb comes first: “wrote Ada Quill”, “said the keeper, Ada Quill”. */
function subjectAfter(tokens: readonly ClauseToken[], cue: number): ClauseToken | undefined {
  let role: ClauseToken | undefined;
  for (let i = cue + 1; i < tokens.length && i - cue < 10; i++) {
    const token = tokens[i] as ClauseToken;
    if (token.kind === 'name' || token.kind === 'pronoun') return token.name && isAdjective(tokens, i) ? undefined : token;
    if (token.kind === 'role') role = token;
    else if (token.kind === 'comma' && !role) return undefined;
    else if (!['determiner', 'word', 'comma', 'adverb'].includes(token.kind)) return role;
  }
  return role;
}

/** “Russian” in “Russian ideologue Alexander Dugin”: another name follows the noun. */
function isAdjective(tokens: readonly ClauseToken[], at: number): boolean {
  const next = tokens[at + 1];
  return (next?.kind === 'role' || next?.kind === 'word') && tokens[at + 2]?.kind === 'name';
}

const MARKS_ONLY = new Set(['comma', 'stop', 'dash', 'quoted', 'colon']);

/** “— Ada Quill, 1999”, “(Quill 1999)”: a name set off by a dash or a bracket right after the quotation. */
function isSetOff(tokens: readonly ClauseToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'dash' && before?.text !== '(') return false;
  return !tokens.slice(at + 1).some(({ kind }) => kind === 'cue');
}

/** The attribution that follows a quotation: “…,” Ada said; “…,” wrote Ada; “…,” said the keeper. */
function followingSpeaker(tokens: readonly ClauseToken[]): { speaker: Speaker; cue: ClauseToken; near: boolean } | undefined {
  const first = tokens.findIndex(({ kind }) => !MARKS_ONLY.has(kind));
  const credit = tokens[first];
  if (credit?.kind === 'name' && isSetOff(tokens, first)) return { speaker: speakerOf(credit), cue: credit, near: true };
  const cueAt = tokens.findIndex(({ kind }, i) => i >= first && kind === 'cue');
  if (first < 0 || cueAt < 0 || cueAt - first > 18) return undefined;
  if (tokens.slice(first, cueAt).some(({ kind }) => kind === 'stop' || kind === 'quoted')) return undefined;
  const cue = tokens[cueAt] as ClauseToken;
  if (cueAt === first) {
    const subject = /ing$/.test(cue.text) ? undefined : subjectAfter(tokens, cueAt);
    return subject ? { speaker: speakerOf(subject), cue, near: true } : undefined;
  }
  const subject = subjectBefore(tokens, cueAt);
  if (!subject) return undefined;
  const lead = tokens.slice(first, tokens.indexOf(subject)).filter(({ kind }) => kind !== 'determiner' && kind !== 'adverb' && kind !== 'role');
  const near = lead.length <= 3 && !lead.some(({ kind }) => kind === 'preposition' || kind === 'comma');
  return { speaker: speakerOf(subject), cue, near };
}

/** The first name or pronoun that no preposition, credit or possessive takes in: most likely the sentence's subject. */
function mainSubject(tokens: readonly ClauseToken[], text: string): ClauseToken | undefined {
  return tokens.find((token, i) => {
    if (token.kind !== 'name' && token.kind !== 'pronoun') return false;
    if (token.name && (isAdjective(tokens, i) || DEMONYM.test(sliceOf(text, token.span)))) return false;
    if (/^[’']s?\b/u.test(text.slice(token.span.end, token.span.end + 2))) return false;
    let k = i - 1;
    while (k >= 0 && ['determiner', 'adverb'].includes((tokens[k] as ClauseToken).kind)) k--;
    const before = tokens[k];
    if (before?.kind === 'role' || before?.kind === 'name') return !isObject(tokens, k);
    return !isObject(tokens, i) && before?.kind !== 'credit' && before?.kind !== 'cue';
  });
}

function isObject(tokens: readonly ClauseToken[], at: number): boolean {
  return headBefore(tokens, at) !== at || tokens[at - 1]?.kind === 'preposition' || /ing$/.test(tokens[at - 1]?.text ?? '');
}

const DEMONYM = /^(?:(?:North|South|East|West|Northern|Southern)\s)?(?:Russian|Korean|American|Chinese|British|French|German|Japanese|Italian|Spanish|Ukrainian|Israeli|Palestinian|Iranian|Iraqi|Syrian|Turkish|Indian|Pakistani|Canadian|Australian|European|African|Asian|Mexican|Brazilian|Dutch|Polish|Swedish|Norwegian|Danish|Finnish|Greek|Irish|Scottish|Welsh|English|Soviet|Western|Egyptian|Saudi|Vietnamese|Thai|Belarusian|Democratic|Republican|Democrat|Christian|Muslim|Jewish)s?$/u;

/** Speakers in front of a quotation, the likeliest first: subjects of the cues nearest to it, else the sentence's subject. */
function leadingSpeakers(tokens: readonly ClauseToken[], text: string): { speakers: Speaker[]; strong: boolean } {
  const last = tokens.findLast(({ kind }) => kind !== 'comma' && kind !== 'quoted');
  if (last?.kind === 'colon') {
    const before = tokens.slice(0, tokens.indexOf(last));
    const only = before.at(-1);
    if (only?.kind === 'name' && before.every(({ kind }) => kind === 'name' || kind === 'role' || kind === 'determiner')) {
      return { speakers: [speakerOf(only)], strong: true };
    }
  }
  const speakers: Speaker[] = [];
  let strong = false;
  for (let i = tokens.length - 1; i >= 0 && speakers.length === 0; i--) {
    const token = tokens[i] as ClauseToken;
    if (token.kind === 'stop') break;
    if (token.kind !== 'cue') continue;
    const quoted = /^quot(?:ed|es|ing)$/.test(token.text) ? tokens[i + 1] : undefined;
    if (quoted?.kind === 'name') speakers.push(speakerOf(quoted));
    else if (quoted && /^(?:him|her|them)$/.test(quoted.text)) speakers.push({ ...speakerOf(quoted), kind: 'pronoun' });
    else {
      const subject = subjectBefore(tokens, i);
      if (subject) speakers.push(speakerOf(subject));
    }
    strong ||= speakers.length > 0;
  }
  const main = mainSubject(tokens, text);
  if (main && !speakers.some(({ span }) => span.start === main.span.start)) speakers.push(speakerOf(main));
  return { speakers, strong };
}

/** Whoever a phrase such as “according to” credits, and the subjects of “reported”. */
function creditsIn(tokens: readonly ClauseToken[]): Speaker[] {
  const credits: Speaker[] = [];
  tokens.forEach((token, i) => {
    if (token.kind === 'credit') {
      const named = tokens.slice(i + 1, i + 10).findIndex(({ kind }) => kind === 'name' || kind === 'stop');
      const subject = tokens[i + 1 + named];
      const role = tokens.slice(i + 1, i + 5).find(({ kind }) => kind === 'role' || kind === 'pronoun');
      if (named >= 0 && subject?.kind === 'name') credits.push(speakerOf(subject));
      else if (role) credits.push(speakerOf(role));
    } else if (token.kind === 'cue' && /^report(?:s|ed|ing)?$/.test(token.text)) {
      const subject = subjectBefore(tokens, i);
      if (subject) credits.push(speakerOf(subject));
    }
  });
  return credits;
}

/** “The message came from Ada Quill.” */
function originIn(tokens: readonly ClauseToken[]): Speaker | undefined {
  const at = tokens.findIndex(({ text }, i) => text === 'from' && /^(?:came|was|were|is|comes)$/.test(tokens[i - 1]?.text ?? ''));
  if (at < 0) return undefined;
  const names = tokens.slice(at + 1, at + 8).filter(({ kind }) => kind === 'name');
  const name = names.findLast((token) => !DEMONYM.test(token.text));
  return name ? speakerOf(name) : undefined;
}

/** The line under a block quote: “— Ada Quill, harbour master”. */
function dashLine(prose: Prose, quotation: Quotation): Attribution | undefined {
  const rest = prose.text.slice(quotation.span.end, quotation.span.end + 300);
  const found = /^[\s>\u2060”"]*(?:\n[\s>\u2060]*)?(?:[—–―]|--?)\s*([^\n]+)/u.exec(rest);
  if (!found) return undefined;
  const end = quotation.span.end + found[0].length;
  const span = { start: end - (found[1] as string).length, end };
  const names = namesIn(prose.text, span).map(({ span: name, core }): Speaker => ({ span: name, kind: 'name', core, name: null }));
  return { span, speakers: names.slice(0, 1), credits: names.slice(1), place: 'sentence' };
}

function spanOf(speakers: readonly Speaker[], fallback: Span): Span {
  if (speakers.length === 0) return fallback;
  return { start: Math.min(...speakers.map(({ span }) => span.start)), end: Math.max(...speakers.map(({ span }) => span.end)) };
}

/** So many paragraphs back a pronoun may refer, and a quotation that stands alone may go on. */
const FARTHEST_BACK = 25;

/**
 * Reads attributions in one prose, each when it is asked for: an article may be long, and few of its quotations matter.
 * What pronouns and quotations that stand alone refer to is looked for backwards.
 */
export class AttributionReader {
  readonly #prose: Prose;
  readonly #outer: string;
  readonly #top: readonly Quotation[];
  readonly #sentences = new Map<Block, readonly Span[]>();
  readonly #named = new Map<Block, Speaker | null>();
  readonly #read = new Map<Quotation, Attribution | undefined>();

  constructor(prose: Prose, quotations: readonly Quotation[]) {
    this.#prose = prose;
    this.#top = quotations.filter(({ depth }) => depth === 0);
    this.#outer = outerText(prose.text, this.#top);
  }

  /** What says whose words an outermost quotation is; undefined where nobody is named. */
  attributionOf(quotation: Quotation): Attribution | undefined {
    if (!this.#read.has(quotation)) {
      // A quotation that is being read refers to none before itself.
      this.#read.set(quotation, undefined);
      const b = this.#prose.blocks.findIndex(({ span }) => span.end > quotation.span.start);
      if (b >= 0) this.#read.set(quotation, this.#find(quotation, b));
    }
    return this.#read.get(quotation);
  }

  #sentencesOf(block: Block): readonly Span[] {
    let sentences = this.#sentences.get(block);
    if (!sentences) {
      sentences = sentencesOf(this.#outer, block.span);
      this.#sentences.set(block, sentences);
    }
    return sentences;
  }

  #sentenceAt(block: Block, offset: number): number {
    const sentences = this.#sentencesOf(block);
    const found = sentences.findIndex(({ end }) => end > offset);
    return found < 0 ? sentences.length - 1 : found;
  }

  #subjectOf(sentence: Span): Speaker | undefined {
    const main = mainSubject(clauseTokens(this.#outer, sentence), this.#outer);
    return main?.kind === 'name' && !looksLikeOrganisation(sliceOf(this.#outer, main.span)) ? speakerOf(main) : undefined;
  }

  /** The person whom the block's sentences that begin before `offset` speak of last. */
  #namedIn(block: Block, offset: number): Speaker | null {
    const whole = offset >= block.span.end;
    const known = whole ? this.#named.get(block) : undefined;
    if (known !== undefined) return known;
    let named: Speaker | null = null;
    for (const sentence of this.#sentencesOf(block).filter(({ start }) => start < offset).reverse()) {
      named = this.#subjectOf(sentence) ?? null;
      if (named) break;
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
      (quotation.style === 'block' ? dashLine(this.#prose, quotation) : undefined) ??
      this.#inSentence(quotation, block) ??
      this.#ledIn(b) ??
      this.#inNeighbours(quotation, block) ??
      this.#carried(quotation, b);
    if (!found) return undefined;
    const start = this.#sentencesOf(block)[this.#sentenceAt(block, quotation.span.start)]?.start ?? 0;
    const resolve = (speaker: Speaker) => this.#resolve(speaker, b, start);
    return { ...found, speakers: found.speakers.map(resolve), credits: found.credits.map(resolve) };
  }

  /** Text between the quotation's sentence's start and it, and from it to the sentence's end. */
  #inSentence(quotation: Quotation, block: Block): Attribution | undefined {
    const sentence = this.#sentencesOf(block)[this.#sentenceAt(block, quotation.span.start)] ?? block.span;
    const before = clauseTokens(this.#outer, { start: Math.min(sentence.start, quotation.span.start), end: quotation.span.start });
    const end = this.#clauseEnd(quotation, block);
    const after = clauseTokens(this.#outer, { start: quotation.span.end, end });
    const between = quotation.pieces.slice(1).flatMap((piece, i) => clauseTokens(this.#outer, { start: (quotation.pieces[i] as Span).end + 1, end: piece.start - 1 }));
    return attributionFrom(before, between.length > 0 ? between : after, { text: this.#outer, rest: between.length > 0 ? after : [], at: quotation.span });
  }

  /** Where the words after a quotation stop belonging to it: its sentence's end, the next sentence's where it follows ?” or !”. */
  #clauseEnd(quotation: Quotation, block: Block): number {
    const nextQuotation = this.#top.find(({ span }) => span.start >= quotation.span.end);
    const limit = Math.min(block.span.end, nextQuotation?.span.start ?? block.span.end);
    if (limit <= quotation.span.end) return quotation.span.end;
    const start = quotation.span.end;
    const rest = sentencesOf(this.#outer, { start, end: limit });
    return rest[0]?.end ?? start;
  }

  /** A block that ends with a colon leads into the quotation that begins the next one. */
  #ledIn(b: number): Attribution | undefined {
    const before = this.#prose.blocks[b - 1];
    if (!before || !/:[\s\u2060]*$/u.test(sliceOf(this.#outer, before.span))) return undefined;
    const sentence = this.#sentencesOf(before).at(-1);
    if (!sentence) return undefined;
    return attributionFrom(clauseTokens(this.#outer, sentence), [], { text: this.#outer, rest: [], at: sentence });
  }

  #inNeighbours(quotation: Quotation, block: Block): Attribution | undefined {
    const sentences = this.#sentencesOf(block);
    const at = this.#sentenceAt(block, quotation.span.start);
    const last = this.#sentenceAt(block, quotation.span.end - 1);
    for (const neighbour of [sentences[last + 1], sentences[at - 1]]) {
      if (!neighbour) continue;
      const tokens = clauseTokens(this.#outer, neighbour);
      const origin = originIn(tokens);
      if (origin) return { span: origin.span, speakers: [origin], credits: [], place: 'neighbour' };
      const credits = creditsIn(tokens);
      const cueAt = tokens.findIndex(({ kind, text }) => kind === 'cue' && isSpeechCue(text));
      const subject = cueAt >= 0 ? (subjectBefore(tokens, cueAt) ?? (cueAt <= 1 ? subjectAfter(tokens, cueAt) : undefined)) : undefined;
      if (subject && (subject.kind !== 'role' || cueAt > 0)) {
        return { span: subject.span, speakers: [speakerOf(subject)], credits, place: 'neighbour' };
      }
      if (credits.length > 0) return { span: spanOf(credits, neighbour), speakers: [], credits, place: 'neighbour' };
    }
    return undefined;
  }

  /** A quotation that stands alone in its paragraph goes on with whoever spoke last. */
  #carried(quotation: Quotation, b: number): Attribution | undefined {
    const { span } = this.#prose.blocks[b] as Block;
    const around = this.#outer.slice(span.start, quotation.span.start) + this.#outer.slice(quotation.span.end, span.end);
    const alone = !/[\p{L}\p{N}]/u.test(around.replaceAll(MARKUP, '').replaceAll(QUOTED, ''));
    const speaker = alone ? this.#lastSpeaker(b) : null;
    return speaker ? { span: speaker.span, speakers: [speaker], credits: [], place: 'carried' } : undefined;
  }

  #resolve(speaker: Speaker, b: number, before: number): Speaker {
    if (speaker.name !== null) return speaker;
    const named = speaker.kind === 'name' ? speaker : this.#lastNamed(b, before);
    return { ...speaker, name: named ? this.#fullName(sliceOf(this.#prose.text, named.core)) : null };
  }

  #known: string[] | undefined;
  /** The fullest form in which the prose names the same person: “Kim” is Kim Jong-un. */
  #fullName(name: string): string {
    const clean = (text: string) => text.replaceAll(MARKUP, '').replace(/\s+/g, ' ').replace(/[’']s$/u, '');
    this.#known ??= [...new Set(this.#prose.blocks.flatMap(({ span }) => namesIn(this.#outer, span)).map(({ core }) => clean(sliceOf(this.#outer, core))))].filter(
      (known) => nameWords(known).length > 1 && !looksLikeOrganisation(known),
    );
    const own = clean(name);
    if (nameWords(own).length > 1) return own;
    return this.#known.find((known) => isShortFor(own, known)) ?? own;
  }
}

/** “Kim” for Kim Jong-un, “Putin” for Vladimir Putin: the first or last word of a name. */
function isShortFor(short: string, full: string): boolean {
  const words = nameWords(full);
  return words.length <= 4 && [words[0], words.at(-1)].includes(nameWords(short)[0]) && sameName(short, full);
}

interface AttributionContext {
  readonly text: string;
  /** What follows the quotation, where `after` is what interrupts it. */
  readonly rest: readonly ClauseToken[];
  readonly at: Span;
}

function attributionFrom(before: readonly ClauseToken[], after: readonly ClauseToken[], context: AttributionContext): Attribution | undefined {
  const following = followingSpeaker(after);
  const leading = leadingSpeakers(before, context.text);
  const credits = [...creditsIn(before), ...creditsIn(after), ...creditsIn(context.rest)];
  const reports = following !== undefined && /^report/.test(following.cue.text) && leading.strong;
  const speakers: Speaker[] = [];
  if (following?.near && !reports) speakers.push(following.speaker);
  if (leading.strong || (before.length > 0 && speakers.length === 0)) speakers.push(...leading.speakers);
  if (following && !speakers.includes(following.speaker)) speakers.push(following.speaker);
  if (speakers.length === 0) speakers.push(...credits.slice(0, 1));
  const weak = !following && !leading.strong && credits.length === 0;
  if (speakers.length === 0 || (weak && !hasQuotedTail(before))) return undefined;
  return { span: spanOf([...speakers, ...credits], context.at), speakers, credits, place: 'sentence' };
}

/** Whether the quotation goes on a clause begun before it, rather than standing as a sentence of its own. */
function hasQuotedTail(before: readonly ClauseToken[]): boolean {
  const last = before.at(-1);
  return last !== undefined && last.kind !== 'stop';
}

/** What says whose words each outermost quotation is. Quotations that nobody is named for are not in the map. */
export function attributionsOf(prose: Prose, quotations: readonly Quotation[]): Map<Quotation, Attribution> {
  const reader = new AttributionReader(prose, quotations);
  const read = quotations.flatMap((quotation): [Quotation, Attribution][] => {
    const attribution = quotation.depth === 0 ? reader.attributionOf(quotation) : undefined;
    return attribution ? [[quotation, attribution]] : [];
  });
  return new Map(read);
}

/** Whether a sentence says itself whose word it is: a speech verb with its subject, or “according to …”. */
export function attributesSomething(outer: string, sentence: Span): boolean {
  const tokens = clauseTokens(outer, sentence);
  if (creditsIn(tokens).length > 0) return true;
  return tokens.some((token, i) => token.kind === 'cue' && isSpeechCue(token.text) && (subjectBefore(tokens, i) ?? subjectAfter(tokens, i)) !== undefined);
}
