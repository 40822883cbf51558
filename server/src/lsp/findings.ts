import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { DigestFinding } from '../features/digest.ts';
import type { Voice } from '../features/l10n/voice.ts';
import { ruleLabel } from '../features/wording.ts';
import { countArticles } from '../service/countArticles.ts';
import { unlessAborted } from '../service/pump.ts';
import { say } from '../text/said.ts';
import type { Booked, BookedDraft } from './draftBook.ts';
import { type Found, fixesOf } from './findingFixes.ts';
import {
  type FindingFixesParams,
  type FindingFixesResult,
  type FindingGroup,
  type FindingGrouping,
  type FindingPageParams,
  type FindingPageResult,
  type FindingScope,
  type FindingsParams,
  type FindingsResult,
  findingFixesRequest,
  findingPageRequest,
  findingsRequest,
  type ListedFinding,
  MOST_FINDINGS,
  watchFindingsNotification,
} from './findingsProtocol.ts';
import { guarded, type Handler } from './guard.ts';
import type { Method } from './protocol.ts';
import type { Session } from './session.ts';
import { progressOf } from './status.ts';
import { GivenUp, working } from './working.ts';

/** What was counted last, of the open drafts and of all. */
interface Lists {
  open: readonly BookedDraft[] | null;
  all: Booked | null;
}

/** The list of findings, for whichever client shows one. */
export function answerFindings(connection: Connection, session: Session): void {
  const lists: Lists = { open: null, all: null };
  const own = <Params, Result>({ method }: Method<Params, Result>, handler: Handler<Params, Result>) => {
    const answer = guarded(method, session.log, handler);
    connection.onRequest(method, (params: Params, token: CancellationToken): Promise<unknown> => answer(params, token));
  };
  own(findingsRequest, (params, signal) => findings({ connection, session, lists }, params, signal));
  own(findingPageRequest, (params, signal) => page({ session, lists }, params, signal));
  own(findingFixesRequest, (params, signal) => fixes(session, params, signal));
  connection.onNotification(watchFindingsNotification.method, (params: { readonly watch?: unknown } | null) => {
    session.watchesFindings = params?.watch === true;
  });
}

async function findings(
  { connection, session, lists }: { readonly connection: Connection; readonly session: Session; readonly lists: Lists },
  params: FindingsParams | null,
  signal: AbortSignal,
): Promise<FindingsResult> {
  const { by, all } = scopeOf(params);
  await unlessAborted(session.whenSettled, signal);
  const booked = all ? await allDrafts(connection, session, { check: params?.check === true, signal }) : await openDrafts(session, signal);
  if (all) lists.all = booked;
  else lists.open = booked.drafts;
  const found = foundIn(booked.drafts);
  const libraries = session.workspace.shelves.map(({ library }) => library);
  const { left, stale, unread, more } = booked;
  return {
    groups: groupsOf(found, by, session.traits.voice),
    count: found.length,
    drafts: booked.drafts.length,
    articles: countArticles(libraries),
    incomplete: !session.settled || progressOf(libraries) !== null,
    ...{ left, stale, unread, more },
  };
}

async function openDrafts(session: Session, signal: AbortSignal): Promise<Booked> {
  return { drafts: await session.drafts.open(signal), left: 0, stale: false, unread: 0, more: false };
}

/** With a bar where it takes a while. Whoever gives it up is shown what was found by then. */
async function allDrafts(
  connection: Connection,
  session: Session,
  { check, signal }: { readonly check: boolean; readonly signal: AbortSignal },
): Promise<Booked> {
  if (!check) return await session.drafts.all({ again: false, signal });
  try {
    const booked = await working(
      { connection, traits: session.traits, title: say`Checking all drafts` },
      signal,
      async (over, progressed) => {
        for (const shelf of session.workspace.shelves) await session.workspace.whenRead(shelf, over);
        return await session.drafts.all({ again: true, signal: over, progressed });
      },
    );
    // Sources of drafts that have a configuration of their own stay at hand.
    session.settleSoon();
    return booked;
  } catch (error) {
    if (error instanceof GivenUp) return await session.drafts.all({ again: false, signal });
    throw error;
  }
}

