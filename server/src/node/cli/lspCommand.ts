import { Command } from 'commander';

/** The command `verbatim lsp`. */
export function lspCommand(): Command {
  return (
    new Command('lsp')
      .description('Serve an editor by the Language Server Protocol.')
      .requiredOption('--stdio', 'over standard input and output')
      // Editors add arguments of their own; the connection reads them from the command line.
      .allowUnknownOption()
      .allowExcessArguments()
      .action(async () => {
        await import('../serverMain.ts');
      })
  );
}
