import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RuleName } from '../rules/finding.ts';
import { type Change, Typing } from './typing.ts';

const DRAFT = 'file:///draft.md';

/** A draft that is typed into, over a clock of its own. `found` are the words that a rule does not like, by rule. */
class Hand {
  readonly released: string[][] = [];
  readonly typing: Typing;
  text: string;

  constructor(text: string, canRelease = true) {
    this.text = text;
    this.typing = new Typing({ release: (uris) => void this.released.push([...uris]), canRelease });
  }

  /** Replaces words, all at once. */
  change(...pairs: readonly (readonly [from: string, to: string])[]): this {
    const changes = pairs.map(([from, to]): Change => {
      const start = this.text.indexOf(from);
      this.text = this.text.replace(from, to);
      return { span: { start, end: start + from.length }, newText: to };
    });
    this.typing.changed(DRAFT, changes, this.text);
    return this;
  }

  /** Types letters after some words, one by one. */
  type(after: string, letters: string): this {
    const end = this.text.indexOf(after) + after.length;
    for (const [i, letter] of [...letters].entries()) {
      const at = end + i;
      this.text = this.text.slice(0, at) + letter + this.text.slice(at);
      this.typing.changed(DRAFT, [{ span: { start: at, end: at }, newText: letter }], this.text);
    }
    return this;
  }

  shown(found: readonly (readonly [RuleName, string])[]): string[] {
    const findings = found.map(([rule, words]) => {
      const start = this.text.indexOf(words);
      return { rule, span: { start, end: start + words.length } };
    });
    return this.typing.shown(DRAFT, findings).map(({ rule, span }) => `${rule}: ${this.text.slice(span.start, span.end)}`);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('what is found at a word while it is typed', () => {
  it('waits for a moment without a keystroke, and is then told of once', () => {
    const hand = new Hand('It will outlast the ').type('the ', 'sto');
    expect(hand.shown([['misquote', 'sto']])).toEqual([]);
    expect(hand.typing.holds(DRAFT)).toBe(true);
    vi.advanceTimersByTime(700);
    hand.type('sto', 'rm');
    expect(hand.shown([['misquote', 'storm']])).toEqual([]);
    vi.advanceTimersByTime(700);
    expect(hand.released).toEqual([]);
    vi.advanceTimersByTime(400);
    expect(hand.released).toEqual([[DRAFT]]);
    expect(hand.shown([['misquote', 'storm']])).toEqual(['misquote: storm']);
    expect(hand.typing.holds(DRAFT)).toBe(false);
    vi.advanceTimersByTime(5000);
    expect(hand.released).toHaveLength(1);
  });

  it('is shown as soon as the word is done', () => {
    const hand = new Hand('outlast the ').type('the ', 'storm ');
    expect(hand.shown([['misquote', 'storm']])).toEqual(['misquote: storm']);
    const line = new Hand('outlast the storm').change(['storm', 'storm\n\nAnd so on.']);
    expect(line.shown([['misquote', 'storm']])).toEqual(['misquote: storm']);
  });

  it('waits at the opening mark of a quotation until there is a pause, word after word', () => {
    const hand = new Hand('“Left open.\n\nShe said: ').type('said: ', '“the lamp will ');
    const open = [
      ['unbalanced-marks', '“Left'],
      ['unbalanced-marks', '“the'],
    ] as const;
    expect(hand.shown(open)).toEqual(['unbalanced-marks: “Left']);
    hand.type('will ', 'stay ');
    expect(hand.shown(open)).toEqual(['unbalanced-marks: “Left']);
    vi.advanceTimersByTime(1000);
    expect(hand.released).toEqual([[DRAFT]]);
    expect(hand.shown(open)).toEqual(['unbalanced-marks: “Left', 'unbalanced-marks: “the']);
  });

  it('no longer waits at an opening mark once another paragraph is typed', () => {
    const hand = new Hand('She said: “the lamp\n\nThe ').type('The ', 'fog ');
    expect(hand.shown([['unbalanced-marks', '“the']])).toEqual(['unbalanced-marks: “the']);
  });

  it('is not held back where it stood before, whatever its words become', () => {
    const hand = new Hand('outlast the storm, she said');
    expect(hand.shown([['misquote', 'storm']])).toEqual(['misquote: storm']);
    hand.type('storm', 's');
    expect(hand.shown([['misquote', 'storms']])).toEqual(['misquote: storms']);
    hand.change(['outlast', 'outlive']).change(['storms', 'storm']);
    expect(hand.shown([['misquote', 'storm']])).toEqual(['misquote: storm']);
  });

  it('holds nothing else back', () => {
    const hand = new Hand('“The lamp will outlast the ,” said Quill in 2021.').type('the ', 'st');
    expect(
      hand.shown([
        ['quote-not-found', '“The lamp will outlast the st,”'],
        ['misquote', 'will'],
        ['misquote', 'st,'],
        ['wrong-date', '2021'],
      ]),
    ).toEqual(['misquote: will', 'wrong-date: 2021']);
  });

  it('comes at once where more is changed than one types', () => {
    const hand = new Hand('missed the boat').change(['missed the boat', 'missed the goat']);
    expect(hand.shown([['misquote', 'goat']])).toEqual(['misquote: goat']);
  });

  it('comes at once where somebody asks for it, or the client cannot be told', () => {
    const hand = new Hand('the ').type('the ', 'sto');
    expect(hand.shown([['misquote', 'sto']])).toEqual([]);
    hand.typing.settle(DRAFT);
    expect(hand.shown([['misquote', 'sto']])).toEqual(['misquote: sto']);
    const deaf = new Hand('the ', false).type('the ', 'sto');
    expect(deaf.shown([['misquote', 'sto']])).toEqual(['misquote: sto']);
  });

  it('waits at every one of several cursors', () => {
    const hand = new Hand('a bo and a co').change(['bo', 'boa'], ['co', 'coa']);
    expect(
      hand.shown([
        ['misquote', 'boa'],
        ['misquote', 'coa'],
        ['misquote', 'and'],
      ]),
    ).toEqual(['misquote: and']);
  });

  it('is forgotten with a draft that is closed', () => {
    const hand = new Hand('the ').type('the ', 'sto');
    hand.shown([['misquote', 'sto']]);
    hand.typing.closed(DRAFT);
    vi.advanceTimersByTime(5000);
    expect(hand.released).toEqual([]);
  });
});
