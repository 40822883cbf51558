import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { checkShape } from '../cli/contract.ts';
import { run } from '../cli/world.ts';
import type { ServerProcess } from '../support/serverProcess.ts';
import { DRAFT, folderOf, SOURCES, serverFor } from './fixture.ts';

// One folder, checked by the command line and by the server: whoever asks, a draft has the same findings.

const LEVELS = ['error', 'warning', 'information', 'hint'];
const DEMO = fileURLToPath(new URL('../../demo', import.meta.url));

/** A fault of nearly every kind. */
const FAULTS = `${DRAFT}
“Nobody steers by a buoy that sleeps through the winter,” said Tobin Marl.

“People set their kettles by that bell … and it will outlast the fog,” said Marl on 9 May 2023.

The harbour council of Saltmere voted by nine to two on Tuesday to keep the oil lamp at the end of the long pier. “Nobody steers by a buoy that sleeps through the winter.”

Edda Quill said: “The gulls have eaten my only hat, and I shall never forgive them for it.”

The ferry between Saltmere and Gullhythe is to carry a bell again, after a winter in which it twice left passengers on the quay.

<!-- stet wrong-date -->

“The lamp has outlasted three mayors, the Low Coast Observer reported.
`;

const FILES = {
  ...SOURCES,
  'corpus/wire.txt': `A wire report\n\n${SOURCES['corpus/ferry-bell.md'].split('---\n').at(-1)}`,
  '.verbatim.yaml': 'houseStyle: guardian\nseverity: { unattributed-claim: hint, misquote.content: error }\n',
  'faults.md': FAULTS,
  'plain.txt': FAULTS,
  'other.md': 'Edda Quill said: “The gulls have stolen my only hat, and I shall never forgive them for it.”\n',
  'sub/fine.md': DRAFT.replace('storm', 'fog'),
};

/** Every finding of a folder's drafts as the command line has it. */
async function byCommandLine(folder: string) {
  const { drafts } = checkShape.parse(JSON.parse((await run(['check', '.', '--format', 'json'], folder)).stdout));
  return drafts.map(({ path, findings }) => ({
    path,
    findings: findings.map(({ code, kind, severity, range, message }) => ({ code, kind, severity, range, message })),
  }));
}

/** The same drafts' findings as an editor is told them. */
async function byServer(folder: string, paths: readonly string[], server: ServerProcess) {
  const drafts = [];
  for (const path of paths) {
    const file = join(folder, path);
    const draft = await server.open(pathToFileURL(file).href, readFileSync(file, 'utf8'), path.endsWith('.md') ? 'markdown' : 'plaintext');
    const findings = (await draft.diagnostics()).map(({ code, data, severity, range, message }) => ({
      code,
      kind: data.kind,
      severity: LEVELS[(severity ?? 0) - 1],
      range,
      message,
    }));
    drafts.push({ path, findings });
  }
  return drafts;
}

it.each([
  ['the sample', () => DEMO, 1],
  ['one with faults of many kinds', () => folderOf(FILES).path, 4],
] as const)('a folder has the same findings everywhere: %s', async (_what, folderPath, drafts) => {
  const folder = folderPath();
  const expected = await byCommandLine(folder);
  expect(expected).toHaveLength(drafts);
  expect(new Set(expected[0]?.findings.map(({ code }) => code)).size).toBeGreaterThan(4);
  const server = await serverFor(null, { folders: [folder] });
  await server.message(({ method, params }) => method === 'verbatim/status' && params.kind === 'ready');
  const found = await byServer(
    folder,
    expected.map(({ path }) => path),
    server,
  );
  expect(found).toEqual(expected);
});
