import { describe, expect, it } from 'vitest';
import type { Edit } from '../../rules/finding.ts';
import { readSignOffs, type Signing, type SignOff, signingEdit } from './signOffs.ts';

const signOff = (item: string, more: Partial<SignOff> = {}): SignOff => ({
  item,
  initials: 'OT',
  time: '2024-04-03T10:15:00+02:00',
  note: null,
  text: `Words of ${item}: “so” #1`,
  source: 'The Quay Courier, 5 March 2024, line 3',
  passage: '00112233',
  ...more,
});
const applied = (text: string, { span, newText }: Edit) => text.slice(0, span.start) + newText + text.slice(span.end);
const sign = (text: string, one: SignOff, more: Partial<Signing> = {}) =>
  applied(text, signingEdit(text, 'pier.md', { item: one.item, replaced: [], signOff: one, initials: one.initials, ...more }));

describe('a file of sign-offs', () => {
  it('is begun so that people can read it', () => {
    expect(sign('', signOff('b', { note: 'Rang her.' }))).toMatchInlineSnapshot(`
      "# Who has checked what in pier.md. Written by Verbatim; it may be edited and merged by hand.
      checks:
        - item: b
          text: "Words of b: “so” #1"
          by: OT
          at: 2024-04-03T10:15:00+02:00
          note: Rang her.
          source: The Quay Courier, 5 March 2024, line 3
          passage: "00112233"
      "
    `);
  });

  it('gives back what was put in', () => {
    const all = [signOff('b'), signOff('a', { note: 'x: y' }), signOff('c', { passage: null, source: null, initials: '007' })];
    const text = all.reduce((so, one) => sign(so, one), '');
    expect(readSignOffs(text)).toEqual({ signOffs: [...all].sort((x, y) => (x.item < y.item ? -1 : 1)), problem: null });
  });

  it('stands in the order of its keys, so that an addition is a few lines in one place', () => {
    const before = [signOff('a'), signOff('d')].reduce((so, one) => sign(so, one), '');
    const edit = signingEdit(before, 'pier.md', { item: 'c', replaced: [], signOff: signOff('c'), initials: 'OT' });
    expect(edit.span.start).toBe(edit.span.end);
    expect(edit.newText.split('\n')).toHaveLength(7);
    expect(readSignOffs(applied(before, edit)).signOffs.map(({ item }) => item)).toEqual(['a', 'c', 'd']);
  });

  it('keeps comments and what else somebody wrote into it', () => {
    const before = sign('', signOff('b')).replace('checks:', 'desk: night\nchecks: # ours').replace('by: OT', 'by: OT # from the tape');
    const after = sign(before, signOff('a'));
    for (const kept of ['desk: night', '# ours', '# from the tape', '# Who has checked']) expect(after).toContain(kept);
  });

  it('has the same person’s sign-off once, and another’s beside it', () => {
    const twice = sign(sign('', signOff('b')), signOff('b', { time: '2024-04-04T08:00:00+02:00' }));
    expect(readSignOffs(twice).signOffs.map(({ time }) => time)).toEqual(['2024-04-04T08:00:00+02:00']);
    expect(readSignOffs(sign(twice, signOff('b', { initials: 'ME' }))).signOffs).toHaveLength(2);
  });

  it('loses what is replaced or taken back', () => {
    const before = [signOff('a'), signOff('b')].reduce((so, one) => sign(so, one), '');
    const replaced = sign(before, signOff('c'), { replaced: [signOff('a')] });
    expect(readSignOffs(replaced).signOffs.map(({ item }) => item)).toEqual(['b', 'c']);
    const back = applied(before, signingEdit(before, 'pier.md', { item: 'a', replaced: [], signOff: null, initials: '' }));
    expect(readSignOffs(back).signOffs.map(({ item }) => item)).toEqual(['b']);
  });

  it('is read after a merge that has both sides’ entries, and not in the middle of one', () => {
    const ours = sign('', signOff('b'));
    const both = `${ours}${sign('', signOff('b', { initials: 'ME' })).split('checks:\n')[1]}`;
    expect(readSignOffs(both).signOffs.map(({ initials }) => initials)).toEqual(['OT', 'ME']);
    expect(readSignOffs(`<<<<<<< ours\n${ours}=======\n`).problem).toMatch(/line \d+ is not YAML/);
  });

  it.each(['', 'checks: 5', '- a', 'checks: [5, {item: a}, null]'])('takes nothing from “%s”', (text) => {
    expect(readSignOffs(text)).toEqual({ signOffs: [], problem: null });
  });
});
