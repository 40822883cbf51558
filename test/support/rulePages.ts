import { readdirSync, readFileSync } from 'node:fs';
import { RULE_NAMES, type RuleName } from '../../server/src/rules/finding.ts';
import type { Span } from '../../server/src/text/span.ts';
import { takeMarksOut } from './marks.ts';

const ROOT = new URL('../../', import.meta.url);
const FOLDER = new URL('docs/rules/', ROOT);

/** A draft on a rule's page, its findings written in (see `checkDraft`). */
export interface Example {
  /** One-based, of the line after the fence. */
  readonly line: number;
  /** The heading that it stands under. */
  readonly heading: string;
  readonly draft: string;
  /** The draft after every preferred fix; null where the page does not show it. */
  readonly fixed: string | null;
}

/** A rule's page as its tests need it. */
export interface RulePage {
  readonly rule: RuleName;
  readonly headings: readonly string[];
  /** How loudly the rule reports where nothing else is set, as the page says. */
  readonly severity: string | undefined;
  /** The sources that the page's drafts are checked against. */
  readonly articles: readonly string[];
  readonly examples: readonly Example[];
  /** What the page writes into `.verbatim.yaml`. */
  readonly settings: readonly string[];
}

interface Fence {
  readonly language: string;
  readonly text: string;
  readonly line: number;
  readonly heading: string;
}

/** The fences of a page, and its headings. A fence is closed by as many backticks as have opened it. */
function fencesOf(page: string): { fences: Fence[]; headings: string[] } {
  const fences: Fence[] = [];
  const headings: string[] = [];
  let open: { marks: string; language: string; line: number } | undefined;
  const lines = page.split('\n');
  for (const [i, line] of lines.entries()) {
    const [, marks, language = ''] = /^(`{3,})(\w*)$/.exec(line) ?? [];
    if (open === undefined && marks !== undefined) open = { marks, language, line: i + 2 };
    else if (open !== undefined && line === open.marks) {
      fences.push({ ...open, text: lines.slice(open.line - 1, i).join('\n'), heading: headings.at(-1) ?? '' });
      open = undefined;
    } else if (open === undefined && /^#{1,6} /.test(line)) headings.push(line.replace(/^#+ /, ''));
  }
  if (open !== undefined) throw new Error(`The fence before line ${open.line} is not closed.`);
  return { fences, headings };
}

function readPage(rule: RuleName): RulePage {
  const page = readFileSync(new URL(`${rule}.md`, FOLDER), 'utf8');
  const { fences, headings } = fencesOf(page);
  const severity = /^\*\*Severity:\*\* `(\w+)`/m.exec(page)?.[1];
  const textsOf = (wanted: string) => fences.filter(({ language }) => language === wanted).map(({ text }) => text);
  const examples = fences.flatMap(({ language, line, heading, text }, i): Example[] => {
    const next = fences[i + 1];
    return language === 'draft' ? [{ line, heading, draft: text, fixed: next?.language === 'fixed' ? next.text : null }] : [];
  });
  const orphan = fences.find(({ language }, i) => language === 'fixed' && fences[i - 1]?.language !== 'draft');
  if (orphan) throw new Error(`${rule}.md:${orphan.line}: there is no draft in front of what is fixed.`);
  return { rule, headings, severity, articles: textsOf('article'), examples, settings: textsOf('yaml') };
}

/** Every page of `docs/rules`, by the order of the rules. */
export function rulePages(): RulePage[] {
  const there = new Set(readdirSync(FOLDER));
  return RULE_NAMES.filter((rule) => there.has(`${rule}.md`)).map(readPage);
}

/** The rules that a draft has written in. */
export function rulesMarkedIn(draft: string): string[] {
  return takeMarksOut(draft).marks.map(({ rule }) => rule.split('.')[0] as string);
}

/** A fault that a comment of the sample draft announces. */
export interface Fault {
  readonly rule: RuleName;
  /** From the comment to the end of the paragraph below it. */
  readonly span: Span;
  readonly paragraph: string;
}

/** The sample draft, the faults that were put into it, and the notes of the sample corpus. */
export function readSampleDraft(): { text: string; faults: Fault[]; articles: string[] } {
  const text = readFileSync(new URL('demo/draft.md', ROOT), 'utf8');
  const notes = readdirSync(new URL('corpus/', ROOT)).filter((name) => name.endsWith('.md'));
  const faults = [...text.matchAll(/<!-- [^>]*: ([a-z-]+) -->\n(.*(?:\n.+)*)/g)].flatMap(
    ({ 0: whole, 1: name, 2: paragraph = '', index }): Fault[] => {
      const rule = RULE_NAMES.find((one) => one === name);
      return rule ? [{ rule, paragraph, span: { start: index, end: index + whole.length } }] : [];
    },
  );
  return { text, faults, articles: notes.map((name) => readFileSync(new URL(`corpus/${name}`, ROOT), 'utf8')) };
}
