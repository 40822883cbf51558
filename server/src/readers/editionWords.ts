import type { Edition } from '../corpus/article.ts';
import { statusOf } from './news/status.ts';

/** “UPDATE 2-…”, “UPDATED: …”: what was added to a text since, maybe for the how manieth time. */
const UPDATE = /^\s*(?:(?:UPDATE|WRAPUP)\s+(?<number>\d{1,3})\s*[:–—-]|(?:UPDATED?|Updated?):\s)\s*\S/u;

/**
 * What a headline says of which version its text is; null where it says nothing. Versions are known by the text's address,
 * so that a text without one has none.
 */
export function editionOfHeadline(title: string | null | undefined, url: string | null | undefined): Edition | null {
  if (!title || !url) return null;
  const status = statusOf({ headline: title });
  const update = UPDATE.exec(title);
  return status === 'usable' && !update ? null : { of: url, version: update?.groups?.number ?? null, created: null, status };
}
