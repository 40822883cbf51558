import { byContent } from '../text/byContent.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { BlockSentences } from './blockSentences.ts';
import { type BlockText, sentencesIn } from './blockText.ts';
import { QUOTED } from './clause.ts';
import type { Block, Prose } from './prose.ts';

/** A declarative sentence outside quotation marks that can be checked against the corpus. */
export interface Claim {
  readonly span: Span;
  readonly block: Block;
}

const FEWEST_WORDS = 5;

/** Salutations, headings, contact lines and lists of names state nothing; questions ask. */
function isStatement(text: string): boolean {
  if (!/[.!…。][”"’)\]\s\u2060]*$/u.test(text) || /\b\d{3}[-/. ]\d{3,4}[-. ]?\d{0,4}\b|@|https?:/u.test(text)) return false;
  const words = text.match(/\p{Alpha}(?:[\p{Alpha}’'-]|\p{Gr_Ext})*/gu) ?? [];
  const lower = words.filter((word) => !/^\p{Upper}/u.test(word)).length;
  return lower * 5 >= words.length;
}

const isClaim = byContent((text) => {
  const words = text.match(/[\p{Alpha}\p{N}](?:[\p{Alpha}\p{N}’'-]|\p{Gr_Ext})*/gu)?.length ?? 0;
  const quoted = text.split(QUOTED).length - 1;
  return words >= FEWEST_WORDS && quoted * 2 <= text.length && isStatement(text);
});

/** Of each of a block's sentences whether it is a claim. */
function areClaims(block: BlockText): readonly boolean[] {
  return block.told(sentencesIn).map((span) => isClaim(sliceOf(block.text, span)));
}

/**
 * The sentences that state something: of any block but headings and footnotes, not questions, not mostly quoted.
 * `sentences` are those of the prose with its quotations blanked out, as attributions are read from it.
 */
export function claimsOf(prose: Prose, sentences: BlockSentences): Claim[] {
  const claims: Claim[] = [];
  for (const block of prose.blocks) {
    if (block.kind === 'heading' || block.kind === 'footnote' || block.kind === 'quote') continue;
    const are = sentences.textOf(block).told(areClaims);
    for (const [i, span] of sentences.of(block).entries()) if (are[i]) claims.push({ span, block });
  }
  return claims;
}
