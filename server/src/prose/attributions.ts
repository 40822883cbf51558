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

/** The subject in front of an apposition that ends just before `comma`: “Ada Quill, the keeper, | said”. */
function beforeApposition(tokens: readonly ClauseToken[], comma: number): ClauseToken | undefined {
  for (let i = comma - 1; i > 0 && comma - i < 16; i--) {
    const token = tokens[i] as ClauseToken;
    if (token.kind === 'stop' || token.kind === 'colon' || (token.kind === 'cue' && !/(?:ing|ed)$/.test(token.text))) return undefined;
    if (token.kind !== 'comma' && token.kind !== 'dash') continue;
    const inner = tokens[comma - 1] as ClauseToken;
    const head = tokens[headBefore(tokens, i - 1)];
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
  const head = tokens[headBefore(tokens, i)] as ClauseToken;
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

/** The attribution that follows a quotation: “…,” Ada said; “…,” wrote Ada; “…,” said the keeper. */
function followingSpeaker(tokens: readonly ClauseToken[]): { speaker: Speaker; cue: ClauseToken; near: boolean } | undefined {
  const first = tokens.findIndex(({ kind }) => !MARKS_ONLY.has(kind));
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

interface Outline {
  readonly text: string;
  readonly sentences: readonly Span[];
}

function sentenceAt(outline: Outline, offset: number): number {
  const found = outline.sentences.findIndex(({ end }) => end > offset);
  return found < 0 ? outline.sentences.length - 1 : found;
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

/** Reads attributions for the quotations of one prose, in order; keeps what pronouns and later paragraphs refer to. */
class AttributionReader {
  readonly #prose: Prose;
  readonly #outer: string;
  readonly #outlines = new Map<Block, Outline>();
  readonly #top: readonly Quotation[];
  #lastNamed: Speaker | null = null;
  #lastSpeaker: Speaker | null = null;

  constructor(prose: Prose, quotations: readonly Quotation[]) {
    this.#prose = prose;
    this.#top = quotations.filter(({ depth }) => depth === 0);
    this.#outer = outerText(prose.text, this.#top);
  }

  #outlineOf(block: Block): Outline {
    let outline = this.#outlines.get(block);
    if (!outline) {
      outline = { text: this.#outer, sentences: sentencesOf(this.#outer, block.span) };
      this.#outlines.set(block, outline);
    }
    return outline;
  }

  /** Remembers whom the sentences of `blocks` speak of, up to `end`. */
  #listen(block: Block, end: number): void {
    for (const sentence of this.#outlineOf(block).sentences) {
      if (sentence.start >= end) break;
      const tokens = clauseTokens(this.#outer, sentence);
      const main = mainSubject(tokens, this.#outer);
      if (main?.kind === 'name' && !looksLikeOrganisation(sliceOf(this.#outer, main.span))) this.#lastNamed = speakerOf(main);
    }
  }

  read(): Map<Quotation, Attribution> {
    const attributions = new Map<Quotation, Attribution>();
    let next = 0;
    this.#prose.blocks.forEach((block, b) => {
      const inBlock: Quotation[] = [];
      while (next < this.#top.length && (this.#top[next] as Quotation).span.start < block.span.end) {
        const quotation = this.#top[next++] as Quotation;
        if (quotation.span.start >= block.span.start) inBlock.push(quotation);
      }
      for (const quotation of inBlock) {
        const outline = this.#outlineOf(block);
        this.#listen(block, outline.sentences[sentenceAt(outline, quotation.span.start)]?.start ?? 0);
        const attribution = this.#attributionOf(quotation, b);
        if (attribution) attributions.set(quotation, attribution);
      }
      this.#listen(block, block.span.end);
      const speaks = inBlock.length > 0 || /:\s*$/u.test(sliceOf(this.#outer, block.span)) ? undefined : this.#lastNamed;
      if (speaks) this.#lastSpeaker = speaks;
    });
    return attributions;
  }

  #attributionOf(quotation: Quotation, b: number): Attribution | undefined {
    const block = this.#prose.blocks[b] as Block;
    const found =
      (quotation.style === 'block' ? dashLine(this.#prose, quotation) : undefined) ??
      this.#inSentence(quotation, block) ??
      this.#ledIn(b) ??
      this.#inNeighbours(quotation, block) ??
      this.#carried(quotation, block);
    if (!found) return undefined;
    const resolved = { ...found, speakers: found.speakers.map((speaker) => this.#resolve(speaker)), credits: found.credits.map((one) => this.#resolve(one)) };
    const first = resolved.speakers[0];
    if (first?.name) this.#lastSpeaker = first;
    return resolved;
  }

  /** Text between the quotation's sentence's start and it, and from it to the sentence's end. */
  #inSentence(quotation: Quotation, block: Block): Attribution | undefined {
    const outline = this.#outlineOf(block);
    const at = sentenceAt(outline, quotation.span.start);
    const sentence = outline.sentences[at] ?? block.span;
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
    const sentence = this.#outlineOf(before).sentences.at(-1);
    if (!sentence) return undefined;
    return attributionFrom(clauseTokens(this.#outer, sentence), [], { text: this.#outer, rest: [], at: sentence });
  }

  #inNeighbours(quotation: Quotation, block: Block): Attribution | undefined {
    const outline = this.#outlineOf(block);
    const at = sentenceAt(outline, quotation.span.start);
    const last = sentenceAt(outline, quotation.span.end - 1);
    for (const neighbour of [outline.sentences[last + 1], outline.sentences[at - 1]]) {
      if (!neighbour) continue;
      const tokens = clauseTokens(this.#outer, neighbour);
      const origin = originIn(tokens);
      if (origin) return { span: origin.span, speakers: [origin], credits: [], place: 'neighbour' };
      const credits = creditsIn(tokens);
      const cueAt = tokens.findIndex(({ kind, text }) => kind === 'cue' && isSpeechCue(text));
      const subject = cueAt >= 0 ? subjectBefore(tokens, cueAt) : undefined;
      if (subject && (subject.kind !== 'role' || cueAt > 0)) {
        return { span: subject.span, speakers: [speakerOf(subject)], credits, place: 'neighbour' };
      }
      if (credits.length > 0) return { span: spanOf(credits, neighbour), speakers: [], credits, place: 'neighbour' };
    }
    return undefined;
  }

  /** A quotation that stands alone in its paragraph goes on with whoever spoke last. */
  #carried(quotation: Quotation, block: Block): Attribution | undefined {
    const around = this.#outer.slice(block.span.start, quotation.span.start) + this.#outer.slice(quotation.span.end, block.span.end);
    const alone = !/[\p{L}\p{N}]/u.test(around.replaceAll(MARKUP, '').replaceAll(QUOTED, ''));
    const speaker = this.#lastSpeaker ?? this.#lastNamed;
    if (!alone || !speaker) return undefined;
    return { span: speaker.span, speakers: [speaker], credits: [], place: 'carried' };
  }

  #resolve(speaker: Speaker): Speaker {
    if (speaker.name !== null) return speaker;
    if (speaker.kind === 'name') return { ...speaker, name: this.#fullName(sliceOf(this.#prose.text, speaker.core)) };
    return { ...speaker, name: this.#lastNamed ? this.#fullName(sliceOf(this.#prose.text, this.#lastNamed.core)) : null };
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
  return new AttributionReader(prose, quotations).read();
}

/** Whether a sentence says itself whose word it is: a speech verb with its subject, or “according to …”. */
export function attributesSomething(outer: string, sentence: Span): boolean {
  const tokens = clauseTokens(outer, sentence);
  if (creditsIn(tokens).length > 0) return true;
  return tokens.some((token, i) => token.kind === 'cue' && isSpeechCue(token.text) && (subjectBefore(tokens, i) ?? subjectAfter(tokens, i)) !== undefined);
}
