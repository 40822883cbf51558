import * as z from 'zod';
import { CHANGE_KINDS, type ChangeKind, RULE_NAMES, type RuleName } from '../rules/finding.ts';
import { HOUSE_STYLES } from '../rules/style.ts';
import { parseIsoDate } from '../text/calendarDate.ts';
import { isDatePattern } from '../text/datePattern.ts';
import { looksLike } from '../text/editDistance.ts';
import { late } from '../text/late.ts';
import { plainly } from '../text/said.ts';
import { CHECK_TIMES, CITATION_STYLES, DEFAULT_SETTINGS, SEVERITIES, type Settings, type SourceGlobs } from './settings.ts';

/** What `severity` takes as a key: a rule, or one kind of change of a misquote. */
export type SeverityKey =
  | RuleName
  | `misquote.${ChangeKind}`
  | 'spliced-quote.speakers'
  | 'inconsistent-quote.drafts'
  | 'superseded-source.dropped';

/** All rules, and the kinds of them that can be spoken of by themselves. */
export const SEVERITY_KEYS: readonly SeverityKey[] = [
  ...RULE_NAMES,
  ...CHANGE_KINDS.map((kind) => `misquote.${kind}` as const),
  'spliced-quote.speakers',
  'inconsistent-quote.drafts',
  'superseded-source.dropped',
];

export function isSeverityKey(key: string): key is SeverityKey {
  return (SEVERITY_KEYS as readonly string[]).includes(key);
}

const SOURCE_KEYS: readonly (keyof SourceGlobs)[] = ['include', 'exclude'];

const isDay = (text: string): boolean => parseIsoDate(text)?.day !== undefined && text.length === 'YYYY-MM-DD'.length;
const DAY = plainly`a day that exists, as YYYY-MM-DD`;
const DATE_PATTERN = plainly`a pattern with day and month, such as d MMMM yyyy or MMMM d, yyyy`;
const VERB = plainly`a verb as it stands before or behind a name, such as said`;
const MEGABYTES = plainly`a number of megabytes, 64 or more`;
const text = (what: string) => z.string({ error: what }).trim().min(1, { error: what });
const listOf = <Item extends z.ZodType>(item: Item, what: string) => z.array(item, { error: what });
const oneOf = <const Values extends readonly string[]>(values: Values) => z.enum(values, { error: plainly`one of ${values.join(', ')}` });

type Schemas = { readonly [Key in keyof Settings]: () => z.ZodType<Settings[Key]> };

/**
 * What each setting may hold. `satisfies` keeps the list and {@link Settings} one: a field without a schema, a schema
 * without a field or one of another type does not compile. The `error` of a schema is what should stand there, as a
 * message puts it after “must be”. Each is made when it is asked for: most projects set few.
 */
