import { alterer, namesOf } from './alter.ts';
import { type Random, random } from './random.ts';
import type { RealText } from './realTexts.ts';
import { type SentencePlace, sentencesOf } from './sentences.ts';

/** An article of a corpus. The first real ones of an archive come first, then synthetic ones. */
export interface BenchArticle {
  /** Its place in the archive, from 0: what an answer names. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  /** YYYY-MM-DD, or null. */
  readonly published: string | null;
  readonly text: string;
}

/** Articles without end, the same for the same texts and seed: a corpus of N is the first N. */
export interface Archive {
  /** So many articles are real, the rest is synthetic. */
  readonly realCount: number;
  readonly seed: number;
  /** Made anew from its number alone. */
  article(number: number): BenchArticle;
  /** The first `count`, one by one, none of them kept. */
  articles(count: number): Generator<BenchArticle>;
  /** Real articles that are in no corpus, and no sentence of which is in a synthetic one. */
  readonly heldOut: readonly RealText[];
}

export interface ArchiveOptions {
  readonly seed?: number;
  /** Share of the real texts that no corpus gets. */
  readonly heldOut?: number;
}

/** Names are learnt from so many real texts: more add few. */
const TEXTS_FOR_NAMES = 1_500;
const LONGEST_RUN = 4;
/** Sentences beyond this many code units are lists and tables. */
const LONGEST_SENTENCE = 800;

/** Grows an archive from real texts. */
export function openArchive(texts: readonly RealText[], { seed = 1, heldOut = 1 / 12 }: ArchiveOptions = {}): Archive {
  const shuffled = random(seed, 'order').shuffle([...texts]);
  const held = shuffled.splice(0, Math.ceil(shuffled.length * heldOut));
  const soil: Soil = {
    texts: shuffled,
    names: namesOf(shuffled.slice(0, TEXTS_FOR_NAMES).map(({ text }) => text)),
    sentences: [],
  };
  const article = (number: number): BenchArticle => {
    const real = shuffled[number];
    return real ? { ...real, number } : syntheticArticle(number, soil, random(seed, 'article', number));
  };
  return {
    realCount: shuffled.length,
    seed,
    heldOut: held,
    article,
    *articles(count) {
      for (let number = 0; number < count; number++) yield article(number);
    },
  };
}

/** What synthetic articles grow from. */
interface Soil {
  readonly texts: readonly RealText[];
  readonly names: readonly string[];
  /** Of each text, once they were asked for. */
  readonly sentences: (readonly SentencePlace[])[];
}

function sentencesAt(soil: Soil, at: number): readonly SentencePlace[] {
  let places = soil.sentences[at];
  if (!places) {
    places = sentencesOf((soil.texts[at] as RealText).text).filter(({ start, end }) => end - start <= LONGEST_SENTENCE);
    soil.sentences[at] = places;
  }
  return places;
}

/**
 * Runs of one to four sentences from two to five real articles, their numbers and names changed, until it is as long as
 * some real article. A real archive has such near-copies: press releases of one office, a speech given twice.
 */
function syntheticArticle(number: number, soil: Soil, chance: Random): BenchArticle {
  const donors = Array.from({ length: chance.between(2, 5) }, () => chance.below(soil.texts.length));
  const length = Math.max(600, chance.pick(soil.texts).text.length);
  const alter = alterer(soil.names, chance);
  const paragraphs: string[] = [];
  let so = 0;
  // Donors may have no sentence at all, so the runs are counted too.
  for (let run = 0; so < length && run < length / 20; run++) {
    const donor = chance.pick(donors);
    const places = sentencesAt(soil, donor);
    const text = (soil.texts[donor] as RealText).text;
    const first = chance.below(Math.max(1, places.length));
    const taken = places.slice(first, first + chance.between(1, LONGEST_RUN));
    if (taken.length === 0) continue;
    const paragraph = taken.map(({ start, end }) => alter(text.slice(start, end))).join(' ');
    paragraphs.push(paragraph);
    so += paragraph.length + 2;
  }
  const { title, publisher, published } = soil.texts[donors[0] as number] as RealText;
  return { number, id: `synthetic-${number}`, title: alter(title), publisher, published, text: paragraphs.join('\n\n') };
}
