import { stringify } from 'yaml';
import { isoDate } from '../../text/calendarDate.ts';
import type { Stated } from './offer.ts';

/** What is stated of a source, as lines of YAML; null where nothing is. */
export function metadataText({ title, publisher, published, url, retrieved }: Stated): string | null {
  const lines = [
    ['title', title],
    ['publisher', publisher],
    ['published', published && isoDate(published)],
    ['url', url],
    ['retrieved', retrieved],
  ].flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key}: ${yamlText(value)}\n`]));
  return lines.length === 0 ? null : lines.join('');
}

/** Days stand as they are, since readers take them for text. */
function yamlText(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return /^\d{4}(?:-\d\d){0,2}$/.test(flat) ? flat : stringify(flat, { lineWidth: 0 }).trim();
}
