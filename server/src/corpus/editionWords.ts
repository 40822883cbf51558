import type { Edition } from './article.ts';

/** What agencies and papers put in front of a headline to say that the text is another than before: “CORRECTED: …”, “UPDATE 2-…”. */
const LEAD =
  /^\s*(?:(?<corrected>correct(?:ed|ion|ing)|refile|amended)|updated?(?:\s+(?<number>\d{1,3}))?|wrapup(?:\s+(?<wrapup>\d{1,3}))?|(?<withdrawn>withdrawn|retract(?:ed|ion)|(?:mandatory\s+)?kill(?:ed)?))(?<sign>\s*:|\s+[–—-]\s|[–—-])\s*(?=\S)/iu;
const IN_CAPITALS = /^\P{Ll}*$/u;

/**
 * What a headline says of which version its text is; null where it says nothing. Versions are known by the text's address,
 * so that a text without one has none.
 */
export function editionOfHeadline(title: string | null, url: string | null): Edition | null {
  const found = title === null ? null : LEAD.exec(title);
  if (!found || url === null) return null;
  const { corrected, number, wrapup, withdrawn, sign = '' } = found.groups ?? {};
  // “Kill: a review”, “Update-friendly lamps”: small letters may be the headline's own.
  const mayBeItsOwn = withdrawn !== undefined || /^[–—-]/u.test(sign);
  if (mayBeItsOwn && !IN_CAPITALS.test(found[0])) return null;
  const status = withdrawn !== undefined ? 'canceled' : corrected !== undefined ? 'corrected' : 'usable';
  return { of: url, version: number ?? wrapup ?? null, created: null, status };
}
