import { Command, CommanderError, Option } from 'commander';
import { extracting } from '../extraction/extracting.ts';
import { WorkerIndexer, workerScript } from '../indexing/workerIndexer.ts';
import { nodeHost } from '../nodeHost.ts';
import { snapshotsFor } from '../snapshots.ts';
import { steadyHost } from '../steadyHost.ts';
import { addCommand } from './addCommand.ts';
import { checkCommand } from './checkCommand.ts';
import { completionsCommand } from './completionsCommand.ts';
import { explainCommand } from './explainCommand.ts';
import { factCheckCommand } from './factCheckCommand.ts';
import { find } from './find.ts';
import { initCommand } from './initCommand.ts';
import { wholeNumber } from './options.ts';
import { LIST_FORMATS, type ListFormat, sources } from './sources.ts';
import { CannotRun, COULD_NOT_RUN, oneLine, processTerminal } from './terminal.ts';
import { VERSION } from './version.ts';
import type { World } from './world.ts';

const NO_CACHE = '--no-cache';

interface ListFlags {
  readonly corpus?: readonly string[];
  readonly format: ListFormat;
}

function programFor(world: World, finish: (status: number) => void): Command {
  const program = new Command('verbatim')
    .description('Checks quotations and claims of drafts against the sources that you keep.')
    .version(VERSION)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text.replace(/^error: /, 'verbatim: '))}\n`) });
  const corpus = () =>
    new Option('--corpus <dir...>', 'folders of sources (default: what .verbatim.yaml says, else a folder “corpus” beside or above)');
  const noCache = () => new Option(NO_CACHE, 'neither use nor keep a snapshot of the index (one is kept for 200 sources and more)');
  const listFormat = () => new Option('--format <format>', 'how to write it').choices(LIST_FORMATS).default('pretty');

  program.addCommand(checkCommand(world, finish, [corpus(), noCache()]).copyInheritedSettings(program));

  program
    .command('sources')
    .description('List the articles of the corpus, with their quotations, and the files that could not be read.')
    .addOption(corpus())
    .addOption(noCache())
    .addOption(listFormat())
    .option('--copies', 'say which articles print the same text, whole or in part (takes longer)')
    .action(async ({ corpus: folders = [], format, copies = false }: ListFlags & { readonly copies?: boolean }) => {
      finish(await sources({ corpus: folders, format, copies }, world));
    });

  program
    .command('find')
    .description('Find words in the corpus, as they stand or nearly so.')
    .argument('<words>', 'the words to look for, in quotation marks')
    .addOption(corpus())
    .addOption(noCache())
    .addOption(listFormat())
    .option('--limit <number>', 'how many passages at most', wholeNumber, 10)
    .option('--context <number>', 'show whole paragraphs, and so many before and behind each passage', wholeNumber)
    .action(async (words: string, flags: ListFlags & { readonly limit: number; readonly context?: number }) => {
      const { corpus: folders = [], format, limit, context = null } = flags;
      finish(await find(words, { corpus: folders, format, limit, context }, world));
    });

  program.addCommand(factCheckCommand(world, finish, [corpus(), noCache()]).copyInheritedSettings(program));

  program.addCommand(addCommand(world, finish).addOption(noCache()).copyInheritedSettings(program));

  program.addCommand(initCommand(world, finish).copyInheritedSettings(program));

  program.addCommand(explainCommand(world, finish).copyInheritedSettings(program));

  program.addCommand(completionsCommand(() => program, world, finish).copyInheritedSettings(program));

  program
    .command('lsp')
    .description('Serve an editor by the Language Server Protocol.')
    .requiredOption('--stdio', 'over standard input and output')
    // Editors add arguments of their own; the connection reads them from the command line.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      await import('../serverMain.ts');
    });
  return program;
}

/** Runs a command line; the exit status is set and never forced, so that all output is written. */
async function main(): Promise<void> {
  const terminal = processTerminal();
  const cached = !process.argv.includes(NO_CACHE);
  const host = steadyHost(extracting(nodeHost, { keeps: cached }));
  const indexer = new WorkerIndexer(host, { script: workerScript(), note: terminal.note, keeps: cached });
  const world: World = { host, indexer, cwd: process.cwd(), terminal, ...(cached ? { keeping: snapshotsFor(terminal.note) } : {}) };
  const program = programFor(world, (status) => {
    process.exitCode = status;
  });
  try {
    if (process.argv.length <= 2)
      throw new CannotRun('Name a command: check, report, sources, find, add, init, explain or lsp (verbatim --help says more).');
    await program.parseAsync();
  } catch (error) {
    process.exitCode = statusAfter(error, terminal.note);
  }
}

function statusAfter(error: unknown, note: (message: string) => void): number {
  // Commander has written its message by then; help and version are errors to it, of status 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_RUN;
  if (error instanceof CannotRun) note(error.message);
  else
    note(
      `This is a fault of Verbatim itself, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  return COULD_NOT_RUN;
}

void main();
