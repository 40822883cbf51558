import { CARDS } from './cards.ts';
import { FILES } from './files.ts';
import { FINDINGS } from './findings.ts';
import { FORMATS } from './formats.ts';
import { REPORT } from './report.ts';
import { SETTING_NOTES } from './settingNotes.ts';
import { SETTINGS } from './settings.ts';
import { VALUES } from './valueNotes.ts';
import type { Texts } from './voice.ts';

/** All that the server says, in German and Korean. */
export const TEXTS: Texts = {
  said: { ...FINDINGS, ...CARDS, ...REPORT },
  plain: { ...SETTINGS, ...SETTING_NOTES, ...VALUES, ...FILES, ...FORMATS },
};
