import type { ReportedFinding } from '../../core/contract.ts';
import type { Article, SourceRef } from '../../corpus/article.ts';
import { decode } from '../../readers/decode.ts';
import type { Analysis } from '../../rules/analysis.ts';
import { type Finding, type Match, matchBehind } from '../../rules/finding.ts';
import type { Host } from '../../service/host.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { LoadedCorpus } from './corpusFolder.ts';
import type { Paint } from './terminal.ts';

/** What checking one draft gave. */
export interface DraftReport {
  /** As the user would write it. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly lines: LineIndex;
  /** In the order of the text. */
  readonly findings: readonly ReportedFinding[];
  readonly sources: Sources;
}

/** A draft that was named and could not be read. */
export interface UnreadDraft {
  /** As the user would write it. */
  readonly path: string;
  /** One sentence for the writer. */
  readonly reason: string;
}

/** What `check` found out, before it is written down in one of the formats. */
export interface CheckReport {
  readonly drafts: readonly DraftReport[];
  /** Formats that list drafts name these, too: a draft that was not checked must not look like one without faults. */
  readonly unread?: readonly UnreadDraft[];
}

/** How a report is to look. */
export interface Look {
  readonly paint: Paint;
  readonly columns: number;
}

/** Writes a report down. One file a format; what takes a library to write loads it only then, and is a promise. */
export type Format = (report: CheckReport, look: Look) => string | Promise<string>;

/** How the settings name what a finding says: `misquote.number`. */
export function ruleKey({ rule, kind }: Pick<Finding, 'rule' | 'kind'>): string {
  return kind === null ? rule : `${rule}.${kind}`;
}

/** Where the matches of a report stand. */
export interface Sources {
  readonly article: (id: string) => Article | undefined;
  /** The article's file as the user would write it. */
  readonly pathOf: (id: string) => string;
  /** Lines of the article's file; undefined where offsets do not count in it (PDF and the like). */
  readonly linesOf: (id: string) => LineIndex | undefined;
}

/** The sources of some matches: reads their files once more for the lines, since an article keeps its prose only. */
export async function sourcesOf(matches: Iterable<Match>, loaded: LoadedCorpus, host: Host): Promise<Sources> {
  const refs = [...matches].flatMap(({ source, otherwise = [] }) => [source, ...otherwise.map((one) => one.source)]);
  const articles = await loaded.library.fetch(new Set(refs.map(({ articleId }) => articleId)), loaded.corpus);
  const lines = new Map<string, LineIndex | undefined>();
  for (const [id, article] of articles) lines.set(id, await linesIn(loaded.fileOf(id), article, host));
  return { article: (id) => articles.get(id), pathOf: loaded.shownPath, linesOf: (id) => lines.get(id) };
}

/** An article's text is as long as the file's where its offsets count in the file. */
async function linesIn(file: string, article: Article, host: Host): Promise<LineIndex | undefined> {
  try {
    const text = decode(await host.readFile(file));
    return text.length === article.prose.text.length ? new LineIndex(text) : undefined;
  } catch {
    return undefined;
  }
}

/** All matches that a draft's findings and verdicts rest on. */
export function matchesOf(analysis: Analysis): readonly Match[] {
  const found = analysis.findings.map(({ match }) => match);
  for (const verdict of analysis.verdicts.values()) found.push(matchBehind(verdict));
  return found.filter((match) => match !== null);
}

/** `corpus/a.md:12`, or the file alone where it has no lines to count. */
export function placeOf(source: SourceRef, sources: Sources): string {
  const lines = sources.linesOf(source.articleId);
  const path = sources.pathOf(source.articleId);
  return lines === undefined ? path : `${path}:${lines.positionAt(source.span.start).line + 1}`;
}
