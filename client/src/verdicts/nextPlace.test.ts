import { describe, expect, it } from 'vitest';
import { stepFrom } from './nextPlace.ts';

const at = (line: number, character: number, name = `${line}:${character}`) => ({ name, range: { start: { line, character } } });
const things = [at(4, 2), at(1, 8), at(4, 2, 'the same'), at(9, 0)];

function told(line: number, character: number, direction: 'next' | 'previous'): string {
  const step = stepFrom({ line, character }, things, direction);
  return step
    ? `${step.things.map(({ name }) => name).join(' and ')}, ${step.number} of ${step.count}${step.wrapped ? ', wrapped' : ''}`
    : '';
}

describe('a step', () => {
  it('leads to what begins after the caret, in the order of the text', () => {
    expect(told(0, 0, 'next')).toBe('1:8, 1 of 3');
    expect(told(1, 8, 'next')).toBe('4:2 and the same, 2 of 3');
    expect(told(4, 2, 'next')).toBe('9:0, 3 of 3');
  });

  it('leads back to what begins before it', () => {
    expect(told(9, 0, 'previous')).toBe('4:2 and the same, 2 of 3');
    expect(told(4, 1, 'previous')).toBe('1:8, 1 of 3');
  });

  it('goes round the ends', () => {
    expect(told(9, 0, 'next')).toBe('1:8, 1 of 3, wrapped');
    expect(told(0, 5, 'previous')).toBe('9:0, 3 of 3, wrapped');
  });

  it('leads to the only place from that place', () => {
    expect(stepFrom({ line: 1, character: 8 }, [at(1, 8)], 'next')).toMatchObject({ number: 1, count: 1, wrapped: true });
  });

  it('leads nowhere where there is nothing', () => {
    expect(stepFrom({ line: 0, character: 0 }, [], 'next')).toBeNull();
  });
});
