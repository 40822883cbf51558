import { describe, expect, it } from 'vitest';
import { checkedReport } from '../../../../../test/support/reports.ts';
import { say } from '../../../text/said.ts';
import type { CheckReport } from '../report.ts';
import { checkstyle } from './checkstyle.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { xmlDocument } from './xml.ts';

const WRONG = 'Ada Quill said: “We will close the north harbour because the sea wall cannot carry another summer.”\n';
const report = checkedReport([
  { path: 'drafts/a.md', text: `${WRONG}\n${WRONG}` },
  { path: 'true', text: 'Nothing is quoted here.\n' },
]);
const unread: CheckReport = { drafts: [], unread: [{ path: 'b.md', reason: 'It is not text & cannot be <shown>.' }] };

/** The report with its first finding said otherwise and on other words. */
function saying(message: string, span: { readonly start: number; readonly end: number }): CheckReport {
  const [draft] = report.drafts;
  const [first] = draft?.findings ?? [];
  if (!draft || !first) throw new Error('The draft has no finding.');
  return { drafts: [{ ...draft, findings: [{ ...first, finding: { ...first.finding, span, message: say`${message}` } }] }] };
}

describe('gitlab', () => {
  it('has what GitLab asks for, with a fingerprint of its own for each', () => {
    const entries = JSON.parse(gitlab(report)) as { fingerprint: string }[];
    expect(entries).toHaveLength(2);
    expect(entries[0]).toEqual({
      description: expect.stringContaining('“winter”'),
      check_name: 'misquote.content',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'major',
      location: { path: 'drafts/a.md', lines: { begin: 1, end: 1 } },
    });
    expect(entries[1]).toMatchObject({ location: { lines: { begin: 3, end: 3 } } });
    expect(entries[0]?.fingerprint).not.toBe(entries[1]?.fingerprint);
  });

  it('names what could not be read', () => {
    expect(JSON.parse(gitlab(unread))).toMatchObject([{ check_name: 'unread-draft', severity: 'blocker', location: { path: 'b.md' } }]);
  });
});

describe('junit', () => {
  it('tells the same fault apart from itself, and passes a draft without findings', async () => {
    const text = await junit(report);
    expect(text).toContain('<testsuites name="Verbatim" tests="3" failures="2" errors="0">');
    expect([...text.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"/g)].map(([, name, from]) => [name, from])).toEqual([
      ['misquote.content: summer', 'drafts/a'],
      ['misquote.content: summer (2)', 'drafts/a'],
      ['no findings', 'true'],
    ]);
  });

  it('does not let hints and information fail', async () => {
    const drafts = report.drafts.map((draft) => ({
      ...draft,
      findings: draft.findings.map((one) => ({ ...one, severity: 'information' as const })),
    }));
    const text = await junit({ drafts });
    expect(text).toContain('tests="3" failures="0" errors="0"');
    expect(text).not.toContain('<failure');
    expect(text).toContain('<system-out>drafts/a.md:1:');
  });

  it('counts what could not be read as an error', async () => {
    const text = await junit(unread);
    expect(text).toContain('errors="1"');
    expect(text).toContain(
      '<error message="This draft was not checked. It is not text &amp; cannot be &lt;shown&gt;." type="unread-draft"',
    );
  });
});

describe('checkstyle', () => {
  it('lists drafts without findings, too', async () => {
    const text = await checkstyle(report);
    expect(text).toMatch(
      /<file name="drafts\/a\.md">\s+<error line="1" column="\d+" severity="warning" message="[^"]+" source="verbatim\.misquote"\/>/,
    );
    expect(text).toContain('<file name="true"/>');
  });
});

describe('xmlDocument', () => {
  it('writes what XML cannot as U+FFFD, and all else as it is', async () => {
    const said = 'a\u0000b\u001Bc\uD800d\uFFFEe \u{1F58B} \t“x” ]]> <&\'"';
    const text = await xmlDocument('root', { '@of': said, '#text': said });
    expect(text).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
    expect(text).toContain('>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe \u{1F58B} \t“x” ]]&gt; &lt;&amp;&apos;&quot;</root>');
  });
});

describe('github', () => {
  it('leaves columns out where a finding runs over lines, which the runner would refuse', () => {
    expect(github(saying('Two lines.', { start: 5, end: WRONG.length + 2 }))).toBe(
      '::warning file=drafts/a.md,line=1,endLine=3,title=misquote.content::Two lines.\n',
    );
  });

  it('names what could not be read', () => {
    expect(github(unread)).toBe('::error file=b.md,title=unread-draft::This draft was not checked. It is not text & cannot be <shown>.\n');
  });
});

describe('sarif', () => {
  const runOf = (of: CheckReport) =>
    (JSON.parse(sarif(of)) as { runs: { artifacts: unknown[]; invocations: unknown[]; results: { message: { text: string } }[] }[] })
      .runs[0];

  it('links to the passage, and makes neither links nor placeholders of what a draft says', () => {
    const text = runOf(saying('The draft has [sic](2) and {0}.', { start: 0, end: 3 }))?.results[0]?.message.text;
    expect(text).toBe('The draft has [sic] (2) and {{0}}. See [corpus/1.md:7](1).');
  });

  it('lists what was checked, findings or not, and what could not be', () => {
    expect(runOf(report)?.artifacts).toEqual([
      { location: { uri: 'drafts/a.md', uriBaseId: '%SRCROOT%' }, roles: ['analysisTarget'] },
      { location: { uri: 'true', uriBaseId: '%SRCROOT%' }, roles: ['analysisTarget'] },
    ]);
    expect(runOf(report)?.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    expect(runOf(unread)?.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'b.md' } } }] }],
      },
    ]);
  });

  it('tells no folder of the machine', () => {
    expect(sarif(report)).not.toContain(process.cwd());
    expect(sarif(report)).not.toContain('file:');
  });
});
