import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function run(...args: readonly string[]): Promise<{ status: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
    const err: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stderr: Buffer.concat(err).toString() }));
  });
}

describe('the scripts', () => {
  it('of the demo end well although the sample has faults', async () => {
    expect(await run('test/demo.mjs')).toMatchObject({ status: 0 });
  });

  it('of the evaluation say what is missing', async () => {
    expect(await run('test/eval/run.ts')).toEqual({ status: 2, stderr: 'eval: say where the data is: npm run eval -- --data DIR\n' });
    const { status, stderr } = await run('test/eval/run.ts', '--data', 'nowhere');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^eval: .*nowhere.* is missing; say where the data is with --data DIR\.\n$/);
  });
});

describe('the language server', () => {
  it('answers over standard input and output', async () => {
    const child = spawn(process.execPath, ['dist/cli.cjs', 'lsp', '--stdio'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'ignore'] });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let heard = '';
    const answer = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
        if (heard.includes('"capabilities"')) resolve();
      });
    });
    const ended = new Promise<number | null>((resolve) => {
      child.on('close', resolve);
    });
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    await answer;
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    expect(await ended).toBe(0);
  });
});
