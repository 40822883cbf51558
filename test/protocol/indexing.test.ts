import { expect, it } from 'vitest';
import { DRAFT, folderOf, SOURCES, serverFor } from './fixture.ts';

/** Longer than a keystroke may take, and much shorter than reading the sources does: the machine may be busy. */
const AT_ONCE_MS = 1000;

/** A report of some pages, of which no two are the same. */
function report(number: number): string {
  const paragraphs = Array.from(
    { length: 40 },
    (_, at) =>
      `On day ${number * 41 + at} a boat of ${at + 3} oars was moored beside pier ${number}, and the keeper of bell ${number + at} wrote it down. ` +
      `“We count every boat that comes in before the tide turns,” said the pilot of day ${number}, who had counted ${number * at} of them by then.`,
  );
  return `---\ntitle: Day ${number}\npublisher: The Low Coast Observer\n---\n\n${paragraphs.join('\n\n')}\n`;
}

it('questions are answered while two thousand files are indexed', async () => {
  const many = Array.from({ length: 2000 }, (_, at): [string, string] => [
    `corpus/many/${at % 20}/${at}.${at % 2 ? 'md' : 'txt'}`,
    report(at),
  ]);
  const folder = folderOf({ ...Object.fromEntries(many), ...SOURCES });
  const server = await serverFor(folder);
  const draft = await server.open(folder.uriOf('draft.md'), DRAFT);
  const isReady = () => server.received.some(({ method, params }) => method === 'verbatim/status' && params.kind === 'ready');
  // Nobody waits for long: the first answer comes with what is there by then.
  await draft.report();
  const times: number[] = [];
  while (!isReady()) {
    const asked = performance.now();
    await draft.hover(draft.at('lamp'));
    await draft.replace('storm', 'storm');
    const findings = await draft.findings();
    times.push(performance.now() - asked);
    expect(['', 'misquote: storm']).toContain(findings.join());
  }
  expect(Math.max(0, ...times)).toBeLessThan(AT_ONCE_MS);
  const { params } = await server.message(({ method, params: status }) => method === 'verbatim/status' && status.kind === 'ready');
  expect(params.articles).toBe(2002);
  // Held against what was read before until all that it asks has been looked up.
  await expect.poll(() => draft.findings(), { timeout: AT_ONCE_MS }).toEqual(['misquote: storm']);
  expect(server.received.filter(({ method }) => method === 'window/logMessage')).toEqual([]);
});

it('reading is stopped where the user cancels it, and goes on when it is asked for', async () => {
  const many = Array.from({ length: 1500 }, (_, at): [string, string] => [`corpus/many/${at % 20}/${at}.md`, report(at)]);
  const folder = folderOf({ ...Object.fromEntries(many), ...SOURCES });
  const server = await serverFor(folder);
  const begun = await server.message(({ method, params }) => method === '$/progress' && params.value.kind === 'begin');
  expect(begun.params.value.cancellable).toBe(true);
  await server.notify('window/workDoneProgress/cancel', { token: begun.params.token });
  await server.message(({ method, params }) => method === '$/progress' && params.value.kind === 'end');
  const { params } = await server.message(({ method, params: status }) => method === 'verbatim/status' && status.kind === 'trouble');
  expect(params.messages).toEqual([expect.stringContaining('Reading the sources was stopped')]);
  expect(params.articles).toBeLessThan(1502);
  const seen = server.received.length;
  expect(await server.request('verbatim/reread', { workDoneToken: 'reread' })).toEqual({ articles: 1502, troubled: 0 });
  const kinds = server.received.slice(seen).filter(({ method, params: told }) => method === '$/progress' && told.token === 'reread');
  expect(kinds.map(({ params: told }) => told.value.kind)).toEqual(['begin', 'end']);
});
