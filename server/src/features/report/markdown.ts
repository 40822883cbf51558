import { frontMatterSpan } from '../../prose/frontMatter.ts';
import { say } from '../../text/said.ts';
import { ENGLISH, type Voice } from '../l10n/voice.ts';
import { escaped, link } from '../markdown.ts';
import { saidBy } from '../wording.ts';
import { wayFrom } from './exported.ts';
import { footnotesIn } from './footnotes.ts';
import type { FactCheck, Item, Piece, SourceShown } from './model.ts';
import {
  coverageLine,
  dayLine,
  NO_SOURCE_NOTE,
  NOTHING,
  sentenceLine,
  signedBy,
  signedLine,
  sourcesLine,
  staleLine,
  verdictLine,
  WEB_PAGE,
} from './wording.ts';

/** A reference to a footnote that can still be put elsewhere: places after the item's words, the best first. */
interface Reference {
  readonly label: string;
  readonly places: readonly { readonly at: number; readonly before: string }[];
  place: number;
}

/** Languages that are Markdown; text in any other is shown as it is written. */
const MARKDOWN: ReadonlySet<string> = new Set(['markdown', 'mdx']);

/** So often references that a construct of Markdown swallows are put somewhere else. */
const ROUNDS = 4;

/**
 * Annotated copy: the draft's text with a footnote at each quotation and statement that says what was found, in GitHub's
 * Markdown. The draft's own markup stays; of a plain-text draft everything that would be markup is escaped.
 */
export function annotatedMarkdown(check: FactCheck, voice: Voice = ENGLISH): string {
  const prefix = freePrefix(check.text);
  const references = check.items.map((item, at): Reference => ({ label: `${prefix}-${at + 1}`, places: placesFor(item, check), place: 0 }));
  const notes = check.items.map((item, at) => `[^${prefix}-${at + 1}]: ${noteOf(item, check, voice)}`);
  const { tell } = voice;
  const heading = `**${tell(say`Fact check`)}**`;
  const end = ['', '---', '', heading, '', ...(notes.length > 0 ? notes.flatMap((note) => [note, '']) : [tell(NOTHING), ''])];
  for (let round = 0; ; round++) {
    const text = written(check, references, voice);
    const closing = closingFor(text, end.join('\n'), references[0]?.label);
    const whole = `${text.trimEnd()}\n${closing}${end.join('\n')}`;
    const seen = footnotesIn(whole);
    const lost = references.filter(({ label, place, places }) => !seen.has(label) && place + 1 < places.length);
    if (lost.length === 0 || round === ROUNDS) return whole;
    for (const reference of lost) reference.place++;
  }
}

/** A name for footnotes that the draft does not use itself. */
function freePrefix(text: string): string {
  let prefix = 'check';
  for (let more = 2; text.toLowerCase().includes(`[^${prefix}-`); more++) prefix = `check${more}`;
  return prefix;
}

/** Behind the words; with a space between, where an address would swallow it; behind the link that they stand in; at the line's end. */
function placesFor({ span: { end } }: Item, { text }: FactCheck): Reference['places'] {
  const lineEnd = /\r?\n|$/.exec(text.slice(end))?.index ?? 0;
  const line = text.slice(end, end + lineEnd);
  const linkEnd = /\]\([^()\s]*(?:\s+"[^"]*")?\)|\]\[[^\]]*\]/.exec(line);
  return [
    { at: end, before: '' },
    ...(linkEnd ? [{ at: end + linkEnd.index + linkEnd[0].length, before: '' }] : []),
    { at: end, before: ' ' },
    { at: end + lineEnd, before: ' ' },
  ];
}

