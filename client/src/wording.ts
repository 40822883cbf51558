import { env, l10n } from 'vscode';
import type { CheckResult, RereadResult, Source, Status, Unchecked } from '../../server/src/lsp/protocol.ts';
import type { CannotFetch } from '../../server/src/web/fetchPage.ts';

// What several parts of the client say, and how they write numbers and quotations. Everything that is shown goes through `l10n.t` as
// a whole sentence or label, and where a number decides between two they are both written out: other languages glue otherwise.

/** The language that the client speaks, as BCP 47 writes it: English where there are no texts in the editor's. */
export function language(): string {
  return l10n.bundle === undefined ? 'en' : env.language;
}

/** `2,000` */
export function numeral(number: number): string {
  return number.toLocaleString(language());
}

/** Words between the marks of the language that speaks about them. */
export function quoted(words: string): string {
  return l10n.t('“{0}”', words);
}

/** What the shared code for fetching pages says: its sentences are written out there, and translated among the client's texts. */
export function told({ template, values }: CannotFetch['said']): string {
  const { t } = l10n;
  const pieces = values.map((piece) => (typeof piece === 'object' ? told(piece) : String(piece)));
  return template === null ? pieces.join('') : t(template, ...pieces);
}

export function articleCount(number: number): string {
  return number === 1 ? l10n.t('1 article') : l10n.t('{0} articles', numeral(number));
}

export function findingCount(number: number): string {
  return number === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', numeral(number));
}

function uncheckedLine(unchecked: Unchecked): string {
  switch (unchecked) {
    case 'closed':
      return l10n.t('Files of this kind are not checked.');
    case 'source':
      return l10n.t('This file is a source. Sources are not checked.');
    case 'excluded':
      return l10n.t('This file is not checked: the settings “include” and “exclude” leave it out.');
  }
}

export function checkOutcome({ unchecked, findings, quotations, verified, articles }: CheckResult): string {
  if (unchecked) return uncheckedLine(unchecked);
  if (articles === 0) return l10n.t('There is nothing to check against: no sources were found.');
  // Of a message that is long the editor shows the beginning.
  return [foundLine(findings), verifiedLine(verified, quotations), againstLine(articles)].join(' ');
}

function againstLine(articles: number): string {
  return articles === 1 ? l10n.t('Checked against one article.') : l10n.t('Checked against {0} articles.', numeral(articles));
}

function verifiedLine(verified: number, quotations: number): string {
  if (quotations === 0) return l10n.t('There are no quotations.');
  if (quotations > 1) return l10n.t('{0} of {1} quotations are verified.', numeral(verified), numeral(quotations));
  return verified === 1 ? l10n.t('The only quotation is verified.') : l10n.t('The only quotation is not verified.');
}

function foundLine(findings: number): string {
  if (findings === 0) return l10n.t('There is nothing to report.');
  return findings === 1 ? l10n.t('There is one finding.') : l10n.t('There are {0} findings.', numeral(findings));
}

export function rereadOutcome({ articles, troubled }: RereadResult): string {
  const read = articles === 1 ? l10n.t('One article was read.') : l10n.t('{0} articles were read.', numeral(articles));
  if (troubled === 0) return read;
  const trouble =
    troubled === 1
      ? l10n.t('One file has problems; the Problems view names them.')
      : l10n.t('{0} files have problems; the Problems view names them.', numeral(troubled));
  return `${read} ${trouble}`;
}

/** What the status bar shows, with an icon where one helps. */
export function statusText(status: Status): string {
  if (status.kind === 'indexing') return status.total === 0 ? READING : `${READING}: ${progressLabel(status.done, status.total)}`;
  const counts = `Verbatim: ${articleCount(status.articles)}, ${findingCount(status.findings)}`;
  return status.kind === 'trouble' ? `$(warning) ${counts}` : counts;
}

const READING = '$(sync~spin) Verbatim';

function progressLabel(done: number, total: number): string {
  return total === 1 ? l10n.t('{0} of 1 source', numeral(done)) : l10n.t('{0} of {1} sources', numeral(done), numeral(total));
}

export function statusHint(status: Status): string {
  if (status.kind === 'indexing') return l10n.t('Sources are being read. Drafts are checked against those that have been.');
  const { notes = [] } = status;
  if (status.kind === 'trouble') return [...status.messages, ...notes].join('\n');
  return [l10n.t('Open drafts are checked against these articles.'), ...notes].join('\n');
}

export const FAILED_TEXT = '$(error) Verbatim';

export function failedHint(): string {
  return l10n.t('The language server does not run; the output has the reason.');
}

/** `The Low Coast Observer · 2024-02-06` */
export function imprint({ publisher, published }: Pick<Source, 'publisher' | 'published'>): string {
  return [publisher, published].filter((part) => part !== null).join(' · ');
}

/** What a source without a title is called: its file's name. */
export function titleOf({ title, uri }: Pick<Source, 'title' | 'uri'>): string {
  return title ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
