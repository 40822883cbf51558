import type { Command } from 'commander';
import type { CommandName } from './commandNames.ts';
import { corpusOption, noCacheOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** What commands are made with. */
export interface Running {
  readonly terminal: Terminal;
  /** Files, indexer and cache, for a command that runs once or one that stays and answers: made when it asks for them. */
  readonly world: (stays?: 'stays') => Promise<World>;
  /** Sets the exit status. */
  readonly finish: (status: number) => void;
  /** The program with all its commands. */
  readonly program: () => Promise<Command>;
}

/** How each command is made. Whoever gives one command waits for what that one needs, and for no other. */
export const COMMANDS: Readonly<Record<CommandName, (running: Running) => Promise<Command>>> = {
  check: async ({ world, finish }) => {
    const { checkCommand } = await import('./checkCommand.ts');
    return checkCommand(await world(), finish, [corpusOption(), noCacheOption()]);
  },
  sources: async ({ world, finish }) => {
    const { sourcesCommand } = await import('./sourcesCommand.ts');
    return sourcesCommand(await world(), finish, [corpusOption(), noCacheOption()]);
  },
  find: async ({ world, finish }) => {
    const { findCommand } = await import('./findCommand.ts');
    return findCommand(await world(), finish, [corpusOption(), noCacheOption()]);
  },
  report: async ({ world, finish }) => {
    const { factCheckCommand } = await import('./factCheckCommand.ts');
    return factCheckCommand(await world(), finish, [corpusOption(), noCacheOption()]);
  },
  add: async ({ world, finish }) => {
    const { addCommand } = await import('./addCommand.ts');
    return addCommand(await world(), finish).addOption(noCacheOption());
  },
  init: async ({ world, finish }) => {
    const { initCommand } = await import('./initCommand.ts');
    return initCommand(await world(), finish);
  },
  explain: async ({ terminal, finish }) => {
    const { explainCommand } = await import('./explainCommand.ts');
    return explainCommand({ terminal }, finish);
  },
  completions: async ({ terminal, finish, program }) => {
    const { completionsCommand } = await import('./completionsCommand.ts');
    return completionsCommand(program, { terminal }, finish);
  },
  mcp: async ({ world }) => {
    const { mcpCommand } = await import('./mcpCommand.ts');
    return mcpCommand(await world('stays'), [corpusOption(), noCacheOption()]);
  },
  lsp: async () => {
    const { lspCommand } = await import('./lspCommand.ts');
    return lspCommand();
  },
};
