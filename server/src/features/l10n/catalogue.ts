import { ASSISTANTS } from './assistants.ts';
import { CARDS } from './cards.ts';
import { FILES } from './files.ts';
import { FINDINGS } from './findings.ts';
import { FORMATS } from './formats.ts';
import { REPORT } from './report.ts';
import { SETTINGS } from './settings.ts';
import type { Texts } from './voice.ts';

/** All that the server says, in German and Korean. */
export const TEXTS: Texts = {
  said: { ...FINDINGS, ...CARDS, ...REPORT, ...ASSISTANTS },
  plain: { ...SETTINGS, ...FILES, ...FORMATS },
};
