import { Command, type Option } from 'commander';
import type { World } from './world.ts';

interface McpFlags {
  readonly corpus?: readonly string[];
  readonly config?: string;
  readonly allow?: boolean;
}

/** The command `verbatim mcp`. */
export function mcpCommand(world: World, shared: readonly Option[]): Command {
  const command = new Command('mcp')
    .description('Serve an assistant by the Model Context Protocol over standard input and output, where the project allows it.')
    .option('--config <file>', 'project file to use instead of the .verbatim.yaml above the working folder; paths count from its folder')
    .option('--allow', 'allow assistants for this run, though the project does not say “assistants: true”');
  for (const option of shared) command.addOption(option);
  return command.action(async ({ corpus = [], config, allow = false }: McpFlags) => {
    // Nobody else needs what serves assistants.
    const { serveAssistant } = await import('../mcp/serve.ts');
    await serveAssistant({ corpus, config: config ?? null, allow }, world);
  });
}
