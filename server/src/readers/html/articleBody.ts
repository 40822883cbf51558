import { Readability } from '@mozilla/readability';
import { isProse, proseWords, removeFurniture, unnameSentences, withoutFrame, withoutFurniture, wordCount } from './furniture.ts';
import { blocksOf, type HtmlBlock } from './htmlBlocks.ts';
import { type Page, type PageDocument, type PageElement, pageOf } from './page.ts';

/** What is known of a page when its body is looked for. */
export interface Known {
  /** The page's tree; parts of it are taken out. */
  readonly document: PageDocument;
  readonly title: string | null;
  /** The body as the page's data gives it, or null. */
  readonly articleBody: string | null;
}

/** Readability compares elements with all that are above them. The longest encyclopaedia articles have a tenth of these pairs. */
const MOST_PAIRS = 2_500_000;
/** Where the extractor finds less than this share of a page's sentences, it took the wrong part for the article … */
const ENOUGH = 0.3;
/** … and this where it finds as many words as an article has: the rest may be other articles, or a gallery. */
const ENOUGH_OF_LONG = 0.08;
const LONG = 150;
/** A text of the page's data is believed from this many words on, where it has this many times the words of the page. */
const DATA_WORDS = 60;
const DATA_TIMES = 1.6;

/**
 * The article's paragraphs on a page. Mozilla's Readability finds where they are; what it leaves of share lines, boxes and
 * credits is taken out by structure and by what lines say. Where it finds nothing or a small part, all the page's text is
 * taken, and what the page's data has of the text where the page itself has less. Never throws.
 */
export function articleBody(page: Page, { document, title, articleBody: data }: Known): HtmlBlock[] {
  const whole = wholePage(document);
  const extracted = extractedPart(page);
  const found = proseWords(extracted);
  const missed = extracted.length === 0 || found < proseWords(whole) * (found < LONG ? ENOUGH : ENOUGH_OF_LONG);
  const ofPage = missed ? whole : extracted;
  const stated = data === null ? [] : statedBody(data);
  const words = (blocks: readonly HtmlBlock[]) => blocks.reduce((sum, { text }) => sum + wordCount(text), 0);
  const more = words(stated) >= DATA_WORDS && words(stated) > words(ofPage) * DATA_TIMES;
  return withoutFrame(more ? stated : ofPage, title);
}

function extractedPart(page: Page): HtmlBlock[] {
  const document = page.parse();
  if (isTooLarge(document.body)) return [];
  unnameSentences(document.body);
  const root = readability(document);
  if (root === null) return [];
  removeFurniture(root);
  return withoutFurniture(blocksOf(root));
}

/** Whether the elements of a tree have too many others above them, all together. */
function isTooLarge(root: PageElement): boolean {
  const tasks: [PageElement, number][] = [[root, 1]];
  let pairs = 0;
  for (let task = tasks.pop(); task && pairs <= MOST_PAIRS; task = tasks.pop()) {
    const [element, depth] = task;
    pairs += depth;
    for (const child of element.children) tasks.push([child, depth + 1]);
  }
  return pairs > MOST_PAIRS;
}

function readability(document: PageDocument): PageElement | null {
  try {
    // The tree's own elements are wanted: their names tell what is furniture.
    const options = { keepClasses: true, serializer: (node: unknown) => node as PageElement, disableJSONLD: true };
    return new Readability<PageElement>(document as never, options).parse()?.content ?? null;
  } catch {
    return null;
  }
}

const NEVER_TEXT =
  'nav, header, footer, aside, form, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [class*="comment" i], [id*="comment" i], [class*="cookie" i], [class*="sidebar" i], [id*="sidebar" i]';

/** All that a page says, save what is no text by its markup; only what stands in its main part, where it has one. */
function wholePage(document: PageDocument): HtmlBlock[] {
  const main = Array.from(document.querySelectorAll('main, [role="main"], article'));
  const root = (main.length > 0 ? longest(main, document.body) : null) ?? document.body;
  const all = blocksOf(root);
  const total = root.textContent.length;
  for (const element of Array.from(root.querySelectorAll(NEVER_TEXT))) {
    if (root.contains(element) && element.textContent.length < total * 0.5 && element.querySelector('h1') === null) element.remove();
  }
  const blocks = withoutFurniture(blocksOf(root));
  const first = blocks.findIndex(isProse);
  if (first < 0) return withoutFurniture(all);
  const last = blocks.findLastIndex(isProse);
  return blocks.filter((block, i) => (i >= first || block.kind === 'heading' || block.linked < 0.5) && (i <= last || block.linked < 0.5));
}

/** The part with most text, where it has most of the page's. */
function longest(parts: readonly PageElement[], body: PageElement): PageElement | null {
  const [best] = parts.map((part) => ({ part, length: part.textContent.length })).sort((a, b) => b.length - a.length);
  return best && best.length > body.textContent.length * 0.3 ? best.part : null;
}

/** A body in a page's data is HTML or plain text with line breaks. */
function statedBody(text: string): HtmlBlock[] {
  const html = /<(?:p|br|div|h\d|li)\b/i.test(text)
    ? text
    : text
        .replace(/&(?!\w+;|#)/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/\s*\n\s*/g, '<p>');
  return withoutFurniture(blocksOf(pageOf(html, false).parse().body));
}
