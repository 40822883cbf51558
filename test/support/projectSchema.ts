import { parse } from 'yaml';
import * as z from 'zod';
import { HOUSE_STYLES } from '../../server/src/rules/style.ts';
import { PROJECT_FILE } from '../../server/src/service/configuration.ts';
import { CHECK_TIMES, CITATION_STYLES, DEFAULT_SETTINGS, SEVERITIES } from '../../server/src/service/settings.ts';
import { ROOT_KEY, SETTING_NAMES, SEVERITY_KEYS, type SettingName, settingSchemas } from '../../server/src/service/settingsSchema.ts';
import { ROOT_NOTE, SOURCE_KEY_NOTES, severityKeyNote, VALUE_NOTES } from '../../server/src/service/valueNotes.ts';
import { type FieldComment, fieldComments, type ManifestTexts } from './manifestSettings.ts';

/** Where the schema lies in the repository and in the extension. */
export const PROJECT_SCHEMA_FILE = 'schemas/verbatim.schema.json';

/** Its part of the block `contributes.yamlValidation` of the manifest. */
export const PROJECT_VALIDATION = [{ fileMatch: `**/${PROJECT_FILE}`, url: `./${PROJECT_SCHEMA_FILE}` }];

/** Where the notes lie that the language server explains a project file with. */
export const NOTES_FILE = 'server/src/service/settingNotes.ts';

type Schema = Readonly<Record<string, unknown>>;

/** A day that exists, as the calendar of Gregory has it (ISO 8601: the years 0000 to 9999). */
const DAY = [
  '\\d{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])',
  '\\d{4}-(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)',
  '\\d{4}-02-(?:0[1-9]|1\\d|2[0-8])',
  '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29',
].join('|');

/** Fields of a day and words between apostrophes, with a day and a month among the fields (`text/datePattern.ts`). */
const FIELDS = "(?:d{1,2}(?!d)|M{1,4}(?!M)|y(?:y|yyy)?(?!y)|E{3,4}(?!E)|'[^'\\r\\n]*'|[^A-Za-z'\\r\\n])+";
const has = (field: string): string => `(?=(?:'[^']*'|[^'${field}])*${field})`;
const DATE_PATTERN = `^\\s*${has('d')}${has('M')}${FIELDS}\\s*$`;

/** What JSON schemas cannot take over from code. */
const OWN: Readonly<Partial<Record<SettingName, Schema>>> = {
  date: { type: 'string', pattern: `^(?:${DAY})$` },
  dateFormat: { type: 'string', pattern: DATE_PATTERN },
  reportingVerb: { type: 'string', pattern: "^\\s*\\p{L}[\\p{L}\\p{M} ’'-]{0,40}\\s*$" },
  houseStyle: { enum: HOUSE_STYLES },
  check: { enum: CHECK_TIMES },
  citationStyle: { enum: CITATION_STYLES },
  severity: {
    type: 'object',
    properties: Object.fromEntries(
      SEVERITY_KEYS.map((key) => [key, { description: severityKeyNote(key), allOf: [{ $ref: '#/definitions/severity' }] }]),
    ),
    additionalProperties: false,
  },
};

/** The JSON schema of project files: made of what is read. */
export function projectSchema(settingsSource: string): Schema {
  const properties = SETTING_NAMES.map((name) => [name, property(name, commentOf(name, settingsSource))] as const);
  const root = { ...described(ROOT_NOTE), default: false, type: ['boolean', 'null'] };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'What a project sets for Verbatim',
    description:
      'Settings for the drafts of a folder, for the editor and the command line alike. Files in folders above fill in what is left open.',
    type: ['object', 'null'],
    properties: { ...Object.fromEntries(properties), [ROOT_KEY]: root },
    additionalProperties: false,
    definitions: { severity: { enum: SEVERITIES, enumDescriptions: Object.values(VALUE_NOTES.severity ?? {}) } },
  };
}

function commentOf(name: SettingName, source: string): FieldComment {
  const comment = fieldComments(source).get(name);
  if (comment === undefined) throw new Error(`The setting ${name} has no comment in settings.ts.`);
  return comment;
}

