import type { Draft } from '../draft/draft.ts';
import { MARKUP } from '../prose/prose.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Edit, Finding, Fix } from './finding.ts';

interface MarkupRun {
  readonly raw: string;
  /** Whether it stands in front of a word rather than behind one. */
  readonly opens: boolean;
}

/** The first of the stretches that stand for a character that ends behind an offset: its number. O(log n). */
function numberAt(written: readonly Span[], offset: number): number {
  let low = 0;
  let high = written.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((written[middle] as Span).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** An offset within several code units that stand for one character, moved to the side of them on which the character has it. */
export function edgeOf({ prose, written }: Pick<Draft, 'prose' | 'written'>, offset: number): number {
  const span = written[numberAt(written, offset)];
  if (!span || span.start >= offset) return offset;
  return prose.text[span.start] === MARKUP ? span.start : span.end;
}

/** A stretch with all of the code units that stand for its characters. */
function whole(span: Span, draft: Draft): Span {
  if (draft.written.length === 0) return span;
  const start = edgeOf(draft, span.start);
  return { start, end: Math.max(start, edgeOf(draft, span.end)) };
}

/** The markup inside a stretch of the draft, in order, save what stands for a character. */
function runsIn({ text, prose, written }: Draft, { span }: Edit): MarkupRun[] {
  const shown = prose.text.slice(span.start, span.end).split('');
  for (let i = numberAt(written, span.start); i < written.length && overlaps(written[i] as Span, span); i++) {
    const { start, end } = written[i] as Span;
    // Any letter: what stands for a character parts nothing.
    for (let at = Math.max(start, span.start); at < Math.min(end, span.end); at++)
      if (shown[at - span.start] === MARKUP) shown[at - span.start] = 'x';
  }
  return [...shown.join('').matchAll(new RegExp(`${MARKUP}+`, 'gu'))].map((found) => {
    const start = span.start + found.index;
    const raw = text.slice(start, start + found[0].length);
    return { raw, opens: found.index === 0 || /\s/.test(shown[found.index - 1] as string) };
  });
}

/** An edit that leaves standing what markup it would tear: emphasis or a link that begins or ends inside the words. */
function withMarkup(edit: Edit, runs: readonly MarkupRun[]): Edit {
  const open: MarkupRun[] = [];
  const closing: MarkupRun[] = [];
  for (const run of runs) {
    const partner = run.opens ? -1 : open.findLastIndex(({ raw }) => isPair(raw, run.raw));
    if (run.opens) open.push(run);
    else if (partner >= 0) open.splice(partner, 1);
    else closing.push(run);
  }
  if (open.length + closing.length === 0) return edit;
  const raws = (some: readonly MarkupRun[]) => some.map(({ raw }) => raw).join('');
  return { ...edit, newText: raws(open) + edit.newText + raws(closing) };
}

/** `**` and `**`, `[` and `](address)`, `\emph{` and `}`, `<em>` and `</em>`. */
function isPair(open: string, close: string): boolean {
  if (open === close || (open.endsWith('[') && close.startsWith(']')) || (open.endsWith('{') && close === '}')) return true;
  return close.startsWith('</') && open.startsWith(`<${close.slice(2, -1)}`);
}

/** How some of the stretches that stand for a character write it; undefined where none stands for it. */
function wayIn({ text, prose }: Draft, written: readonly Span[], character: string): string | undefined {
  const found = written.find(({ start, end }) => prose.text[start] === character || prose.text[end - 1] === character);
  const raw = found && text.slice(found.start, found.end);
  // A command would take in the letters behind it.
  return raw !== undefined && /^\\[A-Za-z]+\s?$/.test(raw) ? `${raw.trim()}{}` : raw;
}

/**
 * What is done to the findings of a draft so that their fixes keep its markup in balance: words are put in as its language
 * must write them and its author does (“ may be `` or an entity), and a fix that goes through markup is not safe.
 */
export function markupKeeper(draft: Draft): (finding: Finding) => Finding {
  const ways = new Map<string, string>();
  const ownWay = (character: string, span: Span): string => {
    const { written } = draft;
    const near = [];
    for (let i = numberAt(written, span.start); i < written.length && overlaps(written[i] as Span, span); i++)
      near.push(written[i] as Span);
    const own = wayIn(draft, near, character);
    if (own !== undefined) return own;
    const known = ways.get(character) ?? wayIn(draft, written, character) ?? character;
    ways.set(character, known);
    return known;
  };
  const wordsFor = (words: string, span: Span): string => {
    const escaped = draft.escape(words);
    return draft.written.length === 0 ? escaped : escaped.replace(/[^\p{ASCII}]/gu, (character) => ownWay(character, span));
  };
  return (finding) => {
    const fixes = finding.fixes.map((fix): Fix => {
      let { applicability } = fix;
      const edits = fix.edits.map(({ span: own, newText, asIs }): Edit => {
        const span = whole(own, draft);
        const edit = { span, newText: asIs ? newText : wordsFor(newText, span) };
        const runs = draft.prose.text.slice(span.start, span.end).includes(MARKUP) ? runsIn(draft, edit) : [];
        if (runs.length > 0) applicability = 'unsafe';
        return withMarkup(edit, runs);
      });
      return { ...fix, applicability, edits };
    });
    return { ...finding, span: whole(finding.span, draft), fixes };
  };
}
