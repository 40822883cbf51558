import { type Prose, readable } from '../../prose/prose.ts';
import { sliceOf } from '../../text/span.ts';
import { ProseBuilder } from '../extracted.ts';
import { addBlocks, addHtml, type HtmlNode } from '../html/htmlBlocks.ts';
import { unitsOf } from '../textUnits.ts';

/** An article's body as an export or feed carries it. */
export type Body =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'node'; readonly node: HtmlNode };

const TAG =
  /<\/?(?:p|br|hr|div|span|a|em|strong|b|i|u|ul|ol|li|h[1-6]|blockquote|q|img|table|figure|section|article|html|body)(?:\s[^<>]*|\/)?>/i;
const BLOCK_TAG = /<(?:p|br|div|ul|ol|li|h[1-6]|blockquote|table|section|article)(?:\s[^<>]*|\/)?>/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** A body of which nobody says whether it is HTML. */
export function bodyOf(text: string): Body {
  return TAG.test(text) || ENTITY.test(text) ? { kind: 'html', html: text } : { kind: 'text', text };
}

/** A body of a media type: `text/html`, `application/xhtml+xml`, NITF, `text/plain`; others are made out by their look. */
export function bodyOfType(text: string, type: string | null): Body {
  if (type !== null && /nitf/i.test(type)) return { kind: 'html', html: nitfContent(text) };
  if (type !== null && /html/i.test(type)) return { kind: 'html', html: text };
  if (type !== null && /^text(?:\/plain\b.*)?$/i.test(type.trim())) return { kind: 'text', text };
  return bodyOf(text);
}

/** What stands in the first `body.content` of a NITF document: its paragraphs are named as HTML's are. */
function nitfContent(xml: string): string {
  const start = /<body\.content(?:\s[^<>]*)?>/.exec(xml);
  if (!start) return xml.replace(/^.*?<body[\s>]/s, '<div ');
  const from = start.index + start[0].length;
  const end = xml.indexOf('</body.content', from);
  return xml.slice(from, end < 0 ? xml.length : end);
}

/** A line of text that may have tags or entities in it, as it is read. */
export function plainLine(text: string): string {
  if (!TAG.test(text) && !ENTITY.test(text)) return text.replace(/\s+/g, ' ').trim();
  const builder = new ProseBuilder();
  addHtml(builder, text);
  return builder.finish().prose.text.replace(/\s+/g, ' ').trim();
}

/** Lines that feeds put below an article. */
const FURNITURE =
  /^(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,200}|(?:Continue reading|Read more|Read the full (?:story|article)|Weiterlesen|Lire la suite)\b.{0,200}|\[…\]|\[\.\.\.\])$/su;

/** How an export shows that it has cut a text off: `… [+1234 chars]`. */
const CUT = /\[\+\d{1,9} chars\]\s{0,9}$/;
/** No longer than this, in code units, so that only a text's end is looked at. */
const LONGEST_CUT = 40;

/**
 * The text of a body: without the headline where the body repeats it, and without what feeds put below it. Null where there is none.
 */
export function proseOfBody(body: Body, title: string | null): Prose | null {
  const builder = new ProseBuilder();
  if (body.kind === 'text') for (const { text } of unitsOf(withoutCut(body.text), 0)) builder.add(text);
  else if (body.kind === 'node') addBlocks(builder, body.node);
  else addHtml(builder, withParagraphs(withoutCut(body.html)));
  const { prose } = builder.finish();
  return prose.blocks.length === 0 ? null : withoutFurniture(prose, title);
}

/** Whether an export has cut a text off. */
export function isCut(body: Body): boolean {
  return body.kind !== 'node' && CUT.test((body.kind === 'text' ? body.text : body.html).slice(-LONGEST_CUT));
}

function withoutCut(text: string): string {
  const cut = CUT.exec(text.slice(-LONGEST_CUT));
  return cut ? text.slice(0, text.length - cut[0].length) : text;
}

/** HTML that leaves its paragraphs to blank lines, as the editors of some sites do. */
function withParagraphs(html: string): string {
  if (BLOCK_TAG.test(html) || !/\n[^\S\n]*\r?\n/.test(html)) return html;
  return `<p>${html.split(/\n[^\S\n]*\r?\n/).join('</p><p>')}</p>`;
}

function withoutFurniture(prose: Prose, title: string | null): Prose | null {
  const said = (i: number) => readable(sliceOf(prose.text, (prose.blocks.at(i) as Prose['blocks'][number]).span));
  let end = prose.blocks.length;
  while (end > 1 && FURNITURE.test(said(end - 1))) end--;
  const start = end > 1 && title !== null && prose.blocks[0]?.kind !== 'quote' && said(0) === readable(title) ? 1 : 0;
  if (start === 0 && end === prose.blocks.length) return prose;
  const builder = new ProseBuilder();
  for (const { span, kind, group } of prose.blocks.slice(start, end)) builder.add(sliceOf(prose.text, span), kind, group);
  return builder.finish().prose;
}
