import { type Calibration, ENOUGH_RECALL, type Share, type ThresholdRow } from './results.ts';

/** An answer’s score, and whether the answer is right. */
export interface Scored {
  readonly score: number;
  readonly right: boolean;
}

/** How sure answers were: to queries that have an answer, and by cell to those that have none (0 where nothing was found). */
export interface Scores {
  readonly answers: readonly Scored[];
  readonly nowhere: Readonly<Record<string, readonly number[]>>;
}

/** Fewer answers say nothing about a score. */
const FEWEST = 100;

/** What a score from 0 to 1 is worth; null where too few queries were answered. */
export function calibrate({ answers, nowhere }: Scores): Calibration | null {
  if (answers.length < FEWEST) return null;
  const rowAt = (threshold: number): ThresholdRow => ({
    threshold,
    recall: answers.filter(({ score, right }) => right && score >= threshold).length / answers.length,
    nowhere: Object.fromEntries(Object.entries(nowhere).map(([cell, scores]) => [cell, shareFrom(scores, threshold)])),
  });
  const rows = Array.from({ length: 101 }, (_, hundredth) => rowAt(hundredth / 100));
  return {
    deciles: Array.from({ length: 10 }, (_, tenth) => decile(answers, tenth)),
    thresholds: rows.filter((_, hundredth) => hundredth % 5 === 0),
    highest: rows.findLast(({ recall }) => recall >= ENOUGH_RECALL) ?? null,
  };
}

function shareFrom(scores: readonly number[], threshold: number): number {
  return scores.filter((score) => score > 0 && score >= threshold).length / Math.max(1, scores.length);
}

function decile(answers: readonly Scored[], tenth: number): Share {
  const within = answers.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === tenth);
  return { asked: within.length, right: within.filter(({ right }) => right).length };
}
