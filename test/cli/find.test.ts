import { expect, it } from 'vitest';
import { FERRY, folderWith } from './world.ts';

it('find --context shows whole paragraphs and their neighbours, with a sign at the words', async () => {
  const { verbatim } = folderWith({ 'corpus/ferry.md': FERRY });
  const lines = async (...context: string[]) => (await verbatim('find', 'not carry lorries until', ...context)).stdout.split('\n');
  const alone = await lines('--context', '0');
  expect(alone[0]).toBe('corpus/ferry.md:12');
  expect(alone.filter((line) => line.startsWith('> '))).toEqual([expect.stringContaining('must not carry lorries until')]);
  expect(alone.join(' ').replace(/[\s>]+/g, ' ')).toContain(
    'Owen Brack, the harbour master, said: “The old pier must not carry lorries until its timbers have been tested by an engineer.”',
  );
  expect(alone.join('\n')).not.toContain('Mara Ellingham');
  const round = (await lines('--context', '1')).join('\n');
  expect(round).toContain('Mara Ellingham');
  expect(round).toContain('240 passengers');
  expect(round).not.toContain('port authority');
  expect(Math.max(...round.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
});
