import { DEFAULT_SETTINGS } from '../../server/src/service/settings.ts';
import { isSettingName, type SettingName } from '../../server/src/service/settingsSchema.ts';
import { ROOT_NOTE, VALUE_NOTES } from '../../server/src/service/valueNotes.ts';
import { fieldComments, GROUPS } from './manifestSettings.ts';

export const CONFIGURATION_PAGE = 'docs/configuration.md';

const BEGIN = '<!-- What follows is written by `npm run manifest`. -->';
const END = '<!-- What was written by `npm run manifest` ends here. -->';

const TITLES: Readonly<Record<string, string>> = {
  sources: 'Sources',
  checking: 'Drafts and checks',
  writing: 'What Verbatim writes',
};

/** The page with its part on every setting as `settings.ts` has them; the rest stays as it is. */
export function configurationPage(present: string, settingsSource: string): string {
  const from = present.indexOf(BEGIN);
  const to = present.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${CONFIGURATION_PAGE} has lost its marks: ${BEGIN} and ${END}.`);
  return `${present.slice(0, from)}${BEGIN}\n\n${allSettings(settingsSource)}\n${present.slice(to)}`;
}

function allSettings(source: string): string {
  const comments = fieldComments(source);
  const groups = Object.entries(TITLES).map(([group, title]) => {
    const settings = (GROUPS[group] ?? []).filter(isSettingName).map((name) => settingPart(name, comments.get(name)));
    return `### ${title}\n\n${settings.join('\n')}`;
  });
  return `${groups.join('\n')}\n### The file itself\n\n${part('root', ROOT_NOTE, 'false')}`;
}

function settingPart(name: SettingName, comment: { readonly description: string; readonly example: string } | undefined): string {
  const { description, example } = comment ?? { description: '', example: '' };
  return part(name, { description, example }, shownDefault(DEFAULT_SETTINGS[name]));
}

function part(name: SettingName | 'root', note: { readonly description: string; readonly example: string }, usual: string): string {
  const values = Object.entries(VALUE_NOTES[name] ?? {}).map(([value, meaning]) => `- \`${value}\`: ${meaning}`);
  const list = values.length > 0 ? `${values.join('\n')}\n\n` : '';
  return `#### \`${name}\`\n\n${note.description}\n\n${list}Default: ${usual === '' ? 'none' : `\`${usual}\``}\n\n    ${note.example}\n`;
}

function shownDefault(value: unknown): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.length === 0 ? '' : `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
  if (typeof value === 'object') return '';
  return String(value);
}
