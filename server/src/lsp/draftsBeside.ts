import type { Range } from 'vscode-languageserver';
import { pathOrUri } from '../features/convert.ts';
import type { ComparedPlace, Digest, DigestFinding } from '../features/digest.ts';
import type { Voice } from '../features/l10n/voice.ts';
import { inconsistentAmong, messageOfOther } from '../rules/inconsistentDrafts.ts';
import { fileNameOf, parentOf } from '../service/configurationPaths.ts';
import { drain } from '../service/pump.ts';

/** As much of a draft as is held beside others. */
interface Beside {
  readonly uri: string;
  /** Null where it is not open. */
  readonly version: number | null;
  readonly digest: Digest;
}

/** Two wordings of one quotation: where each stands and what is said there. */
interface Pair {
  readonly first: { readonly uri: string; readonly said: string };
  readonly later: { readonly uri: string; readonly said: string };
}

/** What was found in a folder last, and of which drafts that were not open. */
interface Known {
  readonly closed: readonly Digest[];
  readonly open: string;
  readonly pairs: readonly Pair[];
}

/**
 * What the drafts of a folder show only together, open or not: a quotation in two wordings. It is worked out when all drafts
 * are asked for, and again where another draft is open or one on disk has changed. While somebody types in one of them, what
 * was found holds as long as both quotations are there as they were: keystrokes pay nothing.
 */
export class DraftsBeside {
  readonly #known = new Map<string, Known>();
  readonly #voice: Voice;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  /** The drafts with what is found in them beside each other. `again`: whether everything is compared anew. */
  async withFindings<Draft extends Beside>(drafts: readonly Draft[], again: boolean, signal: AbortSignal): Promise<readonly Draft[]> {
    const folders = new Map<string, Draft[]>();
    for (const draft of drafts) {
      const folder = parentOf(pathOrUri(draft.uri)) ?? '';
      folders.set(folder, [...(folders.get(folder) ?? []), draft]);
    }
    for (const folder of this.#known.keys()) if (!folders.has(folder)) this.#known.delete(folder);
    const found = new Map<Draft, Digest>();
    for (const [folder, own] of folders) {
      const pairs = await this.#pairsOf(folder, own, { again, signal });
      for (const draft of own) {
        const digest = digestBeside(draft, own, { pairs, voice: this.#voice });
        if (digest !== draft.digest) found.set(draft, digest);
      }
    }
    return found.size === 0 ? drafts : drafts.map((draft) => ({ ...draft, digest: found.get(draft) ?? draft.digest }));
  }

  async #pairsOf(
    folder: string,
    drafts: readonly Beside[],
    { again, signal }: { readonly again: boolean; readonly signal: AbortSignal },
  ): Promise<readonly Pair[]> {
    const closed = drafts.flatMap(({ version, digest }) => (version === null ? [digest] : []));
    const open = drafts.flatMap(({ version, uri }) => (version === null ? [] : [uri])).join();
    const known = this.#known.get(folder);
    const isAsBefore = known?.open === open && known.closed.length === closed.length && closed.every((one, i) => one === known.closed[i]);
    if (known && isAsBefore && !again) return known.pairs;
    const pairs = await pairsIn(drafts, signal);
    this.#known.set(folder, { closed, open, pairs });
    return pairs;
  }
}

async function pairsIn(drafts: readonly Beside[], signal: AbortSignal): Promise<readonly Pair[]> {
  const inOrder = [...drafts].sort((a, b) => (pathOrUri(a.uri) < pathOrUri(b.uri) ? -1 : 1));
  const placeOf = ({ draft, quotation }: { readonly draft: number; readonly quotation: number }) => {
    const { uri, digest } = inOrder[draft] as Beside;
    return { uri, said: (digest.compared[quotation] as ComparedPlace).said };
  };
  // In slices: somebody may be typing.
  const pairs = await drain(inconsistentAmong(inOrder.map(({ digest }) => digest.compared)), signal);
  return pairs.map(({ first, later }) => ({ first: placeOf(first), later: placeOf(later) }));
}

function digestBeside(
  { uri, digest }: Beside,
  drafts: readonly Beside[],
  { pairs, voice }: { readonly pairs: readonly Pair[]; readonly voice: Voice },
): Digest {
  const found = pairs.flatMap(({ first, later }) => {
    const place = later.uri === uri ? placeWith(digest, later.said) : undefined;
    const other = drafts.find((draft) => draft.uri === first.uri);
    const shown = other && placeWith(other.digest, first.said)?.shown;
    return place && shown !== undefined ? [{ place, message: voice.tell(messageOfOther(fileNameOf(pathOrUri(first.uri)), shown)) }] : [];
  });
  if (found.length === 0) return digest;
  const more = found.flatMap(({ place: { finding }, message }): DigestFinding[] => (finding ? [{ ...finding, message }] : []));
  const served = found.flatMap(({ place }) => place.stets);
  const own = digest.findings.filter(({ rule, range }) => rule !== 'unused-stet' || !served.some((stet) => isSameStart(stet, range)));
  return { ...digest, findings: [...own, ...more].sort((a, b) => inText(a.range, b.range)) };
}

function placeWith({ compared }: Digest, said: string): ComparedPlace | undefined {
  return compared.find((place) => place.said === said);
}

function isSameStart(a: Range, b: Range): boolean {
  return inText(a, b) === 0;
}

function inText({ start: a }: Range, { start: b }: Range): number {
  return a.line - b.line || a.character - b.character;
}
