import type { CalendarDate } from '../text/calendarDate.ts';
import { findDay } from './days.ts';
import { endsLikeAttribution, isAttribution, readAttribution } from './emlAttribution.ts';
import type { MailPiece } from './emlPieces.ts';
import { plainName } from './emlSender.ts';
import { isPersonName } from './names.ts';

/** What one person wrote of the mails that a mail is made up of. */
export interface MailPart {
  /** As the mail says that quotes it; null where it does not. */
  readonly writer: string | null;
  readonly written: CalendarDate | null;
  readonly pieces: MailPiece[];
}

/** The lines that mail programs put over a mail that is sent on, in the languages in which they commonly do. */
const FROM = /^[*\s]*(?:From|Von|De|Da|Van|Från|Fra|Lähettäjä|Od)\s?:[*\s]*(.+)$/iu;
const WHEN =
  /^[*\s]*(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Enviada|Fecha|Data|Inviato|Verzonden|Skickat|Sendt|Dato|Lähetetty|Wysłano)(?: (?:am|le|el|il|on))?\s?:[*\s]*(.+)$/iu;
const REST =
  /^[*\s]*(?:To|An|À|A|Para|Aan|Till|Til|Cc|Kopie|Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Aihe|Temat|Reply-To|Importance)\s?:/iu;
/** “-----Original Message-----”, “Begin forwarded message:”. */
const RULE = /^(?:[-_*=]{2,}[^\n]{0,60}[-_*=]{2,}|[-_]{5,}|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:)$/iu;

/** Of a header’s line no more is looked at, in UTF-16 code units. */
const LONGEST_LINE = 300;

/** The mail that a header within a mail begins: who and when, and how many lines the header has. */
function readHeader(
  text: string,
): { readonly writer: string | null; readonly written: CalendarDate | null; readonly lines: number } | null {
  const lines = text.split('\n').map((line) => line.slice(0, LONGEST_LINE));
  const first = lines.findIndex((line) => FROM.test(line));
  if (first < 0 || first > 1 || (first === 1 && !RULE.test((lines[0] as string).trim()))) return null;
  let end = first + 1;
  while (end < lines.length && (WHEN.test(lines[end] as string) || REST.test(lines[end] as string))) end++;
  const header = lines.slice(first + 1, end);
  const when = header.map((line) => WHEN.exec(line)?.[1]).find((day) => day !== undefined);
  if (header.length < 2 || when === undefined) return null;
  const name = plainName((FROM.exec(lines[first] as string)?.[1] ?? '').replace(/\s*(?:<.*|\[mailto:.*|\S+@\S+.*)$/iu, ''));
  return { writer: isPersonName(name) ? name : null, written: findDay(when)?.date ?? null, lines: end };
}

/** RFC 3676, 4.3, and what telephones add. */
const SIGNED = /^--\s*$/;
const SENT_FROM =
  /^(?:Sent from my \S.{0,40}|Sent from (?:Outlook|Yahoo|Proton|Mail)\b.{0,60}|Get Outlook for \w+.{0,60}|Von meinem \S+ gesendet|Envoyé de mon \S+|Enviado desde mi \S+)$/i;

/** Parts a mail into what its sender wrote and what is quoted in it of others' mails. */
class PartSplitter {
  readonly parts: MailPart[] = [];
  /** Whose words are read at each depth. */
  readonly #at: MailPart[] = [];
  readonly #signed = new Set<MailPart>();

  constructor() {
    this.#at.push(this.#begin(null, null));
  }

  add(piece: MailPiece): void {
    const { depth } = piece;
    this.#enter(depth);
    const header = readHeader(piece.text);
    if (header) {
      this.#startMail(depth, header);
      this.#put(depth, { ...piece, text: piece.text.split('\n').slice(header.lines).join('\n') });
    } else this.#put(depth, piece);
  }

  #begin(writer: string | null, written: CalendarDate | null): MailPart {
    const part: MailPart = { writer, written, pieces: [] };
    this.parts.push(part);
    return part;
  }

  /** Goes to a depth: what is quoted there is by whom the line before names, or goes on as it did before an answer came between. */
  #enter(depth: number): void {
    for (let level = 1; level <= depth; level++) {
      const above = (this.#at[level - 1] as MailPart).pieces;
      if (endsLikeAttribution(above.at(-1)?.text) && (level === depth || !this.#at[level])) {
        const { writer, written } = readAttribution((above.pop() as MailPiece).text);
        this.#at[level] = this.#begin(writer, written);
        this.#at.length = level + 1;
      }
      this.#at[level] ??= this.#begin(null, null);
    }
  }

  /** From here on this depth is another mail's, as programs have it that put no marks before its lines. */
  #startMail(depth: number, { writer, written }: { readonly writer: string | null; readonly written: CalendarDate | null }): void {
    const pieces = this.#at[depth]?.pieces ?? [];
    if (RULE.test(pieces.at(-1)?.text.slice(0, LONGEST_LINE).trim() ?? '')) pieces.pop();
    this.#at[depth] = this.#begin(writer, written);
    this.#at.length = depth + 1;
  }

  #put(depth: number, piece: MailPiece): void {
    let part = this.#at[depth] as MailPart;
    const last = part.pieces.at(-1);
    if (last && isAttribution(last.text)) {
      // “On … wrote:” and then no marks: all that follows is quoted.
      part.pieces.pop();
      this.#startMail(depth, readAttribution(last.text));
      part = this.#at[depth] as MailPart;
    }
    if (this.#signed.has(part)) return;
    const lines = piece.text.split('\n');
    const signature = lines.findIndex((line) => SIGNED.test(line));
    if (signature >= 0) this.#signed.add(part);
    const text = (signature < 0 ? lines : lines.slice(0, signature)).filter((line) => !SENT_FROM.test(line.trim())).join('\n');
    if (text.trim() !== '') part.pieces.push({ ...piece, text });
  }
}

/** What the sender wrote, first, and then what is quoted of others, in the order of the mail. */
export function partsOfMail(pieces: readonly MailPiece[]): readonly [own: MailPart, ...others: MailPart[]] {
  const splitter = new PartSplitter();
  for (const piece of pieces) splitter.add(piece);
  return splitter.parts as [MailPart, ...MailPart[]];
}
