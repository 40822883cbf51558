import type { Finding, RuleName } from '../rules/finding.ts';
import type { HouseStyle } from '../rules/style.ts';
import { SEVERITIES, type Settings, type Severity } from './settings.ts';

/** Severities by `rule`, or by `rule.kind` for one kind of it. */
type SeverityTable = Readonly<Record<string, Severity>>;

/** How loudly each rule reports where nothing else is said. */
export const DEFAULT_SEVERITIES: Readonly<Record<RuleName, Severity>> = {
  misquote: 'warning',
  'spliced-quote': 'warning',
  'quote-not-found': 'information',
  'wrong-speaker': 'warning',
  'wrong-source': 'warning',
  'unattributed-quote': 'warning',
  'inconsistent-quote': 'warning',
  'unbalanced-marks': 'warning',
  'wrong-date': 'warning',
  'wrong-number': 'warning',
  'wrong-name': 'warning',
  'unattributed-claim': 'warning',
  'cut-quote': 'hint',
  'secondhand-quote': 'information',
  'sources-disagree': 'hint',
  'superseded-source': 'warning',
  'unused-stet': 'hint',
};

/**
 * Kinds that weigh more than their rule: these change what the speaker said, whatever else the sentence keeps. Less weighs
 * what only another draft shows, which may be right or wrong itself, and what an update may have left out for want of room.
 */
const KIND_SEVERITIES: SeverityTable = {
  'misquote.number': 'error',
  'misquote.name': 'error',
  'misquote.negation': 'error',
  'misquote.modal': 'error',
  'spliced-quote.speakers': 'error',
  'inconsistent-quote.drafts': 'hint',
  'superseded-source.dropped': 'information',
};

/**
 * Where a house style reports more or less loudly than `strict`. What a style accepts is no finding at all and is
 * decided when the words are compared; only what it reports all the same stands here.
 */
const STYLE_SEVERITIES: Readonly<Record<HouseStyle, SeverityTable>> = {
  strict: {},
  // Mended grammar (agreement, an article, the tense of an auxiliary) comes as a changed function word.
  guardian: { 'misquote.function': 'information', 'misquote.bracket': 'information' },
  chicago: {},
  legal: { 'misquote.function': 'error', 'misquote.sic': 'error' },
};

/** What nobody has stated bears no more than this. */
const LOUDEST_OF_GUESS = 'information';

/**
 * How loudly a finding is reported: a setting for its kind, else for its rule, else the house style's, else the default; and
 * where it rests on what was guessed, no louder than as information, whatever the settings say.
 */
export function severityOf(finding: Finding, settings: Settings): Severity {
  const severity = statedSeverity(finding, settings);
  const isLoud = SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(LOUDEST_OF_GUESS);
  return isLoud && (finding.guessed ?? []).length > 0 ? LOUDEST_OF_GUESS : severity;
}

function statedSeverity(finding: Finding, settings: Settings): Severity {
  const { rule } = finding;
  const kind = finding.kind === null ? rule : `${rule}.${finding.kind}`;
  const style = STYLE_SEVERITIES[settings.houseStyle];
  return (
    own(settings.severity, kind) ??
    own(settings.severity, rule) ??
    own(style, kind) ??
    own(style, rule) ??
    own(KIND_SEVERITIES, kind) ??
    DEFAULT_SEVERITIES[rule]
  );
}

/** The entry of a table that may come from outside: `constructor` is no severity. */
function own(table: SeverityTable, key: string): Severity | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
