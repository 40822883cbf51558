// A site of a few pages on this machine, for the tests that add sources from the web.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { weir } from './suite/weir.ts';

/** Its address, without a slash at the end. It goes with this process. */
export async function startPages(): Promise<string> {
  const server = createServer((request, response) => {
    // A page of the web may be read by another's script only where it says so.
    const open = request.url === '/closed' ? {} : { 'access-control-allow-origin': '*' };
    if (request.url === '/moved') response.writeHead(302, { ...open, location: '/weir' }).end();
    else if (request.url === '/weir' || request.url === '/closed') {
      response.writeHead(200, { ...open, 'content-type': 'text/plain; charset=utf-8' }).end(weir);
    } else response.writeHead(404, open).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
