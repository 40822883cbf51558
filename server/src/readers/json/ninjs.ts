import * as z from 'zod';
import { type Body, bodyOf, bodyOfType } from '../news/body.ts';
import {
  addressOf,
  editionOf,
  firstTold,
  guessedOf,
  isLaterVersion,
  languageOf,
  momentOf,
  type NewsItem,
  publishedOf,
} from '../news/newsItem.ts';
import { anything, evenly, type Fields, isFields, line, nameOf, namesOf, text, time } from './values.ts';

/** A headline, body or description of ninjs 2 and 3: one of several, each with a role. */
const part = z
  .unknown()
  .transform((value) => (isFields(value) ? evenly(value) : {}))
  .pipe(z.object({ role: line, contenttype: line, value: text }));
type Part = z.infer<typeof part>;

const parts = z.array(part).nullish().catch(null);

/**
 * What is read of a news object of IPTC's ninjs, versions 1.0 to 3.1. The versions differ in how they write names (`versioncreated`,
 * `versionCreated`) and in how they list texts (`headline_main`, `headlines`); what Superdesk adds to 1.x is read as well.
 */
const ninjs = z.object({
  ...{ uri: text, guid: text, type: line, version: line, pubstatus: line, ednote: line, language: line, title: line, headline: line },
  ...{ firstcreated: time, versioncreated: time, contentcreated: time, embargoed: time, embargoeduntil: time },
  ...{ by: line, byline: line, copyrightholder: line, source: anything, infosource: anything, infosources: anything },
  ...{
    people: anything,
    person: anything,
    authors: anything,
    headlines: parts,
    bodies: parts,
    descriptions: parts,
    slugline: line,
    link: text,
  },
});
type Ninjs = z.infer<typeof ninjs>;

/** Types of news objects that are not texts: what describes them is a caption or a programme. */
const NO_TEXT = /^(?:audio|video|picture|graphic|component|event|planning|image|photo)$/i;

/** Bodies of these roles stand beside the text. */
const BESIDE = /summary|abstract|caption|teaser|short|brief|description|notes?$|standfirst|lead$|headline|byline/i;

/** Whether an object is a news object of ninjs. */
export function isNinjs(fields: Fields): boolean {
  const even = evenly(fields);
  if (/ninjs/i.test(`${nameOf(even.standard ?? even.$standard) ?? ''}`)) return true;
  const ownId = typeof even.uri === 'string' || typeof even.guid === 'string';
  const ofNews = ['versioncreated', 'pubstatus', 'firstcreated', 'copyrightholder', 'ednote', 'headlines', 'bodies'].some(
    (name) => name in even,
  );
  return ownId && (ofNews || (typeof even.uri === 'string' && numbered(fields, 'body').length > 0));
}

/** A news object as an item; null for pictures, programmes and the like. */
export function ninjsItem(fields: Fields): NewsItem | null {
  const item = ninjs.parse(evenly(fields));
  const bodies = [...bodyParts(item.bodies ?? []), ...bodyFields(fields)];
  if (item.type !== null && NO_TEXT.test(item.type) && bodies.length === 0) return null;
  const title =
    item.headline ??
    item.headlines?.find(({ role }) => role === 'main')?.value ??
    item.headlines?.[0]?.value ??
    headlineField(fields) ??
    item.title;
  const of = item.uri ?? item.guid;
  const told = {
    publisher: publisherOf(item),
    published: publishedOf(
      {
        first: item.firstcreated,
        version: item.versioncreated,
        content: item.contentcreated,
        embargo: item.embargoeduntil ?? item.embargoed,
      },
      isLaterVersion(item.version),
    ),
  };
  return {
    ownId: of === null ? null : [of, item.version].filter((one) => one !== null).join(' '),
    bodies,
    summary: summaryOf(item, fields),
    details: {
      title: title ?? null,
      publisher: told.publisher?.value ?? null,
      authors: authorsOf(item),
      published: told.published?.value.day ?? null,
      url: addressOf(item.link) ?? addressOf(of),
      language: languageOf(item.language),
      guessed: guessedOf(told),
      edition: editionOf(of, {
        version: item.version,
        created: momentOf(item.versioncreated),
        stated: [item.pubstatus],
        headline: title,
        note: item.ednote,
      }),
    },
  };
}

/** News objects that others are associated with: under names of their own in version 1, a list from version 2 on. */
export function associationsOf(fields: Fields): readonly unknown[] {
  const { associations } = evenly(fields);
  if (Array.isArray(associations)) return associations;
  return isFields(associations) ? Object.values(associations) : [];
}

/** Who holds the copyright or gave the information is most often who published it: neither says so. */
function publisherOf(item: Ninjs) {
  return firstTold(
    [item.copyrightholder, true],
    [nameOf(item.infosources), true],
    [nameOf(item.infosource), true],
    [nameOf(item.source), true],
  );
}

function authorsOf(item: Ninjs): readonly string[] {
  const byline = namesOf(item.by ?? item.byline);
  if (byline.length > 0) return byline;
  const people: readonly unknown[] = [item.people ?? item.person ?? []].flat();
  return namesOf(item.authors ?? people.filter((one) => isFields(one) && /author|writer|creator|byline/i.test(String(one.rel))));
}

/** Bodies of versions 2 and 3, those with marked-up paragraphs first. */
function bodyParts(list: readonly Part[]): readonly Body[] {
  const told = list.filter(({ value }) => value !== null);
  const main = told.filter(({ role }) => !BESIDE.test(role ?? ''));
  return (main.length > 0 ? main : told)
    .map(({ value, contenttype }) => bodyOfType(value as string, contenttype))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ kind }: Body): number {
  return kind === 'html' ? 0 : 1;
}

/** Bodies of version 1: `body_text`, `body_xhtml`, `body_main`; the names behind the line are everybody's own. */
function bodyFields(fields: Fields): readonly Body[] {
  return numbered(fields, 'body')
    .filter(([name]) => !BESIDE.test(name))
    .map(([name, value]) => bodyOfType(value, /x?html/i.test(name) ? 'text/html' : /nitf/i.test(name) ? 'nitf' : null))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function headlineField(fields: Fields): string | undefined {
  const all = numbered(fields, 'headline');
  return (all.find(([name]) => name === 'main') ?? all[0])?.[1];
}

/** Fields of version 1 whose names have a part of their own: `headline_main`, with that part. */
function numbered(fields: Fields, name: string): (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const own = new RegExp(`^${name}_([a-z0-9_]+)$`, 'i').exec(key)?.[1];
    return own !== undefined && typeof value === 'string' && value.trim() !== '' ? [[own, value] as const] : [];
  });
}

function summaryOf(item: Ninjs, fields: Fields): Body | null {
  const described = item.descriptions?.find(({ value }) => value !== null);
  if (described?.value) return bodyOfType(described.value, described.contenttype);
  const field = numbered(fields, 'description')[0]?.[1];
  return field === undefined ? null : bodyOf(field);
}
