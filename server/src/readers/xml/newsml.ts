import type { Edition } from '../../corpus/article.ts';
import { type Body, bodyOf, bodyOfType } from '../news/body.ts';
import { bylineNames, distinct } from '../news/byline.ts';
import { bodiesOf } from '../news/gathering.ts';
import type { Moment } from '../news/moment.ts';
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
  type Told,
} from '../news/newsItem.ts';
import { nitfAuthors, nitfBody, nitfHeadline } from './nitf.ts';
import { childAt, childrenOf, descendants, said, type XmlNode } from './tree.ts';

/** Classes of items that are no texts: `ninat:picture` and the like. */
const NO_TEXT = /(?:^|[:/])(?:picture|graphic|video|audio|animation)$/;

/** A news item of NewsML-G2 (IPTC, versions 2.0 to 2.35) as an item; null for pictures, sound and film. */
export function newsmlItem(newsItem: XmlNode): NewsItem | null {
  const meta = childAt(newsItem, 'itemMeta');
  const content = childAt(newsItem, 'contentMeta');
  const { bodies, nitf } = contentOf(newsItem);
  if (bodies.length === 0 && NO_TEXT.test(codeOf(childAt(meta, 'itemClass')) ?? '')) return null;
  const title = headlineOf(content) ?? (nitf ? nitfHeadline(nitf) : null) ?? said(childAt(meta, 'title'));
  const of = newsItem.getAttribute('guid');
  const version = newsItem.getAttribute('version');
  const told = { publisher: publisherOf(newsItem), published: publishedIn(newsItem) };
  return {
    ownId: of === null ? null : [of, version].filter((part) => part !== null).join(' '),
    bodies,
    summary: summaryOf(content),
    details: {
      title,
      publisher: told.publisher?.value ?? null,
      authors: authorsOf(content, nitf),
      published: told.published?.value.day ?? null,
      url: addressOf(of),
      language: languageIn(newsItem),
      guessed: guessedOf(told),
      edition: editionIn(newsItem, title),
    },
  };
}

interface Content {
  readonly bodies: readonly Body[];
  readonly nitf: XmlNode | null;
}

/** The text in its forms: NITF, XHTML or another markup in line, or data that are text. Sets of them are alternatives. */
function contentOf(newsItem: XmlNode): Content {
  const sets = childrenOf(newsItem, 'contentSet').flatMap(({ childNodes }) => childNodes);
  const nitf = sets.filter(({ nodeName }) => nodeName === 'inlineXML').flatMap((set) => descendants(set, 'nitf'))[0] ?? null;
  return { bodies: bodiesOf(...sets.map(bodyIn)), nitf };
}

function bodyIn(set: XmlNode): Body | null {
  if (set.nodeName === 'inlineXML') {
    const [nitf] = descendants(set, 'nitf');
    return nitf ? nitfBody(nitf) : { kind: 'node', node: set };
  }
  const type = set.getAttribute('contenttype');
  // Data in another encoding (base64) are no text.
  const isText = set.nodeName === 'inlineData' && set.getAttribute('encoding') === null && !/^(?:image|audio|video)/.test(type ?? '');
  return isText ? bodyOfType(set.textContent, type) : null;
}

/** A code, the part of it that names the thing: `ninat:text`, or an address that ends in it. */
function codeOf(node: XmlNode | undefined): string | null {
  return node?.getAttribute('qcode') ?? node?.getAttribute('uri') ?? null;
}

/** The headline without a role, or of the chief one. */
function headlineOf(content: XmlNode | undefined): string | null {
  const headlines = childrenOf(content, 'headline');
  return said(headlines.find((headline) => /^(?:.*[:/])?(?:main|headline)$|^$/.test(headline.getAttribute('role') ?? '')) ?? headlines[0]);
}

function named(node: XmlNode | undefined): string | null {
  return said(childAt(node, 'name'));
}

/** The provider is who is answerable for the item; where only a code stands for it, its name is made out from what else there is. */
function publisherOf(newsItem: XmlNode): Told<string> | null {
  const provider = childAt(newsItem, 'itemMeta', 'provider');
  return firstTold(
    [named(provider)],
    [provider?.getAttribute('literal'), true],
    [named(childAt(newsItem, 'rightsInfo', 'copyrightHolder')), true],
    [named(childAt(newsItem, 'contentMeta', 'infoSource')), true],
    [said(childAt(newsItem, 'contentMeta', 'creditline')), true],
    [provider?.getAttribute('qcode')?.replace(/^[^:]*:/, ''), true],
  );
}

function publishedIn(newsItem: XmlNode): Told<Moment> | null {
  const at = (...path: readonly string[]) => said(childAt(newsItem, ...path));
  return publishedOf(
    {
      first: at('itemMeta', 'firstCreated'),
      version: at('itemMeta', 'versionCreated'),
      content: at('contentMeta', 'contentCreated'),
      embargo: at('itemMeta', 'embargoed'),
    },
    isLaterVersion(newsItem.getAttribute('version')),
  );
}

/** The byline of the metadata, of the text, or the creators that are named and no organisations. */
function authorsOf(content: XmlNode | undefined, nitf: XmlNode | null): readonly string[] {
  const by = childrenOf(content, 'by').flatMap((node) => bylineNames(said(node) ?? ''));
  if (by.length > 0) return distinct(by);
  const inText = nitf ? nitfAuthors(nitf) : [];
  if (inText.length > 0) return inText;
  const people = childrenOf(content, 'creator').filter((node) => !/organi[sz]ation/i.test(node.getAttribute('type') ?? ''));
  return distinct(people.flatMap((node) => named(node) ?? []));
}

function languageIn(newsItem: XmlNode): string | null {
  const tags = [
    childAt(newsItem, 'contentMeta', 'language')?.getAttribute('tag'),
    childAt(newsItem, 'contentSet', 'inlineXML')?.getAttribute('lang'),
    newsItem.getAttribute('lang'),
  ];
  return tags.map(languageOf).find((tag) => tag !== null) ?? null;
}

function editionIn(newsItem: XmlNode, headline: string | null): Edition | null {
  const meta = childAt(newsItem, 'itemMeta');
  return editionOf(newsItem.getAttribute('guid'), {
    version: newsItem.getAttribute('version'),
    created: momentOf(said(childAt(meta, 'versionCreated'))),
    stated: [codeOf(childAt(meta, 'pubStatus')), ...childrenOf(meta, 'signal').map(codeOf)],
    headline,
    note: childrenOf(meta, 'edNote')
      .map(said)
      .find((note) => note !== null),
  });
}

function summaryOf(content: XmlNode | undefined): Body | null {
  const text = childrenOf(content, 'description')
    .map(said)
    .find((description) => description !== null);
  return text ? bodyOf(text) : null;
}
