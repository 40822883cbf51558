import type { DraftLanguage } from '../language.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plainText.ts';

/** Every language of drafts. One line a language. */
const LANGUAGES: readonly DraftLanguage[] = [markdown, plainText];

/** The language with an editor's id; plain text for any other. */
export function languageOf(id: string): DraftLanguage {
  return LANGUAGES.find(({ ids }) => ids.includes(id)) ?? plainText;
}
