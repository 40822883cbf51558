import type { Edition } from '../../corpus/article.ts';
import type { Body } from '../news/body.ts';
import { bylineNames, distinct } from '../news/byline.ts';
import { bodiesOf } from '../news/gathering.ts';
import {
  addressOf,
  editionOf,
  firstTold,
  guessedOf,
  isLaterVersion,
  languageOf,
  momentOf,
  type NewsItem,
  publishedOf,
} from '../news/newsItem.ts';
import { childAt, childrenOf, descendants, type Renaming, renamed, said, type XmlNode } from './tree.ts';

/** Elements of NITF under the names of HTML's that are read alike. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ hl1: 'h2', hl2: 'h2', hedline: 'header', bq: 'blockquote', 'nitf-table': 'table', 'media-caption': 'figcaption', media: 'figure' },
  ...{ note: 'aside', fn: 'aside', 'body.content': 'div', block: 'div', credit: 'p', byline: 'p', dateline: 'p', abstract: 'div' },
};

/** Elements that describe what they stand beside, or that nobody reads. */
const UNREAD = new Set([
  'media-reference',
  'media-metadata',
  'media-object',
  'media-producer',
  'copyrite',
  'alt-code',
  'datasource',
  'nitf-table-metadata',
  'classifier',
  'key-list',
  'identified-content',
]);

const asHtml: Renaming = (name, attribute) => {
  if (UNREAD.has(name)) return null;
  if (name === 'note' && /cpyrt|trademk/.test(attribute('noteclass') ?? '')) return null;
  return NAMES[name] ?? name;
};

/** The text of a document of NITF: what stands in its `body.content`; what heads and ends it is about the text. */
export function nitfBody(nitf: XmlNode): Body | null {
  const content = childAt(nitf, 'body', 'body.content');
  return content ? { kind: 'node', node: renamed(content, asHtml) } : null;
}

/** The headline of a document of NITF, as it stands over the text. */
export function nitfHeadline(nitf: XmlNode): string | null {
  const headline = childAt(nitf, 'body', 'body.head', 'hedline');
  return said(childAt(headline, 'hl1')) ?? said(headline) ?? said(childAt(nitf, 'head', 'title'));
}

/** The names in the bylines of a document of NITF: marked as people, or as they are written. */
export function nitfAuthors(nitf: XmlNode): readonly string[] {
  return distinct(
    childrenOf(childAt(nitf, 'body', 'body.head'), 'byline').flatMap((byline) => {
      const people = descendants(byline, 'person').flatMap((person) => said(person) ?? []);
      const whole = said(renamed(byline, (name) => (name === 'byttl' || name === 'location' ? null : name)));
      return people.length > 0 ? people : whole ? bylineNames(whole.replace(/[\s,]+$/, '')) : [];
    }),
  );
}

/** A document of NITF that stands by itself, versions 2.5 to 3.6, as an item. */
export function nitfItem(nitf: XmlNode): NewsItem {
  const docdata = childAt(nitf, 'head', 'docdata');
  const pubdata = childAt(nitf, 'head', 'pubdata');
  const title = nitfHeadline(nitf);
  const issued = childAt(docdata, 'date.issue')?.getAttribute('norm');
  const released = childAt(docdata, 'date.release')?.getAttribute('norm');
  const version = childAt(docdata, 'du-key')?.getAttribute('version') ?? null;
  const told = {
    publisher: publisherOf(nitf, docdata, pubdata),
    published: publishedOf(
      {
        first: pubdata?.getAttribute('date.publication'),
        version: issued ?? released,
        content: said(childAt(nitf, 'body', 'body.head', 'dateline', 'story.date')),
      },
      isLaterVersion(version),
    ),
  };
  const url = addressOf(pubdata?.getAttribute('ex-ref'));
  const of = childAt(docdata, 'doc-id')?.getAttribute('id-string') ?? childAt(docdata, 'du-key')?.getAttribute('key') ?? null;
  return {
    ownId: of === null ? null : [of, version].filter((part) => part !== null).join(' '),
    bodies: bodiesOf(nitfBody(nitf)),
    summary: summaryOf(nitf),
    details: {
      title,
      publisher: told.publisher?.value ?? null,
      authors: nitfAuthors(nitf),
      published: told.published?.value.day ?? null,
      url,
      language: languageOf(nitf.getAttribute('lang') ?? childAt(nitf, 'body')?.getAttribute('lang')),
      guessed: guessedOf(told),
      edition: editionIn(docdata, { of, version, title, issued }),
    },
  };
}

function summaryOf(nitf: XmlNode): Body | null {
  const abstract = childAt(nitf, 'body', 'body.head', 'abstract');
  return abstract ? { kind: 'node', node: renamed(abstract, asHtml) } : null;
}

/** The publication is named; who holds the copyright, issued or distributed the text most often is it. */
function publisherOf(nitf: XmlNode, docdata: XmlNode | undefined, pubdata: XmlNode | undefined) {
  return firstTold(
    [pubdata?.getAttribute('name')],
    [childAt(docdata, 'doc.copyright')?.getAttribute('holder'), true],
    [said(childAt(nitf, 'body', 'body.head', 'rights', 'rights.owner')), true],
    [said(childAt(nitf, 'body', 'body.head', 'distributor')), true],
    [childAt(docdata, 'doc-id')?.getAttribute('regsrc'), true],
  );
}

interface Told {
  readonly of: string | null;
  readonly version: string | null;
  readonly title: string | null;
  readonly issued: string | null | undefined;
}

function editionIn(docdata: XmlNode | undefined, { of, version, title, issued }: Told): Edition | null {
  return editionOf(of, {
    version,
    created: momentOf(issued),
    stated: [docdata?.getAttribute('management-status')],
    headline: title,
    note: childAt(docdata, 'ed-msg')?.getAttribute('info'),
    corrected: childAt(docdata, 'correction') !== undefined,
  });
}
