import { plainly } from '../../text/said.ts';
import { Gathering } from '../news/gathering.ts';
import type { NewsItem } from '../news/newsItem.ts';
import type { Reading } from '../reader.ts';
import { decodeXml } from './decodeXml.ts';
import { feedItems } from './feed.ts';
import { newsmlItem } from './newsml.ts';
import { nitfItem } from './nitf.ts';
import { prologOf } from './prolog.ts';
import { descendants, parseXml, type XmlNode } from './tree.ts';

const FEEDS = new Set(['rss', 'rdf', 'feed', 'channel']);
const NEWS = new Set(['newsmessage', 'newsitem', 'packageitem', 'nitf', 'conceptitem', 'planningitem', 'knowledgeitem', 'catalogitem']);

/** Reads a file of XML as the articles in it: NewsML-G2, NITF, RSS, Atom. */
export async function readXml(id: string, bytes: Uint8Array): Promise<Reading> {
  const file = decodeXml(bytes);
  const gathering = Gathering.of(file);
  if (file.text !== null) await readText(file.text, gathering, (message) => gathering.tell(message));
  return gathering.finish(id);
}

async function readText(text: string, gathering: Gathering, tell: (message: string) => void): Promise<void> {
  const prolog = prologOf(text);
  const root = prolog.root?.toLowerCase() ?? null;
  if (root === null) return tell(plainly`The file is not valid XML and was not read: save or export it again.`);
  if (prolog.defines) tell(plainly`The file defines abbreviations (entities) of its own: for safety they are left as they are written.`);
  if (FEEDS.has(root)) await readFeed(prolog.text, gathering, tell);
  else if (NEWS.has(root)) await readNews(prolog.text, gathering, tell);
  else tell(notNews(prolog.root ?? ''));
}

function notNews(root: string): string {
  if (/^html$/i.test(root)) return plainly`This is a web page under the ending of XML: give it the ending .html.`;
  const shown = root.slice(0, 40);
  return plainly`This XML file is no news that Verbatim knows the form of (NewsML-G2, NITF, RSS, Atom; it begins with “${shown}”): take it out of the corpus if it is something else.`;
}

async function readFeed(xml: string, gathering: Gathering, tell: (message: string) => void): Promise<void> {
  const items = await feedItems(xml);
  if (!items) return tell(plainly`The feed is not well-formed XML or breaks off, and was not read: save it again.`);
  if (items.length === 0) return tell(plainly`There is no article in this feed.`);
  for (const item of items) gathering.add(item);
}

async function readNews(xml: string, gathering: Gathering, tell: (message: string) => void): Promise<void> {
  const parsed = await parseXml(xml);
  if (!parsed) return tell(plainly`The file is nested too deeply or is no valid XML, and was not read: export it again.`);
  if (parsed.broken) tell(plainly`The file is not well-formed XML or breaks off: what could be made out was read.`);
  const found = itemsOf(parsed.root);
  let items = 0;
  for (const item of found) {
    gathering.add(item);
    items++;
  }
  if (items === 0) tell(emptiness(parsed.root));
}

function* itemsOf(root: XmlNode): Generator<NewsItem> {
  const newsItems = descendants(root, 'newsItem');
  for (const newsItem of newsItems) {
    const item = newsmlItem(newsItem);
    if (item) yield item;
  }
  if (newsItems.length === 0) for (const nitf of descendants(root, 'nitf')) yield nitfItem(nitf);
}

/** Why a file of NewsML has no article. */
function emptiness(root: XmlNode): string {
  if (descendants(root, 'packageItem').length > 0) {
    return plainly`This is a package, which only points at articles: save the articles that it names.`;
  }
  return plainly`There is no article in this file: it describes pictures, events or terms.`;
}
