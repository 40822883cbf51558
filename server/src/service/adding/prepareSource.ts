import { type Article, type ArticleDetails, NO_DETAILS } from '../../corpus/article.ts';
import { frontMatterSpan } from '../../prose/frontMatter.ts';
import { cleanText } from '../../readers/cleanText.ts';
import { decode } from '../../readers/decode.ts';
import { readerFor } from '../../readers/index.ts';
import type { Reading } from '../../readers/reader.ts';
import { plainly } from '../../text/said.ts';
import { wordsOf } from '../../text/words.ts';
import type { SourceBytes } from '../readEntry.ts';
import { withoutHeader } from './charset.ts';
import { endingFor, endingIn, isSameKind, isText, stemOf } from './contentKind.ts';
import { freeName, isTelling, madeName, safeStem } from './fileNames.ts';
import { metadataText } from './metadataText.ts';
import { type Addition, type NewFile, type Offer, type Refusal, refusal, type Stated, type Twin } from './offer.ts';

/** The surroundings of a source that is to be added. */
export interface AddingWorld {
  /** Reads content as it will be read in the corpus. Never rejects. */
  readonly read: (name: string, source: SourceBytes) => Promise<Reading>;
  /** Whether the folder has something of that name. */
  readonly isTaken: (name: string) => Promise<boolean>;
  /** Whether the rules of the folder take a file of that name for a source. */
  readonly admits: (name: string) => Promise<boolean>;
  /** A source that the corpus has already and that is the same as an article. */
  readonly twinOf: (article: Article) => Promise<Twin | null>;
}

/** A page with fewer words is a notice, a form or a shell that a script fills. */
const FEWEST_WORDS_OF_PAGE = 25;
/** How many words of its text a source without a title is called by. */
const NAME_WORDS = 7;

const LEFT_OUT = plainly`Nothing is checked against it: the setting “sources”, .gitignore or .verbatimignore leave a file of this name in this folder out.`;

/** What of an offer is kept. */
interface Kept {
  readonly ending: string;
  readonly bytes: Uint8Array;
  /** Its side file; null where it needs none. */
  readonly side: Uint8Array | null;
}

/**
 * Works out how content is kept as a source: under which name, and with which side file. Content is read as the corpus
 * will read it; what gives no article is not kept. Of several offers of the same content the first that can be read is
 * taken. Writes nothing.
 */
export async function prepareSource(offers: readonly Offer[], name: string | null, world: AddingWorld): Promise<Addition | Refusal> {
  let refused: Refusal | null = null;
  for (const offer of offers) {
    const prepared = await prepare(offer, name, world);
    if (prepared.kind === 'addition') return prepared;
    refused ??= prepared;
  }
  return refused ?? refusal(plainly`There is no text to be kept.`);
}

async function prepare(offer: Offer, wanted: string | null, world: AddingWorld): Promise<Addition | Refusal> {
  if (offer.bytes.length === 0) return refusal(plainly`It is empty.`);
  const kept = keptOf(offer, wanted);
  if (!readerFor(`x.${kept.ending}`)) return refusal(plainly`Files of this kind (.${kept.ending}) are not read as sources.`);
  // Who reads may take the bytes away.
  const reading = await world.read(`source.${kept.ending}`, { file: kept.bytes.slice(), side: kept.side?.slice() ?? null });
  const articles = reading.articles.map((article) => withStated(article, offer.stated));
  const words = articles.reduce((sum, article) => sum + wordsOf(cleanText(article)).length, 0);
  const problems = reading.problems.map(({ message }) => message);
  const [first] = articles;
  if (!first) return refusal(problems.join(' ') || plainly`There is no text in it.`);
  if (offer.origin === 'page' && words < FEWEST_WORDS_OF_PAGE) return refusal(noArticle(words));
  const stem = stemFor(offer, wanted, articles);
  const free = await freeName(stem, kept.ending, async (one) => (await world.isTaken(one)) || (await world.isTaken(`${one}.yaml`)));
  const files: NewFile[] = [{ name: free, bytes: kept.bytes }, ...(kept.side ? [{ name: `${free}.yaml`, bytes: kept.side }] : [])];
  if (!(await world.admits(free))) problems.push(LEFT_OUT);
  const { title, publisher, published, guessed } = first;
  const twin = articles.length === 1 ? await world.twinOf(first) : null;
  return { kind: 'addition', files, articles: articles.length, title, publisher, published, guessed, words, problems, twin };
}

/** The bytes as they are, save that pasted text gets what is stated of it as front matter: it is nobody's file yet. */
function keptOf(offer: Offer, wanted: string | null): Kept {
  const ending = endingFor(wanted !== null && endingIn(wanted) !== '' ? { ...offer, name: offer.name ?? wanted } : offer);
  const bytes = offer.origin === 'page' && isText(ending) ? withoutHeader(offer.bytes, offer.mediaType) : offer.bytes;
  const stated = metadataText(offer.stated);
  if (offer.origin === 'paste' && (ending === 'txt' || ending === 'md')) {
    const text = decode(bytes);
    if (stated !== null && frontMatterSpan(text) === null) return { ending, bytes: utf8(`---\n${stated}---\n\n${text}`), side: null };
  }
  // Of a key that stands there twice the first is read.
  const beside = (stated ?? '') + (offer.side ? decode(offer.side).replace(/^---[ \t]*\r?\n/, '') : '');
  return { ending, bytes, side: beside === '' ? null : utf8(beside) };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What the writer states holds, however the source was read. */
function withStated(article: Article, stated: Stated): Article {
  const { title, publisher, published, url } = stated;
  const own: Partial<ArticleDetails> = {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
  };
  return { ...NO_DETAILS, ...article, ...own, guessed: article.guessed.filter((detail) => own[detail] === undefined) };
}

/** The name asked for; a file's own where it tells something; else one of what is known. */
function stemFor({ origin, name, stated }: Offer, wanted: string | null, articles: readonly Article[]): string {
  if (wanted !== null) return safeStem(isKnownEnding(wanted) ? stemOf(wanted) : wanted);
  const own = name === null ? '' : stemOf(name);
  if (origin === 'file' && isTelling(own)) return safeStem(own);
  const only = articles.length === 1 ? articles[0] : undefined;
  if (!only) return safeStem([hostOf(stated.url), isTelling(own) ? own : null].filter(Boolean).join('-') || 'sources');
  const title = only.title ?? (isTelling(own) ? own : firstWords(only));
  return madeName({ published: only.published, publisher: only.publisher ?? hostOf(stated.url), title });
}

function isKnownEnding(name: string): boolean {
  const ending = endingIn(name);
  return readerFor(name) !== undefined || isSameKind(ending, 'html');
}

function firstWords(article: Article): string {
  return cleanText(article).split(/\s+/, NAME_WORDS).join(' ');
}

function hostOf(url: string | undefined): string | null {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1] ?? null;
}

function noArticle(words: number): string {
  if (words === 1)
    return plainly`There is no article on this page: only one word was found. It may ask for consent or a subscription, or be put together by a script. Open it in a browser, and save the page or copy its text.`;
  return plainly`There is no article on this page: only ${words} words were found. It may ask for consent or a subscription, or be put together by a script. Open it in a browser, and save the page or copy its text.`;
}
