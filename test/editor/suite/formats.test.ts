import assert from 'node:assert/strict';
import { CAPTIONS, EVERY_FORMAT, TITLE } from '../../support/everyFormat.ts';
import { shown, sourcesView } from './sourceLines.ts';
import { closeAll, diagnosticOf, eventually, openDraft, putOnDisk, removeFromDisk } from './support.ts';

const files = { ...EVERY_FORMAT, ...CAPTIONS };
const names = Object.keys(files).map((name) => `corpus/${name}`);

suite('every kind of file', () => {
  suiteTeardown(async () => {
    for (const name of names) await removeFromDisk(name);
    await eventually('the sources to go', async () => ((await shown()).some((line) => line.includes(TITLE)) ? undefined : true));
    await closeAll();
  });

  test('is a source, with its title and day', async () => {
    const draft = await openDraft('“We opened the sluice an hour after the flood came down the valley,” said Tobin Marl.\n');
    await diagnosticOf(draft, 'quote-not-found');
    await sourcesView().groupBy('folder');
    for (const [name, content] of Object.entries(files)) await putOnDisk(`corpus/${name}`, content);
    let last: string[] = [];
    const ready = async () => {
      last = await shown();
      return last.filter((line) => line.startsWith('  ')).length >= names.length + 2 ? true : undefined;
    };
    await eventually('all of them', ready, () => last.join('\n'));
    assert.deepEqual(
      last.filter((line) => line.startsWith('Not read')),
      [],
      last.join('\n'),
    );
    const reports = last.filter((line) => line.startsWith(`  ${TITLE} | `) && line.endsWith('2024-03-13'));
    assert.equal(reports.length, Object.keys(EVERY_FORMAT).length, last.join('\n'));
    await diagnosticOf(draft, 'misquote');
  });
});
