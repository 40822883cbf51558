import { metaLine } from '../pageDetails.ts';
import { type Role, roleOf } from '../pageFurniture.ts';
import { blocksOf, type HtmlBlock } from './htmlBlocks.ts';
import type { PageElement } from './page.ts';
import { CLAIMS, LABEL_LINE, leadsElsewhere, READ_ON, withoutCredit } from './pageLines.ts';
import { folded } from './pageNames.ts';
import { unitOf } from './visibleDetails.ts';

/** What developers call what is no text: buttons, labels, lines about the article. Goes where it holds no sentence. */
const LABELS =
  'share|shares|sharing|sharedaddy|social|addthis|addtoany|breadcrumbs?|pagination|pager|page-links|toolbar|tools|print|skip-link|byline|dateline-date|timestamp|post-meta|entry-meta|article-meta|meta-data|tags|tag-list|tag-links|taglist|taxonomy|credit|credits|copyright|photographer|image-source|sr-only|visually-hidden|visuallyhidden|screen-reader-text|screenreader|editsection|edit-section|advert|advertisement|adslot|ad-slot|ad-unit|ad-container|ad-wrapper|ad-label|banner-ad|follow|like-button|reactions?|ratings?|votes?|reading-time|readtime|kicker|jump-link|permalink|player-controls';
/** What they call boxes that may hold sentences, though not the article's. */
const BOXES =
  'newsletters?|sign-?up|subscribe|subscription|subscriptions|related|related-content|recirc|recirculation|recommended|recommendations?|read-?more|readnext|read-next|most-read|most-popular|popular-posts|trending|promo|promos|promobox|outbrain|taboola|zergnet|comments?|comment-form|comment-respond|disqus|cookies?|gdpr|consent|paywall|regwall|donate|donation|author-?bio|author-?box|author-?card|about-?author|sponsored|yarpp|jp-relatedposts|inline-?related|see-?also|teasers?|up-next|membership|appeal|call-to-action|cta';
const called = (names: string) => new RegExp(`(?:^|[\\s_-])(?:${names})(?=$|[\\s_-])`, 'i');
const LABEL = called(LABELS);
/** Class names of the players that most pages show films with. */
const PLAYER = /(?:^|\s)(?:vjs|jw|plyr|mejs|bmpui|amp-video)[-_]/;
const BOX = called(BOXES);
const BOX_ID = new RegExp(`^(?:${BOXES})$`, 'i');
const NAMED_ROLES = /^(?:navigation|search|complementary|contentinfo|form|menu|menubar|toolbar|dialog|alertdialog|banner)$/;

/** A box may hold no more of the text than this. */
const LARGEST_BOX = 0.25;

const WORD = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]|[\p{L}\p{N}\p{M}]+/gu;

/** Of longer texts as much is counted, in code units. */
const COUNTED = 6_000;

/** How many words a text has, of a long one about; in scripts without spaces every character is one. */
export function wordCount(text: string): number {
  let count = 0;
  for (const _ of text.slice(0, COUNTED).matchAll(WORD)) count++;
  return Math.round(count * Math.max(1, text.length / COUNTED));
}

/** Whether a block reads as somebody's sentences, rather than as a label, a link or a headline. */
export function isProse({ text, kind, linked }: HtmlBlock): boolean {
  if (kind === 'heading' || linked > 0.6) return false;
  return wordCount(text) >= (/[.!?…。！？।؟]["”’»)\]\s]*$/u.test(text.slice(-20)) ? 9 : 25);
}

/** How many words of prose some blocks have. */
export function proseWords(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, block) => sum + (isProse(block) ? wordCount(block.text) : 0), 0);
}

/** What an element is called by its page, in words parted by hyphens. */
function nameOf(element: PageElement): string {
  const names = ['class', 'data-testid', 'data-component', 'data-module', 'data-type'].map(
    (attribute) => element.getAttribute(attribute) ?? '',
  );
  return names
    .join(' ')
    .slice(0, 600)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2');
}

