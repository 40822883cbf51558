import type { DraftLanguage } from '../language.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plainText.ts';

/** Every language of drafts. One line a language. */
const LANGUAGES: readonly DraftLanguage[] = [markdown, plainText];

/** What the names of files in these languages end in, after the dot. */
export const LANGUAGE_ENDINGS: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ endings }) => endings));

/** The language with an editor's id; plain text for any other. */
export function languageOf(id: string): DraftLanguage {
  return LANGUAGES.find(({ ids }) => ids.includes(id)) ?? plainText;
}

/** The id of the language that a file's name tells; plain text's for any other ending. */
export function languageIdOf(path: string): string {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return (LANGUAGES.find(({ endings }) => endings.includes(ending)) ?? plainText).ids[0] as string;
}
