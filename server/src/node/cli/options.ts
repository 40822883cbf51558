import { InvalidArgumentError } from 'commander';

/** An option's number. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** The value of an option that may be given again and again. */
export function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
