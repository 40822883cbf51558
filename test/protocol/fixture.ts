import { afterEach } from 'vitest';
import { Folder, type OpenText, ServerProcess, type StartOptions } from '../support/serverProcess.ts';

/** Two sources with quotations that nobody else has ever made. */
export const SOURCES = {
  'corpus/harbour-lamp.md': `---
title: Saltmere keeps its lamp
publisher: Saltmere Gazette
authors: [Orrin Teasel]
published: 2024-03-12
---

The harbour council of Saltmere voted by seven to two on Tuesday to keep the oil lamp at the end of the long pier.

“The lamp has outlasted three mayors and it will outlast the fog,” said Edda Quill, the harbour warden, who had asked the council for a second ladder and was given one.

Quill told the council that the new electric buoy would be moored beside the bar before the herring came in. “Nobody steers by a buoy that sleeps through the winter,” she said.
`,
  'corpus/ferry-bell.md': `---
title: A bell for the morning ferry
publisher: The Low Coast Observer
published: 2024-02-06
---

The ferry between Saltmere and Gullhythe is to carry a bell again, after a winter in which it twice left passengers on the quay.

“People set their kettles by that bell, and they have missed it more than they missed the boat,” said Tobin Marl, who has run the crossing for nineteen years.
`,
};

/** One word is not the source's (“storm” for “fog”), everything else is. */
export const DRAFT = `# A light at the end of the pier

“The lamp has outlasted three mayors and it will outlast the storm,” said Edda Quill, the harbour warden.

“People set their kettles by that bell, and they have missed it more than they missed the boat,” said Tobin Marl.
`;

const running: { dispose(): unknown }[] = [];

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.dispose();
});

/** A folder with files, gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const folder = new Folder(files);
  running.push(folder);
  return folder;
}

/** A server for a folder, ended after the test. */
export async function serverFor(folder: Folder | null, options: StartOptions = {}): Promise<ServerProcess> {
  const server = await ServerProcess.start(folder?.path ?? null, options);
  running.push({ dispose: () => server.stop() });
  return server;
}

/** All that most tests need: the sources, a server, and a draft that is open in it. */
export async function openDraft(
  text: string = DRAFT,
  options: StartOptions = {},
): Promise<{ folder: Folder; server: ServerProcess; draft: OpenText }> {
  const folder = folderOf({ ...SOURCES, 'draft.md': text });
  const server = await serverFor(folder, options);
  return { folder, server, draft: await server.open(folder.uriOf('draft.md'), text) };
}
