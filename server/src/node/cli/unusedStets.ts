import { dirname } from 'node:path';
import type { ReportedFinding } from '../../core/contract.ts';
import { parseDraft } from '../../draft/parse.ts';
import type { Analysis } from '../../rules/analysis.ts';
import { DEFAULT_OPTIONS } from '../../rules/style.ts';
import { isInside } from '../../service/configurationPaths.ts';
import { severityOf } from '../../service/severity.ts';
import type { StetFile } from '../../service/stetFile.ts';
import { isKnownWhole, type Served, unserved, unusedEntry } from '../../service/unusedStets.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { DraftFile } from './draftFiles.ts';
import { shownFrom } from './paths.ts';
import type { DraftReport, Sources } from './report.ts';

/** A draft that was checked, as far as it matters here. */
interface Checked {
  readonly draft: DraftFile;
  readonly analysis: Analysis;
  readonly sources: Sources;
}

/** All that is known of one file of what is let stand. */
interface Use {
  readonly file: StetFile;
  readonly checked: Checked[];
  readonly served: Map<string, ReadonlySet<number>>;
}

/**
 * Reports on the files that say what is let stand, in each of which an entry serves nothing; of an entry that may serve a
 * draft which was not checked nothing is said. `walked` are the folders in which all drafts were.
 */
export function unusedStets(
  drafts: readonly Checked[],
  { walked, cwd }: { readonly walked: readonly string[]; readonly cwd: string },
): DraftReport[] {
  const uses = new Map<string, Use>();
  for (const one of drafts) {
    const file = one.draft.configuration.stet;
    const use: Use = uses.get(file.path) ?? { file, checked: [], served: new Map() };
    uses.set(file.path, use);
    use.checked.push(one);
    use.served.set(one.draft.file, one.analysis.stood?.served ?? new Set());
  }
  return [...uses.values()].flatMap((use) => {
    const whole = walked.some((folder) => isInside(folder, use.file.home));
    return reportOn(use, whole, cwd);
  });
}

function reportOn({ file, checked, served }: Use, whole: boolean, cwd: string): DraftReport[] {
  const [first] = checked;
  const { text } = file;
  if (!first || text === null) return [];
  const findings = unusedIn(file, served, whole).flatMap((entry): ReportedFinding[] => {
    const finding = unusedEntry(entry, text);
    const severity = severityOf(finding, first.draft.configuration.settings);
    return severity === 'off' ? [] : [{ finding, severity }];
  });
  if (findings.length === 0) return [];
  const draft = { ...parseDraft('', 'plaintext', DEFAULT_OPTIONS), text };
  const analysis: Analysis = { ...first.analysis, draft, findings: findings.map(({ finding }) => finding), verdicts: new Map() };
  return [{ path: shownBeside(file, first.draft, cwd), analysis, lines: new LineIndex(text), findings, sources: first.sources }];
}

function unusedIn(file: StetFile, served: Served, whole: boolean) {
  return unserved(file, served).filter((entry) => whole || isKnownWhole(entry, file, served));
}

/** As the user would write it, in the manner in which the drafts are written. */
function shownBeside({ path }: StetFile, draft: DraftFile, cwd: string): string {
  const folder = dirname(draft.file);
  if (dirname(path) === folder && draft.path.includes('/')) return `${dirname(draft.path)}/${path.slice(folder.length + 1)}`;
  return shownFrom(cwd, path);
}
