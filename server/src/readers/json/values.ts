import * as z from 'zod';
import { plainLine } from '../news/body.ts';
import { bylineNames, distinct } from '../news/byline.ts';

/** An object of JSON, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields with their names in one writing: `versionCreated`, `version_created` and `versioncreated` are one. */
export function evenly(fields: Fields): Fields {
  const even: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(fields)) even[name.replace(/[\s_-]/g, '').toLowerCase()] ??= value;
  return even;
}

/** How deep a text may lie in objects and lists of its own. */
const DEEPEST = 4;
/** Under what names an object holds the text that it stands for. */
const TEXT_KEYS = ['rendered', 'value', '@value', 'text', 'content', 'html', 'original', 'main', 'name', 'headline'];

/** A text that is written as such, as a list of paragraphs, or as an object around it; null for all else. */
export function textOf(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return String(value);
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) {
    const parts = value.map((part) => textOf(part, depth + 1)).filter((part) => part !== null);
    return parts.length === 0 ? null : parts.join('\n\n');
  }
  if (!isFields(value)) return null;
  for (const key of TEXT_KEYS) {
    const text = Object.hasOwn(value, key) ? textOf(value[key], depth + 1) : null;
    if (text !== null) return text;
  }
  return null;
}

/** What is looked at where it is used. */
export const anything = z.unknown().optional();
/** A text that may stand on its own or in an object; what is no text at all is not stated. */
export const text = z
  .unknown()
  .optional()
  .transform((value) => textOf(value));
/** The same as one line, without markup. */
export const line = text.transform((value) => (value === null ? null : plainLine(value) || null));
/** A date or time, as text or as a number. */
export const time = z.union([z.string(), z.number()]).nullish().catch(null);

const ADDRESS = /^(?:https?:|mailto:|urn:|\/|[\w.-]+@)/i;

/** What an object that is only pointed at (`{"@id": …}`) says of itself. */
export type Resolve = (fields: Fields) => Fields;

const asItIs: Resolve = (fields) => fields;

/** The name of an outlet or person: a text that is no address, or the name of an object, or the first of a list. */
export function nameOf(value: unknown, resolve: Resolve = asItIs, depth = 0): string | null {
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) return value.map((one) => nameOf(one, resolve, depth + 1)).find((name) => name !== null) ?? null;
  if (typeof value === 'string') return ADDRESS.test(value.trim()) ? null : plainLine(value) || null;
  if (!isFields(value)) return null;
  const { name, title, legalName, givenName, familyName, literal } = resolve(value);
  const whole = [givenName, familyName].filter((part) => typeof part === 'string').join(' ');
  const candidates = [textOf(name), textOf(title), textOf(legalName), whole, textOf(literal)];
  const found = candidates.find((candidate) => candidate !== null && candidate !== '');
  return found ? plainLine(found) : null;
}

/** The names of authors: a byline, an object with a name, or a list of either. */
export function namesOf(value: unknown, resolve: Resolve = asItIs): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return distinct(
    list.slice(0, 50).flatMap((one) => {
      const name = nameOf(one, resolve);
      if (name === null) return [];
      // A name of its own is no byline: “Doe, Jane” and “By Design Ltd” stay as they are.
      return isFields(one) ? [name] : bylineNames(name);
    }),
  );
}
