import type { Reading } from './reader.ts';

/** What was read, with what its side file says of it. */
export function applySideFile(reading: Reading, _text: string): Reading {
  return reading;
}
