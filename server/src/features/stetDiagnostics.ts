import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { RuleName } from '../rules/finding.ts';
import type { Settings } from '../service/settings.ts';
import { severityOf } from '../service/severity.ts';
import type { StetEntry, StetFile } from '../service/stetFile.ts';
import { unusedEntry } from '../service/unusedStets.ts';
import { type CodeActionQuery, touches, wants } from './codeActions.ts';
import { type Encoding, positionsOf } from './convert.ts';
import { LEVELS, SOURCE } from './diagnostics.ts';
import type { Voice } from './l10n/voice.ts';

/** The code of a problem in a file that says what is let stand. */
const STET_FILE_CODE = 'stet-file';
const UNUSED: RuleName = 'unused-stet';

/** What there is to tell on a file that says what is let stand: what is wrong in it, and the entries that let nothing stand. */
export function stetDiagnostics(
  { text, problems }: StetFile,
  unused: readonly StetEntry[],
  { settings, encoding, voice }: { readonly settings: Settings; readonly encoding: Encoding; readonly voice: Voice },
): Diagnostic[] {
  const so = text ?? '';
  const positions = positionsOf(so, encoding);
  const units = positionsOf(so, 'utf-16');
  const wrong = problems.map(({ line, character, message }): Diagnostic => {
    const start = units.offset({ line, character });
    const end = units.offset({ line, character: Number.POSITIVE_INFINITY });
    const severity = DiagnosticSeverity.Warning;
    return { range: positions.range({ start, end }), severity, source: SOURCE, code: STET_FILE_CODE, message: voice.retell(message) };
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
        message: voice.tell(finding.message),
        tags: [DiagnosticTag.Unnecessary],
      },
    ];
  });
  return [...wrong, ...idle];
}

/** The actions that take out entries which let nothing stand, at a range of the open file; `told` is what was told of it. */
export function stetActions(
  { file, version, uri }: { readonly file: StetFile; readonly version: number | null; readonly uri: string },
  query: CodeActionQuery,
  { told, encoding, voice }: { readonly told: readonly Diagnostic[]; readonly encoding: Encoding; readonly voice: Voice },
): CodeAction[] {
  const text = file.text ?? '';
  const positions = positionsOf(text, encoding);
  const asked = positions.span(query.range);
  const here = told.filter(({ code, range }) => code === UNUSED && touches(positions.span(range), asked));
  if (!wants(query.only, CodeActionKind.QuickFix)) return [];
  return here.flatMap((diagnostic): CodeAction[] => {
    const { start } = positions.span(diagnostic.range);
    const entry = file.entries.find(({ span }) => span.start === start);
    return (entry ? unusedEntry(entry, text).fixes : []).map(({ title, edits }) => {
      const textEdits = edits.map(({ span, newText }) => ({ range: positions.range(span), newText }));
      const edit = query.versionedEdits
        ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
        : { changes: { [uri]: textEdits } };
      return { title: voice.tell(title), kind: CodeActionKind.QuickFix, isPreferred: true, diagnostics: [diagnostic], edit };
    });
  });
}
