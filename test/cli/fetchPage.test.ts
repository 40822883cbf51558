import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetchPage } from '../../server/src/web/fetchPage.ts';
import { pageServer } from './pageServer.ts';

const agent = 'verbatim/test';
const redirect = (location: string) => (response: ServerResponse) => response.writeHead(302, { location }).end();

const site = await pageServer({
  '/weir': { type: 'text/html; charset=windows-1251', body: '<p>It held.' },
  '/moved': redirect('/moved/again#here'),
  '/moved/again': redirect('weir?from=moved'),
  '/moved/weir': { type: 'text/html', body: 'moved' },
  '/circle': redirect('/circle'),
  '/out': redirect('file:///etc/hosts'),
  '/secret': (response) => response.writeHead(403).end(),
  '/busy': (response) => response.writeHead(429).end(),
  '/broken': (response) => response.writeHead(503).end(),
  '/announced': (response) => response.writeHead(200, { 'content-length': 1 << 30 }).write('a'),
  '/endless': (response) => {
    response.writeHead(200);
    const more = () => response.write(Buffer.alloc(65_536), () => setImmediate(more));
    response.on('close', () => response.destroy());
    more();
  },
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('half', () => response.destroy());
  },
  '/silent': () => undefined,
  '/download': (response) =>
    response
      .writeHead(200, { 'content-disposition': `attachment; filename="x.pdf"; filename*=UTF-8''d%C3%A4mme/Weir%20report.pdf` })
      .end('a'),
  '/Der%20Damm.txt': { body: 'Er hielt.' },
});

const told = (path: string, options = {}) => fetchPage(site + path, { agent, ...options }).then(String, ({ message }: Error) => message);

describe('a page', () => {
  it('comes with what the server says of it', async () => {
    const page = await fetchPage(`${site}/weir#top`, { agent });
    expect(page).toMatchObject({ mediaType: 'text/html; charset=windows-1251', url: `${site}/weir`, name: 'weir' });
    expect(new TextDecoder().decode(page.bytes)).toBe('<p>It held.');
  });

  it('is where redirects lead', async () => {
    expect(await fetchPage(`${site}/moved`, { agent })).toMatchObject({ url: `${site}/moved/weir?from=moved` });
  });

  it('is where a browser was led, which follows by itself and says so', async () => {
    const page = await fetchPage(`${site}/moved`, { agent: null });
    expect(page).toMatchObject({ url: `${site}/moved/weir?from=moved`, name: 'weir' });
    expect(new TextDecoder().decode(page.bytes)).toBe('moved');
  });

  it('is called what the server or the address calls it', async () => {
    expect(await fetchPage(`${site}/download`, { agent })).toMatchObject({ name: 'Weir report.pdf', mediaType: null });
    expect(await fetchPage(`${site}/Der%20Damm.txt`, { agent })).toMatchObject({ name: 'Der Damm.txt' });
  });
});

describe('no page', () => {
  it('is what a browser gets of most sites, and what to do is said', async () => {
    const message = await told('/out', { agent: null });
    expect(message).toMatch(/^The browser does not get this page: .* Open it in a tab, and save the page or copy its text;/);
  });

  it.each([
    ['/nowhere', 'There is no page at this address (the server says 404).'],
    ['/secret', 'The server does not give out this page without more ado (it says 403).'],
    ['/busy', 'The server has been asked too often (it says 429).'],
    ['/broken', 'The server is in trouble (it says 503).'],
    ['/circle', 'The address leads on to others more than 10 times'],
    ['/out', 'Only addresses that begin with https:// or http:// can be fetched, not file:'],
    ['/announced', 'What is at this address is larger than 64 MB.'],
    ['/cut', 'The connection broke off before the whole page had come.'],
  ])('at %s, with the reason', async (path, reason) => {
    expect(await told(path)).toContain(reason);
  });

  it('beyond what may be read or waited for', async () => {
    expect(await told('/endless', { largest: 1 << 20 })).toBe(
      'What is at this address is larger than 1 MB. Download it, and add the part that you need.',
    );
    expect(await told('/silent', { patience: 100 })).toBe('The server did not answer within 1 seconds. Try again later.');
  });

  it('where there is no server', async () => {
    const gone = await fetchPage('http://nowhere.invalid/', { agent }).then(String, ({ message }: Error) => message);
    expect(gone).toMatch(/nowhere\.invalid.*internet/);
    await expect(fetchPage('https://me:secret@example.org/', { agent })).rejects.toThrow('has a name or password in it');
    await expect(fetchPage('weir', { agent })).rejects.toThrow('“weir” is no address');
  });

  it('for whoever has taken the question back', async () => {
    const controller = new AbortController();
    const asked = fetchPage(`${site}/silent`, { agent, signal: controller.signal });
    controller.abort(new Error('not wanted any more'));
    await expect(asked).rejects.toThrow('not wanted any more');
  });
});
