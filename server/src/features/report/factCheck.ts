import type { ArticleDetails } from '../../corpus/article.ts';
import { independentAmong, sourcesAmong } from '../../corpus/copies.ts';
import type { Draft } from '../../draft/draft.ts';
import type { Claim } from '../../prose/claims.ts';
import { blockAt, readable } from '../../prose/prose.ts';
import type { Quotation } from '../../prose/quotations.ts';
import { readFrontMatter } from '../../readers/frontMatter.ts';
import type { ClaimEvidence } from '../../rules/claimEvidence.ts';
import { type Finding, type Match, matchBehind, type RuleName, type Verdict } from '../../rules/finding.ts';
import { fileNameOf } from '../../service/configurationPaths.ts';
import { isExtracted } from '../../service/readEntry.ts';
import { isoDate } from '../../text/calendarDate.ts';
import { plainly } from '../../text/said.ts';
import { contains, cover, overlaps, type Span, sliceOf } from '../../text/span.ts';
import { draftPositions, locatorOf, placeOf, shownFindings, type View } from '../view.ts';
import { imprintOf, nameOf } from '../wording.ts';
import { hashOf } from './contentKey.ts';
import {
  CLAIM_VERDICTS,
  type ClaimVerdict,
  type Coverage,
  DIFFERENCE_RULES,
  type FactCheck,
  type Item,
  QUOTATION_VERDICTS,
  type Remark,
  type SourceShown,
} from './model.ts';
import { passagePieces, piecesOf } from './pieces.ts';
import { type SignOff, signedItems } from './signOffs.ts';

/** What a report is made of, beside the view of the draft. */
export interface ReportGround {
  readonly evidence: ReadonlyMap<Claim, ClaimEvidence>;
  readonly signOffs: readonly SignOff[];
  readonly languageId: string;
  /** The draft's path, or its URI. */
  readonly path: string;
  readonly incomplete: boolean;
}

/** A claim of which a source has less is only partly borne out: share of the information of its words. */
const LEAST_COVERAGE = 0.6;

/** Findings that are about the words of a quotation or whose they are. All others may be about a claim as well. */
const OF_QUOTATIONS: ReadonlySet<RuleName> = new Set([
  'misquote',
  'spliced-quote',
  'quote-not-found',
  'wrong-speaker',
  'wrong-source',
  'unattributed-quote',
  'inconsistent-quote',
  'cut-quote',
  'secondhand-quote',
]);

/** An item without what its place in the report adds. */
type Bare = Omit<Item, 'id' | 'signed'>;

/** The fact-check report of a draft. Pure: the same view and sign-offs give the same report. */
export function factCheckOf(view: View, ground: ReportGround): FactCheck {
  const { draft, corpus } = view.analysis;
  const told = new Told(view);
  const quotations = [...view.analysis.verdicts].map(([quotation, verdict]) => quotationItem(quotation, verdict, { view, told }));
  const claims = draft.claims.map((claim) => claimItem(claim, ground.evidence.get(claim), { view, told }));
  const bare = withoutRepetition(quotations, claims).sort((a, b) => a.span.end - b.span.end || b.span.start - a.span.start);
  const signed = signedItems(bare, ground.signOffs);
  const items = withIds(bare).map((item, at): Item => ({ ...item, signed: signed[at] ?? { fresh: [], stale: null } }));
  const name = fileNameOf(ground.path);
  return {
    title: titleOf(draft) ?? name,
    name,
    day: draft.anchor,
    text: draft.text,
    languageId: ground.languageId,
    path: ground.path,
    incomplete: ground.incomplete,
    articles: corpus.size,
    coverage: coverageOf(items),
    items,
    remarks: told.rest(),
  };
}

/** The front matter's title, else the first heading. */
function titleOf({ text, prose }: Draft): string | null {
  const stated = readFrontMatter(text)?.values.get('title');
  if (typeof stated === 'string' && stated.trim() !== '') return readable(stated);
  const heading = prose.blocks.find(({ kind }) => kind === 'heading');
  return heading ? readable(sliceOf(prose.text, heading.span)) : null;
}

/** Findings, each of which is told once. */
class Told {
  readonly #view: View;
  readonly #left: Set<Finding>;

  constructor(view: View) {
    this.#view = view;
    this.#left = new Set(shownFindings(view));
  }

