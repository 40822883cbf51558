import { expect, it } from 'vitest';
import { ProseBuilder } from './extracted.ts';

it('tells where pages begin, before a block and inside one', () => {
  const builder = new ProseBuilder();
  builder.locate('page 1');
  builder.add('The lamp.');
  builder.add('  It was lit at dusk. ', 'paragraph', -1, [{ start: 9, label: 'page 2' }]);
  const { prose, locators } = builder.finish();
  expect(prose.text).toBe('The lamp.\n\nIt was lit at dusk.');
  expect(locators).toEqual([
    { start: 0, label: 'page 1' },
    { start: 18, label: 'page 2' },
  ]);
  expect(prose.text.slice(18)).toBe('lit at dusk.');
});
