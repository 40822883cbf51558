import type { CheckResult, RereadResult, Source, Status, Unchecked } from '../../server/src/lsp/protocol.ts';

// All words that the client shows to people, apart from the names of commands and settings in the manifest.

const UNCHECKED: Readonly<Record<Unchecked, string>> = {
  closed: 'Files of this kind are not checked.',
  source: 'This file is a source. Sources are not checked.',
  excluded: 'This file is not checked: the settings “include” and “exclude” leave it out.',
};

/** `1 article`, `2,000 articles`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function checkOutcome({ unchecked, findings, quotations, verified, articles }: CheckResult): string {
  if (unchecked) return UNCHECKED[unchecked];
  if (articles === 0) return 'There is nothing to check against: no sources were found.';
  const words = quotations === 0 ? 'no quotations' : `${verified.toLocaleString('en')} of ${count(quotations, 'quotation')} verified`;
  return `Checked against ${count(articles, 'article')}: ${words}, ${findings === 0 ? 'nothing to report' : count(findings, 'finding')}.`;
}

export function rereadOutcome({ articles, troubled }: RereadResult): string {
  const trouble = troubled === 0 ? '' : ` ${count(troubled, 'file has', 'files have')} problems; the Problems view names them.`;
  return `${count(articles, 'article')} read.${trouble}`;
}

/** What the status bar shows, with an icon where one helps. */
export function statusText(status: Status): string {
  if (status.kind === 'indexing') {
    return status.total === 0
      ? '$(sync~spin) Verbatim'
      : `$(sync~spin) Verbatim: ${status.done.toLocaleString('en')} of ${count(status.total, 'source')}`;
  }
  const counts = `Verbatim: ${count(status.articles, 'article')}, ${count(status.findings, 'finding')}`;
  return status.kind === 'trouble' ? `$(warning) ${counts}` : counts;
}

export function statusHint(status: Status): string {
  if (status.kind === 'indexing') return 'Sources are being read. Drafts are checked against those that have been.';
  const { notes = [] } = status;
  if (status.kind === 'trouble') return [...status.messages, ...notes].join('\n');
  const told =
    status.articles === 0
      ? 'There are no sources yet to check drafts against.'
      : `Open drafts are checked against ${count(status.articles, 'article')}.`;
  return [told, ...notes].join('\n');
}

export const FAILED_TEXT = '$(error) Verbatim';
export const FAILED_HINT = 'The language server does not run; the output has the reason.';

/** `The Low Coast Observer · 2024-02-06` */
export function imprint({ publisher, published }: Pick<Source, 'publisher' | 'published'>): string {
  return [publisher, published].filter((part) => part !== null).join(' · ');
}

/** What a source without a title is called: its file's name. */
export function titleOf({ title, uri }: Pick<Source, 'title' | 'uri'>): string {
  return title ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
