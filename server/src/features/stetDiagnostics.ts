import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Settings } from '../service/settings.ts';
import { severityOf } from '../service/severity.ts';
import type { StetEntry, StetFile } from '../service/stetFile.ts';
import { unusedEntry } from '../service/unusedStets.ts';
import { type Encoding, positionsOf } from './convert.ts';
import { LEVELS, SOURCE } from './diagnostics.ts';

/** The code of a problem in a file that says what is let stand. */
const STET_FILE_CODE = 'stet-file';

/** What there is to tell on a file that says what is let stand: what is wrong in it, and the entries that let nothing stand. */
export function stetDiagnostics(
  { text, problems }: StetFile,
  unused: readonly StetEntry[],
  { settings, encoding }: { readonly settings: Settings; readonly encoding: Encoding },
): Diagnostic[] {
  const so = text ?? '';
  const positions = positionsOf(so, encoding);
  const units = positionsOf(so, 'utf-16');
  const wrong = problems.map(({ line, character, message }): Diagnostic => {
    const start = units.offset({ line, character });
    const end = units.offset({ line, character: Number.POSITIVE_INFINITY });
    const severity = DiagnosticSeverity.Warning;
    return { range: positions.range({ start, end }), severity, source: SOURCE, code: STET_FILE_CODE, message };
  });
  const idle = unused.flatMap((entry): Diagnostic[] => {
    const finding = unusedEntry(entry, so);
    const severity = severityOf(finding, settings);
    if (severity === 'off') return [];
    const range = positions.range(finding.span);
    return [
      {
        range,
        severity: LEVELS[severity],
        source: SOURCE,
        code: finding.rule,
        message: finding.message,
        tags: [DiagnosticTag.Unnecessary],
      },
    ];
  });
  return [...wrong, ...idle];
}