export const settingSchemas = {
  corpora: late(() => listOf(text(plainly`the path of a folder`), plainly`a list of folders, such as [corpus]`)),
  sources: late(() =>
    z.strictObject(
      {
        include: listOf(text(plainly`a glob pattern`), plainly`a list of glob patterns, such as ["**/*.pdf"]`).optional(),
        exclude: listOf(text(plainly`a glob pattern`), plainly`a list of glob patterns, such as [drafts]`).optional(),
      },
      { error: plainly`patterns of files, such as { exclude: [drafts] }` },
    ),
  ),
  houseStyle: late(() => oneOf(HOUSE_STYLES)),
  severity: late(() =>
    z.partialRecord(oneOf(SEVERITY_KEYS), oneOf(SEVERITIES), {
      error: plainly`rules and how loudly they report, such as { wrong-date: error }`,
    }),
  ),
  aliases: late(() =>
    listOf(
      listOf(text(plainly`a name, in quotation marks if YAML takes it for something else`), plainly`a list of names that mean the same`),
      plainly`a list of lists of names, such as [[Kyiv, Kiev]]`,
    ),
  ),
  include: late(() => listOf(text(plainly`a glob pattern`), plainly`a list of glob patterns, such as ["**/*.md"]`)),
  exclude: late(() => listOf(text(plainly`a glob pattern`), plainly`a list of glob patterns, such as ["drafts/old/**"]`)),
  date: late(() => z.string({ error: DAY }).refine(isDay, { error: DAY }).nullable()),
  check: late(() => oneOf(CHECK_TIMES)),
  memory: late(() =>
    z.number({ error: MEGABYTES }).int({ error: MEGABYTES }).min(64, { error: MEGABYTES }).max(1_048_576, { error: MEGABYTES }).nullable(),
  ),
  citationStyle: late(() => oneOf(CITATION_STYLES)),
  dateFormat: late(() => text(DATE_PATTERN).refine(isDatePattern, { error: DATE_PATTERN })),
  reportingVerb: late(() => text(VERB).regex(/^\p{L}[\p{L}\p{M} ’'-]{0,40}$/u, { error: VERB })),
  stetFile: late(() => text(plainly`the path of a file, such as editing/stet.yaml`).nullable()),
  assistants: late(() => z.boolean({ error: plainly`true or false` })),
} satisfies Schemas;

export type SettingName = keyof Settings;
export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as readonly SettingName[];

/** What a project file says of itself: whether no project file above it counts. It is no setting, and editors have none such. */
export const ROOT_KEY = 'root';
/** All keys of a project file. */
export const PROJECT_KEYS: readonly string[] = [...SETTING_NAMES, ROOT_KEY];

/** Something wrong with a value, and where in it: `['misquote.number']` in `severity`, `[2]` in `corpora`, `[]` for the whole. */
export interface ValueProblem {
  readonly path: readonly (string | number)[];
  /** Whether the key at the end of `path` is unknown, rather than its value wrong. */
  readonly unknownKey: boolean;
  readonly message: string;
}

/** What was read of a value: the part that holds, or undefined where nothing does. */
export interface ValueReading<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly ValueProblem[];
}

/** Reads the value of {@link ROOT_KEY}. */
export function readRoot(raw: unknown): ValueReading<boolean> {
  if (typeof raw === 'boolean') return { value: raw, problems: [] };
  return {
    value: undefined,
    problems: [{ path: [], unknownKey: false, message: plainly`“${ROOT_KEY}” must be ${plainly`true or false`}, not ${shown(raw)}.` }],
  };
}

export function isSettingName(key: string): key is SettingName {
  return Object.hasOwn(DEFAULT_SETTINGS, key);
}

/** The word of `known` that a misspelt one was meant to be, if any comes near. */
function suggestionFor(word: string, known: readonly string[]): string | undefined {
  const plain = (key: string) => key.toLowerCase().replace(/[-_. ]/g, '');
  return known.find((one) => plain(one) === plain(word)) ?? known.find((one) => looksLike(one.toLowerCase(), word.toLowerCase()));
}

const UNKNOWN: Readonly<Record<'setting' | 'key' | 'rule' | 'pattern' | 'kind of misquote', (key: string, instead: string) => string>> = {
  setting: (key, instead) => plainly`There is no setting “${key}”. ${instead}`,
  key: (key, instead) => plainly`There is no key “${key}”. ${instead}`,
  rule: (key, instead) => plainly`There is no rule “${key}”. ${instead}`,
  'kind of misquote': (key, instead) => plainly`There is no kind of misquote “${key}”. ${instead}`,
  pattern: (key, instead) => plainly`There is no setting of “sources” “${key}”. ${instead}`,
};

/** One sentence about a key that is none, with what was meant where that can be guessed, and else with what there is. */
export function unknownKeyMessage(key: string, what: keyof typeof UNKNOWN, known: readonly string[]): string {
  const meant = suggestionFor(key, known);
  return UNKNOWN[what](key, meant === undefined ? plainly`There are: ${known.join(', ')}.` : plainly`Did you mean “${meant}”?`);
}

/** Reads one setting from outside; never throws. What is wrong in a list or a map is left out and the rest holds. */
export function readSetting<Name extends SettingName>(name: Name, raw: unknown): ValueReading<Settings[Name]> {
  const schema = settingSchemas[name]() as unknown as z.ZodType<Settings[Name]>;
  const first = schema.safeParse(raw);
  if (first.success) return { value: first.data, problems: [] };
  const problems = first.error.issues.flatMap((issue) => problemsOf(name, raw, issue));
  const rest = schema.safeParse(problems.some(({ path }) => path.length === 0) ? undefined : without(raw, problems));
  return { value: rest.success ? rest.data : undefined, problems };
}

function problemsOf(name: SettingName, raw: unknown, issue: z.core.$ZodIssue): ValueProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(name, [...path, key], key));
  if (issue.code === 'invalid_key') return [unknownKey(name, path, String(path.at(-1)))];
  const place = path.reduce<string>((so, step) => (typeof step === 'number' ? `${so}[${step + 1}]` : `${so}.${step}`), name);
  return [{ path, unknownKey: false, message: plainly`“${place}” must be ${issue.message}, not ${shown(valueAt(raw, path))}.` }];
}

/** Two settings have keys of their own. */
function unknownKey(name: SettingName, path: readonly (string | number)[], key: string): ValueProblem {
  const message = name === 'severity' ? unknownKeyMessage(key, 'rule', SEVERITY_KEYS) : unknownKeyMessage(key, 'pattern', SOURCE_KEYS);
  return { path, unknownKey: true, message };
}

function valueAt(raw: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step], raw);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return plainly`empty`;
  if (Array.isArray(value)) return plainly`a list`;
  if (typeof value === 'object') return plainly`a map`;
  const words = String(value);
  return plainly`“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
}

/** `raw` with what the problems point at left out; later items first, so that indexes stay true. */
function without(raw: unknown, problems: readonly ValueProblem[]): unknown {
  const copy: unknown = structuredClone(raw);
  for (const { path } of [...problems].sort((a, b) => Number(b.path.at(-1)) - Number(a.path.at(-1)))) {
    const holder = valueAt(copy, path.slice(0, -1));
    const last = path.at(-1);
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else if (typeof holder === 'object' && holder !== null && last !== undefined) delete (holder as Record<string | number, unknown>)[last];
  }
  return copy;
}

/** Reads what an editor says under `verbatim`: unknown keys are none of our business there (other parts of an extension have settings too). */
export function settingsFrom(raw: unknown): { readonly settings: Partial<Settings>; readonly problems: readonly string[] } {
  if (typeof raw !== 'object' || raw === null) return { settings: {}, problems: [] };
  const settings: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const name of SETTING_NAMES) {
    const value = (raw as Record<string, unknown>)[name];
    if (value === undefined || value === null) continue;
    const reading = readSetting(name, value);
    if (reading.value !== undefined) settings[name] = reading.value;
    problems.push(...reading.problems.map(({ message }) => message));
  }
  return { settings: settings as Partial<Settings>, problems };
}
