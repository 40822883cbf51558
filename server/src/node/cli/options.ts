import { InvalidArgumentError, Option } from 'commander';

/** On the command line: nothing is kept from one run to the next. */
export const NO_CACHE = '--no-cache';

/** An option's number. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** The value of an option that may be given again and again. */
export function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

export function corpusOption(): Option {
  return new Option('--corpus <dir...>', 'folders of sources (default: what .verbatim.yaml says, else a folder “corpus” beside or above)');
}

export function noCacheOption(): Option {
  return new Option(NO_CACHE, 'neither use nor keep a snapshot of the index (one is kept for 200 sources and more)');
}

const LIST_FORMATS = ['pretty', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** How a list is written. */
export function listFormatOption(): Option {
  return new Option('--format <format>', 'how to write it').choices(LIST_FORMATS).default('pretty');
}
