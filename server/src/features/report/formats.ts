import type { Voice } from '../l10n/voice.ts';
import { annotationsJson } from './annotations.ts';
import { reportPage } from './html.ts';
import { annotatedMarkdown } from './markdown.ts';
import type { FactCheck } from './model.ts';

/** How a report can be written, and what the name of such a file ends with. */
export const REPORT_FORMATS = {
  markdown: { write: annotatedMarkdown, ending: '.checked.md' },
  html: { write: reportPage, ending: '.checked.html' },
  jsonld: { write: annotationsJson, ending: '.annotations.jsonld' },
} as const satisfies Record<string, { write: (check: FactCheck, voice: Voice) => string; ending: string }>;
export type ReportFormat = keyof typeof REPORT_FORMATS;