/** Their classes and ids are often made of their words; what stands in tables and listings is what it is about. */
const NEVER_FURNITURE = /^(?:H[1-6]|BLOCKQUOTE|TIME|Q|EM|STRONG|B|I|CITE|BODY|MAIN|ARTICLE)$/;
const NOT_GONE_INTO = /^(?:TABLE|PRE|CODE|SVG|MATH)$/;

const INLINE = /^(?:A|SPAN|SMALL|LABEL|FONT|ABBR|MARK|U|S|INS)$/;
/** Names of words that only a screen reader says, and of links beside a heading. */
const UNSEEN = called('sr-only|visually-?hidden|screen-reader-text|screenreader|edit-?section');

/** Whether words stand round an element in its paragraph: then it is a part of the sentence, whatever it is called. */
function isInSentence(element: PageElement): boolean {
  const around = element.parentElement;
  if (!around || !/^(?:P|LI|DD|DT|BLOCKQUOTE|A|SPAN|EM|I|B|STRONG)$/.test(around.tagName.toUpperCase())) return false;
  return wordCount(around.textContent.slice(0, 5_000)) - wordCount(element.textContent.slice(0, 5_000)) >= 5;
}

/**
 * Takes the names off what is part of a sentence. Extractors take out elements by their names alone, and a sentence that lost
 * a word is a misquotation.
 */
