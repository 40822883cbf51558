import type { ReportedFinding } from '../../../core/contract.ts';
import { sliceOf } from '../../../text/span.ts';
import { type CheckReport, type DraftReport, placeOf, ruleKey, type UnreadDraft } from '../report.ts';
import { oneLine } from '../terminal.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

/** Words of the draft that name a case, in UTF-16 code units at most. */
const NAME_LENGTH = 60;

/**
 * The report of JUnit as Jenkins and Surefire define it: a suite a draft, a case a finding. What is reported as an error or a
 * warning has failed; information and hints are cases that have passed, with what there is to say of them as their output.
 * No time is told, so that the same drafts give the same report.
 */
export function junit({ drafts, unread = [] }: CheckReport): Promise<string> {
  const suites = [...drafts.map(suiteOf), ...unread.map(unreadSuite)];
  const sum = (name: string) => suites.reduce((total, suite) => total + Number(suite[name]), 0);
  return xmlDocument('testsuites', {
    '@name': 'Verbatim',
    '@tests': sum('@tests'),
    '@failures': sum('@failures'),
    '@errors': sum('@errors'),
    testsuite: suites,
  });
}

function suiteOf(draft: DraftReport): XmlElement {
  const names = namesOf(draft);
  const cases = draft.findings.map((reported, at) => caseOf(reported, names[at] ?? '', draft));
  const all = cases.length > 0 ? cases : [caseNamed('no findings', draft.path)];
  return suite(draft.path, { tests: all.length, failures: draft.findings.filter(hasFailed).length, errors: 0 }, all);
}

function unreadSuite({ path, reason }: UnreadDraft): XmlElement {
  const error = { '@message': oneLine(`This draft was not checked. ${reason}`), '@type': 'unread-draft' };
  return suite(path, { tests: 1, failures: 0, errors: 1 }, [{ ...caseNamed('the draft can be read', path), error }]);
}

function suite(
  path: string,
  counts: { readonly tests: number; readonly failures: number; readonly errors: number },
  cases: readonly XmlElement[],
): XmlElement {
  return {
    '@name': path,
    '@tests': counts.tests,
    '@failures': counts.failures,
    '@errors': counts.errors,
    '@skipped': 0,
    '@time': 0,
    testcase: cases,
  };
}

function hasFailed({ severity }: ReportedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

function caseOf(reported: ReportedFinding, name: string, draft: DraftReport): XmlElement {
  const { finding, severity } = reported;
  const message = oneLine(finding.message.text);
  const { line, character } = draft.lines.positionAt(finding.span.start);
  const place = `${draft.path}:${line + 1}:${character + 1}`;
  const details = [`${place}: ${severity}: ${message}`];
  if (finding.match !== null)
    details.push(`The source has: “${oneLine(finding.match.exact)}” (${placeOf(finding.match.source, draft.sources)})`);
  const text = details.join('\n');
  const outcome = hasFailed(reported)
    ? { failure: { '@message': message, '@type': ruleKey(finding), '#text': text } }
    : { 'system-out': text };
  return { ...caseNamed(name, draft.path), ...outcome };
}

/** Readers take what is before the last point of a class for its package: a path without its ending is shown whole. */
function caseNamed(name: string, path: string): XmlElement {
  return { '@name': name, '@classname': path.replace(/(?<=[^/])\.\w+$/, ''), '@time': 0 };
}

/** Services know a case again by its name: it has the rule and the words, no line, and is counted where it comes again. */
function namesOf({ findings, analysis }: DraftReport): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ finding }) => {
    const words = oneLine(sliceOf(analysis.draft.text, finding.span)).replace(/ +/g, ' ');
    const shown = words.length > NAME_LENGTH ? `${words.slice(0, NAME_LENGTH)}…` : words;
    const name = shown === '' ? ruleKey(finding) : `${ruleKey(finding)}: ${shown}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
