import { type CompletionItem, CompletionItemKind, type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { SETTING_NOTES, type SettingNote } from '../service/settingNotes.ts';
import { DEFAULT_SETTINGS } from '../service/settings.ts';
import { isSettingName, isSeverityKey, PROJECT_KEYS, ROOT_KEY, SEVERITY_KEYS } from '../service/settingsSchema.ts';
import { STET_KEYS } from '../service/stetKeys.ts';
import { ROOT_NOTE, SOURCE_KEY_NOTES, severityKeyNote, VALUE_NOTES } from '../service/valueNotes.ts';
import { parseIsoDate } from '../text/calendarDate.ts';
import { writeDate } from '../text/datePattern.ts';
import { say } from '../text/said.ts';
import { type Encoding, positionsOf } from './convert.ts';
import type { Voice } from './l10n/voice.ts';
import { type SettingsContext, type SettingsForm, type SettingsLevel, settingsContextAt } from './settingsFileContext.ts';

/** A project file, or one of what is let stand, that is open in the editor. */
export interface SettingsPage {
  readonly text: string;
  readonly form: SettingsForm;
  readonly encoding: Encoding;
  readonly voice: Voice;
  /** As YYYY-MM-DD. */
  readonly today: string;
}

/** A completion and what it writes. */
type Offer = Pick<CompletionItem, 'label' | 'kind' | 'detail' | 'documentation'> & { readonly written: string };

const DATE_FORMATS = ['d MMMM yyyy', 'MMMM d, yyyy', 'd MMM yyyy', 'MMM d, yyyy', 'dd/MM/yyyy', 'dd.MM.yyyy', 'EEEE, d MMMM yyyy'];
const VERBS = ['said', 'says', 'told reporters', 'wrote', 'writes'];
const MEGABYTES = ['512', '1024', '2048', '4096'];

/** What can be written at a position: keys that are not there yet, or values of a key. Null where nothing of ours belongs. */
export function settingsCompletions(page: SettingsPage, position: Position, wants: 'all' | 'values' = 'all'): CompletionItem[] | null {
  const positions = positionsOf(page.text, page.encoding);
  const context = settingsContextAt(page.text, positions.offset(position), page.form);
  if (!context || (wants === 'values' && context.what === 'key')) return null;
  const range = positions.range(context.span);
  const gap = context.what === 'value' && !context.spaced ? ' ' : '';
  const items = context.what === 'key' ? keysFor(context, page.voice) : valuesFor(context, page);
  return items.map(({ written, ...item }, i) => ({
    ...item,
    sortText: String(i).padStart(4, '0'),
    filterText: written.trim(),
    textEdit: { range, newText: gap + written },
  }));
}

/** What the key or the value at a position means; null elsewhere. */
export function settingsHover(page: SettingsPage, position: Position, markdown: boolean): Hover | null {
  const positions = positionsOf(page.text, page.encoding);
  const context = settingsContextAt(page.text, positions.offset(position), page.form);
  if (!context) return null;
  const word = page.text.slice(context.span.start, context.span.end);
  const value = context.what === 'key' ? keyNote(context.level, word.trim(), page.voice) : valueNote(context, unquoted(word), page.voice);
  if (value === null) return null;
  return {
    contents: markdown ? { kind: MarkupKind.Markdown, value } : { kind: MarkupKind.PlainText, value: value.replaceAll('`', '') },
    range: positions.range(context.span),
  };
}

function unquoted(word: string): string {
  return word.trim().replace(/^(["'])(.*)\1$/, '$2');
}

const KEYS: Readonly<Record<SettingsLevel, readonly string[]>> = {
  file: PROJECT_KEYS,
  severity: SEVERITY_KEYS,
  sources: Object.keys(SOURCE_KEY_NOTES),
  entry: STET_KEYS.map(({ name }) => name),
};

function keysFor({ level, present, complete }: SettingsContext & { readonly what: 'key' }, voice: Voice): Offer[] {
  return KEYS[level]
    .filter((key) => !present.has(key))
    .map((key) => ({
      label: key,
      kind: CompletionItemKind.Property,
      documentation: { kind: MarkupKind.Markdown, value: keyNote(level, key, voice) ?? '' },
      written: complete ? key : `${key}: `,
    }));
}

/** What a key means, with its values, its default and an example, in Markdown; null for one that is none. */
function keyNote(level: SettingsLevel, key: string, voice: Voice): string | null {
  switch (level) {
    case 'file':
      if (isSettingName(key)) return settingNote(key, SETTING_NOTES[key], DEFAULT_SETTINGS[key], voice);
      return key === ROOT_KEY ? settingNote(ROOT_KEY, ROOT_NOTE, false, voice) : null;
    case 'severity':
      return isSeverityKey(key) ? severityKeyNote(key) : null;
    case 'sources': {
      const note = Object.entries(SOURCE_KEY_NOTES).find(([name]) => name === key)?.[1];
      return note === undefined ? null : voice.retell(note);
    }
    case 'entry': {
      const found = STET_KEYS.find(({ name }) => name === key);
      return found ? `${found.description}\n\n\`${key}: ${found.examples[0]}\`` : null;
    }
  }
}

function settingNote(name: string, { description, example }: SettingNote, usual: unknown, { tell, retell }: Voice): string {
  const notes = Object.entries(valuesOf(name)).map(([value, meaning]) => `- \`${value}\`: ${retell(meaning)}`);
  const list = notes.length > 0 ? `\n\n${notes.join('\n')}` : '';
  const preset = typeof usual === 'string' || typeof usual === 'boolean' ? `\n\n${tell(say`Default: ${`\`${usual}\``}`)}` : '';
  return `${retell(description)}${list}${preset}\n\n\`${example}\``;
}

function valuesOf(name: string): Readonly<Record<string, string>> {
  return Object.entries(VALUE_NOTES).find(([key]) => key === name)?.[1] ?? {};
}

function valueNote({ level, key }: SettingsContext & { readonly what: 'value' }, value: string, voice: Voice): string | null {
  if (level === 'entry') return key === 'rule' && isSeverityKey(value) ? severityKeyNote(value) : null;
  const values = level === 'severity' ? valuesOf('severity') : key === 'severity' ? {} : valuesOf(key);
  const note = Object.entries(values).find(([name]) => name === value)?.[1];
  return note === undefined ? null : `\`${value}\`: ${voice.retell(note)}`;
}

function valuesFor({ level, key }: SettingsContext & { readonly what: 'value' }, { today, voice }: SettingsPage): Offer[] {
  const value = (label: string, detail = '', written = label): Offer => ({ label, kind: CompletionItemKind.Value, detail, written });
  if (level === 'severity') return Object.entries(valuesOf('severity')).map(([name, note]) => value(name, voice.retell(note)));
  if (level === 'sources') return [];
  if (key === 'date') return [value(today, voice.tell(say`today`))];
  if (level === 'entry') return key === 'rule' ? SEVERITY_KEYS.map((rule) => value(rule, severityKeyNote(rule))) : [];
  const noted = key === 'severity' ? [] : Object.entries(valuesOf(key)).map(([name, note]) => value(name, voice.retell(note)));
  if (noted.length > 0) return noted;
  if (key === 'dateFormat') return DATE_FORMATS.map((format) => value(format, shown(today, format)));
  if (key === 'reportingVerb') return VERBS.map((verb) => value(verb));
  if (key === 'memory') return MEGABYTES.map((megabytes) => value(megabytes, 'MB'));
  return exampleOf(key).map((example) => value(example));
}

function shown(today: string, format: string): string {
  const date = parseIsoDate(today);
  return date ? writeDate(date, format) : '';
}

function exampleOf(key: string): string[] {
  return isSettingName(key) ? [SETTING_NOTES[key].example.slice(key.length + 2)] : [];
}
