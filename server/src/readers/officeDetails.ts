import { type Article, type ArticleDetails, type GuessedDetail, NO_DETAILS } from '../corpus/article.ts';
import { parseIsoDate } from '../text/calendarDate.ts';
import type { Extracted } from './extracted.ts';
import { isPersonName, splitNames } from './names.ts';
import { isTranscript } from './transcript.ts';

/** What an office document says of itself beside its text; an empty text is not stated. */
export interface OfficeProperties {
  readonly title: string;
  readonly creator: string;
  /** ISO 8601, with a time mostly. */
  readonly created: string;
  readonly language: string;
}

/** The title that stands over a document's text, and whether the writer marked it as the title. */
export interface ShownTitle {
  readonly text: string;
  readonly marked: boolean;
}

/** Titles that programs and templates put in by themselves, in the languages in which they commonly do. */
const NO_TITLE =
  /^(?:microsoft word\b.*|(?:document|dokument|documento|untitled|unbenannt|sans titre|sin título|title|titel)\s*\d*|.*\b(?:template|vorlage|letterhead)\b.*|.*\.(?:docx?|odt|rtf|dotx?|pdf|txt|wpd)|[\d\s._-]*)$/iu;

/** Programs that sign the documents they make, and the day that the template of one of them was made. */
const PROGRAMS = /python-docx|docx4j|apache poi|openxml|pandoc|microsoft|windows|office|libreoffice/i;

/**
 * An article of an office document. The title that a reader sees over the text is believed before the one in the
 * properties, which is often what was left by the document that this one was made from. Who made the file and when is no
 * byline and no day of publication: both are guesses.
 */
export function officeArticle(id: string, { prose, locators }: Extracted, shown: ShownTitle | null, properties: OfficeProperties): Article {
  const stated = NO_TITLE.test(properties.title) ? null : properties.title;
  const title = (shown?.marked ? shown.text : null) ?? stated ?? shown?.text ?? null;
  const byProgram = PROGRAMS.test(properties.creator);
  const authors = byProgram ? [] : splitNames(properties.creator).filter(isPersonName);
  const published = byProgram ? null : (parseIsoDate(properties.created) ?? null);
  const guessed: readonly (GuessedDetail | false)[] = [
    title !== null && title !== stated && !shown?.marked && 'title',
    authors.length > 0 && 'authors',
    published !== null && 'published',
  ];
  const details: ArticleDetails = {
    ...NO_DETAILS,
    kind: isTranscript(prose) ? 'transcript' : 'report',
    title,
    authors,
    published,
    language: properties.language === '' ? null : properties.language,
    guessed: guessed.filter((detail) => detail !== false),
  };
  return { id, ...details, prose, ...(locators.length > 0 ? { locators } : {}) };
}
