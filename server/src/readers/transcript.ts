import type { Prose } from '../prose/prose.ts';

/** A turn's beginning: `NAME:`, `Mr. Name:`, `Q:`; at most five words before the colon. */
const TURN = /^[\s\u2060]*((?:\p{Lu}[\p{L}'’.-]*|\p{Lu})(?:[ \u2060]+(?:\p{Lu}[\p{L}'’.-]*|of|de|van|von|al)){0,4})[\u2060]*:[\s\u2060]/u;

/** Words that open a paragraph with a colon and are nobody's name. */
const NO_SPEAKER =
  /^(?:Note|Notes|Source|Sources|Photo|Image|Caption|Contact|Date|Time|Place|Location|Subject|Re|From|To|Cc|Related|Update|Updated|Published|Correction|Editor'?s? Note|Background|Summary|Example|Tip|Warning|Read More|Phone|Tel|Fax|Email|E-mail|Web|Website|Press Contact|Media Contact|For Immediate Release|PS|Fact|Claim|Verdict|Rating)$/i;

/** How many turns make a transcript, and how many voices. */
const FEWEST_TURNS = 4;
const FEWEST_VOICES = 2;

/** Whether a text plainly is people speaking in turn: several lines `NAME:` of several people, who come back. */
export function isTranscript({ text, blocks }: Prose): boolean {
  const voices = new Map<string, number>();
  let turns = 0;
  for (const { span } of blocks) {
    const name = TURN.exec(text.slice(span.start, Math.min(span.end, span.start + 80)))?.[1]?.replace(/\u2060/g, '');
    if (name === undefined || NO_SPEAKER.test(name)) continue;
    turns++;
    voices.set(name, (voices.get(name) ?? 0) + 1);
  }
  const returning = [...voices.values()].filter((count) => count > 1).length;
  return turns >= FEWEST_TURNS && voices.size >= FEWEST_VOICES && returning >= 1 && turns >= blocks.length * 0.2;
}
