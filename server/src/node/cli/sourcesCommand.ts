import { Command, type Option } from 'commander';
import { type ListFormat, listFormatOption } from './options.ts';
import { sources } from './sources.ts';
import type { World } from './world.ts';

interface SourcesFlags {
  readonly corpus?: readonly string[];
  readonly format: ListFormat;
  readonly copies?: boolean;
}

/** The command `verbatim sources`. */
export function sourcesCommand(world: World, finish: (status: number) => void, shared: readonly Option[]): Command {
  const command = new Command('sources').description(
    'List the articles of the corpus, with their quotations, and the files that could not be read.',
  );
  for (const option of [...shared, listFormatOption()]) command.addOption(option);
  return command
    .option('--copies', 'say which articles print the same text, whole or in part (takes longer)')
    .action(async ({ corpus = [], format, copies = false }: SourcesFlags) => {
      finish(await sources({ corpus, format, copies }, world));
    });
}
