import { encodedName, isUri, normalPath, parentOf } from '../../service/configurationPaths.ts';

/**
 * The way from a draft to a file as links write it, so that what is exported beside the draft leads to its sources on every
 * machine; null where there is none (another disk, another server).
 */
export function wayFrom(draft: string, file: string): string | null {
  const from = normalPath(parentOf(draft) ?? '');
  const to = normalPath(file);
  if (isUri(from) !== isUri(to)) return null;
  const own = from.split('/');
  const theirs = to.split('/');
  let same = 0;
  while (same < own.length && same < theirs.length - 1 && own[same] === theirs[same]) same++;
  // A path begins with its disk, a URI with its scheme and server.
  if (same < (isUri(from) ? 3 : 1)) return null;
  const encode = isUri(to) ? (name: string) => name : encodedName;
  return [...own.slice(same).map(() => '..'), ...theirs.slice(same).map(encode)].join('/');
}
