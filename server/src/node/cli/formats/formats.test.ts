import { describe, expect, it } from 'vitest';
import { type Article, NO_DETAILS } from '../../../corpus/article.ts';
import { MemoryCorpus } from '../../../corpus/memoryCorpus.ts';
import { parseDraft } from '../../../draft/parse.ts';
import type { Quotation } from '../../../prose/quotations.ts';
import type { Finding, Match, Verdict } from '../../../rules/finding.ts';
import { DEFAULT_OPTIONS } from '../../../rules/style.ts';
import { LineIndex } from '../../../text/lineIndex.ts';
import { together } from '../../../text/said.ts';
import type { CheckReport } from '../report.ts';
import { paintFor } from '../terminal.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

const SOURCE = 'The gate\n\n“We kept the gate open for nine nights,” she said.\n';
const TEXT = 'She said: “We kept the gate open\nfor ten nights.” “Nobody came, 100% sure.”\n';

const spanOf = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const article: Article = {
  ...NO_DETAILS,
  id: '/p/corpus/gate.md',
  title: 'The gate',
  publisher: 'Quarry Post',
  published: { year: 2025, month: 3, day: 4 },
  prose: { text: SOURCE, blocks: [{ span: { start: 10, end: SOURCE.length - 1 }, kind: 'paragraph', group: -1 }] },
};
const match: Match = {
  source: { articleId: article.id, span: spanOf(SOURCE, 'We kept the gate open for nine nights') },
  exact: 'We kept the gate open for nine nights',
  speaker: 'Ada Pell',
  similarity: 0.912,
  changed: [spanOf(SOURCE, 'nine')],
  others: [],
};
const misquote: Finding = {
  rule: 'misquote',
  kind: 'number',
  span: spanOf(TEXT, 'ten'),
  message: together('The source has “nine”, not “ten”.'),
  match,
  fixes: [
    {
      title: together('Replace “ten” by “nine”'),
      applicability: 'safe',
      preferred: true,
      edits: [{ span: spanOf(TEXT, 'ten'), newText: 'nine' }],
    },
    { title: together('Think again'), applicability: 'unsafe', preferred: false, edits: [] },
  ],
};
const notFound: Finding = {
  rule: 'quote-not-found',
  kind: null,
  span: spanOf(TEXT, '“Nobody came, 100% sure.”'),
  message: together('No source has these words: “Nobody came, 100% sure.”\nLook again.'),
  match: null,
  fixes: [],
};
const quotation = (words: string): Quotation => {
  const span = spanOf(TEXT, words);
  return { span, pieces: [{ start: span.start + 1, end: span.end - 1 }], style: 'double', depth: 0 };
};
const first = quotation('“We kept the gate open\nfor ten nights.”');
const second = quotation('“Nobody came, 100% sure.”');
const verdicts = new Map<Quotation, Verdict>([
  [first, { kind: 'misquoted', match }],
  [second, { kind: 'not-found' }],
]);

/** A report as `check` makes it, of one draft with two quotations and two findings. */
function reportOf(findings: CheckReport['drafts'][number]['findings']): CheckReport {
  const corpus = MemoryCorpus.of([article]);
  const speaker = { span: spanOf(TEXT, 'She'), kind: 'pronoun', core: spanOf(TEXT, 'She'), name: null } as const;
  const draft = {
    ...parseDraft(TEXT, 'plaintext', DEFAULT_OPTIONS),
    prose: { text: TEXT, blocks: [] },
    quotations: [first, second],
    attributions: new Map([
      [first, { span: spanOf(TEXT, 'She said'), speakers: [speaker], credits: [], place: 'sentence' as const, tied: true, plain: true }],
    ]),
  };
  const analysis = { draft, corpus, articles: corpus.texts, findings: findings.map(({ finding }) => finding), verdicts };
  const sources = { article: (id: string) => corpus.texts.get(id), pathOf: () => 'corpus/gate.md', linesOf: () => new LineIndex(SOURCE) };
  return { drafts: [{ path: 'drafts/a, b.md', analysis, lines: new LineIndex(TEXT), findings, sources }] };
}

const report = reportOf([
  { finding: misquote, severity: 'error' },
  { finding: notFound, severity: 'information' },
]);
const look = { paint: paintFor(false), columns: 80 };

