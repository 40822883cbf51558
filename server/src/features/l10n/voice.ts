import { inEnglish, type Piece, type Said, type Tell } from '../../text/said.ts';

export const LANGUAGES = ['en', 'de', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Speaks to one client in its language. */
export interface Voice {
  readonly language: Language;
  readonly tell: Tell;
  /** The same for what comes as English text, such as problems of files and settings. What is not known stays as it is. */
  readonly retell: (text: string) => string;
}

export const ENGLISH: Voice = { language: 'en', tell: inEnglish, retell: (text) => text };

/** What is said in other languages than English: by its English, German and Korean. */
export type Table = Readonly<Record<string, readonly [de: string, ko: string]>>;

/** All that is said in other languages: sentences with what they are made of, and such as come as text. */
export interface Texts {
  readonly said: Table;
  readonly plain: Table;
}

/** The language for a client's locale (BCP 47): its own, where it is one that is spoken here, else English. */
export function languageFor(locale: string | undefined): Language {
  const [own] = (locale ?? '').toLowerCase().split(/[-_]/u);
  return LANGUAGES.find((language) => language === own) ?? 'en';
}

export function voiceIn(language: Exclude<Language, 'en'>, { said, plain }: Texts): Voice {
  const column = language === 'de' ? 0 : 1;
  const numbers = new Intl.NumberFormat(language);
  const piece = (value: Piece): string => {
    if (typeof value === 'object') return tell(value);
    return typeof value === 'number' ? numbers.format(value) : value;
  };
  const tell = ({ text, template, values }: Said): string => {
    if (template === null) return values.map(piece).join('');
    const own = said[template]?.[column];
    return own === undefined ? text : filled(own, (at) => piece(values[at] ?? ''));
  };
  let patterns: readonly Pattern[] | undefined;
  const retell = (text: string): string => {
    const own = plain[text]?.[column];
    if (own !== undefined) return own;
    patterns ??= patternsOf(Object.keys(plain));
    for (const { template, shape } of patterns) {
      const found = shape.exec(text);
      if (found) return filled(plain[template]?.[column] ?? '', (at) => retell(found[at + 1] ?? ''));
    }
    return text;
  };
  return { language, tell, retell };
}

/** What a text that was made of a template looks like. */
interface Pattern {
  readonly template: string;
  readonly shape: RegExp;
}

/** Those of which most is fixed first: what fits several is the most particular of them. */
function patternsOf(templates: readonly string[]): readonly Pattern[] {
  const fixed = (template: string) => template.replace(/\{\d+\}/gu, '').length;
  return [...templates].sort((a, b) => fixed(b) - fixed(a)).flatMap((template) => patternOf(template) ?? []);
}

/** Undefined where nothing in the template changes. */
function patternOf(template: string): Pattern | undefined {
  const parts = template.split(/\{\d+\}/u);
  if (parts.length === 1) return undefined;
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return { template, shape: new RegExp(`^${escaped.join('([\\s\\S]*?)')}$`, 'u') };
}

/** Templates taken apart: every other part is the number of a value. */
const taken = new Map<string, readonly string[]>();

function filled(template: string, valueAt: (at: number) => string): string {
  const parts = taken.get(template) ?? template.split(/\{(\d+)\}/u);
  taken.set(template, parts);
  let text = parts[0] as string;
  for (let at = 1; at < parts.length; at += 2) text += valueAt(Number(parts[at])) + parts[at + 1];
  return text;
}
