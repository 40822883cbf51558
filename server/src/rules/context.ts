import type { Article } from '../corpus/article.ts';
import type { Candidate, Corpus } from '../corpus/corpus.ts';
import type { Draft } from '../draft/draft.ts';
import { type Located, locate } from '../match/locate.ts';
import type { Attribution } from '../prose/attribution.ts';
import type { Claim } from '../prose/claims.ts';
import type { DateMention } from '../prose/dates.ts';
import { isEnglishAt } from '../prose/inEnglish.ts';
import { namesIn, sameName } from '../prose/names.ts';
import { type Block, blockAt, readable } from '../prose/prose.ts';
import type { Quotation } from '../prose/quotations.ts';
import { type QuotedToken, quotedTokens } from '../prose/quotedWords.ts';
import { byContent, copyOf } from '../text/byContent.ts';
import { say } from '../text/said.ts';
import { contains, cover, moved, type Span, sliceOf } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import type { Articles } from './analysis.ts';
import type { ClaimMatch } from './claimMatch.ts';
import { type Credit, creditsOf } from './credits.ts';
import type { NewestQuery } from './newestVersion.ts';
import { claimPlaces, hasNear, nearPlaces } from './places.ts';
import { type QuotationReading, readQuotation, unchecked } from './reading.ts';
import { rememberedReading } from './readingMemory.ts';
import { fullNamesOf, peopleOf } from './somebody.ts';
import { fitsSource } from './sourceDates.ts';
import type { CheckOptions } from './style.ts';
import type { Surroundings } from './surroundings.ts';

/** Places that retrieval named, by the element whose words were asked for. */
export interface Retrieved {
  readonly quotations: ReadonlyMap<Quotation, readonly Candidate[]>;
  readonly claims: ReadonlyMap<Claim, readonly Candidate[]>;
}

/** The sentence a quotation stands in, quotation included, and the block's bounds. */
export interface Setting {
  readonly sentence: Span;
  readonly block: Span;
}

/** What the corpus has like a claim. */
export interface ClaimReading {
  /** Made when they are first asked for: most claims stand as they stood. */
  readonly tokens: () => readonly QuotedToken[];
  /** Best first. */
  readonly located: readonly Located[];
}

type Tokens = readonly QuotedToken[];

/** The words of a claim that are the writer's own: quotations inside it are left out. */
function claimTokens({ outer }: Draft, { span: claim }: Claim): Tokens {
  return wordsOfClaim(sliceOf(outer, claim)).map(({ folded, span }) => ({
    kind: 'word',
    word: { folded, span: moved(span, claim.start) },
    altered: false,
  }));
}

const wordsOfClaim = byContent((text) => wordsOf(text));

