import { describe, expect, it } from 'vitest';
import { begun, selected, withoutRemarks } from './drafts.ts';

const SAMPLE = `<!--
About this draft.
-->

# The lamp

<!-- another word: misquote -->
It “burns”.

## This week

It is lit.

<!-- stet: so it was -->
It “shone”.

## Last week

<!-- wrong -->
It was dark.
`;

describe('the draft in the pictures', () => {
  it('has the faults, but no comments about them, and keeps its directives', () => {
    expect(withoutRemarks(SAMPLE)).toBe(
      '# The lamp\n\nIt “burns”.\n\n## This week\n\nIt is lit.\n\n<!-- stet: so it was -->\nIt “shone”.\n\n## Last week\n\nIt was dark.\n',
    );
  });

  it('is begun with the headline and a right paragraph', () => {
    expect(begun(SAMPLE, 'This week')).toBe('# The lamp\n\nIt is lit.\n\n');
  });

  it('is not begun with a paragraph that has a fault', () => {
    expect(() => begun(SAMPLE, 'Last week')).toThrow('Last week');
  });

  it('may be some paragraphs of it only, with their directives', () => {
    expect(selected(SAMPLE, ['# The lamp', 'It “shone'])).toBe('# The lamp\n\n<!-- stet: so it was -->\nIt “shone”.\n');
    expect(() => selected(SAMPLE, ['It rained'])).toThrow('It rained');
  });
});
