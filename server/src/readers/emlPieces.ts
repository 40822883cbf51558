import { parseHTML } from 'linkedom';
import type { BlockKind } from '../prose/prose.ts';
import { sliceOf } from '../text/span.ts';
import { refuseDepth } from './archive/tags.ts';
import { isAttribution } from './emlAttribution.ts';
import { ProseBuilder } from './extracted.ts';
import { addBlocks, type HtmlNode } from './html/htmlBlocks.ts';

/** Some lines of a mail that stand together, and how many mails before this one they are quoted from. */
export interface MailPiece {
  readonly depth: number;
  /** Lines, each ended by a line feed but the last. */
  readonly text: string;
  readonly kind: BlockKind;
  readonly group: number;
}

/** Deeper than this nobody's words can be told from another's. */
const DEEPEST_QUOTE = 20;

interface Line {
  readonly depth: number;
  readonly text: string;
}

/** RFC 3676, 4.5: as many marks as mails before; others put spaces between the marks. */
function quotedLine(line: string): Line {
  const marks = /^(?:> ?)*/.exec(line)?.[0] ?? '';
  const depth = Math.min(DEEPEST_QUOTE, marks.split('>').length - 1);
  return { depth, text: depth > 0 ? line.slice(marks.length) : line };
}

/**
 * The lines of `format=flowed` text (RFC 3676): a line that ends in a space goes on in the next, unless that is quoted from
 * another mail. `delSp`: whether that space is not part of the text.
 */
export function unflow(text: string, delSp: boolean): string {
  const lines: Line[] = [];
  let open = false;
  for (const raw of text.split(/\r?\n/)) {
    const marks = /^>*/.exec(raw)?.[0] ?? '';
    const line = raw.slice(marks.length).replace(/^ /, '');
    const soft = line.endsWith(' ') && line !== '-- ';
    const rest = soft && delSp ? line.slice(0, -1) : line;
    const last = lines.at(-1);
    if (open && last?.depth === marks.length && line !== '-- ') lines[lines.length - 1] = { depth: last.depth, text: last.text + rest };
    else lines.push({ depth: marks.length, text: rest });
    open = soft;
  }
  return lines.map(({ depth, text: line }) => `${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${line}`).join('\n');
}

/** The pieces of a mail in plain text: lines that no blank line and no change of depth parts. */
export function textPieces(text: string): MailPiece[] {
  const pieces: MailPiece[] = [];
  let lines: string[] = [];
  let depth = 0;
  const end = () => {
    if (lines.length > 0) pieces.push({ depth, text: lines.join('\n'), kind: 'paragraph', group: -1 });
    lines = [];
  };
  for (const raw of text.split(/\r?\n/)) {
    const line = quotedLine(raw);
    if (line.depth !== depth || line.text.trim() === '') end();
    depth = line.depth;
    if (line.text.trim() !== '') lines.push(line.text);
  }
  end();
  return pieces;
}

interface MailElement extends HtmlNode {
  getAttribute(name: string): string | null;
  prepend(text: string): void;
  append(text: string): void;
  remove(): void;
}

/** Round what begins or ends, in code points that no text may have (Unicode 16, 23.7). */
const MARK = /\uFDD0[+?-]\uFDD1/gu;
/** What mail programs put round a mail that is answered, by their own names for it. */
const ANSWERED = /\b(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite|zmail_extra|tutanota_quote|cite)\b/i;
const SIGNATURE = /(?:^|[\s_-])(?:gmail_signature|moz-signature|signature|ms-outlook-mobile-signature|applemailsignature)(?:$|[\s_-])/i;

/** The pieces of a mail in HTML. Fails with `Unreadable`. */
export function htmlPieces(html: string): MailPiece[] {
  refuseDepth(html, 'html');
  const { document } = parseHTML(`<!doctype html><html><body>${html.replace(/<\/?(?:!doctype|html|body)\b[^<>]*>/gi, '')}</body></html>`);
  const body = document.body as unknown as MailElement;
  markQuotes(body);
  const builder = new ProseBuilder();
  addBlocks(builder, body);
  return piecesOf(builder);
}

function markQuotes(node: MailElement): void {
  for (const child of [...node.childNodes] as MailElement[]) {
    if (child.nodeType !== 1) continue;
    const named = `${child.getAttribute('class') ?? ''} ${child.getAttribute('id') ?? ''}`;
    if (SIGNATURE.test(named)) {
      child.remove();
      continue;
    }
    markQuotes(child);
    if (child.nodeName.toUpperCase() !== 'BLOCKQUOTE') continue;
    child.prepend(child.getAttribute('type') === 'cite' || ANSWERED.test(named) ? '\uFDD0+\uFDD1' : '\uFDD0?\uFDD1');
    child.append('\uFDD0-\uFDD1');
  }
}

/** Text that is laid out in cells is mostly no table. */
const LONG_CELL = 120;

function piecesOf(builder: ProseBuilder): MailPiece[] {
  const { prose } = builder.finish();
  const pieces: MailPiece[] = [];
  const around: string[] = [];
  const follow = (marks: string) => {
    for (const [mark] of marks.matchAll(MARK)) {
      if (mark[1] === '-') around.pop();
      // What is set off as a quotation may be from anything; it is from a mail where the line over it says so.
      else around.push(mark[1] === '+' || isAttribution(pieces.at(-1)?.text ?? '') ? '+' : '?');
    }
  };
  for (const { span, kind, group } of prose.blocks) {
    const marked = sliceOf(prose.text, span);
    const leading = /^(?:\s*\uFDD0[+?-]\uFDD1)*/u.exec(marked)?.[0] ?? '';
    follow(leading);
    const text = marked.replace(MARK, '').trim();
    const depth = Math.min(DEEPEST_QUOTE, around.filter((mark) => mark === '+').length);
    const plain = (kind === 'quote' && !around.includes('?')) || (kind === 'cell' && text.length > LONG_CELL);
    const place = plain ? { kind: 'paragraph' as const, group: -1 } : { kind, group };
    if (text !== '') pieces.push({ depth, text, ...place });
    follow(marked.slice(leading.length));
  }
  return pieces;
}
