import type { PageDocument } from './page.ts';

/** A node of JSON-LD: schema.org's properties by name. */
export type LdNode = Readonly<Record<string, unknown>>;

/** What a page's JSON-LD says of the article it holds. Empty strings and lists are not given. */
export interface LinkedData {
  readonly article: LdNode | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** The name of the site, where the article's node names no publisher. */
  readonly site: string | null;
}

const LONGEST_SCRIPT = 4_000_000;
const MOST_NODES = 20_000;
const DEEPEST = 24;

/** Article and what schema.org puts below it; what is about a page, a film or a product comes after these. */
const ARTICLE =
  /^(?:Article|\w*NewsArticle|Report|ReportageNewsArticle|AdvertiserContentArticle|SatiricalArticle|ScholarlyArticle|MedicalScholarlyArticle|TechArticle|APIReference|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting)$/;
const SECOND =
  /^(?:WebPage|ItemPage|AboutPage|CreativeWork|Review|CriticReview|SpeechTranscript|Statement|Message|VideoObject|PodcastEpisode)$/;
const SITE = /^(?:WebSite|NewsMediaOrganization|Organization)$/;

/** What a page's JSON-LD says of the article with this address and headline. Never throws; broken scripts are passed over. */
export function linkedData(
  document: PageDocument,
  about: { readonly urls: readonly string[]; readonly headlines: readonly string[] },
): LinkedData {
  const nodes = nodesOf(document);
  const byId = new Map(nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])));
  // A node that only refers to another by its number says nothing itself.
  for (const node of nodes) if (typeof node['@id'] === 'string' && Object.keys(node).length > 2) byId.set(node['@id'], node);
  const resolved = (value: unknown) => resolve(value, byId);
  const article =
    bestOf(
      nodes.filter((node) => isOf(node, ARTICLE)),
      about,
    ) ??
    bestOf(
      nodes.filter((node) => isOf(node, SECOND)),
      about,
    );
  return {
    article,
    authors: article ? namesOf(article.author ?? article.creator, resolved) : [],
    publisher: article ? (namesOf(article.publisher ?? article.sourceOrganization, resolved)[0] ?? null) : null,
    site: nodes.filter((node) => isOf(node, SITE)).flatMap((node) => namesOf(node, resolved))[0] ?? null,
  };
}

function nodesOf(document: PageDocument): LdNode[] {
  const nodes: LdNode[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json" i], script[type="application/json+ld" i]')) {
    const value = parsedJson(script.textContent);
    if (value !== undefined) collect(value, nodes);
  }
  return nodes;
}

/** JSON as pages have it: in a comment or CDATA, with line breaks in its strings, with a semicolon after it. */
function parsedJson(text: string): unknown {
  if (text.length > LONGEST_SCRIPT) return undefined;
  const bare = text
    .trim()
    .replace(/^(?:\/\*|\/\/)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/, '')
    .replace(/(?:\/\*|\/\/)?\s*(?:\]\]>|-->)\s*(?:\*\/)?;?$/, '')
    .replace(/;\s*$/, '');
  for (const attempt of [bare, withoutControls(bare)]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt may do.
    }
  }
  return undefined;
}

function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON forbids in strings.
  return text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*(?=[}\]])/g, '');
}

/** All nodes in a value, outer before inner; lists of other articles are not gone into. */
function collect(root: unknown, nodes: LdNode[]): void {
  const tasks: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let task = tasks.pop(); task && nodes.length < MOST_NODES; task = tasks.pop()) {
    const { value, depth } = task;
    if (typeof value !== 'object' || value === null || depth > DEEPEST) continue;
    const inner = Array.isArray(value) ? value : innerOf(value as LdNode);
    if (!Array.isArray(value)) nodes.push(value as LdNode);
    for (let i = inner.length - 1; i >= 0; i--) tasks.push({ value: inner[i], depth: depth + 1 });
  }
}

const ELSEWHERE = new Set([
  'itemListElement',
  'comment',
  'hasPart',
  'isPartOf',
  'relatedLink',
  'citation',
  'mentions',
  'about',
  'isBasedOn',
  'review',
]);

function innerOf(node: LdNode): unknown[] {
  return Object.entries(node).flatMap(([key, value]) => (ELSEWHERE.has(key) ? [] : [value]));
}

function isOf(node: LdNode, types: RegExp): boolean {
  const given = Array.isArray(node['@type']) ? node['@type'] : [node['@type']];
  return given.some((type) => typeof type === 'string' && types.test(type.replace(/^.*[/#:]/, '')));
}

/** Of several articles that with the page's address, else with its headline, else the first with a headline. */
function bestOf(
  nodes: readonly LdNode[],
  { urls, headlines }: { readonly urls: readonly string[]; readonly headlines: readonly string[] },
): LdNode | null {
  const has = (node: LdNode) => [node.url, node['@id'], node.mainEntityOfPage, (node.mainEntityOfPage as LdNode | undefined)?.['@id']];
  const wanted = new Set(urls.map(bareUrl));
  const byUrl = nodes.filter((node) => has(node).some((url) => typeof url === 'string' && wanted.has(bareUrl(url))));
  const among = byUrl.length > 0 ? byUrl : nodes;
  const titles = new Set(headlines.map(folded));
  const byTitle = among.find((node) => titles.has(folded(stringOf(node.headline) ?? stringOf(node.name) ?? '')));
  return byTitle ?? among.find((node) => stringOf(node.headline) !== null) ?? among[0] ?? null;
}

function bareUrl(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function resolve(value: unknown, byId: ReadonlyMap<unknown, LdNode>): unknown {
  if (typeof value !== 'object' || value === null || !('@id' in value) || 'name' in value) return value;
  return byId.get(value['@id']) ?? value;
}

/** The names of people or organisations, however they are given: text, node, reference, or a list of these. */
function namesOf(value: unknown, resolved: (value: unknown) => unknown): string[] {
  const list = (Array.isArray(value) ? value : [value]).slice(0, 30);
  return list.flatMap((entry) => {
    if (typeof entry === 'string') return entry.trim() === '' ? [] : [entry.trim()];
    const node = resolved(entry);
    const name = typeof node === 'object' && node !== null ? (node as LdNode).name : undefined;
    const names = Array.isArray(name) ? name : [name];
    return names.flatMap((one) => stringOf(one) ?? []);
  });
}

/** A property's text: the first of a list, the value of a language-tagged one. Null where it has none. */
export function stringOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  const text = typeof first === 'object' && first !== null && '@value' in first ? first['@value'] : first;
  if (typeof text !== 'string' && typeof text !== 'number') return null;
  const trimmed = String(text).trim();
  return trimmed === '' ? null : trimmed;
}
