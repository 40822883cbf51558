import type { Prose } from '../prose/prose.ts';
import { contains, type Span } from '../text/span.ts';
import type { Stet } from './draft.ts';
import type { DraftComment } from './language.ts';

const STET = /^stet\b(?:\s+(on|off)\b)?([^:]*)(?::\s*([\s\S]*))?$/i;

interface Directive {
  readonly span: Span;
  readonly region: 'on' | 'off' | null;
  readonly rules: readonly string[] | null;
  readonly reason: string | null;
}

function directiveOf({ span, content }: DraftComment): Directive | undefined {
  const found = STET.exec(content.trim());
  if (!found) return undefined;
  const rules = (found[2] ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
  return {
    span,
    region: (found[1]?.toLowerCase() as 'on' | 'off' | undefined) ?? null,
    rules: rules.length > 0 ? rules : null,
    reason: found[3]?.trim() || null,
  };
}

/** The block after a directive, or the one it stands in; all of a block quote, list or table that begins there. */
function blockFor(prose: Prose, { span }: Directive): Span {
  const own = prose.blocks.find((block) => contains(block.span, span));
  const first = own ?? prose.blocks.find((block) => block.span.start >= span.end);
  if (!first) return { start: span.end, end: span.end };
  const last = first.group < 0 ? first : (prose.blocks.findLast(({ group }) => group === first.group) ?? first);
  return { start: first.span.start, end: last.span.end };
}

/** What the draft's directives let stand, in order. A region that is never ended runs to the draft's end. */
export function stetsOf(prose: Prose, comments: readonly DraftComment[]): Stet[] {
  const directives = comments.flatMap((comment) => directiveOf(comment) ?? []);
  return directives.flatMap((directive, i): Stet[] => {
    const { span, region, rules, reason } = directive;
    if (region === 'off') return [];
    if (region === null) return [{ span, covers: blockFor(prose, directive), rules, reason }];
    const end = directives.slice(i + 1).find((later) => later.region === 'off')?.span.start ?? prose.text.length;
    return [{ span, covers: { start: span.end, end }, rules, reason }];
  });
}