/** What `make` gives, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** “(translated from Korean)”, “in our own translation”: what says that somebody put the words into another language. */
const TRANSLATED =
  /\([^()]*\b[Tt]ranslat(?:ed|ion)\b[^()]*\)|\btranslated from (?:the )?(?:original )?\p{Upper}\p{Lower}+|\b(?:[Mm]y|[Oo]ur|[Oo]wn|author’s|author's) translation\b/u;
/** A parenthesis that says so may stand behind the full stop. UTF-16 code units. */
const TRANSLATED_BEHIND = /^\s*\([^()]*\btranslat(?:ed|ion)\b/iu;
const BEHIND = 60;

type World = { readonly corpus: Corpus; readonly articles: Articles };

/**
 * Where words were located, by what retrieval named for them, which is the same array as long as words and corpus are the
 * same; `key` says what is not in the words. Gives the same array as before where the texts at hand are the same, too.
 */
class LocatedMemory {
  readonly #known = new WeakMap<
    readonly Candidate[],
    { key: string; corpus: Corpus; texts: readonly (Article | undefined)[]; located: readonly Located[] }
  >();

  remembered(candidates: readonly Candidate[], { corpus, articles }: World, make: () => readonly Located[], key = ''): readonly Located[] {
    const known = this.#known.get(candidates);
    const isAsBefore =
      known?.corpus === corpus && known.key === key && candidates.every(({ articleId }, i) => articles.get(articleId) === known.texts[i]);
    if (isAsBefore) return known.located;
    const located = make();
    this.#known.set(candidates, { key: copyOf(key), corpus, texts: candidates.map(({ articleId }) => articles.get(articleId)), located });
    return located;
  }
}

const claimsLocated = new LocatedMemory();
const claimsAlike = new LocatedMemory();
const quotationsAlike = new LocatedMemory();
const NONE: readonly Located[] = [];

/**
 * All that the rules share while one draft is judged; what is costly is worked out once. It is kept here, not by the
 * draft's parts in weak maps: what these hold outlives every collection of short-lived objects, and a keystroke's draft
 * should not.
 */
export class RuleContext {
  readonly draft: Draft;
  readonly corpus: Corpus;
  readonly articles: Articles;
  readonly options: CheckOptions;
  readonly #retrieved: Retrieved;
  readonly #readings = new Map<Quotation, QuotationReading>();
  readonly #claims = new Map<Claim, ClaimReading>();
  /** What several rules make of a claim. */
  readonly claimMatches = new Map<Claim, readonly ClaimMatch[]>();
  #publishers: readonly string[] | undefined;

  constructor(draft: Draft, retrieved: Retrieved, world: { corpus: Corpus; articles: Articles; options: CheckOptions }) {
    this.draft = draft;
    this.corpus = world.corpus;
    this.articles = world.articles;
    this.options = world.options;
    this.#retrieved = retrieved;
  }

  /** What the corpus has of an outermost quotation. */
  readingOf(quotation: Quotation): QuotationReading {
    let reading = this.#readings.get(quotation);
    if (!reading) {
      const { draft } = this;
      const candidates = this.#retrieved.quotations.get(quotation) ?? [];
      const { around, dates } = this.#around(quotation);
      const tokens = once(() => quotedTokens(draft.prose.text, quotation.pieces));
      const task = { quotation, tokens, candidates, around, dates };
      const remembered = rememberedReading(task, (witnessed) => readQuotation(quotation, task.tokens(), candidates, witnessed));
      reading = this.#unlessTranslated(remembered);
      this.#readings.set(quotation, reading);
    }
    return reading;
  }

  /** What the draft calls a translation has its own words: a source in another wording proves nothing against it. */
  #unlessTranslated(reading: QuotationReading): QuotationReading {
    if (reading.kind === 'verified' || reading.kind === 'altered' || reading.kind === 'unchecked') return reading;
    const { sentence } = this.settingOf(reading.quotation);
    const { outer } = this.draft;
    const isTranslation =
      TRANSLATED.test(sliceOf(outer, sentence)) || TRANSLATED_BEHIND.test(outer.slice(sentence.end, sentence.end + BEHIND));
    return isTranslation ? unchecked(reading, say`The draft says that it is a translation.`) : reading;
  }

  /**
   * Passages that are like those which a quotation was found in, and maybe these: what the sources have nearly so. Where the
   * very words were found, reading looks at no others. The same array as long as words, places and texts are the same.
   */
  alikeTo(quotation: Quotation): readonly Located[] {
    const candidates = this.#retrieved.quotations.get(quotation) ?? [];
    if (!hasNear(candidates)) return NONE;
    // Brackets are no words that retrieval is asked for, and yet count as tokens.
    const key = quotation.pieces.map((piece) => sliceOf(this.draft.prose.text, piece)).join('\n');
    const make = () => locate(this.readingOf(quotation).tokens(), nearPlaces(candidates), this.#world);
    return quotationsAlike.remembered(candidates, this, make, key);
  }

  /** The same for a claim. */
  claimsAlikeTo(claim: Claim): readonly Located[] {
    const candidates = this.#retrieved.claims.get(claim) ?? [];
    if (!hasNear(candidates)) return NONE;
    return claimsAlike.remembered(candidates, this, () => {
      return locate(claimTokens(this.draft, claim), nearPlaces(candidates), { ...this.#world, looseEnds: true });
    });
  }

  /** What was looked for when a quotation was read: to be laid on another version of its source. */
  queryOf(quotation: Quotation): NewestQuery {
    const candidates = this.#retrieved.quotations.get(quotation) ?? [];
    return { tokens: this.readingOf(quotation).tokens(), candidates, options: this.#world };
  }

  get #world(): World {
    return { corpus: this.corpus, articles: this.articles };
  }

  claimReadingOf(claim: Claim): ClaimReading {
    let reading = this.#claims.get(claim);
    if (!reading) {
      const tokens = once(() => claimTokens(this.draft, claim));
      const candidates = this.#retrieved.claims.get(claim) ?? [];
      const located = claimsLocated.remembered(candidates, this, () => {
        return locate(tokens(), claimPlaces(candidates), { ...this.#world, looseEnds: true });
      });
      reading = { tokens, located };
      this.#claims.set(claim, reading);
    }
    return reading;
  }

  attributionOf(quotation: Quotation): Attribution | undefined {
    return this.draft.attributions.get(quotation);
  }

  readonly #settings = new Map<Quotation, Setting>();

  /** The sentence of the draft that a quotation stands in. */
  settingOf(quotation: Quotation): Setting {
    const setting = this.#settings.get(quotation) ?? this.#findSetting(quotation);
    this.#settings.set(quotation, setting);
    return setting;
  }

  #findSetting(quotation: Quotation): Setting {
    const { span } = quotation;
    const block = blockAt(this.draft.prose, span.start);
    if (!block) return { sentence: span, block: span };
    const sentences = this.draft.sentences.of(block);
    const own = sentences.filter((sentence) => sentence.end > span.start && sentence.start < span.end);
    const whole = own.length > 0 ? cover(own[0] as Span, own.at(-1) as Span) : span;
    const sentence = span.end > block.span.end ? cover(whole, span) : whole;
    return { sentence: this.#withTail(sentence, quotation, sentences), block: block.span };
  }

  /** “…?” Ada asked on Monday. — the attribution after ?” or !” belongs to the quotation's sentence. */
  #withTail(sentence: Span, quotation: Quotation, sentences: readonly Span[]): Span {
    const next = sentences.find(({ start }) => start >= sentence.end);
    const attribution = this.attributionOf(quotation);
    const follows = next && attribution?.place === 'sentence' && attribution.speakers.some((speaker) => contains(next, speaker.span));
    return follows ? cover(sentence, next) : sentence;
  }

  /** The sentences of a block that a stretch lies in, with the one before and the one after. */
  besides(block: Block, span: Span): Span[] {
    const sentences = this.draft.sentences.of(block);
    const first = sentences.findIndex(({ end }) => end > span.start);
    const last = sentences.findLastIndex(({ start }) => start < span.end);
    return sentences.slice(Math.max(0, first - 1), last + 2);
  }

  /** The date mentions of a stretch of the draft, quotations left out. */
  datesIn(span: Span): DateMention[] {
    return this.draft.dates.filter((mention) => contains(span, mention.span));
  }

  /** Whether the paragraph at an offset is English: only there it can be told who is named. */
  isEnglishAt(offset: number): boolean {
    return isEnglishAt(this.draft.prose, offset);
  }

  #people: readonly string[] | undefined;

  /** The people to whom the draft gives words. */
  get people(): readonly string[] {
    this.#people ??= peopleOf(this);
    return this.#people;
  }

  /** Every publisher of the corpus, once. */
  get publishers(): readonly string[] {
    this.#publishers ??= this.corpus.publishers;
    return this.#publishers;
  }

  /** The publishers of the corpus that a text names. */
  publishersIn(text: string): string[] {
    return creditsOf(this.publishers)(text).map(({ publisher }) => publisher);
  }

  /** The publishers of the corpus that a stretch of the draft names, with the places where it does. Capitals count: the sun is not The Sun. */
  creditsIn(span: Span): Credit[] {
    const credits = creditsOf(this.publishers)(sliceOf(this.draft.outer, span));
    return credits.map((credit) => ({ ...credit, span: moved(credit.span, span.start) }));
  }

  /** Whether any name in a stretch of the draft can be `name`; the one at `except` does not count. */
  names(span: Span, name: string, except?: Span): boolean {
    return namesIn(this.draft.outer, span).some(
      ({ core }) => core.start !== except?.start && sameName(readable(sliceOf(this.draft.outer, core)), name, this.options.aliases),
    );
  }

  #fullNames: readonly string[] | undefined;

  /** Every name of several words in the draft, whatever bears it. */
  get fullNames(): readonly string[] {
    this.#fullNames ??= fullNamesOf(this);
    return this.#fullNames;
  }

  /** What stands round a quotation, and what of it says which dates fit. */
  #around(quotation: Quotation): { around: Surroundings; dates: string } {
    const attribution = this.attributionOf(quotation);
    const { sentence } = this.settingOf(quotation);
    const mentions = this.datesIn(sentence);
    const around = {
      draft: this.draft,
      corpus: this.corpus,
      articles: this.articles,
      style: this.options.houseStyle,
      aliases: this.options.aliases,
      speakers: [...(attribution?.speakers ?? []), ...(attribution?.credits ?? [])].flatMap(({ name }) => name ?? []),
      publishers: this.creditsIn(sentence).map(({ publisher }) => publisher),
      fitsDate: (located: Located) => mentions.some((mention) => fitsSource(mention, located)),
    };
    return { around, dates: JSON.stringify(mentions.map(({ readings }) => readings)) };
  }
}
