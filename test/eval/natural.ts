import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { CLI, type Data, run, type Text, textsIn } from './tools.ts';
import { TRUE_FINDS } from './trueFinds.ts';

/** A finding in a real article, where hardly anything can be wrong. */
export interface Alarm {
  readonly rule: string;
  readonly draft: string;
  /** UTF-16 code units of the article's own text. */
  readonly at: number;
  readonly words: string;
  readonly message: string;
}

/** What was reported of real articles, checked against a corpus. */
export interface Natural {
  readonly name: string;
  readonly quotations: number;
  readonly sentences: number;
  readonly alarms: readonly Alarm[];
  /** Reported, and right: read one by one. */
  readonly trueFinds: number;
}

/** As many press releases are drafts, spread over all; so many other texts are their corpus. */
const RELEASES = 500;
const OTHERS = 3_000;

/** Front matter of a draft: its day, and nothing that names a source. */
const headOf = ({ published }: Text) => `---\ndate: ${published}\n---\n\n`;

function articleOf(text: Text): string {
  const keys = ['title', 'publisher', 'speaker', 'published', 'url'] as const;
  const lines = keys.flatMap((key) => (text[key] ? [`${key}: ${JSON.stringify(text[key])}`] : []));
  return `---\n${lines.join('\n')}\n---\n\n${text.text}\n`;
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

interface Report {
  readonly drafts: readonly {
    readonly path: string;
    readonly quotations: readonly unknown[];
    readonly findings: readonly { readonly code: string; readonly severity: string; readonly range: Range; readonly message: string }[];
  }[];
}

function checkAll(name: string, { drafts, corpus, folder }: { drafts: readonly Text[]; corpus: readonly Text[]; folder: string }): Natural {
  const at = join(folder, name);
  for (const part of ['drafts', 'corpus']) mkdirSync(join(at, part), { recursive: true });
  for (const text of drafts) writeFileSync(join(at, 'drafts', `${text.id}.md`), `${headOf(text)}${text.text}\n`);
  for (const text of corpus) writeFileSync(join(at, 'corpus', `${text.id}.md`), articleOf(text));
  // Whole articles are copied: that they are is no news.
  writeFileSync(join(at, '.verbatim.yaml'), 'severity:\n  unattributed-claim: off\n');
  const report = JSON.parse(run(CLI, ['check', 'drafts', '--corpus', 'corpus', '--no-cache', '--format', 'json'], at)) as Report;
  const byId = new Map(drafts.map((text) => [text.id, text]));
  const found = report.drafts.flatMap(({ path, findings }) => {
    const id = basename(path, '.md');
    const text = readFileSync(join(at, path), 'utf8');
    const lines = new LineIndex(text);
    return findings
      .filter(({ severity }) => severity === 'warning' || severity === 'error')
      .map(({ code, range, message }): Alarm => {
        const [start, end] = [range.start, range.end].map(({ line, character }) => lines.lineStart(line) + character) as [number, number];
        return { rule: code, draft: id, at: start - headOf(byId.get(id) as Text).length, words: text.slice(start, end), message };
      });
  });
  const isTrue = ({ draft, rule, at: place }: Alarm) =>
    TRUE_FINDS.some((one) => one.draft === draft && one.rule === rule && one.at === place);
  return {
    name,
    quotations: report.drafts.reduce((sum, { quotations }) => sum + quotations.length, 0),
    sentences: drafts.reduce((sum, { text }) => sum + (text.match(/[.!?]["”’»)]*(?:\s|$)/g)?.length ?? 0), 0),
    alarms: found.filter((alarm) => !isTrue(alarm)),
    trueFinds: found.filter(isTrue).length,
  };
}

/** Real articles against a corpus that holds the very same ones, and against one of others. */
export function* naturalProse(data: Data, folder: string): Generator<Natural> {
  const named = (name: string) => data.texts.filter((file) => basename(file).startsWith(name)).flatMap(textsIn);
  const news = named('wikinews');
  const releases = named('senate');
  const step = Math.max(1, Math.floor(releases.length / RELEASES));
  const chosen = releases.filter((_, i) => i % step === 0).slice(0, RELEASES);
  const others = releases.filter((_, i) => i % step !== 0).slice(0, OTHERS);
  yield checkAll('news, the same', { drafts: news, corpus: news, folder });
  yield checkAll('releases, the same', { drafts: chosen, corpus: chosen, folder });
  yield checkAll('news, others', { drafts: news, corpus: others, folder });
  yield checkAll('releases, others', { drafts: chosen, corpus: [...others, ...news], folder });
}
