import type { CalendarDate } from '../text/calendarDate.ts';
import { late } from '../text/late.ts';
import { findDay } from './days.ts';
import { isPersonName, splitNames } from './names.ts';
import type { Unit } from './textUnits.ts';

/** What a line that is no prose says about the article. */
export interface MetaLine {
  readonly published: CalendarDate | null;
  /** Whether the line says that this is when the article first stood there, rather than when it was changed. */
  readonly first: boolean;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** How plainly it is such a line: 1 for a date or a name alone, 2 where a word or a time of day says what it is. */
  readonly weight: number;
}

const CLOCK =
  /\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\.?(?=\s|$)|\b\d{1,2}h\d{2}\b|\b(?:GMT|BST|UTC|CES?T|E[DS]?T|P[DS]?T|C[DS]T|M[DS]T|KST|JST|IST|AES?T|SGT|HKT|EEST|MSK)\b(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?/gi;
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/gi;
const LABEL =
  /\b(?:first |last |originally )?(?:published|posted|updated|modified|created|filed|uploaded|released|added|issued|date|publication date|published date|publish date|last update|on|at|at about|by)\b\s*:?/gi;
const CHANGED = /\b(?:updated|modified|last update|edited)\b/i;

/** A line that is hardly more than a date: at most four other words, as “Published: … 3 min read” has. */
function dateLine(text: string): { readonly date: CalendarDate; readonly rest: string } | undefined {
  if (text.length > 160) return undefined;
  const day = findDay(text);
  if (!day) return undefined;
  let rest = text.slice(0, day.start) + text.slice(day.end);
  for (let again = findDay(rest); again; again = findDay(rest)) rest = rest.slice(0, again.start) + rest.slice(again.end);
  rest = rest
    .replace(CLOCK, ' ')
    .replace(WEEKDAY, ' ')
    .replace(LABEL, ' ')
    .replace(/[^\p{L}\p{N}'’.-]+/gu, ' ')
    .trim();
  return { date: day.date, rest };
}

const BY =
  /^(?:[-–—•|]\s*)?(?:(?:story|words|text|written|report|reported|reporting|posted|published|article|analysis|opinion) )?by:?\s+(.{2,120})$/i;
const JOB =
  /[,|–—-]\s*(?:\p{L}+\s+){0,4}(?:correspondent|reporter|editor|writer|staff|columnist|contributor|agency|bureau|chief|producer|analyst)s?\b.*$|\s*[,|(]\s*(?:in\s.+|(?:\p{Lu}[\p{L}&. ]*)?(?:News|Times|Post|Press|Herald|Journal|Guardian|Reuters|AFP|BBC|CNN|AP)\b.*)$/iu;
const MAIL = /\s*[[(<]?\s*(?:\[email.protected\]|[\w.+-]+@[\w.-]+|e-?mail)\s*[\])>]?\s*/gi;

/** The names in what follows “By”; none where it is no list of names. */
function namesIn(text: string): readonly string[] {
  const bare = text
    .replace(MAIL, ' ')
    .replace(/\s+(?:in|at|from|reporting from)\s+\p{Lu}.*$/u, '')
    .replace(JOB, '')
    .replace(/\s*[|·•].*$/, '')
    .replace(/[\s,.;:-]+$/, '')
    .trim();
  const names = splitNames(bare);
  return names.length <= 6 && names.every(isPersonName) ? names : [];
}

/** A byline's names: `By …`, `- NAME`, `Name in Place`, or a name alone. `bare`: whether a name alone is enough. */
function bylineNames(text: string, bare: boolean): readonly string[] {
  if (text.length > 140) return [];
  const by = BY.exec(text)?.[1];
  if (by !== undefined) return namesIn(by);
  const listed = /^[-–—]\s+(.+)$/.exec(text)?.[1];
  if (listed !== undefined) return namesIn(listed);
  return bare && !/[.!?:]$/.test(text) ? namesIn(text) : [];
}

const OUTLET = "(?:[Tt]he )?\\p{Lu}(?:[\\p{L}\\d&’'-]|\\.(?=\\p{L}))*(?: (?:of |and |& )?\\p{Lu}(?:[\\p{L}\\d&’'-]|\\.(?=\\p{L}))*){0,4}";

/** How outlets name themselves in what is not the report. */
const SELF_NAMES = late((): readonly RegExp[] => [
  new RegExp(`^with (?:the )?(${OUTLET})$`, 'u'),
  new RegExp(`^(${OUTLET}) by ${OUTLET}[.,]? [Aa]ll [Rr]ights`, 'u'),
  new RegExp(`^[Ww]elcome to (?:the )?(${OUTLET})[.!]?$`, 'u'),
  new RegExp(
    `^(?:©|\\([Cc]\\)|[Cc]opyright(?: ©| \\([Cc]\\))?|COPYRIGHT(?: ©)?)\\s*(?:\\d{4}(?:\\s?[-–]\\s?\\d{4})?,?\\s*)?(?:[Bb]y )?(${OUTLET})`,
    'u',
  ),
  new RegExp(
    `(?:^|[.,!?] )(${OUTLET}) is (?:on the ground|trusted by|(?:reader|donor|listener)|(?:funded|supported|owned) by|committed to|an independent|a non-?profit)`,
    'u',
  ),
  new RegExp(
    `(?:^|\\b)(?:[Ss]upport|[Ss]ubscribe to|[Ff]ollow other|[Dd]onate to|[Ss]ign up (?:for|to)) (?:the )?(${OUTLET})(?:[’']s (?:newsletter|daily|journalism|work)|\\s(?:readers|today|now|newsletters?)|$)`,
    'u',
  ),
  new RegExp(`^(?:[Pp]ublished|[Pp]osted) (?:by|in|on) (?:the )?(${OUTLET})(?:$|[,|] )`, 'u'),
  /\b((?:The )?\p{Lu}[\p{L}&.’-]*(?: \p{Lu}[\p{L}&.’-]*){0,3}) (?:Ltd|Limited|Inc|LLC|Corp|Corporation|Company|Group)\b.{0,20}[Aa]ll [Rr]ights/u,
]);

/** Words that stand where an outlet's name would, and are none. */
const NO_OUTLET =
  /^(?:The )?(?:Our|Us|You|Your|This|That|My|Here|All|Rights?|Copyright|Content|Powered|Tickets|Terms|Privacy|Reserved|Site|Page|Website|Community|News|Newsletter|Home|It|He|She|They|We|Independent Journalism|Us Today|Facebook|Twitter|Google|YouTube|Instagram|WhatsApp|WordPress)$/i;

/** The outlet that a line of the page's own names as itself. */
export function selfNamed(text: string): string | null {
  if (text.length > 1_000) return null;
  for (const pattern of SELF_NAMES()) {
    const name = pattern
      .exec(text)?.[1]
      ?.replace(/(?: All(?: Rights.*)?|[.,\s]+|\s(?:Ltd|Limited|Inc|LLC|LLP|Corp|Corporation|Company|Co|Media Group|Group|Media))+$/g, '')
      .replace(/[’']s$/, '')
      .replace(/^the /, '');
    if (name !== undefined && name.length > 2 && !NO_OUTLET.test(name) && !/^[a-z]/.test(name)) return name;
  }
  return null;
}

const NOTHING: MetaLine = { published: null, first: false, authors: [], publisher: null, weight: 1 };
const LABELLED = /^(?:first |last |originally )?(?:published|posted|updated|modified|created)\b|\b\d{1,2}:\d{2}\b/i;

const BYLINE_OUTLET =
  /,\s*((?:The )?\p{Lu}[\p{L}. ]*(?:News|Times|Post|Herald|Journal|Guardian|Telegraph|Reuters|Tribune|Chronicle)|BBC|CNN|AFP|Reuters|(?:The )?Associated Press)$/u;

/** Reads a line that may be a date, a byline or both; undefined where it is neither. `bare`: whether a name alone is a byline. */
export function metaLine({ text, words }: Unit, bare: boolean): MetaLine | undefined {
  if (words > 24) return undefined;
  const dated = dateLine(text);
  if (dated) return datedLine(text, dated);
  const authors = bylineNames(text, bare);
  if (authors.length === 0) return undefined;
  return { ...NOTHING, authors, publisher: BYLINE_OUTLET.exec(text)?.[1] ?? null, weight: BY.test(text) || /^[-–—]/.test(text) ? 2 : 1 };
}

function datedLine(text: string, { date, rest }: { readonly date: CalendarDate; readonly rest: string }): MetaLine | undefined {
  const bare = rest.replace(/\b(?:\d+|an?|one) (?:hours?|minutes?|mins?|days?) ago\b/i, '').trim();
  const authors = bare === '' ? [] : bylineNames(bare, true);
  if (authors.length === 0 && !fewWords(bare, text)) return undefined;
  const first = !CHANGED.test(text) || /published|posted/i.test(text);
  return { ...NOTHING, published: date, first, authors, weight: (LABELLED.test(text) ? 2 : 1) + (authors.length > 0 ? 1 : 0) };
}

/** Whether what stands beside a date is no sentence of its own. */
function fewWords(rest: string, text: string): boolean {
  const count = rest === '' ? 0 : rest.split(' ').length;
  return count <= 2 || (count <= 5 && /^(?:first |last |originally )?(?:published|posted|updated|date)\b/i.test(text));
}

/** Whether a name sounds like an outlet's: companies and people hold copyrights as well. */
export function soundsLikeOutlet(name: string): boolean {
  return /\b(?:News|Times|Post|Guardian|Daily|Herald|Journal|Independent|Telegraph|Reuters|BBC|CNN|NPR|AP|AFP|Press|Tribune|Gazette|Magazine|Review|Chronicle|Observer|Mail|Sun|Star|Standard|Today|Weekly|Monitor|Inquirer|Globe|Register|Examiner|Mirror|Express|Dispatch|Courier|Bulletin|Report|Wire|Radio|Broadcasting)\b|Times$|News$|(?:Le|La|El|Die|Der) \p{Lu}/u.test(
    name,
  );
}

/** A headline that names its site: `Headline | Site`, `Headline - Site`. */
export function siteSuffix(text: string): { readonly title: string; readonly site: string } | undefined {
  const found = /^(.{12,200}?)\s+[|–—-]\s+([^|–—]{2,40})$/.exec(text) ?? /^(.{12,200}?)\s*\|\s*([^|]{2,40})$/.exec(text);
  const site = found?.[2]?.trim();
  return found?.[1] !== undefined && site && /^\p{Lu}/u.test(site) && site.split(' ').length <= 5 ? { title: found[1], site } : undefined;
}