/** The summary and the draft's text with its references. */
function written(check: FactCheck, references: readonly Reference[], voice: Voice): string {
  const { text, languageId } = check;
  const asMarkdown = MARKDOWN.has(languageId) ? (stretch: string) => stretch : plainAsMarkdown;
  const ordered = references.map(({ label, places, place }) => ({ label, ...(places[place] ?? { at: text.length, before: ' ' }) }));
  ordered.sort((a, b) => a.at - b.at);
  const front = frontMatterSpan(text);
  let body = '';
  let at = front?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  for (const { label, at: place, before } of ordered) {
    const next = Math.max(at, place);
    body += `${asMarkdown(text.slice(at, next))}${before}[^${label}]`;
    at = next;
  }
  body += asMarkdown(text.slice(at));
  return `${frontMatterFor(front ? text.slice(front.start, front.end) : null)}\n\n${summaryOf(check, voice)}\n\n${body.replace(/^[\r\n]+/, '')}`;
}

/** The draft's front matter, with what keeps the annotated copy from being checked as a draft itself. */
function frontMatterFor(own: string | null): string {
  const off = 'verbatim: off';
  if (own === null) return `---\n${off}\n---`;
  const lines = own.split(/\r?\n/).filter((line) => !/^verbatim\s*:/.test(line));
  return [...lines.slice(0, -1), off, ...lines.slice(-1)].join('\n');
}

function summaryOf(check: FactCheck, { tell }: Voice): string {
  const { coverage } = check;
  const lines = [
    `**${tell(say`Fact-check report: ${flat(check.title)}`)}**`,
    '',
    flat(tell(dayLine(check))),
    '',
    `- ${flat(tell(coverageLine('quotation', coverage)))}`,
    `- ${flat(tell(coverageLine('claim', coverage)))}`,
    `- ${flat(tell(signedLine(check)))}`,
    ...(coverage.claims['no-source'] > 0 ? ['', tell(NO_SOURCE_NOTE)] : []),
  ];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

function plainAsMarkdown(stretch: string): string {
  return stretch
    .split('\n')
    .map((line, at) => escaped(at === 0 ? line : line.trimStart()))
    .join('\n');
}

/** What ends a construct that the draft leaves open, so that the footnotes are not taken for a part of it. */
function closingFor(text: string, end: string, label: string | undefined): string {
  if (label === undefined) return '';
  const works = (closing: string) => footnotesIn(`[^${label}]\n\n${text}\n${closing}${end}`).has(label);
  return ['', '```\n', '~~~\n', '````\n', '-->\n', '$$\n'].find(works) ?? '';
}

function noteOf(item: Item, check: FactCheck, voice: Voice): string {
  const { tell } = voice;
  const { source, remarks, signed, line } = item;
  const parts = [
    `**${sentence(flat(tell(verdictLine(item))))}**`,
    ...(item.sentenceVerdict ? [sentence(flat(tell(sentenceLine(item))))] : []),
    ...remarks.map(({ message, rule }) => `${sentence(flat(tell(message)))} (${rule})`),
    ...(source ? [creditOf(source, check, voice), quoted(markedText(source.passage))] : []),
    ...signed.fresh.map((one) => sentence(flat(tell(signedBy(one))))),
    ...(signed.stale ? [`*${sentence(flat(tell(staleLine(signed.stale))))}*`] : []),
    tell(say`(Line ${line}.)`),
  ];
  return parts.join(' ');
}

function creditOf(source: SourceShown, { path }: FactCheck, { tell, retell }: Voice): string {
  const way = wayFrom(path, source.file);
  const said = source.speaker ? [tell(saidBy(flat(source.speaker)))] : [];
  const web = source.url ? [link(tell(WEB_PAGE), source.url)] : [];
  const title = way === null ? flat(source.name) : link(readableName(source.name), way);
  const parts = [title, flat(tell(source.imprint)), flat(retell(source.locator)), ...said, ...web, tell(sourcesLine(source.independent))];
  return `${parts.filter(Boolean).join(' · ')}:`;
}

function readableName(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function flat(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim());
}

/** In marks of its own, unless it begins with some. */
function quoted(text: string): string {
  return /^[“"‘'«„]/.test(text) ? text : `“${text}”`;
}

/** Marked words in bold; white space stands outside the asterisks, or they would be shown. */
function markedText(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, marked }) => {
      const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
      return marked && inside !== '' ? `${before}**${escaped(inside)}**${after}` : escaped(text);
    })
    .join('');
}
