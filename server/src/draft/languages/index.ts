import type { DraftLanguage } from '../language.ts';
import { asciiDoc } from './asciiDoc.ts';
import { html } from './html.ts';
import { latex } from './latex.ts';
import { markdown } from './markdown.ts';
import { mdx } from './mdx.ts';
import { plainText } from './plainText.ts';
import { reStructuredText } from './reStructuredText.ts';
import { typst } from './typst.ts';

/** Every language of drafts. One line a language. */
export const LANGUAGES: readonly DraftLanguage[] = [markdown, plainText, latex, asciiDoc, reStructuredText, html, typst, mdx];

/** The language with an editor's id; plain text for any other. */
export function languageOf(id: string): DraftLanguage {
  return LANGUAGES.find(({ ids }) => ids.includes(id)) ?? plainText;
}

/**
 * The id of the language that a document is read in, by the id that its editor gives it. An editor that does not know the
 * language says plain text, or something of its own: then the file's name tells.
 */
export function languageIdFor(editorsId: string, path: string): string {
  const known = editorsId !== plainText.ids[0] && LANGUAGES.some(({ ids }) => ids.includes(editorsId));
  return known ? editorsId : languageIdOf(path);
}

/** The id of the language that a file's name tells; plain text's for any other ending. */
export function languageIdOf(path: string): string {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return (LANGUAGES.find(({ endings }) => endings.includes(ending)) ?? plainText).ids[0] as string;
}
