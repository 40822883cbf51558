import * as z from 'zod';
import { DEFAULT_SETTINGS } from '../../server/src/service/settings.ts';
import { isSettingName, SETTING_NAMES, type SettingName, settingSchemas } from '../../server/src/service/settingsSchema.ts';

/** A setting as the extension's manifest declares it. */
export type ManifestSetting = Readonly<Record<string, unknown>>;

/** One of the groups in which the editor shows the settings. */
export interface SettingGroup {
  readonly title: string;
  readonly properties: Readonly<Record<string, ManifestSetting>>;
}

/** Texts of the manifest by their keys, as `package.nls.json` has them. */
export type ManifestTexts = Readonly<Record<string, string>>;

/** The manifest, as far as it is written here. */
export interface Manifest {
  readonly version: string;
  readonly contributes?: { readonly configuration?: readonly SettingGroup[]; readonly yamlValidation?: unknown };
}

/** Settings that no project file has: they say what one editor shows. Each is written in the manifest alone. */
const EDITORS_OWN = ['marks', 'sourceHints'];

/** The groups, in the order in which they are shown, with what belongs to each. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  sources: ['corpora', 'sources', 'memory'],
  checking: ['check', 'houseStyle', 'severity', 'aliases', 'date', 'stetFile', 'include', 'exclude'],
  showing: EDITORS_OWN,
  writing: ['citationStyle', 'dateFormat', 'reportingVerb'],
  assistants: ['assistants'],
};

/** What the comment of a field says, and its example. */
export interface FieldComment {
  readonly description: string;
  readonly example: string;
}

/**
 * The settings block: names, types and defaults from the schemas, descriptions from the comments of `settings.ts`, so
 * that each is written in one place. Settings that only the editor has are kept as they are.
 */
export function manifestConfiguration(present: readonly SettingGroup[] | undefined): SettingGroup[] {
  const kept = Object.fromEntries((present ?? []).flatMap(({ properties }) => Object.entries(properties)));
  const missing = SETTING_NAMES.filter((name) => !Object.values(GROUPS).flat().includes(name));
  if (missing.length > 0) throw new Error(`Put these settings into a group (${import.meta.filename}): ${missing.join(', ')}.`);
  return Object.entries(GROUPS).map(([group, names]) => {
    const properties = names.map((name, order) => {
      const setting = isSettingName(name) ? manifestSetting(name, order) : { ...kept[`verbatim.${name}`], order };
      return [`verbatim.${name}`, setting] as const;
    });
    return { title: `%settings.${group}%`, properties: Object.fromEntries(properties) };
  });
}

/** What the settings block says in English, by key. */
export function settingTexts(settingsSource: string): ManifestTexts {
  const comments = fieldComments(settingsSource);
  return Object.fromEntries(
    SETTING_NAMES.map((name) => {
      const comment = comments.get(name);
      if (comment === undefined) throw new Error(`The setting ${name} has no comment in settings.ts.`);
      return [`setting.${name}`, `${comment.description}\n\nIn \`.verbatim.yaml\`: \`${comment.example}\``];
    }),
  );
}

/** Settings that may be others for drafts of one language. */
const BY_LANGUAGE: ReadonlySet<SettingName> = new Set(['check']);

function manifestSetting(name: SettingName, order: number): ManifestSetting {
  return {
    ...withKeysListed(withNull(jsonSchema(name))),
    default: DEFAULT_SETTINGS[name],
    markdownDescription: `%setting.${name}%`,
    scope: BY_LANGUAGE.has(name) ? 'language-overridable' : 'resource',
    order,
  };
}

function jsonSchema(name: SettingName): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(settingSchemas[name]()) as Record<string, unknown>;
  return schema;
}

/** The settings editor of VS Code shows a field for a list of types, and none for `anyOf`. */
function withNull(schema: Record<string, unknown>): Record<string, unknown> {
  const choices = schema.anyOf as readonly Record<string, unknown>[] | undefined;
  if (!choices) return schema;
  return { ...choices[0], type: choices.map(({ type }) => type) };
}

/** It also completes keys that are properties, and not those that a pattern allows. */
function withKeysListed(schema: Record<string, unknown>): Record<string, unknown> {
  const { propertyNames, additionalProperties, ...rest } = schema;
  if (propertyNames === undefined) return schema;
  const keys = (propertyNames as { enum: readonly string[] }).enum;
  return { ...rest, properties: Object.fromEntries(keys.map((key) => [key, additionalProperties])), additionalProperties: false };
}

/** The comments of the fields of `Settings`, by field. */
export function fieldComments(source: string): ReadonlyMap<string, FieldComment> {
  const start = source.indexOf('export interface Settings {');
  const body = source.slice(start, source.indexOf('\n}\n', start));
  const comments = new Map<string, FieldComment>();
  for (const [, comment = '', field = ''] of body.matchAll(/\/\*\*([\s\S]*?)\*\/\s*readonly (\w+):/g)) {
    if (!isSettingName(field)) continue;
    const [description = '', example = ''] = comment
      .replace(/^\s*\* ?/gm, '')
      .replaceAll('*\\/', '*/')
      .split('@example');
    comments.set(field, { description: description.trim(), example: example.trim() });
  }
  return comments;
}
