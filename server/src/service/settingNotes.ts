// Written by `npm run manifest` from the comments of settings.ts.
import { plainly } from '../text/said.ts';
import type { SettingName } from './settingsSchema.ts';

/** What a setting is for, in Markdown, and how a project file says it. */
export interface SettingNote {
  readonly description: string;
  readonly example: string;
}

export const SETTING_NOTES: Readonly<Record<SettingName, SettingNote>> = {
  corpora: {
    description: plainly`Folders of sources that drafts are checked against, relative to the project file or the workspace folder. Empty: a folder \`corpus\` beside or above the draft.`,
    example: 'corpora: [corpus, ../archive/2025]',
  },
  sources: {
    description: plainly`Glob patterns of the files in the corpus folders that are sources (\`include\`; all that can be read if it is left out) and that are none though \`include\` has them (\`exclude\`), relative to each corpus folder. A folder stands for all that is in it. Hidden files, and what a \`.gitignore\` or \`.verbatimignore\` leaves out, are never sources.`,
    example: 'sources: { include: ["**/*.pdf", letters], exclude: [drafts, "**/*.bak.md"] }',
  },
  houseStyle: {
    description: plainly`Which alterations of a quotation are accepted: \`strict\`, \`guardian\`, \`chicago\` or \`legal\`.`,
    example: 'houseStyle: guardian',
  },
  severity: {
    description: plainly`How loudly a rule reports, by its name (\`wrong-date\`) or by the kind of change (\`misquote.spelling\`): \`off\`, \`hint\`, \`information\`, \`warning\` or \`error\`.`,
    example: 'severity: { quote-not-found: warning, misquote.spelling: hint }',
  },
  aliases: {
    description: plainly`Names that mean the same person, place or organisation, one list each.`,
    example: 'aliases: [[Kyiv, Kiev], [United Nations, UN]]',
  },
  include: {
    description: plainly`Glob patterns of the files that are drafts, relative to the project file or the workspace folder. A folder stands for all that is in it.`,
    example: 'include: [drafts, "columns/*.md"]',
  },
  exclude: {
    description: plainly`Glob patterns of files that are not drafts, though \`include\` has them. A folder stands for all that is in it.`,
    example: 'exclude: [drafts/old, "**/README.md"]',
  },
  date: {
    description: plainly`The day that relative dates (“on Tuesday”) count from in drafts whose front matter has no \`date\`, as YYYY-MM-DD.`,
    example: 'date: 2025-10-20',
  },
  check: {
    description: plainly`When a draft is checked: \`while-typing\`; \`on-save\`, also when it is opened; or \`on-demand\`, when you run *Check This Draft Now*, which always checks. What was found before stays until then, and hovers, hints and the outline show it; words that were changed since are said to be. What you ask for yourself, as going to a source or the fact-check report, is of the draft as it is. The command line goes without it.`,
    example: 'check: on-save',
  },
  memory: {
    description: plainly`Megabytes of memory that the index of the sources may take, from the next start on; what goes beyond is read from disk as it is needed, which is slower. Empty: a quarter of the machine's memory. The index takes about two thirds of what the sources' text takes.`,
    example: 'memory: 2048',
  },
  citationStyle: {
    description: plainly`How words that Verbatim puts into a draft name their source: \`text\` (Saltmere Gazette, 12 March 2024), \`link\` (the same, leading to the article's address or file) or \`footnote\` (a Markdown footnote, with the title). In plain text always \`text\`.`,
    example: 'citationStyle: footnote',
  },
  dateFormat: {
    description: plainly`How dates are written in what Verbatim puts into a draft: \`d\` and \`dd\` for the day, \`M\`, \`MM\`, \`MMM\` and \`MMMM\` for the month, \`yy\` and \`yyyy\` for the year, \`EEE\` and \`EEEE\` for the weekday, words between apostrophes.`,
    example: 'dateFormat: MMMM d, yyyy',
  },
  reportingVerb: {
    description: plainly`The verb that gives quoted words to their speaker in what Verbatim puts into a draft.`,
    example: 'reportingVerb: says',
  },
  stetFile: {
    description: plainly`The file that says which findings are let stand, relative to the project file or the workspace folder. Empty: \`.verbatim-stet.yaml\` beside the project file, or in the workspace folder.`,
    example: 'stetFile: editing/stet.yaml',
  },
};
