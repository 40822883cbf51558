/** A word of a person's name: capitalised, or an initial, or in capitals throughout. */
const NAME_WORD = "(?:\\p{Lu}[\\p{L}'’.-]*|(?:de|da|di|del|der|den|van|von|bin|al|el|la|le|du|dos|ter)(?=\\s))";
const NAME = new RegExp(`^${NAME_WORD}(?:\\s${NAME_WORD}){1,4}$`, 'u');

/** Capitalised words that stand in menus, headings and bylines, and in no person's name. */
const NO_NAME =
  /^A |\b(?:The|And|News|World|Politics|Business|Sports?|Culture|Opinion|Home|Menu|Search|Share|Comments?|Subscribe|Newsletters?|Sign|Log|Live|Video|Videos|Photos?|Images?|Getty|Read|More|Most|Latest|Breaking|Updated|Published|Posted|Contact|About|Staff|Reporters?|Correspondents?|Editors?|Agency|Agencies|Associated|Press|Times|Post|Daily|Weekly|Guardian|Independent|Today|Your|Our|My|Us|Tech|Technology|Science|Health|Travel|Education|Environment|Climate|Money|Markets?|Data|Policy|Privacy|Terms|Cookies?|Related|Stories|Story|Articles?|Advertisement|Follow|Facebook|Twitter|WhatsApp|Email|Print|Copy|Link|All|Rights|Reserved|Group|Middle East|United|States|Kingdom|North|South|East|West|Asia|Africa|Europe|America|Americas|University|Institute|Department|Ministry|For|With|From|In|On|At|To|Of|By|House|Senate|Street|City|Show|View|Next|Previous|Back|Top|Editorial|Letters?|Review|Reviews|Guide|Special|Report|Reports|Weather|Arts?|Books?|Film|Music|Food|Style|Life|Lifestyle|Jobs|Shop|Store|Help|Account|My|Get|Resize|Text|Size|Social|Series|Rated|Best|Election|President|Executive|Mansion|Proclamation|Readability|Test|Skip|Content|Navigation|Topics?|Tags?)\b/;

/** Whether a line is nothing but a person's name, of two to five words. */
export function isPersonName(text: string): boolean {
  return text.length <= 50 && NAME.test(text) && !NO_NAME.test(titleCase(text));
}

/** `LEE JAE-LIM` as `Lee Jae-Lim`: menus shout as well, and the list of their words is in title case. */
function titleCase(text: string): string {
  return /\p{Ll}/u.test(text) ? text : text.replace(/\p{Lu}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** The names of a byline: `Jane Doe, John Roe and Ann Poe`. `Doe, Jane` stays one. */
export function splitNames(text: string): string[] {
  const parts = text.split(/\s*;\s*|\s+(?:and|&)\s+/i).flatMap((part) => {
    const pieces = part.split(/\s*,\s*/).filter((piece) => piece !== '');
    return pieces.every((piece) => /\s/.test(piece)) ? pieces : [part];
  });
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
