/** The commands of `verbatim`, in the order in which help lists them. */
export const COMMAND_NAMES = ['check', 'sources', 'find', 'report', 'add', 'init', 'explain', 'completions', 'mcp', 'lsp'] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** The command that a command line begins with; undefined where it begins with anything else. */
export function namedCommand(args: readonly string[]): CommandName | undefined {
  return COMMAND_NAMES.find((name) => name === args[0]);
}
