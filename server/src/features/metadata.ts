import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  MarkupKind,
  type Position,
} from 'vscode-languageserver';
import { frontMatterPart, type KeyPlace, type PlacedMetadata, readYaml } from '../readers/frontMatter.ts';
import {
  ARTICLE_KINDS,
  ARTICLES_DESCRIPTION,
  ARTICLES_KEY,
  METADATA_KEYS,
  type MetadataKey,
  metadataKey,
} from '../readers/metadataKeys.ts';
import { readSideFile, yamlText } from '../readers/sideFile.ts';
import { looksLike } from '../text/editDistance.ts';
import { plainly, type Said, say } from '../text/said.ts';
import { type Encoding, positionsOf } from './convert.ts';
import { SOURCE } from './diagnostics.ts';
import type { Voice } from './l10n/voice.ts';
import { contextAt, type MetadataContext, type MetadataForm } from './metadataContext.ts';

/** A side file or a source with front matter that is open in the editor, and what is known beside it. */
export interface MetadataPage {
  readonly text: string;
  readonly form: MetadataForm;
  readonly encoding: Encoding;
  readonly voice: Voice;
  /** Every publisher that the corpus names. */
  readonly publishers: readonly string[];
  /** Days that are likely, as YYYY-MM-DD, with the reason. */
  readonly days: readonly { readonly day: string; readonly why: Said }[];
  /** What follows `#` in the names of the file's articles; empty where it is one article. */
  readonly marks: readonly string[];
  /** Problems that are shown already, since they were found when the source was read. */
  readonly told: ReadonlySet<string>;
}

/** The code of what is wrong with details. */
const DETAILS_CODE = 'source-details';

/** The languages offered; any other code can be written as well. */
const LANGUAGES: readonly (readonly [code: string, name: string])[] = [
  ['en', 'English'],
  ['en-GB', 'British English'],
  ['en-US', 'American English'],
  ['ar', 'Arabic'],
  ['de', 'German'],
  ['es', 'Spanish'],
  ['fr', 'French'],
  ['it', 'Italian'],
  ['ja', 'Japanese'],
  ['ko', 'Korean'],
  ['nl', 'Dutch'],
  ['pl', 'Polish'],
  ['pt', 'Portuguese'],
  ['ru', 'Russian'],
  ['uk', 'Ukrainian'],
  ['zh', 'Chinese'],
];

/** What can be written at a position: keys that are not there yet, or values of a key. Null outside metadata. */
export function metadataCompletions(page: MetadataPage, position: Position): CompletionItem[] | null {
  const positions = positionsOf(page.text, page.encoding);
  const context = contextAt(page.text, positions.offset(position), page.form);
  if (!context) return null;
  const range = positions.range(context.span);
  const items = context.what === 'value' ? values(page, context.key) : keys(page, context);
  return items.map(({ written, ...item }, i) => ({
    ...item,
    sortText: String(i).padStart(4, '0'),
    filterText: written.trim(),
    textEdit: { range, newText: context.what === 'value' && !context.spaced ? ` ${written}` : written },
  }));
}

/** A completion and what it writes. */
type Offer = Pick<CompletionItem, 'label' | 'kind' | 'detail' | 'documentation'> & { readonly written: string };

function keys(page: MetadataPage, { level, present, complete }: MetadataContext & { what: 'key' }): Offer[] {
  const colon = complete ? '' : ': ';
  if (level === 'mark') {
    return page.marks
      .filter((mark) => !present.has(mark))
      .map((mark) => ({
        label: mark,
        kind: CompletionItemKind.Module,
        detail: page.voice.tell(say`article of the file`),
        written: `${yamlText(mark)}${complete ? '' : ':'}`,
      }));
  }
  const offers = METADATA_KEYS.filter(({ name }) => !present.has(name)).map(
    (key): Offer => ({
      label: key.name,
      kind: CompletionItemKind.Property,
      documentation: { kind: MarkupKind.Markdown, value: explained(key, page.voice) },
      written: key.name + colon,
    }),
  );
  const several = level === 'file' && page.form === 'side' && page.marks.length > 0 && !present.has(ARTICLES_KEY);
  const articles = {
    label: ARTICLES_KEY,
    kind: CompletionItemKind.Property,
    documentation: page.voice.retell(ARTICLES_DESCRIPTION),
    written: `${ARTICLES_KEY}${colon.trim()}`,
  };
  return several ? [...offers, articles] : offers;
}

