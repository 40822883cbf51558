import type { Finding } from '../rules/finding.ts';
import { NOTHING_SAID, say } from '../text/said.ts';
import { contains, cover, type Span } from '../text/span.ts';
import { link } from './markdown.ts';
import { draftPositions, type Element, isChanged, type Place, placeOf, shownFindings, type View } from './view.ts';
import { shortened } from './wording.ts';

const OPEN = say`Open`;
const PEEK = say`Peek`;
const REPLACE = say`Replace with the source’s words`;
const LET_STAND = say`Let stand`;
/** A fix that does something else is called as its menu calls it, cut to so many characters. */
const LONGEST_TITLE = 60;

/** The line of links under a card, as Markdown; empty where the client has no command for any. */
export function cardActions(view: View, element: Element): string {
  const { commands, voice } = view;
  const { match, finding } = element;
  const place = match && placeOf(view, match.source);
  const here = draftPositions(view).range(finding?.span ?? element.span);
  const isOld = isChanged(view, element.span);
  const mending = isOld ? null : mendingOf(view, element);
  const isReported = !isOld && reportedIn(view, element).length > 0;
  return [
    place && commands.open ? commandLink(voice.tell(OPEN), commands.open, place) : '',
    place && commands.peek ? commandLink(voice.tell(PEEK), commands.peek, { uri: view.uri, range: here }) : '',
    mending && commands.replace ? commandLink(mending.title, commands.replace, mending) : '',
    isReported && commands.letStand
      ? commandLink(voice.tell(LET_STAND), commands.letStand, { uri: view.uri, range: here }, finding?.rule)
      : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The address of a link that runs a command of the client with a URI, a range and what else it takes, as editors read it. */
export function commandAddress(command: string, { uri, range }: Place, ...more: readonly string[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([uri, range, ...more]))}`;
}

function commandLink(label: string, command: string, place: Place, more?: string): string {
  return link(label, commandAddress(command, place, ...(more === undefined ? [] : [more])));
}

/** The finding at hand, or those in the quotation at hand. */
function reportedIn(view: View, { finding, quotation }: Element): readonly Finding[] {
  if (finding) return [finding];
  return quotation ? shownFindings(view).filter(({ span }) => contains(quotation.span, span)) : [];
}

/** Where preferred fixes are to be applied, and what that is called. */
function mendingOf(view: View, element: Element): (Place & { readonly title: string }) | null {
  const preferred = ({ fixes }: Finding) => fixes.find((fix) => fix.preferred);
  const mendable = reportedIn(view, element).filter((finding) => preferred(finding));
  const [first, ...more] = mendable;
  if (!first) return null;
  const isRestoring = mendable.every(({ rule }) => rule === 'misquote');
  if (!isRestoring && more.length > 0) return null;
  const span = more.reduce<Span>((whole, one) => cover(whole, one.span), first.span);
  const { tell } = view.voice;
  const title = isRestoring ? tell(REPLACE) : shortened(tell(preferred(first)?.title ?? NOTHING_SAID), LONGEST_TITLE);
  return { title, uri: view.uri, range: draftPositions(view).range(span) };
}
