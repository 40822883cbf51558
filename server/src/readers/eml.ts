import { type Article, type ArticleDetails, NO_DETAILS } from '../corpus/article.ts';
import { plainly } from '../text/said.ts';
import { refuseOtherKinds } from './archive/kind.ts';
import { extractingReader, Unreadable } from './archive/unreadable.ts';
import { findDay } from './days.ts';
import { type MailPart, partsOfMail } from './emlParts.ts';
import { htmlPieces, type MailPiece, textPieces, unflow } from './emlPieces.ts';
import { senderDetails } from './emlSender.ts';
import { type Extracted, ProseBuilder } from './extracted.ts';
import type { Reading, ReadingProblem } from './reader.ts';
import { unitsOf } from './textUnits.ts';
import { isTranscript } from './transcript.ts';

/**
 * Mails. What the sender wrote is one source. What is quoted in it of somebody else's mail is not the sender's words: it
 * is a source of its own where the mail says whose it is (`mail.eml#quoted-1`), and is left out where it does not.
 */
export const eml = extractingReader(['eml', 'msg'], readEml);

/** Bytes. Attachments count, but are not read. */
const LARGEST = 64 * 1_048_576;
/** More levels and more parts than any mail has. */
const DEEPEST = 30;
const MOST_PARTS = 500;
/** Lines that may part one from the next; each is held against the marks of all parts round it. */
const MOST_BOUNDARIES = 100_000;
const MOST_QUOTED = 50;

async function readEml(id: string, bytes: Uint8Array): Promise<Reading> {
  refuseOtherKinds(bytes, plainly`a mail`, 'text');
  if (bytes.length > LARGEST) throw new Unreadable(plainly`The mail is over 64 MB long and is not read: save it without its attachments.`);
  const { mail, flowed } = await parseMail(bytes);
  const { pieces, isHtml } = piecesOf(mail, flowed);
  const details = detailsOf(mail);
  const [own, ...others] = partsOfMail(pieces).map((part) => ({ part, extracted: extract(part, isHtml) }));
  const articles = own && own.extracted.prose.blocks.length > 0 ? [articleOf(id, own.extracted, details)] : [];
  const quoted = others.filter(({ part, extracted }) => part.writer !== null && extracted.prose.blocks.length > 0).slice(0, MOST_QUOTED);
  quoted.forEach(({ part, extracted }, i) => {
    articles.push(articleOf(`${id}#quoted-${i + 1}`, extracted, quotedDetails(part, details)));
  });
  const problems = attachmentProblems(mail);
  if (articles.length === 0) problems.unshift({ message: plainly`There is no text in the mail.`, span: null });
  return { articles, problems };
}

/** As much of a mail as is looked at. */
interface Mail {
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly from?: { readonly name: string; readonly address?: string | undefined } | undefined;
  readonly subject?: string | undefined;
  readonly html?: string | undefined;
  readonly text?: string | undefined;
  readonly attachments: readonly { readonly filename: string | null; readonly mimeType: string; readonly related?: boolean | undefined }[];
}

interface Flowed {
  readonly flowed: boolean;
  readonly delSp: boolean;
}

async function parseMail(bytes: Uint8Array): Promise<{ readonly mail: Mail; readonly flowed: Flowed }> {
  const text = new TextDecoder('windows-1252').decode(bytes);
  const header = /^[\s\S]*?(?:\r?\n\r?\n|$)/.exec(text)?.[0] ?? '';
  if (!/^(?:from|date|received|message-id|subject)[ \t]*:/im.test(header)) {
    throw new Unreadable(plainly`It is not a mail as mail programs save them: if it is plain text, give it the ending .txt.`);
  }
  if (hasMore(text, /^content-type:/gim, MOST_PARTS) || hasMore(text, /^--/gm, MOST_BOUNDARIES)) {
    throw new Unreadable(plainly`It has more parts than a mail has: save the mail again, or its text.`);
  }
  const { default: PostalMime } = await import('postal-mime');
  const { plain, flowed } = withoutFlow(bytes, text);
  try {
    const mail = await PostalMime.parse(plain, { forceRfc822Attachments: true, maxNestingDepth: DEEPEST });
    return { mail: mail as Mail, flowed };
  } catch {
    throw new Unreadable(plainly`The mail is damaged: save it again.`);
  }
}

/** Whether a global pattern is found more often than `most` times. */
function hasMore(text: string, pattern: RegExp, most: number): boolean {
  let found = 0;
  while (found <= most && pattern.test(text)) found++;
  return found > most;
}

/**
 * A mail that does not say that its text is `format=flowed`, and whether it did. The library joins such lines without
 * regard to who is quoted, so that an answer would end up in what it answers; {@link unflow} joins them.
 */
