import { grouped, joined, type Said, say } from '../text/said.ts';

/** What came of checking drafts. */
interface Checked {
  readonly findings: number;
  readonly quotations: number;
  readonly verified: number;
  readonly articles: number;
}

/** Why a document was not checked, by what it is. */
const UNCHECKED = {
  closed: say`Files of this kind are not checked.`,
  source: say`This file is a source. Sources are not checked.`,
  excluded: say`This file is not checked: the settings “include” and “exclude” leave it out.`,
};

export const NO_DRAFT: Said = say`Open a draft first.`;
export const WHICH_DRAFT: Said = say`Several drafts are open: name the one that is meant by its address.`;
export const NO_SOURCE: Said = say`Open a file of your sources first: details are kept beside it.`;
export const CANNOT_WRITE: Said = say`This editor does not make files for language servers. The command line does: verbatim report.`;

/** What somebody is told who had a draft checked. */
export function checkOutcome({ findings, quotations, verified, articles }: Checked): Said {
  if (articles === 0) return say`There is nothing to check against: no sources were found.`;
  const against = articles === 1 ? say`Checked against one article.` : say`Checked against ${grouped(articles)} articles.`;
  return joined([against, verifiedLine(verified, quotations), foundLine(findings)], ' ');
}

function verifiedLine(verified: number, quotations: number): Said {
  if (quotations === 0) return say`There are no quotations.`;
  if (quotations > 1) return say`${grouped(verified)} of ${grouped(quotations)} quotations are verified.`;
  return verified === 1 ? say`The only quotation is verified.` : say`The only quotation is not verified.`;
}

function foundLine(findings: number): Said {
  if (findings === 0) return say`There is nothing to report.`;
  return findings === 1 ? say`There is one finding.` : say`There are ${grouped(findings)} findings.`;
}

export function uncheckedOutcome(unchecked: keyof typeof UNCHECKED): Said {
  return UNCHECKED[unchecked];
}

/** What somebody is told who had all sources read again. */
export function rereadOutcome({ articles, troubled }: { readonly articles: number; readonly troubled: number }): Said {
  const read = articles === 1 ? say`One article was read.` : say`${grouped(articles)} articles were read.`;
  if (troubled === 0) return read;
  const trouble =
    troubled === 1
      ? say`One file has problems, which are told with it.`
      : say`${grouped(troubled)} files have problems, which are told with them.`;
  return joined([read, trouble], ' ');
}

export function reportOutcome(name: string): Said {
  return say`The report was written to ${name}.`;
}
