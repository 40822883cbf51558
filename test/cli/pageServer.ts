import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** What a path of the server answers: a body with its type, or whatever a function does with the response. */
export type Answer = { readonly type?: string; readonly body: string | Uint8Array } | ((response: ServerResponse) => unknown);

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing.splice(0)) close();
});

/** A web server of this machine, gone after the tests of the file; gives its address, without the slash at its end. */
export async function pageServer(pages: Readonly<Record<string, Answer>>): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://x').pathname];
    if (page === undefined) response.writeHead(404).end('not here');
    else if (typeof page === 'function') page(response);
    else response.writeHead(200, page.type === undefined ? {} : { 'content-type': page.type }).end(page.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
