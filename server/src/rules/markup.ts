import type { Draft } from '../draft/draft.ts';
import { MARKUP } from '../prose/prose.ts';
import type { Edit, Finding, Fix } from './finding.ts';

interface MarkupRun {
  readonly raw: string;
  /** Whether it stands in front of a word rather than behind one. */
  readonly opens: boolean;
}

/** The markup inside a stretch of the draft, in order. */
function runsIn({ text, prose }: Draft, { span }: Edit): MarkupRun[] {
  const shown = prose.text.slice(span.start, span.end);
  return [...shown.matchAll(new RegExp(`${MARKUP}+`, 'gu'))].map((found) => {
    const start = span.start + found.index;
    const raw = text.slice(start, start + found[0].length);
    return { raw, opens: found.index === 0 || /\s/.test(shown[found.index - 1] as string) };
  });
}

/** An edit that leaves standing what markup it would tear: emphasis or a link that begins or ends inside the words. */
function withMarkup(edit: Edit, draft: Draft): Edit {
  const open: MarkupRun[] = [];
  const closing: MarkupRun[] = [];
  for (const run of runsIn(draft, edit)) {
    const partner = run.opens ? -1 : open.findLastIndex(({ raw }) => raw === run.raw || (raw.endsWith('[') && run.raw.startsWith(']')));
    if (run.opens) open.push(run);
    else if (partner >= 0) open.splice(partner, 1);
    else closing.push(run);
  }
  if (open.length + closing.length === 0) return edit;
  const raws = (runs: readonly MarkupRun[]) => runs.map(({ raw }) => raw).join('');
  return { ...edit, newText: raws(open) + edit.newText + raws(closing) };
}

/** A finding whose fixes keep the draft's markup in balance; a fix that goes through markup is not safe. */
export function keepingMarkup(finding: Finding, draft: Draft): Finding {
  const fixes = finding.fixes.map((fix): Fix => {
    const touches = fix.edits.some(({ span }) => draft.prose.text.slice(span.start, span.end).includes(MARKUP));
    return touches ? { ...fix, applicability: 'unsafe', edits: fix.edits.map((edit) => withMarkup(edit, draft)) } : fix;
  });
  return { ...finding, fixes };
}
