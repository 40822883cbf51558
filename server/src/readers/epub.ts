import { type ArticleDetails, type GuessedDetail, NO_DETAILS } from '../corpus/article.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import { plainly } from '../text/said.ts';
import { refuseOtherKinds } from './archive/kind.ts';
import { extractingReader, problemOf, Unreadable } from './archive/unreadable.ts';
import { ZIP_LIMITS, Zip } from './archive/zip.ts';
import { parseDay } from './days.ts';
import { type BookPackage, metadataOf, readPackage, refuseLocked } from './epubPackage.ts';
import { placesOf } from './epubPlaces.ts';
import { BookText } from './epubText.ts';
import { splitNames } from './names.ts';
import type { Reading, ReadingProblem } from './reader.ts';
import { isTranscript } from './transcript.ts';

/**
 * E-books. A book is one article, not one a chapter: a draft names the book, a name in full in the first chapter is a
 * surname in the ninth, and the list of sources stays one of sources. Which chapter and printed page words stand in is
 * said by the places of the text.
 */
export const epub = extractingReader(['epub'], readEpub);

/** A chapter of half a megabyte is long. */
const LIMITS = { ...ZIP_LIMITS, part: 16 * 1_048_576, total: 64 * 1_048_576 };

const TEXTS = new Set(['application/xhtml+xml', 'text/html', 'application/html', 'text/x-oeb1-document']);

async function readEpub(id: string, bytes: Uint8Array): Promise<Reading> {
  refuseOtherKinds(bytes, plainly`an e-book`);
  const zip = new Zip(bytes, LIMITS);
  const book = await readPackage(zip);
  await refuseLocked(zip, book);
  const { text, problems } = await textOfBook(zip, book);
  const { prose, locators } = text.builder.finish();
  if (prose.blocks.length === 0) {
    const empty = { message: plainly`There is no text in the book: its pages are pictures, or it is damaged.`, span: null };
    return { articles: [], problems: problems.length > 0 ? problems : [empty] };
  }
  const details = { ...detailsOf(book), kind: isTranscript(prose) ? ('transcript' as const) : ('report' as const) };
  return { articles: [{ id, ...details, prose, ...(locators.length > 0 ? { locators } : {}) }], problems };
}

async function textOfBook(zip: Zip, book: BookPackage): Promise<{ readonly text: BookText; readonly problems: readonly ReadingProblem[] }> {
  const places = await placesOf(zip, book);
  const text = new BookText();
  const unread = new Map<string, string>();
  for (const { path, type } of book.spine) {
    try {
      const xhtml = TEXTS.has(type) ? zip.text(path) : '';
      if (xhtml === null) throw new Unreadable(plainly`The file is damaged, a part of it is missing: get it again.`);
      text.addFile(xhtml, places.get(path) ?? []);
    } catch (error) {
      unread.set(path, problemOf(error).message);
    }
  }
  return { text, problems: problemsOf(unread) };
}

/** One problem a reason, with the first place that it keeps from being read. */
function problemsOf(unread: ReadonlyMap<string, string>): ReadingProblem[] {
  return [...new Set(unread.values())].map((reason) => {
    const files = [...unread].filter(([, own]) => own === reason);
    const [first = ''] = files[0] ?? [];
    const message =
      files.length > 1
        ? plainly`A part of the book is left out (${first} and ${files.length - 1} more): ${reason}`
        : plainly`A part of the book is left out (${first}): ${reason}`;
    return { message, span: null };
  });
}

/** Who is no author: names that programs put in where there is none. */
const NOBODY = /^(?:unknown|unbekannt|inconnu|desconocido|various|anonymous|n\/a|-)?$/i;

function detailsOf({ metadata, version }: BookPackage): ArticleDetails {
  const titles = metadataOf(metadata, 'title');
  const main = titles.find(({ attributes }) => attributes['title-type'] === 'main') ?? titles[0];
  const authors = metadataOf(metadata, 'creator')
    .filter(({ text, attributes: { role } }) => (role === undefined || role === 'aut') && !NOBODY.test(text))
    .flatMap(({ text }) => splitNames(text));
  const { published, stated } = publicationOf(metadataOf(metadata, 'date'), version);
  const guessed: readonly GuessedDetail[] = published && !stated ? ['published'] : [];
  const first = (name: string) => metadataOf(metadata, name).find(({ text }) => !NOBODY.test(text))?.text ?? null;
  const url = ['identifier', 'source'].flatMap((name) => metadataOf(metadata, name)).find(({ text }) => /^https?:\/\/\S+$/i.test(text));
  return {
    ...NO_DETAILS,
    title: main && !NOBODY.test(main.text) ? main.text : null,
    publisher: first('publisher'),
    authors: [...new Set(authors)],
    published,
    url: url?.text ?? null,
    language: first('language'),
    guessed,
  };
}

/** Programs write the year 101 for a day that is not known. */
const FIRST_YEAR = 1450;

/**
 * EPUB 3 has only the day of publication (5.5.4); EPUB 2 has days of several events, and one that does not say of which
 * (OPF 2.0.1, 2.2.7) may be of anything.
 */
function publicationOf(
  dates: ReturnType<typeof metadataOf>,
  version: string,
): { readonly published: CalendarDate | null; readonly stated: boolean } {
  const publication = dates.find(({ attributes }) => /publi|issued/i.test(attributes.event ?? ''));
  const plain = dates.find(({ attributes }) => attributes.event === undefined);
  const day = parseDay((publication ?? plain)?.text ?? '');
  if (!day || day.year < FIRST_YEAR) return { published: null, stated: false };
  return { published: day, stated: publication !== undefined || version.startsWith('3') };
}