export function unnameSentences(root: PageElement): void {
  for (const element of Array.from(
    root.querySelectorAll('a[class], span[class], small[class], font[class], abbr[class], mark[class], ins[class], span[id], a[id]'),
  )) {
    if (UNSEEN.test(nameOf(element)) || !isInSentence(element)) continue;
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
}

/** Takes out of a page's tree what its names and roles say is not the article's text. */
export function removeFurniture(root: PageElement): void {
  const total = root.textContent.length;
  const tasks = Array.from(root.children);
  for (let element = tasks.pop(); element; element = tasks.pop()) {
    const tag = element.tagName.toUpperCase();
    if (NOT_GONE_INTO.test(tag)) continue;
    if (!NEVER_FURNITURE.test(tag) && isFurniture(element, { tag, total })) element.remove();
    else for (const child of element.children) tasks.push(child);
  }
}

function isFurniture(element: PageElement, { tag, total }: { readonly tag: string; readonly total: number }): boolean {
  const name = nameOf(element);
  const plain = /^(?:NAV|FORM)$/.test(tag) || NAMED_ROLES.test(element.getAttribute('role') ?? '');
  // An id may be a heading's words: it counts where it says nothing else.
  const boxed = /^(?:ASIDE|FOOTER)$/.test(tag) || BOX.test(name) || BOX_ID.test(element.getAttribute('id') ?? '');
  if (!plain && !boxed && !LABEL.test(name) && !PLAYER.test(name)) return false;
  if (INLINE.test(tag) && !UNSEEN.test(name) && isInSentence(element)) return false;
  const length = element.textContent.length;
  if (length > total * LARGEST_BOX && length > 600) return false;
  return boxed || proseWords(blocksOf(element)) === 0;
}

/** What a page tells its readers about itself is no longer than this, in words. */
const LONGEST_NOTICE = 40;

type Keep = 'keep' | 'drop' | 'section';

/** In code units: what is longer is text. */
const LONGEST_LINE = 1_500;

/** What a block says by itself that it is. */
function judged(block: HtmlBlock): Keep {
  const { text, kind, linked } = block;
  if (kind === 'cell' || text.length > LONGEST_LINE) return 'keep';
  const unit = unitOf(text);
  const role = roleOf(unit);
  if (role === 'ending' || role === 'aside' || (READ_ON.test(text) && unit.words <= 8 && linked < 0.4)) return 'section';
  if (leadsElsewhere(text, linked) && unit.words <= 40) return 'drop';
  if (kind === 'heading') return 'keep';
  return LABEL_LINE.test(text) || (CLAIMS.test(text) && wordCount(text) <= 70) ? 'drop' : byRole(role, block);
}

function byRole(role: Role, { text, kind, linked }: HtmlBlock): Keep {
  // Articles about the trade use its words; an appeal has a link to follow.
  if (role === 'appeal') return linked > 0 && wordCount(text) <= 60 ? 'drop' : 'keep';
  if (role === 'furniture') return (kind !== 'paragraph' && linked < 0.5) || wordCount(text) > LONGEST_NOTICE ? 'keep' : 'drop';
  const short = role === 'caption' || wordCount(text) <= 12;
  return short && kind === 'paragraph' && withoutCredit(text) === '' ? 'drop' : 'keep';
}

/** A headline or a link of a box: what follows a box's heading as long as it is one. */
function isTeaser(block: HtmlBlock): boolean {
  return block.linked >= 0.6 || (!isProse(block) && block.kind !== 'caption' && wordCount(block.text) < 25);
}

/** No article has more paragraphs; a page that does is taken as it is, rather than judged line by line. */
const MOST_JUDGED = 30_000;

/** An article's blocks without the lines that pages put among them. */
export function withoutFurniture(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  if (blocks.length > MOST_JUDGED) return [...blocks];
  const kept: HtmlBlock[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as HtmlBlock;
    const keep = judged(block);
    if (keep === 'keep') kept.push(...captioned(block, kept.at(-1)));
    if (keep !== 'section') continue;
    const end = endOfSection(blocks, i + 1);
    // A heading with sentences below it belongs to the text: “Discussion”.
    if (end === i + 1 && end < blocks.length && !READ_ON.test(block.text)) kept.push(block);
    i = end - 1;
  }
  return withoutLinksAtEnd(kept);
}

function endOfSection(blocks: readonly HtmlBlock[], from: number): number {
  let end = from;
  for (; end < blocks.length; end++) {
    const block = blocks[end] as HtmlBlock;
    if (!isTeaser(block) || (block.kind === 'heading' && block.linked < 0.6)) break;
  }
  return end;
}

/** A caption without its credit, and once where it stands twice. */
function captioned(block: HtmlBlock, before: HtmlBlock | undefined): HtmlBlock[] {
  if (block.kind !== 'caption') return [block];
  const text = withoutCredit(block.text);
  return text === '' || before?.text === text ? [] : [{ ...block, text }];
}

/** Paragraphs that are nothing but links, behind the last sentence. */
function withoutLinksAtEnd(blocks: readonly HtmlBlock[]): HtmlBlock[] {
  let end = blocks.length;
  while (end > 0) {
    const { kind, linked } = blocks[end - 1] as HtmlBlock;
    if (kind !== 'paragraph' || linked < 0.9) break;
    end--;
  }
  return end === 0 ? [...blocks] : blocks.slice(0, end);
}

/** A body without what stands over its first and under its last sentence and is told elsewhere: headline, byline, day, section. */
export function withoutFrame(blocks: readonly HtmlBlock[], title: string | null): HtmlBlock[] {
  const wanted = folded(title ?? '');
  const first = blocks.findIndex(isProse);
  const until = first < 0 ? Math.min(blocks.length, 4) : first;
  const repeated = (text: string) => wanted !== '' && folded(text) === wanted;
  const last = blocks.findLastIndex(isProse);
  const kept = blocks.filter((block, i) => {
    if (i > last && last >= 0) return block.kind !== 'paragraph' || !isMetaLine(block.text);
    if (i >= until) return true;
    if (repeated(block.text)) return false;
    if (block.kind === 'heading' || block.kind === 'cell' || first < 0) return true;
    if (block.linked >= 0.9 && wordCount(block.text) <= 6) return false;
    return !isMetaLine(block.text);
  });
  return kept.length > 0 ? kept : [...blocks];
}

function isMetaLine(text: string): boolean {
  return text.length <= 240 && text.split('\n').every((line) => metaLine(unitOf(line), true) !== undefined);
}
