import { Command, CommanderError } from 'commander';
import { COMMAND_NAMES, type CommandName, namedCommand } from './commandNames.ts';
import { COMMANDS, type Running } from './commands.ts';
import { NO_CACHE } from './options.ts';
import { CannotRun, COULD_NOT_RUN, oneLine, processTerminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** The program with some of its commands. */
async function programOf(names: readonly CommandName[], running: Running): Promise<Command> {
  const program = new Command('verbatim')
    .description('Checks quotations and claims of drafts against the sources that you keep.')
    .version(VERSION)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text.replace(/^error: /, 'verbatim: '))}\n`) });
  for (const name of names) {
    const command = await COMMANDS[name](running);
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}

/** Runs a command line; the exit status is set and never forced, so that all output is written. */
async function main(args: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  const cached = !args.includes(NO_CACHE);
  const running: Running = {
    terminal,
    world: async (stays) => (await import('./thisMachine.ts')).thisMachine(terminal, { cached, stays: stays !== undefined }),
    finish: (status) => {
      process.exitCode = status;
    },
    program: () => programOf(COMMAND_NAMES, running),
  };
  try {
    if (args.length === 0)
      throw new CannotRun('Name a command: check, report, sources, find, add, init, explain, mcp or lsp (verbatim --help says more).');
    const name = namedCommand(args);
    const program = await programOf(name === undefined ? COMMAND_NAMES : [name], running);
    await program.parseAsync(args, { from: 'user' });
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

void main(process.argv.slice(2));
