import type { ArticleKind, Locator, Turn } from '../corpus/article.ts';
import { type Block, MARKUP, type Prose } from '../prose/prose.ts';
import { sliceOf, trimmed } from '../text/span.ts';

/** A turn's beginning: `NAME:`, `Mr. Name:`, `Q:`; at most five words before the colon. */
const LABEL =
  /[\s\u2060]*((?:\p{Lu}[\p{L}'’.-]*|\p{Lu})(?:[ \u2060]+(?:\p{Lu}[\p{L}'’.-]*|of|de|van|von|al|#?\d{1,3})){0,4})[\s\u2060]*:(?:[\s\u2060]|$)/uy;

/** Words that open a paragraph with a colon and are nobody's name. */
const NO_SPEAKER =
  /^(?:Note|Notes|Source|Sources|Photo|Image|Caption|Contact|Date|Time|Place|Location|Subject|Re|From|To|Cc|Related|Update|Updated|Published|Correction|Editor'?s? Note|Background|Summary|Example|Tip|Warning|Read More|Phone|Tel|Fax|Email|E-mail|Web|Website|Press Contact|Media Contact|For Immediate Release|PS|Fact|Claim|Verdict|Rating)$/i;

/** Labels that say that somebody speaks, and not who: words that the draft gives to a named person are not given to another. */
const NOBODY =
  /\d|^(?:(?:un(?:identified|known)|off-?screen|first|second|third|fourth|fifth|another|young|old|older|younger|male|female|audience|crowd|panel)\s+)*(?:speakers?|voices?|m[ae]n|wom[ae]n|boys?|girls?|child|children|kids?|males?|females?|persons?|people|participants?|announcers?|narrators?|reporters?|journalists?|interviewers?|interviewees?|hosts?|moderators?|presenters?|correspondents?|translators?|interpreters?|callers?|questions?|answers?|questioners?|audience|crowd|all|both|everyone|group|members?|others?|staff|off-?screen|q|a)$/i;

/** What is heard and not said, as transcripts note it in parentheses. */
const SOUND =
  /\b(?:laugh\w*|applau\w*|clap\w*|cheer\w*|music|theme|inaudible|unintelligible|indistinct|unclear|crosstalk|cross talk|cross-talk|overlapping|sigh\w*|chuckl\w*|giggl\w*|sob\w*|cry|crying|cries|cough\w*|sniff\w*|gasp\w*|scream\w*|shout\w*|whisper\w*|murmur\w*|chatter\w*|boo\w*|silence|pause\w*|beep\w*|bleep\w*|ring\w*|knock\w*|gavel|siren\w*|bell|bells|recording|video|audio|clip|commercial break|phonetic|speaking (?:in )?\p{L}+|foreign language|through (?:an )?(?:interpreter|translator)|off[- ](?:mic|camera|screen))\b/iu;

/** How many turns make a transcript, and how many voices. */
const FEWEST_TURNS = 4;
const FEWEST_VOICES = 2;

/** A label at an offset of a text. */
export interface Label {
  readonly name: string;
  /** Behind the colon. */
  readonly end: number;
}

/** The label `NAME:` that stands at an offset, white space before it left aside. */
export function labelAt(text: string, at: number): Label | null {
  LABEL.lastIndex = at;
  const found = LABEL.exec(text.length > at + 200 ? text.slice(0, at + 200) : text);
  const name = found?.[1]?.replaceAll(MARKUP, '').replace(/\s+/g, ' ');
  if (name === undefined || NO_SPEAKER.test(name)) return null;
  return { name, end: text.indexOf(':', at) + 1 };
}

/** Whom a label or voice names; null where it only says that somebody speaks. */
export function speakerOf(label: string): string | null {
  const name = label.replace(/\s+/g, ' ').trim();
  return name === '' || NOBODY.test(name) ? null : name;
}

/** Whether what stands in parentheses is a sound, a note of what happens, or anything else that nobody says. */
export function isNoise(inside: string): boolean {
  return /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]+$/u.test(inside) || (inside.length <= 40 && SOUND.test(inside));
}

/** Whether a text plainly is people speaking in turn: several lines `NAME:` of several people, who come back. */
export function isTranscript({ text, blocks }: Prose): boolean {
  const voices = new Map<string, number>();
  let turns = 0;
  for (const { span } of blocks) {
    const name = labelAt(text.slice(span.start, Math.min(span.end, span.start + 80)), 0)?.name;
    if (name === undefined) continue;
    turns++;
    voices.set(name, (voices.get(name) ?? 0) + 1);
  }
  const returning = [...voices.values()].filter((count) => count > 1).length;
  return turns >= FEWEST_TURNS && voices.size >= FEWEST_VOICES && returning >= 1 && turns >= blocks.length * 0.2;
}

const CLOCK = '(?:\\d{1,3}:)?\\d{1,3}:\\d{2}(?:[.,]\\d{1,3})?';
const RANGE = `${CLOCK}(?:\\s*(?:-->|[-–—])\\s*${CLOCK})?`;
/** A time in brackets, wherever it stands. */
const STAMP = new RegExp(`\\[\\s*${RANGE}\\s*\\]|\\(\\s*${RANGE}\\s*\\)`, 'gu');
/** A time without brackets before a name: at a line's beginning. */
const BARE_STAMP = new RegExp(`^[\\s\\u2060]*(${RANGE})(?:\\s*[-–—]\\s|[\\s\\u2060])`, 'u');
/** `Jane Doe  0:12` and nothing else on the line: a name and when they begin. */
const NAME_AND_TIME = new RegExp(
  `^[\\s\\u2060]*([^:[\\]()\\d\\r\\n]{2,50}?(?: \\d{1,2})?)[\\s\\u2060]+[[(]?(${RANGE})[\\])]?[\\s\\u2060]*:?[\\s\\u2060]*$`,
  'u',
);

/** So many stamped paragraphs make a text one with times beside its turns. */
const FEWEST_STAMPS = 3;

/** What a text is, seen as people speaking in turn. */
export interface Told {
  readonly kind: ArticleKind;
  /** Without the times beside the turns. */
  readonly prose: Prose;
  /** Where in the recording the paragraphs stand, and who speaks in them; nothing where the text has no times. */
  readonly places: { readonly turns?: readonly Turn[]; readonly locators?: readonly Locator[] };
}

/**
 * Whether a text is a transcript, if its metadata does not say so (`stated`), and what it says where its turns have times:
 * `[00:12:31] JANE DOE: …`, `JANE DOE (00:12): …`, `Jane Doe  0:12` on a line of its own. Times and names are then no text.
 */
export function toldIn(prose: Prose, stated: ArticleKind | undefined): Told {
  if (stated === undefined || stated === 'transcript') {
    const stamped = withoutStamps(prose);
    if (stamped) return { kind: 'transcript', ...stamped };
  }
  return { kind: stated ?? (isTranscript(prose) ? 'transcript' : 'report'), prose, places: {} };
}

/** A paragraph with a time, or with a name, or both. */
interface Opening {
  readonly block: Block;
  readonly clock: string | null;
  readonly name: string | null;
  /** Where what is said begins: behind the name and the time. */
  readonly from: number;
}

/** Whether a text has so many times in it that they may stand beside turns: most have none, and are looked at no further. */
function mayBeStamped(text: string): boolean {
  const times = /\d:\d\d/g;
  for (let found = 0; found < FEWEST_STAMPS; found++) if (!times.test(text)) return false;
  return true;
}

/** Null where the text has no times beside its turns. */
function withoutStamps(prose: Prose): Pick<Told, 'prose' | 'places'> | null {
  if (!mayBeStamped(prose.text)) return null;
  const openings = prose.blocks.map((block) => openingOf(prose.text, block));
  const stamped = openings.filter(({ clock }) => clock !== null);
  if (stamped.length < FEWEST_STAMPS || stamped.length < openings.length * 0.2 || openings.every(({ name }) => name === null)) return null;
  const units: string[] = [];
  const blocks: Block[] = [];
  const turns: Turn[] = [];
  const locators: Locator[] = [];
  let at = 0;
  for (const { block, clock, name, from } of openings) {
    units.push(prose.text.slice(at, block.span.start), emptied(prose.text.slice(block.span.start, from)));
    units.push(prose.text.slice(from, block.span.end).replace(STAMP, emptied));
    at = block.span.end;
    const { start } = block.span;
    if (name !== null) turns.push({ start, speaker: speakerOf(name) });
    if (clock !== null) locators.push({ start, label: clockLabel(clock) });
    blocks.push({ ...block, span: { start: from, end: block.span.end } });
  }
  const text = units.join('') + prose.text.slice(at);
  const said = blocks.map((block) => ({ ...block, span: trimmed(text, block.span) })).filter(({ span }) => span.start < span.end);
  return { prose: { text, blocks: said }, places: { turns, locators } };
}

function emptied(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function openingOf(text: string, block: Block): Opening {
  const raw = sliceOf(text, block.span);
  const alone = raw.length <= 100 ? NAME_AND_TIME.exec(raw) : null;
  if (alone && isName(alone[1] as string)) {
    return { block, clock: alone[2] as string, name: plainName(alone[1] as string), from: block.span.end };
  }
  const head = raw.slice(0, 160);
  const bare = BARE_STAMP.exec(head);
  const shown = bare ? ' '.repeat(bare[0].length) + head.slice(bare[0].length) : head;
  let clock = bare?.[1] ?? null;
  const clear = shown.replace(STAMP, (stamp) => {
    clock ??= stamp.slice(1, -1).trim();
    return ' '.repeat(stamp.length);
  });
  const label = labelAt(clear, 0);
  // A time without brackets is one only before a name: else it may be a score or an hour.
  if (!label && bare) return { block, clock: null, name: null, from: block.span.start };
  const first = clear.search(/\S/u);
  return {
    block,
    clock: label || isBefore(shown, clear, first) ? clock : null,
    name: label?.name ?? null,
    from: block.span.start + (label?.end ?? 0),
  };
}

/** Whether a time that was blanked out stands before the first word. */
function isBefore(shown: string, clear: string, first: number): boolean {
  return shown.search(/\S/u) < (first < 0 ? clear.length : first);
}

function plainName(text: string): string {
  return text.replaceAll(MARKUP, '').replace(/\s+/g, ' ').trim();
}

function isName(text: string): boolean {
  return labelAt(`${plainName(text)}:`, 0) !== null;
}

/** `00:12:31` as `0:12:31`; `12:31` is minutes and seconds. */
function clockLabel(clock: string): string {
  const parts = (/^[\d:]+/.exec(clock)?.[0] ?? '').split(':').map(Number);
  const [seconds = 0, minutes = 0, hours = 0] = parts.reverse();
  return timeLabel(hours * 3600 + minutes * 60 + seconds);
}

/** Seconds as players show them: `0:12:31`. */
export function timeLabel(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