function withoutFlow(bytes: Uint8Array, text: string): { readonly plain: Uint8Array; readonly flowed: Flowed } {
  const plain = bytes.slice();
  const flowed = { flowed: false, delSp: false };
  for (const { 0: header, index } of text.matchAll(/^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim)) {
    const found = /format\s*=\s*"?(?=flowed)/i.exec(header);
    if (!found) continue;
    flowed.flowed = true;
    flowed.delSp ||= /delsp\s*=\s*"?yes/i.test(header);
    plain.set(new TextEncoder().encode('fixed-'), index + found.index + found[0].length);
  }
  return { plain, flowed };
}

/** HTML where there is any: its paragraphs are whole, and it says what is quoted. */
function piecesOf(
  { html, text = '' }: Mail,
  { flowed, delSp }: Flowed,
): { readonly pieces: readonly MailPiece[]; readonly isHtml: boolean } {
  const pieces = html === undefined ? [] : htmlPieces(html);
  if (pieces.length > 0) return { pieces, isHtml: true };
  return { pieces: textPieces(flowed ? unflow(text, delSp) : text), isHtml: false };
}

function extract({ pieces }: MailPart, isHtml: boolean): Extracted {
  const builder = new ProseBuilder();
  if (isHtml) for (const { text, kind, group } of pieces) builder.add(text, kind, group);
  else
    for (const stretch of stretches(pieces.map(({ text }) => text).join('\n\n')))
      for (const { text } of unitsOf(stretch, 0)) if (/[\p{L}\p{N}]/u.test(text)) builder.add(text);
  return builder.finish();
}

/** UTF-16 code units: longer than most mails. */
const STRETCH = 32_768;

/** A long text in stretches of whole lines: finding its paragraphs takes time that grows faster than the text. */
function* stretches(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const line = text.indexOf('\n', start + STRETCH);
    const end = line < 0 ? text.length : line;
    yield text.slice(start, end);
    start = end + 1;
  }
}

function articleOf(id: string, { prose }: Extracted, details: ArticleDetails): Article {
  return { id, ...details, kind: isTranscript(prose) ? 'transcript' : 'report', prose };
}

/** UTF-16 code units. */
const LONGEST_TITLE = 500;

/** `Re: Fwd: AW: [2]` before a subject, in the languages in which mail programs put it there. */
const ANSWER = /^(?:(?:re|aw|antw|sv|vs|ref|rif|res|odp|fwd?|wg|tr|rv|i|enc|doorst|vb)(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+/iu;

function detailsOf({ headers, from, subject = '' }: Mail): ArticleDetails {
  const value = (name: string) => headers.find(({ key }) => key === name)?.value;
  const automatic = /^auto-/i.test(value('auto-submitted') ?? '');
  const many = automatic || value('list-unsubscribe') !== undefined || /bulk|list/i.test(value('precedence') ?? '');
  // A list that anybody can write to is a conversation.
  const bulk = many && value('list-post') === undefined;
  const title = subject.slice(0, LONGEST_TITLE).replace(ANSWER, '').replace(/\s+/g, ' ').trim();
  return {
    ...NO_DETAILS,
    ...senderDetails({ name: from?.name ?? '', address: from?.address ?? '', bulk }),
    title: title === '' ? null : title,
    // The day where it was sent from: the header has its time with its own offset (RFC 5322, 3.3).
    published: findDay(value('date') ?? '')?.date ?? null,
  };
}

/** A mail as another quotes it: by whom and when is what that one says. */
function quotedDetails({ writer, written }: MailPart, { title }: ArticleDetails): ArticleDetails {
  const authors = writer === null ? [] : [writer];
  return { ...NO_DETAILS, title, authors, speaker: writer, published: written, guessed: written ? ['authors', 'published'] : ['authors'] };
}

/** Attachments that may be what a writer means by the source. */
const DOCUMENT = /\.(?:pdf|docx?|odt|rtf|txt|md|html?|epub|eml|msg)$/i;
const MOST_NAMED = 4;

function attachmentProblems({ attachments }: Mail): ReadingProblem[] {
  const names = attachments
    .filter(({ filename, mimeType, related }) => !related && (DOCUMENT.test(filename ?? '') || mimeType === 'message/rfc822'))
    .map(({ filename }) => (filename ?? plainly`a mail`).replace(/\s+/g, ' ').slice(0, 80));
  if (names.length === 0) return [];
  const message =
    names.length === 1
      ? plainly`It has an attachment, ${names[0] ?? ''}, which was not read: save it beside the mail.`
      : names.length > MOST_NAMED
        ? plainly`It has attachments that were not read (${names.slice(0, MOST_NAMED).join(', ')} and others): save them beside the mail.`
        : plainly`It has attachments that were not read (${names.join(', ')}): save them beside the mail.`;
  return [{ message, span: null }];
}