  take(isOwn: (finding: Finding) => boolean): Finding[] {
    const own = [...this.#left].filter(isOwn);
    for (const finding of own) this.#left.delete(finding);
    return own;
  }

  remarksOf(findings: readonly Finding[]): Remark[] {
    return findings.flatMap((finding): Remark[] => {
      const severity = this.#view.severityOf(finding);
      const { rule, message, span } = finding;
      return severity === 'off' ? [] : [{ rule, severity, message, span }];
    });
  }

  rest(): Remark[] {
    return this.remarksOf([...this.#left]);
  }
}

interface Around {
  readonly view: View;
  readonly told: Told;
}

function quotationItem(quotation: Quotation, verdict: Verdict, { view, told }: Around): Bare {
  const { draft } = view.analysis;
  const match = matchBehind(verdict);
  const sentence = sentenceOf(quotation, draft);
  const isOfAnother = (span: Span) => [...view.analysis.verdicts.keys()].some((other) => other !== quotation && overlaps(other.span, span));
  const isOwn = ({ rule, span, match: theirs }: Finding): boolean => {
    if (overlaps(quotation.span, span)) return true;
    if (!contains(sentence, span) || isOfAnother(span)) return false;
    return OF_QUOTATIONS.has(rule) || (theirs !== null && theirs.source.articleId === match?.source.articleId);
  };
  const findings = told.take(isOwn);
  const words = readable(quotation.pieces.map((piece) => sliceOf(draft.prose.text, piece)).join(' '));
  return {
    ...common(view, 'quotation', words, sentence),
    verdict: verdict.kind,
    sentenceVerdict: null,
    reason: verdict.kind === 'unchecked' ? verdict.reason : null,
    span: quotation.span,
    line: lineOf(view, quotation.span),
    words,
    sentence: piecesOf(
      draft.prose.text,
      sentence,
      findings.filter(isNarrow(quotation.span)).map(({ span }) => span),
    ),
    speaker: speakerOf(quotation, draft),
    remarks: told.remarksOf(findings),
    ...evidenceOf(view, match ?? findings.find((finding) => finding.match)?.match ?? null),
  };
}

/**
 * A sentence with a short quotation in it is listed once, as the quotation, unless there is something to be said of it alone: that
 * something is reported, or that it rests on another source.
 */
function withoutRepetition(quotations: readonly Bare[], claims: readonly Bare[]): Bare[] {
  const told = new Map<Bare, Bare>();
  const alone = claims.filter((claim) => {
    const last = quotations.findLast(({ span }) => contains(claim.span, span));
    const restsOnOther = claim.source !== null && claim.source.articleId !== last?.source?.articleId;
    if (!last || restsOnOther || claim.remarks.length > 0 || claim.verdict === 'differs') return true;
    told.set(last, claim);
    return false;
  });
  const listed = quotations.map((item) => ({ ...item, sentenceVerdict: (told.get(item)?.verdict ?? null) as ClaimVerdict | null }));
  return [...listed, ...alone];
}

/** A finding on a whole item marks nothing in it. */
const isNarrow =
  (whole: Span) =>
  ({ span }: Finding): boolean =>
    !contains(span, whole);

function claimItem(claim: Claim, evidence: ClaimEvidence | undefined, { view, told }: Around): Bare {
  const { draft } = view.analysis;
  const { span } = claim;
  const findings = told.take((finding) => overlaps(span, finding.span) && !OF_QUOTATIONS.has(finding.rule));
  const differing = findings.find(({ rule, match }) => DIFFERENCE_RULES.has(rule) && match);
  const words = readable(sliceOf(draft.prose.text, span));
  return {
    ...common(view, 'claim', words, span),
    verdict: claimVerdict(claim, { draft, evidence, findings }),
    sentenceVerdict: null,
    reason: null,
    span,
    line: lineOf(view, span),
    words,
    sentence: piecesOf(
      draft.prose.text,
      span,
      findings.filter(isNarrow(span)).map((finding) => finding.span),
    ),
    speaker: null,
    remarks: told.remarksOf(findings),
    ...evidenceOf(view, differing?.match ?? evidence?.match ?? null),
  };
}

function claimVerdict(
  { span }: Claim,
  { draft, evidence, findings }: { draft: Draft; evidence: ClaimEvidence | undefined; findings: readonly Finding[] },
): ClaimVerdict {
  if (draft.off || draft.stets.some(({ rules, covers }) => rules === null && contains(covers, span))) return 'ignored';
  if (findings.some(({ rule }) => DIFFERENCE_RULES.has(rule))) return 'differs';
  if (!evidence) return 'no-source';
  return evidence.coverage >= LEAST_COVERAGE ? 'sourced' : 'partly';
}

function common(view: View, kind: Item['kind'], words: string, sentence: Span): Pick<Item, 'key' | 'kind'> {
  const around = readable(sliceOf(view.analysis.draft.prose.text, sentence));
  return { kind, key: hashOf([kind, words, around].join('\n')) };
}

function lineOf(view: View, { start }: Span): number {
  return draftPositions(view).position(start).line + 1;
}

/** The sentence that a quotation stands in, with the one that says who speaks. */
function sentenceOf(quotation: Quotation, draft: Draft): Span {
  const { span } = quotation;
  const block = blockAt(draft.prose, span.start);
  if (!block) return span;
  const sentences = draft.sentences.of(block);
  const speaker = draft.attributions.get(quotation);
  const wanted = speaker?.place === 'sentence' ? [span, ...speaker.speakers.slice(0, 1).map((one) => one.span)] : [span];
  return sentences.filter((sentence) => wanted.some((one) => overlaps(sentence, one))).reduce(cover, span);
}

function speakerOf(quotation: Quotation, { attributions, prose }: Draft): string | null {
  const speaker = attributions.get(quotation)?.speakers[0];
  return speaker ? (speaker.name ?? readable(sliceOf(prose.text, speaker.span))) : null;
}

function evidenceOf(view: View, match: Match | null): Pick<Item, 'source' | 'passageHash'> {
  return match ? { source: sourceShown(view, match), passageHash: hashOf(match.exact) } : { source: null, passageHash: null };
}

function sourceShown(view: View, match: Match): SourceShown {
  const { source, exact, speaker, changed } = match;
  const { articleId } = source;
  const article = view.analysis.articles.get(articleId);
  const file = view.fileOf(articleId);
  const place = placeOf(view, source);
  const locator = locatorOf(view, source) ?? (article && !isExtracted(file) ? plainly`line ${place.range.start.line + 1}` : '');
  return {
    articleId,
    name: nameOf(article, file),
    imprint: imprintOf(article),
    published: article?.published ? isoDate(article.published) : null,
    locator,
    place,
    file,
    url: webAddress(article),
    exact,
    passage: article ? passagePieces(article, source, changed) : [{ text: exact, marked: false }],
    speaker,
    independent: independentSources(view, match),
  };
}

function webAddress(details: ArticleDetails | undefined): string | null {
  return details?.url && /^https?:\/\/[^\s"<>]+$/i.test(details.url) ? details.url : null;
}

/** Copies of one text bear nobody out, nor do two reports of one publisher. */
function independentSources({ analysis }: View, { source, others }: Match): number {
  const articles = [source, ...others].flatMap(({ articleId }) => analysis.articles.get(articleId) ?? []);
  return Math.max(1, independentAmong(sourcesAmong(articles)));
}

function withIds(items: readonly Bare[]): (Bare & { readonly id: string })[] {
  const times = new Map<string, number>();
  return items.map((item) => {
    const time = (times.get(item.key) ?? 0) + 1;
    times.set(item.key, time);
    return { ...item, id: time === 1 ? item.key : `${item.key}-${time}` };
  });
}

function coverageOf(items: readonly Item[]): Coverage {
  const count = <Verdict extends Item['verdict']>(kind: Item['kind'], verdicts: readonly Verdict[]) =>
    Object.fromEntries(verdicts.map((verdict) => [verdict, items.filter((item) => isCounted(item, kind, verdict)).length])) as Record<
      Verdict,
      number
    >;
  const quotations = count('quotation', QUOTATION_VERDICTS);
  const claims = count('claim', CLAIM_VERDICTS);
  return {
    quotations,
    claims,
    quotationShare: shareOf(quotations.verified + quotations.altered, quotations),
    claimShare: shareOf(claims.sourced, claims),
    signed: items.filter(({ signed }) => signed.fresh.length > 0).length,
    stale: items.filter(({ signed }) => signed.stale !== null).length,
  };
}

function isCounted(item: Item, kind: Item['kind'], verdict: Item['verdict']): boolean {
  return (item.kind === kind && item.verdict === verdict) || (kind === 'claim' && item.sentenceVerdict === verdict);
}

/** Rounded down: 100 per cent is all of them. */
function shareOf(good: number, { ignored, ...rest }: Readonly<Record<string, number>>): number | null {
  const all = Object.values(rest).reduce((sum, number) => sum + number, 0);
  return all === 0 ? null : Math.floor((100 * good) / all);
}
