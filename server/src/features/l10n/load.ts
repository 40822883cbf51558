import { ENGLISH, languageFor, type Voice, voiceIn } from './voice.ts';

/** The voice for a client's locale. Other languages than English lie beside the program, and are loaded when they are wanted. */
export async function voiceFor(locale: string | undefined): Promise<Voice> {
  const language = languageFor(locale);
  if (language === 'en') return ENGLISH;
  const { TEXTS } = await import('./catalogue.ts');
  return voiceIn(language, TEXTS);
}
