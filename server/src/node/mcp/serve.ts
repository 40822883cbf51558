import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { INSTRUCTIONS } from '../../core/assistants.ts';
import { VERSION } from '../cli/version.ts';
import type { World } from '../cli/world.ts';
import { type GivenProject, Project } from './project.ts';
import { registerResources } from './resources.ts';
import { registerTools } from './tools.ts';

/**
 * Serves an assistant by the Model Context Protocol over standard input and output, until it hangs up. Throws CannotRun, and serves
 * nothing, where the project does not allow assistants.
 */
export async function serveAssistant(given: GivenProject, world: World): Promise<void> {
  const project = new Project(given, world);
  await project.admit();
  const { note } = world.terminal;
  serveStdio(
    () => {
      const server = new McpServer({ name: 'verbatim', title: 'Verbatim', version: VERSION }, { instructions: INSTRUCTIONS });
      registerTools(server, project, world);
      registerResources(server, project);
      return server;
    },
    { onerror: ({ message }) => note(message) },
  );
  // Whoever asks first need not wait for all of it; what is wrong is told to whoever asks.
  await project.desk(null).catch(() => undefined);
}