describe('pretty', () => {
  it('shows the words of the draft, those of the source, and what to do', () => {
    expect(pretty(report, look)).toMatchInlineSnapshot(`
      "drafts/a, b.md

        2:5  error  The source has “nine”, not “ten”.  misquote.number
          draft  │ for ten nights.” “Nobody came, 100% sure.”
                 │     ^^^
          source │ “We kept the gate open for nine nights,” she said.
                 │                            ^^^^
                 │ “The gate”, Quarry Post, 4 March 2025 · corpus/gate.md:3
          fix    │ Replace “ten” by “nine”

        2:18  information  No source has these words: “Nobody came, 100% sure.” Look again.  quote-not-found
          draft  │ for ten nights.” “Nobody came, 100% sure.”
                 │                  ^^^^^^^^^^^^^^^^^^^^^^^^^

      2 quotations: 1 misquoted, 1 not found; 1 error, 1 information
      "
    `);
  });

  it('colours only where it may', () => {
    expect(pretty(report, look)).not.toContain('\u001B');
    expect(pretty(report, { ...look, paint: paintFor(true) })).toContain('\u001B[31merror\u001B[39m');
  });

  it('says so where nothing was found', () => {
    expect(pretty(reportOf([]), look)).toBe('2 quotations: 1 misquoted, 1 not found; no findings\n');
    expect(pretty({ drafts: [] }, look)).toBe('no quotations; no findings\n');
  });
});

describe('json', () => {
  it('keeps the contract', () => {
    const wire = {
      path: 'corpus/gate.md',
      title: 'The gate',
      publisher: 'Quarry Post',
      published: '2025-03-04',
      speaker: 'Ada Pell',
      exact: 'We kept the gate open for nine nights',
      start: 11,
      end: 48,
      similarity: 0.912,
    };
    const ten = { start: { line: 1, character: 4 }, end: { line: 1, character: 7 } };
    const last = { start: { line: 1, character: 17 }, end: { line: 1, character: 42 } };
    expect(JSON.parse(json(report))).toEqual({
      version: 1,
      drafts: [
        {
          path: 'drafts/a, b.md',
          quotations: [
            {
              range: { start: { line: 0, character: 10 }, end: { line: 1, character: 16 } },
              text: 'We kept the gate open for ten nights.',
              verdict: 'misquoted',
              speaker: 'She',
              match: wire,
            },
            { range: last, text: 'Nobody came, 100% sure.', verdict: 'not-found', speaker: null, match: null },
          ],
          findings: [
            {
              code: 'misquote',
              kind: 'number',
              severity: 'error',
              range: ten,
              message: 'The source has “nine”, not “ten”.',
              match: wire,
              fixes: [
                { title: 'Replace “ten” by “nine”', preferred: true, safe: true, edits: [{ range: ten, newText: 'nine' }] },
                { title: 'Think again', preferred: false, safe: false, edits: [] },
              ],
            },
            {
              code: 'quote-not-found',
              kind: null,
              severity: 'information',
              range: last,
              message: notFound.message.text,
              match: null,
              fixes: [],
            },
          ],
        },
      ],
    });
  });
});

describe('github', () => {
  it('escapes what the runner would take for its own', () => {
    expect(github(report).split('\n')).toEqual([
      '::error file=drafts/a%2C b.md,line=2,endLine=2,col=5,endColumn=8,title=misquote.number::The source has “nine”, not “ten”.',
      '::notice file=drafts/a%2C b.md,line=2,endLine=2,col=18,endColumn=43,title=quote-not-found::No source has these words: “Nobody came, 100%25 sure.” Look again.',
      '',
    ]);
  });
});

describe('sarif', () => {
  const [run] = (
    JSON.parse(sarif(report)) as { runs: { results: Record<string, unknown>[]; tool: { driver: { rules: { id: string }[] } } }[] }
  ).runs;

  it('has a result for each finding, with its place, its source and its fixes', () => {
    expect(run?.results[0]).toMatchObject({
      ruleId: 'misquote',
      level: 'error',
      message: { text: 'The source has “nine”, not “ten”. See [corpus/gate.md:3](1).' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'drafts/a%2C%20b.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 8 },
          },
        },
      ],
      relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'corpus/gate.md' }, region: { startLine: 3, startColumn: 2 } } }],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'nine' } }] }] }],
      partialFingerprints: { 'verbatimFinding/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(run?.results[1]).toMatchObject({ level: 'note', relatedLocations: [], fixes: [] });
  });

  it('keeps fingerprints when lines move, and tells repeated words apart', () => {
    const prints = (of: CheckReport) =>
      (JSON.parse(sarif(of)) as { runs: { results: { partialFingerprints: unknown }[] }[] }).runs[0]?.results.map(
        (one) => one.partialFingerprints,
      );
    const twice = prints(
      reportOf([
        { finding: misquote, severity: 'error' },
        { finding: misquote, severity: 'hint' },
      ]),
    );
    expect(twice?.[0]).toEqual(run?.results[0]?.partialFingerprints);
    expect(twice?.[1]).not.toEqual(twice?.[0]);
  });
});