function described({ description, example }: FieldComment): Schema {
  const value = (parse(example) as Record<string, unknown>)[example.slice(0, example.indexOf(':'))];
  return { description: plain(description), markdownDescription: `${description}\n\n\`${example}\``, examples: [value] };
}

/** Without the marks of Markdown. */
function plain(text: string): string {
  return text.replaceAll('`', '').replace(/\*(\p{L}[^*]*)\*/gu, '$1');
}

/** A key with nothing after it leaves a setting open. */
function property(name: SettingName, comment: FieldComment): Schema {
  const notes = name === 'severity' ? undefined : VALUE_NOTES[name];
  const { enum: values, type, ...schema } = (OWN[name] ?? written(name)) as { readonly enum?: readonly unknown[]; readonly type?: string };
  return {
    ...described(comment),
    default: DEFAULT_SETTINGS[name],
    ...(values ? { enum: [...values, null] } : { type: [type, 'null'] }),
    ...(notes ? { enumDescriptions: [...Object.values(notes), 'Left open.'] } : {}),
    ...schema,
  };
}

function written(name: SettingName): Schema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(settingSchemas[name](), { target: 'draft-7' }) as Record<string, unknown>;
  const [first] = (schema.anyOf as readonly Schema[] | undefined) ?? [schema];
  const whole = trimmed(first) as Record<string, unknown>;
  if (name !== 'sources') return whole;
  const keys = Object.entries(whole.properties as Record<string, Schema>);
  const notes: Readonly<Record<string, string>> = SOURCE_KEY_NOTES;
  return {
    ...whole,
    properties: Object.fromEntries(keys.map(([key, schema]) => [key, { description: plain(notes[key] ?? ''), ...schema }])),
  };
}

/** Texts are read without the spaces round them, and must not be empty then. */
function trimmed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(trimmed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { minLength, ...rest } = schema as Record<string, unknown>;
  const all = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, trimmed(value)]));
  return minLength === 1 ? { ...all, pattern: '\\S' } : all;
}

/** Where their German and Korean lies. */
export const NOTES_TABLE_FILE = 'server/src/features/l10n/settingNotes.ts';

/** The module of notes on settings, as `npm run manifest` writes it. */
export function notesModule(settingsSource: string): string {
  const notes = SETTING_NAMES.map((name) => {
    const { description, example } = commentOf(name, settingsSource);
    return `${name}: { description: plainly\`${escaped(description)}\`, example: ${JSON.stringify(example)} },`;
  });
  return `// Written by \`npm run manifest\` from the comments of settings.ts.
${imported('{ plainly }', '../text/said.ts')}
${imported('type { SettingName }', './settingsSchema.ts')}

/** What a setting is for, in Markdown, and how a project file says it. */
export interface SettingNote {
  readonly description: string;
  readonly example: string;
}

export const SETTING_NOTES: Readonly<Record<SettingName, SettingNote>> = {
${notes.join('\n')}
};
`;
}

/** What the manifest's texts say of the settings in German and Korean, as the server's table: without their examples. */
export function notesTable(
  settingsSource: string,
  de: ManifestTexts,
  ko: ManifestTexts,
): Readonly<Record<string, readonly [string, string]>> {
  const bare = (text = '') => text.slice(0, Math.max(0, text.lastIndexOf('\n\n')));
  const rows = SETTING_NAMES.map((name) => {
    const key = `setting.${name}`;
    return [commentOf(name, settingsSource).description, [bare(de[key]), bare(ko[key])]] as const;
  });
  return Object.fromEntries(rows);
}

/** The module of that table. */
export function notesTableModule(table: ReturnType<typeof notesTable>): string {
  return `// Written by \`npm run manifest\` from package.nls.de.json and package.nls.ko.json.
${imported('type { Table }', './voice.ts')}

/** What is said of settings while a project file is being written. */
export const SETTING_NOTES: Table = ${JSON.stringify(table, null, 2)};
`;
}

/** Put together here, so that what is generated is not taken for what this file imports. */
function imported(what: string, from: string): string {
  return `import ${what} from '${from}';`;
}

/** As it stands in a template literal. */
function escaped(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
}