function values(page: MetadataPage, name: string): Offer[] {
  const { voice } = page;
  const value = (label: string, detail: string, written = label): Offer => ({ label, kind: CompletionItemKind.Value, detail, written });
  switch (metadataKey(name)?.name) {
    case 'kind':
      return Object.entries(ARTICLE_KINDS).map(([kind, meaning]) => ({ ...value(kind, ''), detail: voice.retell(meaning) }));
    case 'language':
      return LANGUAGES.map(([code, language]) => value(code, languageName(code, language, voice)));
    case 'published':
      return page.days.map(({ day, why }) => value(day, voice.tell(why)));
    case 'publisher':
      return [...page.publishers]
        .sort((a, b) => a.localeCompare(b, 'en'))
        .map((publisher) => value(publisher, voice.tell(say`publisher of other sources`), yamlText(publisher)));
    default:
      return [];
  }
}

/** What a language is called in the client's. */
function languageName(code: string, inEnglish: string, { language }: Voice): string {
  if (language === 'en') return inEnglish;
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? inEnglish;
}

/** What a key means, and how it is written. */
function explained(key: MetadataKey, { tell, retell }: Voice): string {
  const kinds =
    key.type === 'kind'
      ? `\n\n${Object.entries(ARTICLE_KINDS)
          .map(([kind, meaning]) => `- \`${kind}\`: ${retell(meaning)}`)
          .join('\n')}`
      : '';
  const others = key.aliases ? ` (${tell(say`also ${`\`${key.aliases.join('`, `')}\``}`)})` : '';
  return `${retell(key.description)}${kinds}\n\n\`${key.name}: ${key.examples[0]}\`${others}`;
}

/** What the key at a position means; null elsewhere. */
export function metadataHover(page: MetadataPage, position: Position, markdown: boolean): Hover | null {
  const positions = positionsOf(page.text, page.encoding);
  const context = contextAt(page.text, positions.offset(position), page.form);
  if (context?.what !== 'key' || !context.complete || context.level === 'mark') return null;
  const name = page.text.slice(context.span.start, context.span.end).trim();
  const key = metadataKey(name);
  const isArticles = name.toLowerCase() === ARTICLES_KEY && context.level === 'file' && page.form === 'side';
  if (!key && !isArticles) return null;
  const value = key ? explained(key, page.voice) : page.voice.retell(ARTICLES_DESCRIPTION);
  return {
    contents: markdown ? { kind: MarkupKind.Markdown, value } : { kind: MarkupKind.PlainText, value: value.replaceAll('`', '') },
    range: positions.range(context.span),
  };
}

/** What is wrong with metadata, as far as the writer is not told already. */
export function metadataDiagnostics(page: MetadataPage): Diagnostic[] {
  const metadata = readPage(page);
  if (!metadata) return [];
  const positions = positionsOf(page.text, page.encoding);
  const diagnostic = (message: string, span: KeyPlace['span'] | null, severity: DiagnosticSeverity): Diagnostic => ({
    range: positions.range(span ?? { start: 0, end: 0 }),
    severity,
    source: SOURCE,
    code: DETAILS_CODE,
    message: page.voice.retell(message),
  });
  const wrong = metadata.problems.filter(({ message }) => !page.told.has(message));
  const severity = page.form === 'side' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
  const unknown = metadata.unknown.flatMap(({ name, span }) => {
    const message = unknownMessage(name, page.form, metadata.values);
    return message === null ? [] : [diagnostic(message, span, severity)];
  });
  return [...wrong.map(({ message, span }) => diagnostic(message, span, DiagnosticSeverity.Warning)), ...unknown];
}

function readPage({ text, form }: MetadataPage): PlacedMetadata | null {
  if (form === 'side') return readSideFile(text);
  const part = frontMatterPart(text);
  return part && readYaml(part.yaml, part.place);
}

/**
 * A side file is Verbatim's own, so that every key in it should say something. Front matter serves other programs as well:
 * there only a slip of the pen is told, of a key that is not there in the right spelling.
 */
function unknownMessage(name: string, form: MetadataForm, values: ReadonlyMap<string, unknown>): string | null {
  const slip = METADATA_KEYS.find((key) => [key.name, ...(key.aliases ?? [])].some((known) => isSlip(name, known)));
  const meant = slip ?? METADATA_KEYS.find(({ meantBy = [] }) => form === 'side' && meantBy.includes(plain(name)));
  if (form === 'front') {
    const there = slip && [slip.name, ...(slip.aliases ?? [])].some((known) => values.has(known));
    return slip && !there ? plainly`No detail of a source is called “${name}”. Did you mean “${slip.name}”?` : null;
  }
  if (meant) return plainly`No detail of a source is called “${name}”. Did you mean “${meant.name}”?`;
  return plainly`No detail of a source is called “${name}”. There are: ${METADATA_KEYS.map((key) => key.name).join(', ')}.`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '');
}

function isSlip(name: string, known: string): boolean {
  return plain(name) === known || looksLike(name.toLowerCase(), known);
}