async function page(
  { session, lists }: { readonly session: Session; readonly lists: Lists },
  params: FindingPageParams | null,
  signal: AbortSignal,
): Promise<FindingPageResult> {
  const { by, all } = scopeOf(params);
  const drafts = (all ? lists.all?.drafts : lists.open) ?? (await draftsOf(session, all, signal));
  const start = Math.max(0, Math.trunc(Number(params?.start)) || 0);
  const found = foundIn(drafts).filter((one) => keyOf(one, by) === String(params?.key ?? ''));
  return { findings: found.slice(start, start + MOST_FINDINGS).map(listed) };
}

/** Of drafts as they are now: what was listed may have been mended since. */
async function fixes(session: Session, params: FindingFixesParams | null, signal: AbortSignal): Promise<FindingFixesResult> {
  const { by, all } = scopeOf(params);
  const [keys, ids] = [new Set(params?.keys ?? []), new Set(params?.ids ?? [])];
  const found = foundIn(await draftsOf(session, all, signal));
  return fixesOf(found.filter((one) => ids.has(one.id) || keys.has(keyOf(one, by))));
}

async function draftsOf(session: Session, all: boolean, signal: AbortSignal): Promise<readonly BookedDraft[]> {
  return all ? (await session.drafts.all({ again: false, signal })).drafts : await session.drafts.open(signal);
}

function foundIn(drafts: readonly BookedDraft[]): readonly Found[] {
  return drafts.flatMap((draft) => {
    const times = new Map<string, number>();
    return draft.digest.findings.map((finding): Found => {
      const { rule, kind, range } = finding;
      const own = `${draft.uri}#${range.start.line}:${range.start.character} ${rule} ${kind ?? ''}`;
      const nth = times.get(own) ?? 0;
      times.set(own, nth + 1);
      return { id: nth === 0 ? own : `${own} ${nth}`, draft, finding };
    });
  });
}

function keyOf({ draft, finding }: Found, by: FindingGrouping): string {
  if (by === 'draft') return draft.uri;
  return by === 'rule' ? finding.rule : (finding.source?.id ?? '');
}

/** The gravest first. */
const SEVERITIES: readonly DigestFinding['severity'][] = ['error', 'warning', 'information', 'hint'];

function gravity({ severity }: Pick<DigestFinding, 'severity'>): number {
  return SEVERITIES.indexOf(severity);
}

function groupsOf(found: readonly Found[], by: FindingGrouping, voice: Voice): FindingGroup[] {
  const members = new Map<string, Found[]>();
  for (const one of found) {
    const key = keyOf(one, by);
    const group = members.get(key);
    if (group) group.push(one);
    else members.set(key, [one]);
  }
  const groups = [...members].map(([key, group]) => groupOf(key, group, { by, voice }));
  if (by === 'draft') return groups;
  const collator = new Intl.Collator(voice.language, { numeric: true });
  const last = ({ key }: FindingGroup) => (key === '' ? 1 : 0);
  return groups.sort((a, b) => last(a) - last(b) || gravity(a) - gravity(b) || collator.compare(a.name ?? '', b.name ?? ''));
}

function groupOf(
  key: string,
  group: readonly Found[],
  { by, voice }: { readonly by: FindingGrouping; readonly voice: Voice },
): FindingGroup {
  const { draft, finding } = group[0] as Found;
  const gravest = group.reduce((most, one) => (gravity(one.finding) < gravity(most.finding) ? one : most));
  const source = by === 'source' ? finding.source : null;
  return {
    key,
    name: by === 'draft' ? draft.name : by === 'rule' ? voice.tell(ruleLabel(finding.rule)) : (source?.name ?? null),
    detail: source?.imprint || null,
    uri: by === 'draft' ? draft.uri : (source?.uri ?? null),
    count: group.length,
    fixable: group.filter((one) => one.finding.fix !== null).length,
    severity: gravest.finding.severity,
  };
}

function listed({ id, draft, finding }: Found): ListedFinding {
  const { range, rule, kind, severity, message, words, source, fix } = finding;
  return {
    ...{ id, uri: draft.uri, draft: draft.name, range, rule, kind, severity, message, words },
    source: source && { uri: source.uri, range: source.range, name: source.name, imprint: source.imprint },
    fix: fix?.title ?? null,
  };
}

function scopeOf(params: Partial<FindingScope> | null): FindingScope {
  const by = (['draft', 'rule', 'source'] as const).find((one) => one === params?.by);
  if (!by) throw new ResponseError(ErrorCodes.InvalidParams, 'Findings can be grouped by draft, rule or source.');
  return { by, all: params?.all === true };
}
