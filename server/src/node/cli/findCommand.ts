import { Command, type Option } from 'commander';
import { find } from './find.ts';
import { type ListFormat, listFormatOption, wholeNumber } from './options.ts';
import type { World } from './world.ts';

interface FindFlags {
  readonly corpus?: readonly string[];
  readonly format: ListFormat;
  readonly limit: number;
  readonly context?: number;
}

/** The command `verbatim find`. */
export function findCommand(world: World, finish: (status: number) => void, shared: readonly Option[]): Command {
  const command = new Command('find')
    .description('Find words in the corpus, as they stand or nearly so.')
    .argument('<words>', 'the words to look for, in quotation marks');
  for (const option of [...shared, listFormatOption()]) command.addOption(option);
  return command
    .option('--limit <number>', 'how many passages at most', wholeNumber, 10)
    .option('--context <number>', 'show whole paragraphs, and so many before and behind each passage', wholeNumber)
    .action(async (words: string, { corpus = [], format, limit, context }: FindFlags) => {
      finish(await find(words, { corpus, format, limit, context: context ?? null }, world));
    });
}
