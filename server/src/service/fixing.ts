import type { Edit, Finding, Fix } from '../rules/finding.ts';

/** Which fixes are made without anybody looking at each: those that put a source's words in, or also those that a writer should see. */
export type FixChoice = 'safe' | 'unsafe';

/** Safe fixes that can be applied together, first come first served: none of them touches another. */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  return fixesTogether(findings, 'safe');
}

/**
 * Of each finding a safe fix, as far as they can be made together; where it has none and unsafe ones are taken as well, the one
 * that it prefers: which of several the writer meant, nobody knows.
 */
export function fixesTogether(findings: readonly Finding[], choice: FixChoice): readonly Fix[] {
  const taken: Edit[] = [];
  return findings.flatMap(({ fixes }) => {
    const safe = fixes.filter((fix) => fix.applicability === 'safe');
    const preferred = (choice === 'safe' ? safe : fixes).find((one) => one.preferred);
    const fix = safe.find((one) => one.preferred) ?? safe[0] ?? preferred;
    if (!fix || fix.edits.length === 0 || fix.edits.some((edit) => taken.some((other) => collides(edit, other)))) return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

/** Whether two edits cannot both be made: they overlap, or one inserts where the other begins. */
function collides({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** A text with fixes made that {@link fixesTogether} has found. */
export function withFixes(text: string, fixes: readonly Fix[]): string {
  const edits = fixes.flatMap((fix) => fix.edits).sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((so, { span, newText }) => so.slice(0, span.start) + newText + so.slice(span.end), text);
}
