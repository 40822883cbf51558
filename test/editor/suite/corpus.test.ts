import assert from 'node:assert/strict';
import { closeAll, diagnosticOf, noDiagnosticOf, onDisk, openDraft, putOnDisk } from './support.ts';

const source = 'corpus/harbour-lamp.md';

suite('the corpus on disk', () => {
  let original = '';
  setup(async () => {
    original = await onDisk(source);
  });
  teardown(async () => {
    await putOnDisk(source, original);
    await closeAll();
  });

  test('a source that changes changes the findings of a draft that does not', async () => {
    const draft = await openDraft();
    await diagnosticOf(draft, 'misquote');
    const version = draft.version;

    await putOnDisk(source, original.replace('outlast the fog', 'outlast the storm'));
    await noDiagnosticOf(draft, 'misquote');

    await putOnDisk(source, original.replace('three mayors', 'four mayors').replace('the fog', 'the storm'));
    const found = await diagnosticOf(draft, 'misquote');
    assert.equal(draft.getText(found.range), 'three');
    assert.equal(draft.version, version);
  });
});
