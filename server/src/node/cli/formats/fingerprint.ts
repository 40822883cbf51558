import { createHash } from 'node:crypto';
import { sliceOf } from '../../../text/span.ts';
import type { DraftReport } from '../report.ts';

/**
 * For each finding of a draft a name by which a service knows it again: 32 hexadecimal digits. It stays when lines move, being
 * made of the draft's path, the rule and the words, counted where they come again.
 */
export function fingerprints({ path, analysis, findings }: DraftReport): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ finding }) => {
    const words = sliceOf(analysis.draft.text, finding.span).replace(/\s+/g, ' ');
    const key = [finding.rule, finding.kind, path, words].join('\n');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return hexOf(`${key}\n${count}`);
  });
}

/** The first 32 hexadecimal digits of a text's SHA-256 (FIPS 180-4). */
export function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
