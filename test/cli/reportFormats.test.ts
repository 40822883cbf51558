import * as fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { checkstyle } from '../../server/src/node/cli/formats/checkstyle.ts';
import { github } from '../../server/src/node/cli/formats/github.ts';
import { gitlab } from '../../server/src/node/cli/formats/gitlab.ts';
import { junit } from '../../server/src/node/cli/formats/junit.ts';
import { sarif } from '../../server/src/node/cli/formats/sarif.ts';
import type { CheckReport } from '../../server/src/node/cli/report.ts';
import { anyReports, checkedReport, checkedReports } from '../support/reports.ts';
import { jsonFaults, xmlFaults } from '../support/schemas.ts';
import { FERRY, folderWith, TRUE_WORDS, WRONG_NUMBER } from './world.ts';

const SEED = 20250304;
const RUNS = 150;
/** The same reports every time: of drafts with faults, and such as no engine would make. */
const reports: readonly CheckReport[] = [
  ...fc.sample(checkedReports, { numRuns: RUNS, seed: SEED }),
  ...fc.sample(anyReports, { numRuns: RUNS, seed: SEED }),
];
const findingsOf = ({ drafts }: CheckReport) => drafts.flatMap(({ findings }) => findings);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => /^(?:file|error|testsuite|testcase)$/.test(name),
});

it('has reports with every rule to write', () => {
  const rules = reports.slice(0, RUNS).flatMap((report) => findingsOf(report).map(({ finding }) => finding.rule));
  expect(new Set(rules).size).toBeGreaterThan(8);
});

describe('SARIF', () => {
  const faults = jsonFaults('sarif.schema.json', 'sarif-2.1.0.json');

  it('keeps to its schema, whatever was found', () => {
    for (const report of reports) expect(faults(JSON.parse(sarif(report)))).toEqual([]);
  });

  it('links only to places that it names, each once', () => {
    for (const report of reports) {
      const [run] = (
        JSON.parse(sarif(report)) as { runs: { results: { message: { text: string }; relatedLocations: { id: number }[] }[] }[] }
      ).runs;
      for (const { message, relatedLocations } of run?.results ?? []) {
        const links = [...message.text.matchAll(/\]\((\d+)\)/g)].map(([, id]) => Number(id));
        expect(links).toEqual(relatedLocations.map(({ id }) => id));
      }
    }
  });

  it('is refused by the schema where something is missing', () => {
    const log = JSON.parse(sarif(checkedReport([{ path: 'a.md', text: 'An “open mark.' }]))) as {
      runs: { results: { message?: unknown }[] }[];
    };
    expect(faults(log)).toEqual([]);
    delete log.runs[0]?.results[0]?.message;
    expect(faults(log)).not.toEqual([]);
  });
});

