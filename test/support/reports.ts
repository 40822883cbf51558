import * as fc from 'fast-check';
import type { ReportedFinding } from '../../server/src/core/contract.ts';
import { MemoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import { parseDraft } from '../../server/src/draft/parse.ts';
import type { CheckReport, DraftReport, Sources, UnreadDraft } from '../../server/src/node/cli/report.ts';
import { CHANGE_KINDS, type Finding, type Fix, type Match, RULE_NAMES } from '../../server/src/rules/finding.ts';
import { DEFAULT_OPTIONS } from '../../server/src/rules/style.ts';
import { DEFAULT_SETTINGS } from '../../server/src/service/settings.ts';
import { severityOf } from '../../server/src/service/severity.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { say } from '../../server/src/text/said.ts';
import type { Span } from '../../server/src/text/span.ts';
import { analysisOf, articlesOf } from './checkDraft.ts';
import { ADA_QUILL, courier, mail } from './harbour.ts';

// Reports as the formats of `check` are given them: of drafts that the engine checks, and such as no engine would make.

const CORPUS = MemoryCorpus.of(
  articlesOf(
    courier(`${ADA_QUILL}\n\nThe harbour will close on 12 November with 240 berths, the port office said on Monday.`),
    mail('“The ferry line was sold for nine million crowns, and the crew was told last,” Bram Teller said on Tuesday.'),
    mail('“The ferry line was sold for ten million crowns, and the crew was told last,” Bram Teller said on Tuesday.'),
  ),
);

const SOURCES: Sources = {
  article: (id) => CORPUS.texts.get(id),
  pathOf: (id) => `corpus/${id}`,
  // Of one source the offsets do not count in its file.
  linesOf: (id) => (id === '3.md' ? undefined : new LineIndex(CORPUS.texts.get(id)?.prose.text ?? '')),
};

/** A report of drafts that the engine checks. */
export function checkedReport(drafts: readonly { readonly path: string; readonly text: string }[]): CheckReport {
  return { drafts: drafts.map(checkedDraft), unread: [] };
}

function checkedDraft({ path, text }: { readonly path: string; readonly text: string }): DraftReport {
  const analysis = analysisOf(CORPUS, text);
  const findings = analysis.findings.flatMap((finding): ReportedFinding[] => {
    const severity = severityOf(finding, DEFAULT_SETTINGS);
    return severity === 'off' ? [] : [{ finding, severity }];
  });
  return { path, analysis, lines: new LineIndex(text), findings, sources: SOURCES };
}

/** Any text at all: what no document may hold, and halves of surrogate pairs, too. */
const anyText = fc
  .array(fc.oneof(fc.nat(0x2ff), fc.constantFrom(0x5b, 0x5d, 0x28, 0x7b, 0x7d, 0x5c, 0x26, 0x3c, 0x0a), fc.nat(0xffff)), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

const name = fc
  .oneof(anyText, fc.constantFrom('true', 'draft.md', 'a, b: c.md', '100%.md', '-', '.md'))
  .map((text) => text.replace(/[/\0]/g, ''))
  .filter((text) => !/^\.{0,2}$/.test(text));
const path = fc
  .tuple(fc.constantFrom('', '', '/', 'drafts/'), fc.array(name, { minLength: 1, maxLength: 3 }))
  .map(([root, names]) => root + names.join('/'));

const PIECES = [
  ADA_QUILL,
  ADA_QUILL.replace('sea wall', 'harbour wall'),
  ADA_QUILL.replace('cannot', 'can'),
  ADA_QUILL.replace('Ada Quill', 'Bram Teller'),
  '“The ferry line was sold for eleven million crowns,” Bram Teller said on Friday, 32 March 2025.',
  '“The ferry line was sold for nine million crowns, and the crew was told last,” Bram Teller said.',
  'The harbour will close on 14 November with 260 berths, the port office said on Monday.',
  '“Nobody has ever said these words in any place that I know of,” she said.',
  'An “open mark, and no end.',
  '<!-- stet misquote: nothing here -->',
  '> We will close the north harbour\n> because the sea wall can carry another winter.',
];

/** Drafts that are put together of sentences with faults and of any text. */
export const checkedReports: fc.Arbitrary<CheckReport> = fc
  .array(
    fc.record({
      path,
      text: fc
        .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, anyText), { maxLength: 5 })
        .map((parts) => parts.join('\n\n')),
    }),
    { maxLength: 3 },
  )
  .map(checkedReport);

const spanIn = ({ length }: { readonly length: number }): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const match: fc.Arbitrary<Match> = fc.constantFrom(...CORPUS.texts.values()).chain(({ id, prose }) =>
  fc.record({
    source: spanIn(prose.text).map((span) => ({ articleId: id, span })),
    exact: anyText,
    speaker: fc.constant(null),
    similarity: fc.double({ min: 0, max: 1, noNaN: true }),
    changed: fc.constant([]),
    others: fc.constant([]),
    otherwise: fc.array(fc.record({ source: spanIn(prose.text).map((span) => ({ articleId: id, span })), exact: anyText }), {
      maxLength: 2,
    }),
  }),
);

function findingIn(text: string): fc.Arbitrary<ReportedFinding> {
  const edits = fc.array(fc.record({ span: spanIn(text), newText: anyText }), { maxLength: 2 });
  const fixes: fc.Arbitrary<Fix[]> = fc.uniqueArray(
    fc.record({
      title: anyText.map((words) => say`Replace ${words}`),
      applicability: fc.constantFrom('safe' as const, 'unsafe' as const),
      preferred: fc.boolean(),
      edits,
    }),
    { maxLength: 3, selector: ({ title }) => title.text },
  );
  const finding: fc.Arbitrary<Finding> = fc.record({
    rule: fc.constantFrom(...RULE_NAMES),
    kind: fc.option(fc.constantFrom(...CHANGE_KINDS, 'speakers' as const, 'drafts' as const, 'dropped' as const)),
    span: spanIn(text),
    message: anyText.map((words) => say`The source has ${words}`),
    match: fc.option(match),
    fixes,
  });
  return fc.record({ finding, severity: fc.constantFrom('error', 'warning', 'information', 'hint') });
}

const anyDraft: fc.Arbitrary<DraftReport> = fc.tuple(path, anyText).chain(([where, text]) =>
  fc.array(findingIn(text), { maxLength: 4 }).map((findings) => {
    const draft = { ...parseDraft('', 'plaintext', DEFAULT_OPTIONS), text };
    const analysis = { draft, corpus: CORPUS, articles: CORPUS.texts, findings: findings.map((one) => one.finding), verdicts: new Map() };
    return { path: where, analysis, lines: new LineIndex(text), findings, sources: SOURCES };
  }),
);

const unread: fc.Arbitrary<UnreadDraft> = fc.record({ path, reason: anyText });

/** Reports with every rule, kind and severity anywhere, and with any words. */
export const anyReports: fc.Arbitrary<CheckReport> = fc.record({
  drafts: fc.uniqueArray(anyDraft, { maxLength: 3, selector: (draft) => draft.path }),
  unread: fc.array(unread, { maxLength: 1 }),
});
