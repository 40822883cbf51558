import { CHANGE_KINDS, RULE_NAMES } from '../rules/finding.ts';
import { RULES } from '../rules/index.ts';
import type { HouseStyle } from '../rules/style.ts';
import { plainly } from '../text/said.ts';
import type { CheckTime, CitationStyle, Severity } from './settings.ts';
import { ROOT_KEY, type SettingName, type SeverityKey } from './settingsSchema.ts';
import { DEFAULT_SEVERITIES } from './severity.ts';

/** What a key of a project file that is no setting means, as the comments of `settings.ts` say it of settings. */
export const ROOT_NOTE = {
  description: plainly`Whether this is the topmost project file: with \`true\`, no \`.verbatim.yaml\` in a folder above it counts. Without it those above fill in what this one leaves open.`,
  example: `${ROOT_KEY}: true`,
} as const;

const HOUSE_STYLE_NOTES: Readonly<Record<HouseStyle, string>> = {
  strict: plainly`The source’s words, but for typography, spelling, figures and the case of a first letter; mended grammar is a warning.`,
  guardian: plainly`As strict; mended grammar, and a bracket in place of a word, are reported as information.`,
  chicago: plainly`As strict; a bracket may stand in place of a word.`,
  legal: plainly`Every letter counts: case, punctuation, spelling and figures too; mended grammar is an error.`,
};

const CHECK_NOTES: Readonly<Record<CheckTime, string>> = {
  'while-typing': plainly`With every change of the draft.`,
  'on-save': plainly`When the draft is opened and when it is saved.`,
  'on-demand': plainly`When you run “Check This Draft Now”, and never else.`,
};

const CITATION_NOTES: Readonly<Record<CitationStyle, string>> = {
  text: plainly`In brackets: (Saltmere Gazette, 12 March 2024).`,
  link: plainly`In brackets, as a link to the article’s address or file.`,
  footnote: plainly`As a footnote at the draft’s end, with the title.`,
};

const SEVERITY_NOTES: Readonly<Record<Severity, string>> = {
  off: plainly`Not reported.`,
  hint: plainly`Barely visible in the editor, and nothing on the command line fails for it.`,
  information: plainly`Underlined, without a warning.`,
  warning: plainly`A warning; the command line fails for it with --max-warnings.`,
  error: plainly`An error; the command line fails for it.`,
};

/** What each value of a setting means that takes one of a few. */
export const VALUE_NOTES: Readonly<Partial<Record<SettingName | typeof ROOT_KEY, Readonly<Record<string, string>>>>> = {
  houseStyle: HOUSE_STYLE_NOTES,
  check: CHECK_NOTES,
  citationStyle: CITATION_NOTES,
  severity: SEVERITY_NOTES,
  [ROOT_KEY]: {
    true: plainly`No project file above this one counts.`,
    false: plainly`Those above fill in what this one leaves open (the default).`,
  },
};

const KIND_NOTES: Readonly<Partial<Record<SeverityKey, string>>> = {
  'spliced-quote.speakers': 'A spliced quotation whose parts are two people’s words.',
  'inconsistent-quote.drafts': 'The same quotation in two wordings in two drafts.',
  'superseded-source.dropped': 'Words that the newest version of a source no longer has, without saying why.',
};

/** What a rule, or one kind of its findings, is about, and how loudly it reports by default where that is one thing. */
export function severityKeyNote(key: SeverityKey): string {
  const own = KIND_NOTES[key];
  if (own !== undefined) return own;
  const [name = '', kind] = key.split('.');
  const rule = RULE_NAMES.find((one) => one === name);
  const summary = RULES.find((one) => one.name === name)?.summary ?? 'A directive or an entry lets nothing stand.';
  if (CHANGE_KINDS.some((one) => one === kind)) return `${summary} Only where the change is one of this kind: ${kind}.`;
  return rule === undefined ? summary : `${summary} By default: ${DEFAULT_SEVERITIES[rule]}.`;
}

/** What `sources` takes. */
export const SOURCE_KEY_NOTES = {
  include: plainly`Glob patterns of the files that are sources, as seen from each corpus folder; all that can be read where it is left out.`,
  exclude: plainly`Glob patterns of files that are no sources, though \`include\` has them.`,
} as const;