describe('GitLab', () => {
  const faults = jsonFaults('gitlab-code-quality.schema.json');

  it('keeps to its schema, whatever was found, and has each fingerprint once', () => {
    for (const report of reports) {
      const entries = JSON.parse(gitlab(report)) as { fingerprint: string; location: { path: string } }[];
      expect(faults(entries)).toEqual([]);
      expect(entries).toHaveLength(findingsOf(report).length + (report.unread?.length ?? 0));
    }
    for (const report of reports.slice(RUNS)) {
      const prints = (JSON.parse(gitlab(report)) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
      expect(new Set(prints).size).toBe(prints.length);
    }
  });
});

describe('JUnit', () => {
  it('keeps to its schema, whatever was found', async () => {
    const documents = await Promise.all(reports.map(junit));
    expect(await xmlFaults(documents, 'junit.xsd', 'jenkins-junit.xsd', 'junit-10.xsd')).toEqual([]);
  });

  it('has suites that are whole reports to Surefire', async () => {
    const documents = await Promise.all(reports.slice(0, 40).map(junit));
    const suites = documents.flatMap((document) => document.match(/^ <testsuite\b[\s\S]*?^ <\/testsuite>/gm) ?? []);
    expect(suites.length).toBeGreaterThan(20);
    const alone = suites.map((suite) => `<testsuites name="Verbatim" tests="0" failures="0" errors="0">${suite}</testsuites>`);
    expect(await xmlFaults(alone, 'junit.xsd')).toEqual([]);
    expect(await xmlFaults(suites, null, 'surefire-test-report.xsd')).toEqual([]);
  });

  it('counts what it lists', async () => {
    for (const report of reports) {
      const { testsuites } = parser.parse(await junit(report)) as {
        testsuites: {
          tests: string;
          failures: string;
          testsuite?: { tests: string; failures: string; testcase: { failure?: unknown }[] }[];
        };
      };
      const cases = (testsuites.testsuite ?? []).flatMap(({ testcase }) => testcase);
      expect(Number(testsuites.tests)).toBe(cases.length);
      expect(Number(testsuites.failures)).toBe(cases.filter(({ failure }) => failure !== undefined).length);
      expect(Number(testsuites.failures)).toBe(findingsOf(report).filter(({ severity }) => /^(?:error|warning)$/.test(severity)).length);
    }
  });
});

describe('Checkstyle', () => {
  it('keeps to its schema, whatever was found', async () => {
    const documents = await Promise.all(reports.map(checkstyle));
    expect(await xmlFaults(documents, 'checkstyle.xsd')).toEqual([]);
  });

  it('has a file for each draft and an error for each finding', async () => {
    for (const report of reports) {
      const parsed = parser.parse(await checkstyle(report)) as { checkstyle: { file?: { error?: unknown[] }[] } };
      const files = parsed.checkstyle.file ?? [];
      expect(files).toHaveLength(report.drafts.length + (report.unread?.length ?? 0));
      expect(files.flatMap(({ error = [] }) => error)).toHaveLength(findingsOf(report).length + (report.unread?.length ?? 0));
    }
  });
});

describe('GitHub', () => {
  it('is one command of one line a finding, whatever it says', () => {
    for (const report of reports) {
      const lines = github(report)
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .filter((line) => line !== '');
      expect(lines).toHaveLength(findingsOf(report).length + (report.unread?.length ?? 0));
      for (const line of lines)
        expect(line).toMatch(
          /^::(?:error|warning|notice) file=[^,:]*,(?:line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?)?title=[\w.-]+::/,
        );
    }
  });
});

describe('the command line', () => {
  const files = { 'corpus/ferry.md': FERRY, 'a.md': `${WRONG_NUMBER}\n${TRUE_WORDS}`, 'b.md': TRUE_WORDS };

  it('writes each format to a file, drafts without findings included', async () => {
    const folder = folderWith(files);
    for (const format of ['junit', 'checkstyle', 'gitlab', 'sarif']) {
      const { status, stderr } = await folder.verbatim('check', 'a.md', 'b.md', '--format', format, '--output', `report.${format}`);
      expect([status, stderr]).toEqual([1, '']);
    }
    expect(await xmlFaults([folder.read('report.junit')], 'junit.xsd', 'jenkins-junit.xsd', 'junit-10.xsd')).toEqual([]);
    expect(folder.read('report.junit')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="Verbatim" tests="2" failures="1" errors="0">
       <testsuite name="a.md" tests="1" failures="1" errors="0" skipped="0" time="0">
        <testcase name="misquote.number: twelve" classname="a" time="0">
         <failure message="The source has “eleven”, not “twelve” (The Harbour Gazette, 4 March 2025). A figure is changed." type="misquote.number">a.md:1:38: error: The source has “eleven”, not “twelve” (The Harbour Gazette, 4 March 2025). A figure is changed.
      The source has: “We have waited eleven long winters to see the boats come back across this water” (corpus/ferry.md:10)</failure>
        </testcase>
       </testsuite>
       <testsuite name="b.md" tests="1" failures="0" errors="0" skipped="0" time="0">
        <testcase name="no findings" classname="b" time="0"/>
       </testsuite>
      </testsuites>
      "
    `);
    expect(await xmlFaults([folder.read('report.checkstyle')], 'checkstyle.xsd')).toEqual([]);
    expect(folder.read('report.checkstyle')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <checkstyle version="8.0">
       <file name="a.md">
        <error line="1" column="38" severity="error" message="The source has “eleven”, not “twelve” (The Harbour Gazette, 4 March 2025). A figure is changed." source="verbatim.misquote"/>
       </file>
       <file name="b.md"/>
      </checkstyle>
      "
    `);
    expect(jsonFaults('gitlab-code-quality.schema.json')(JSON.parse(folder.read('report.gitlab')))).toEqual([]);
    expect(jsonFaults('sarif.schema.json', 'sarif-2.1.0.json')(JSON.parse(folder.read('report.sarif')))).toEqual([]);
  });

  it('names a draft that could not be read in every format that lists drafts', async () => {
    const folder = folderWith({ ...files, 'c.md': new Uint8Array([0x50, 0x4b, 0, 1, 2, 3, 0xff, 0, 0, 0]) });
    const runs = await Promise.all(
      ['junit', 'checkstyle', 'gitlab', 'sarif', 'github'].map((format) => folder.verbatim('check', 'b.md', 'c.md', '--format', format)),
    );
    for (const { status, stdout } of runs) {
      expect(status).toBe(2);
      expect(stdout).toContain('c.md');
      expect(stdout).toContain('This draft was not checked.');
    }
    const [junitRun, , , sarifRun] = runs;
    expect(junitRun?.stdout).toContain('errors="1"');
    expect(JSON.parse(sarifRun?.stdout ?? '')).toMatchObject({ runs: [{ invocations: [{ executionSuccessful: false }], results: [] }] });
  });
});
