import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { parseDay } from '../days.ts';
import { isPersonName, splitNames } from '../names.ts';
import { siteSuffix, soundsLikeOutlet } from '../pageDetails.ts';

/** Text of an attribute or a script as a reader sees it: entities that were written twice are read, white space is single. */
export function shown(text: string): string {
  return text
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,30}));/gi, (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    })
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
}

/** Letters and digits only, in small letters: for what is to be the same in other typography. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const BY =
  /^(?:(?:story|words|text|written|reported|posted|published|article|report|analysis|opinion|presented|review(?:ed)?) )?(?:(?:by|von|par|por|di|da|door|af|av|от)(?:\s*[:：|/]\s*|\s+)|(?:autor(?:in|es)?|authors?|auteurs?|autore|автор|作者|文|記者|记者|기자)\s*[:：|/]\s*)/iu;
const ROLE =
  /(?:\s*[,|(–—/]|\s-)\s*(?:(?:\p{L}+[\s-]+){0,4}(?:correspondent|reporter|editor|writer|columnist|contributor|bureau|producer|analyst|journalist|redakteur(?:in)?|journaliste|redactor[ae]?|m\.?d|ph\.?d|mph|ma|rn)s?\b).*$/iu;
/** A job behind a name without a comma: `Jane Doe Games Editor`. */
const TITLED =
  /^(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2}?)(?: \p{Lu}\p{L}+){0,3} (?:Editor|Reporter|Correspondent|Writer|Columnist|Contributor|Analyst)$/u;
const NO_AUTHOR =
  /^(?:admin(?:istrator)?|user|guest|editor|author|authors|profile|author profile|staff|unknown|anonymous|webmaster|root|null|undefined|n\/a|none|about the author|follow(?: author)?|view (?:profile|my complete profile)|more (?:by|from).*|(?:last )?(?:updated|published|posted|modified)\b.*|个人|個人)$/iu;

/** A byline's or a tag's names: without “By”, jobs, addresses, dates and what is no name. A name of the site is one name. */
export function authorNames(statement: string, sites: readonly string[] = []): string[] {
  const whole = shown(statement);
  if (whole !== '' && sites.some((site) => folded(site) === folded(whole))) return [whole];
  const text = whole.replace(/\s*\(?https?:\/\/\S+\)?/gi, '');
  if (text === '' || text.length > 300) return [];
  const bare = text
    .replace(BY, '')
    .replace(/\s*[<(]?[\w.+-]+@[\w-]+\.[\w.-]+[>)]?/g, '')
    .replace(/\s*[|•·].*$/u, '')
    .replace(
      /(?<=\S)\s+(?:edited|photograph(?:s|y|ed)|illustrat(?:ed|ions)|reviewed|translated|updated|produced|photos?) (?:by|on)\b.*$/i,
      '',
    );
  return [...new Set(splitNames(inverted(bare)).flatMap(authorName))];
}

function authorName(part: string): string[] {
  const name = inverted(part)
    .replace(BY, '')
    .replace(ROLE, '')
    .replace(TITLED, '$1')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '')
    .trim();
  if (name.length < 2 || name.length > 80 || name.split(' ').length > 9) return [];
  if (NO_AUTHOR.test(name) || /^@|^www\.|\.(?:com|org|net)$/i.test(name) || !/\p{L}/u.test(name) || parseDay(name)) return [];
  if (/\d/.test(name) && (/\d{4}|\d:\d/.test(name) || /^\W*\d/.test(name))) return [];
  return [name];
}

/** `Doe, Jane` as `Jane Doe`. */
function inverted(name: string): string {
  const [, family, given] =
    /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?),\s*(\p{Lu}[\p{L}.'’-]*(?:\s+\p{L}[\p{L}.'’-]*){0,3})$/u.exec(name) ?? [];
  if (family === undefined || given === undefined || (/ /.test(family) && / /.test(given))) return name;
  return ROLE.test(name) ? name : `${given} ${family}`;
}

/** Whether a text may stand for a person where markup says nothing of it. */
export function isName(text: string): boolean {
  return isPersonName(text);
}

const SEPARATOR = /\s+(?:[|–—\-·•»«›‹:/~]|::|\|\|)\s+|\s*[|｜_＿]\s*|\s*(?:::|»)\s*|(?<=\S):\s+|\s*(?=[＜<])/u;

/** What is known of a page when its title is read. */
export interface Surroundings {
  /** Names of the site, however they are written, and its host's. */
  readonly sites: readonly string[];
  /** The page's headings. */
  readonly headings: readonly string[];
}

/** A title without the name of its site before or after it. */
export function bareTitle(title: string, { sites, headings }: Surroundings): string {
  const heading = headings.find((text) => text.length >= 8 && isPartOf(title, text));
  if (heading !== undefined) return heading;
  const known = new Set(sites.map(compact).filter((site) => site.length > 2));
  let text = title;
  for (let rounds = 0; rounds < 4; rounds++) {
    const shorter = withoutLast(text, known) ?? withoutFirst(text, known);
    if (shorter === null) break;
    text = shorter;
  }
  return text;
}

/** Whether a heading of the page is all of its title but for what a separator parts from it. */
function isPartOf(title: string, heading: string): boolean {
  if (heading.length >= title.length) return false;
  const at = title.indexOf(heading);
  if (at < 0) return false;
  const parted = /(?:^|\s[|–—\-·•»›:]|[|_｜:»])\s*$/u.test(title.slice(0, at));
  return parted && /^(?:\s*(?:[|_｜»@]|::)|\s+[–—\-·•›:]\s|\s*$)/u.test(title.slice(at + heading.length)) && at < title.length / 2;
}

function withoutLast(title: string, known: ReadonlySet<string>): string | null {
  const parts = title.split(SEPARATOR).filter((part) => part !== '');
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || !known.has(compact(last))) return null;
  const start = title.lastIndexOf(last);
  return title.slice(0, start).replace(/[\s|｜_＿–—\-·•»›:/~]+$/u, '') || null;
}

function withoutFirst(title: string, known: ReadonlySet<string>): string | null {
  const parts = title.split(SEPARATOR).filter((part) => part !== '');
  const [first] = parts;
  if (parts.length < 2 || first === undefined || !known.has(compact(first))) return null;
  return title.slice(title.indexOf(first) + first.length).replace(/^[\s|｜_＿–—\-·•»›:/~]+/u, '') || null;
}

/** For comparing names of sites with each other and with hosts: `The Quay Courier` and `quaycourier`. */
function compact(text: string): string {
  return folded(text.replace(/^the\s+/i, '').replace(/\.(?:com|org|net|co\.uk|de|fr|es|it|jp|cn|kr)$/i, '')).replace(/ /g, '');
}

/** The site that a page's title names after its headline; null where what stands there may be something else. */
export function siteInTitle(title: string, host: string | null): string | null {
  const site = siteSuffix(title)?.site ?? null;
  if (site === null) return null;
  const name = compact(site);
  const known = host !== null && name.length > 2 && folded(host).replace(/ /g, '').includes(name);
  return known || soundsLikeOutlet(site) ? site : null;
}
