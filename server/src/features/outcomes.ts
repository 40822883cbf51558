/** What came of checking drafts. */
interface Checked {
  readonly findings: number;
  readonly quotations: number;
  readonly verified: number;
  readonly articles: number;
}

/** Why a document was not checked, by what it is. */
const UNCHECKED = {
  closed: 'Files of this kind are not checked.',
  source: 'This file is a source. Sources are not checked.',
  excluded: 'This file is not checked: the settings “include” and “exclude” leave it out.',
};

export const NO_DRAFT = 'Open a draft first.';
export const WHICH_DRAFT = 'Several drafts are open: name the one that is meant by its address.';
export const NO_SOURCE = 'Open a file of your sources first: details are kept beside it.';
export const CANNOT_WRITE = 'This editor does not make files for language servers. The command line does: verbatim report.';

function counted(number: number, one: string, many: string): string {
  return number === 1 ? one : many.replace('#', number.toLocaleString('en-GB'));
}

/** What somebody is told who had a draft checked. */
export function checkOutcome({ findings, quotations, verified, articles }: Checked): string {
  if (articles === 0) return 'There is nothing to check against: no sources were found.';
  const share = `${verified.toLocaleString('en-GB')} of ${counted(quotations, 'one quotation is', '# quotations are')} verified.`;
  return [
    counted(articles, 'Checked against one article.', 'Checked against # articles.'),
    quotations === 0 ? 'There are no quotations.' : share,
    findings === 0 ? 'There is nothing to report.' : counted(findings, 'There is one finding.', 'There are # findings.'),
  ].join(' ');
}

export function uncheckedOutcome(unchecked: keyof typeof UNCHECKED): string {
  return UNCHECKED[unchecked];
}

/** What somebody is told who had all sources read again. */
export function rereadOutcome({ articles, troubled }: { readonly articles: number; readonly troubled: number }): string {
  const read = counted(articles, 'One article was read.', '# articles were read.');
  if (troubled === 0) return read;
  return `${read} ${counted(troubled, 'One file has problems, which are told with it.', '# files have problems, which are told with them.')}`;
}

export function reportOutcome(name: string): string {
  return `The report was written to ${name}.`;
}
