import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver';
import type { Article } from '../corpus/article.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Finding, Match } from '../rules/finding.ts';
import type { Severity } from '../service/settings.ts';
import type { Voice } from './l10n/voice.ts';
import { detailsOf, draftPositions, placeOf, shownFindings, type View } from './view.ts';
import { sourceLine, sourceNamed } from './wording.ts';

/** Whose diagnostics these are, as editors show it. */
export const SOURCE = 'verbatim';

/** What a client can show of a diagnostic, and where the rules are explained. */
export interface DiagnosticOptions {
  /** Base URI of the rules' pages, without the slash at its end; null where there are none. */
  readonly rulePages: string | null;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** Whether the source's passage is told with its place; it need not be where the card of the source is shown beside the finding. */
  readonly passages: boolean;
}

/** What comes back with a diagnostic when quick fixes are asked for: which finding it is. */
export interface DiagnosticData {
  readonly rule: string;
  readonly kind: string | null;
  /** UTF-16 offsets in the draft. */
  readonly start: number;
  readonly end: number;
}

/** Severities as the protocol has them. */
export const LEVELS: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};

/** The findings of a draft as an editor marks them, in the order of the text. */
export function diagnosticsOf(view: View, options: DiagnosticOptions): Diagnostic[] {
  return shownFindings(view).map((finding) => diagnosticOf(view, finding, options));
}

function diagnosticOf(view: View, finding: Finding, options: DiagnosticOptions): Diagnostic {
  const severity = view.severityOf(finding);
  const related = options.relatedInformation ? relatedTo(view, finding, options) : [];
  const { rule, kind, span } = finding;
  return {
    range: draftPositions(view).range(span),
    severity: severity === 'off' ? DiagnosticSeverity.Hint : LEVELS[severity],
    source: SOURCE,
    code: rule,
    message: view.voice.tell(finding.message),
    data: { rule, kind, start: span.start, end: span.end } satisfies DiagnosticData,
    ...(options.codeDescription && options.rulePages ? { codeDescription: { href: `${options.rulePages}/${rule}.md` } } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** What a passage led to last, and what it depends on. A passage that is found again is the same object. */
interface KnownRelated {
  readonly corpus: Corpus;
  readonly articles: readonly (Article | undefined)[];
  readonly opensExtracts: boolean;
  readonly voice: Voice;
  readonly passages: boolean;
  readonly related: DiagnosticRelatedInformation[];
}

const known = new WeakMap<Match, KnownRelated>();

function relatedTo(view: View, { match }: Finding, { passages }: DiagnosticOptions): DiagnosticRelatedInformation[] {
  if (!match) return [];
  const { corpus, articles } = view.analysis;
  const sources = [match, ...(match.otherwise ?? [])];
  const before = known.get(match);
  const isAsBefore =
    before?.corpus === corpus &&
    before.opensExtracts === view.opensExtracts &&
    before.voice === view.voice &&
    before.passages === passages &&
    sources.every(({ source }, i) => before.articles[i] === articles.get(source.articleId));
  if (isAsBefore) return before.related;
  const related = sources.map(({ source, exact }, i) => {
    const details = detailsOf(view, source.articleId);
    const file = view.fileOf(source.articleId);
    const line = passages ? sourceLine(exact, details, file) : sourceNamed(details, file, i > 0);
    return { location: placeOf(view, source), message: view.voice.tell(line) };
  });
  const asked = sources.map(({ source }) => articles.get(source.articleId));
  known.set(match, { corpus, articles: asked, opensExtracts: view.opensExtracts, voice: view.voice, passages, related });
  return related;
}
