/** What goes into a mark as it is. Digits alone are kept for places in the file. */
const PLAIN = /^(?=.*\p{L})[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,59}$/u;
/** As marks of numbers are written, so that no own id is taken for one of them. */
const NUMBERED = /^(?:id-?\d+|.*-[0-9a-z]{13})$/i;
const LONGEST_SLUG = 40;

/**
 * Marks by which the articles of one file are told apart: `feed.xml#harbour-fees-rise-0h3k…`. An article's own id gives the same mark
 * whatever stands beside it in the file; one without is marked by its place, and the two kinds never look alike.
 *
 * @param ownIds in the order of the file; null where an article has none.
 */
export function marksFor(ownIds: readonly (string | null)[]): readonly string[] {
  const taken = new Map<string, number>();
  return ownIds.map((ownId, i) => {
    const mark = ownId === null || ownId.trim() === '' ? String(i + 1) : markOf(ownId.trim());
    const times = (taken.get(mark) ?? 0) + 1;
    taken.set(mark, times);
    // No mark of the kinds above has a tilde in it.
    return times === 1 ? mark : `${mark}~${times}`;
  });
}

function markOf(ownId: string): string {
  if (/^\d{1,15}$/.test(ownId)) return `id${ownId}`;
  if (PLAIN.test(ownId) && !NUMBERED.test(ownId)) return ownId;
  return `${slugOf(ownId)}${hashOf(ownId)}`;
}

/** The end of an address or number, where it says most, as far as it can be read. */
function slugOf(ownId: string): string {
  const bare = ownId.slice(-400).replace(/[?#].*$/su, '');
  const parts = bare.split(/[/:]+/u).filter((part) => /\p{L}|\p{N}/u.test(part));
  const slug = (parts.at(-1) ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/gu, '');
  return slug === '' ? '' : `${slug}-`;
}

/** 64 bits in 13 characters: two runs of FNV-1a (Fowler, Noll and Vo) over the code units, each of 32 bits, from different bases. */
function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x01000193);
  }
  return ((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)).toString(36).padStart(13, '0');
}
