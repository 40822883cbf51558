import type { PageDocument } from './page.ts';

/** A page's meta tags: contents by lower-case name or property, `.` and `:` alike, in the order of the page. */
export class MetaTags {
  /** What `property` names comes before what `name` names: the former is RDFa, with meanings of its own. */
  readonly #properties = new Map<string, string[]>();
  readonly #names = new Map<string, string[]>();

  constructor(document: PageDocument) {
    for (const meta of document.querySelectorAll('meta')) {
      const content = (meta.getAttribute('content') ?? meta.getAttribute('value') ?? '').trim();
      if (content === '' || content.length > 4_000) continue;
      // A property may be several, with spaces between (RDFa).
      for (const name of namesIn(meta.getAttribute('property'))) add(this.#properties, name, content);
      for (const name of namesIn(`${meta.getAttribute('name') ?? ''} ${httpName(meta.getAttribute('http-equiv'))}`))
        add(this.#names, name, content);
    }
    this.#parsely(this.first('parsely-page'));
  }

  /** The first content of the first of these names that has one. */
  first(...names: readonly string[]): string | null {
    for (const name of names) {
      const [found] = this.all(name);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** All contents of a name. */
  all(name: string): readonly string[] {
    return this.#properties.get(name) ?? this.#names.get(name) ?? [];
  }

  /** Parse.ly's older form: one tag with JSON in it. */
  #parsely(json: string | null): void {
    if (json === null) return;
    try {
      const page = JSON.parse(json) as Readonly<Record<string, unknown>>;
      for (const [key, name] of Object.entries({
        title: 'parsely-title',
        author: 'parsely-author',
        authors: 'parsely-author',
        pub_date: 'parsely-pub-date',
      })) {
        for (const value of [page[key]].flat()) if (typeof value === 'string' && value.trim() !== '') add(this.#names, name, value.trim());
      }
    } catch {
      // It is no statement then.
    }
  }
}

function namesIn(names: string | null): Set<string> {
  const found = (names ?? '').trim().toLowerCase().replace(/\./g, ':');
  return new Set(found === '' ? [] : found.split(/\s+/));
}

function add(map: Map<string, string[]>, name: string, content: string): void {
  const values = map.get(name);
  if (!values) map.set(name, [content]);
  else if (values.length < 30 && !values.includes(content)) values.push(content);
}

function httpName(name: string | null): string {
  return /^content-language$/i.test(name ?? '') ? 'content-language' : '';
}

/** Names under which pages state a detail, the most careful first: Dublin Core and citation tags are made for it. */
export const META_NAMES = {
  title: [
    'citation_title',
    'dc:title',
    'dcterm:title',
    'dcterms:title',
    'og:title',
    'weibo:article:title',
    'weibo:webpage:title',
    'parsely-title',
    'sailthru:title',
    'hdl',
    'headline',
    'title',
    'twitter:title',
  ],
  authors: [
    'citation_author',
    'dc:creator',
    'dcterm:creator',
    'dcterms:creator',
    'parsely-author',
    'sailthru:author',
    'byl',
    'article:author',
    'article:author_name',
    'author',
    'og:article:author',
    'og:author',
    'cxenseparse:author',
  ],
  published: [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'article:published',
    'citation_publication_date',
    'citation_online_date',
    'citation_date',
    'dcterms:issued',
    'dc:date:issued',
    'dcterms:created',
    'dc:date:created',
    'dcterms:date',
    'dc:date',
    'parsely-pub-date',
    'sailthru:date',
    'cxenseparse:recs:publishtime',
    'datepublished',
    'date_published',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'published_at',
    'pubdate',
    'ptime',
    'pdate',
    'displaydate',
    'originalpublicationdate',
    'date',
    'created',
    'release_date',
  ],
  modified: [
    'article:modified_time',
    'og:article:modified_time',
    'og:updated_time',
    'dcterms:modified',
    'dc:date:modified',
    'lastmod',
    'last-modified',
    'utime',
  ],
  publisher: [
    'og:site_name',
    'citation_journal_title',
    'dc:publisher',
    'dcterms:publisher',
    'citation_publisher',
    'publisher',
    'cre',
    'source',
  ],
  site: ['application-name', 'apple-mobile-web-app-title', 'twitter:app:name:iphone', 'copyright'],
  url: ['og:url', 'twitter:url', 'parsely-link'],
  language: ['og:locale', 'dc:language', 'dcterms:language', 'content-language', 'language'],
} as const;
