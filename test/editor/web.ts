// VS Code in a browser alone: a server of files on a free port of this machine, and a Chromium that runs all the rest.
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import type { WebHost } from './host.ts';
import { start, withinTime } from './processes.ts';
import type { WebServerOptions } from './webServer.ts';

export interface WebServer {
  /** The page to open. */
  address: string;
  process: ChildProcess;
  /** What the server has said so far: printed when something goes wrong. */
  output(): string;
}

export async function startWeb(host: WebHost, what: { extension: string; suite?: string; workspace: string }): Promise<WebServer> {
  const port = await freePort();
  const options: WebServerOptions = { server: host.server, builds: host.builds, commit: host.commit, port, ...what };
  const script = path.join(import.meta.dirname, 'webServer.ts');
  const child = start(process.execPath, [script, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listening = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Listening on')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  try {
    await withinTime(listening, 60_000, 'it did not start');
  } catch (error) {
    throw new Error(`The web server of VS Code did not come up: ${(error as Error).message}.\n${output}`);
  }
  // By this name, since extensions are given subdomains of it.
  return { address: `http://localhost:${port}/`, process: child, output: () => output };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port is free'))));
    });
  });
}
