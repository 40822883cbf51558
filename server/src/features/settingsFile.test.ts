import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkupContent, TextEdit } from 'vscode-languageserver';
import { parseConfiguration } from '../service/configuration.ts';
import { PROJECT_KEYS, SEVERITY_KEYS } from '../service/settingsSchema.ts';
import { Positions } from './convert.ts';
import { TEXTS } from './l10n/catalogue.ts';
import { ENGLISH, voiceIn } from './l10n/voice.ts';
import { type SettingsPage, settingsCompletions, settingsHover } from './settingsFile.ts';

const page = (text: string, more: Partial<SettingsPage> = {}): SettingsPage => ({
  text,
  form: 'project',
  encoding: 'utf-16',
  voice: ENGLISH,
  today: '2026-03-14',
  ...more,
});

/** The completions at the `|` of a text. */
function offered(marked: string, more: Partial<SettingsPage> = {}, wants: 'all' | 'values' = 'all') {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const items = settingsCompletions(page(text, more), new Positions(text).position(offset), wants);
  return { text, labels: items?.map(({ label }) => label) ?? null, items: items ?? [] };
}

/** The text after the completion with a label was taken. */
function taken(marked: string, label: string, more: Partial<SettingsPage> = {}): string {
  const { text, items } = offered(marked, more);
  const { range, newText } = items.find((item) => item.label === label)!.textEdit as TextEdit;
  const { start, end } = new Positions(text).span(range);
  return text.slice(0, start) + newText + text.slice(end);
}

function hovered(marked: string, more: Partial<SettingsPage> = {}, markdown = true) {
  const text = marked.replace('|', '');
  const hover = settingsHover(page(text, more), new Positions(text).position(marked.indexOf('|')), markdown);
  if (!hover) return null;
  const { start, end } = new Positions(text).span(hover.range!);
  return [text.slice(start, end), (hover.contents as MarkupContent).value];
}

const STET = { form: 'stet' } as const;

describe('in a project file, completion', () => {
  it('offers the keys that are not there', () => {
    expect(offered('|').labels).toEqual(PROJECT_KEYS);
    expect(offered('houseStyle: legal\n|\nroot: true\n').labels).toEqual(
      PROJECT_KEYS.filter((key) => key !== 'houseStyle' && key !== 'root'),
    );
    expect(taken('corpora: [a]\r\nhou|', 'houseStyle')).toBe('corpora: [a]\r\nhouseStyle: ');
    expect(taken('hou|: legal\n', 'houseStyle')).toBe('houseStyle: legal\n');
    expect(taken('# old\nhous|estile: legal\n', 'houseStyle')).toBe('# old\nhouseStyle: legal\n');
  });

  it('explains them, with values, default and an example', () => {
    const { documentation } = offered('|').items.find(({ label }) => label === 'houseStyle')!;
    expect((documentation as MarkupContent).value).toMatch(
      /^Which alterations .*- `guardian`: .*Default: `strict`\n\n`houseStyle: guardian`$/s,
    );
  });

  it('offers the values of a key', () => {
    expect(offered('houseStyle: |').labels).toEqual(['strict', 'guardian', 'chicago', 'legal']);
    expect(taken('houseStyle: gua|rdien # ours\n', 'guardian')).toBe('houseStyle: guardian # ours\n');
    expect(taken('check:|', 'on-save')).toBe('check: on-save');
    expect(offered('root: |').labels).toEqual(['true', 'false']);
    expect(offered('date: |').labels).toEqual(['2026-03-14']);
    expect(offered('dateFormat: |').items[1]).toMatchObject({ label: 'MMMM d, yyyy', detail: 'March 14, 2026' });
    expect(offered('corpora: |').labels).toEqual(['[corpus, ../archive/2025]']);
    expect(offered('mood: |').labels).toEqual([]);
  });

  it('offers rules and how loudly they report, line by line and in braces', () => {
    expect(offered('severity:\n  misquote: error\n  |').labels).toEqual(SEVERITY_KEYS.filter((key) => key !== 'misquote'));
    expect(taken('severity:\n  wrong-|\n', 'wrong-date')).toBe('severity:\n  wrong-date: \n');
    expect(offered('severity:\n  misquote.name: |').labels).toEqual(['off', 'hint', 'information', 'warning', 'error']);
    expect(offered('severity: { wrong-date: error, | }').labels).toEqual(SEVERITY_KEYS.filter((key) => key !== 'wrong-date'));
    expect(taken('severity: { wrong-date: error, misq| }', 'misquote')).toBe('severity: { wrong-date: error, misquote:  }');
    expect(taken('severity: { wrong-date: er|, misquote: off }', 'hint')).toBe('severity: { wrong-date: hint, misquote: off }');
    expect(offered('sources:\n  include: [a]\n  |').labels).toEqual(['exclude']);
    expect(offered('sources: {|').labels).toEqual(['include', 'exclude']);
  });

  it.each([
    '# a |comment',
    'houseStyle: legal # and |',
    'aliases:\n  - |',
    'aliases:\n  K|',
    'corpora: [|]',
    '|  x: y',
    'severity: { a: b } |',
  ])('offers nothing in “%s”', (text) => {
    expect(offered(text).labels).toBeNull();
  });

  it('offers values alone after a space that was typed', () => {
    expect(offered('check: |', {}, 'values').labels).toHaveLength(3);
    expect(offered('severity:\n  |', {}, 'values').labels).toBeNull();
  });

  it('writes what we read without a complaint', () => {
    for (const key of PROJECT_KEYS) {
      for (const value of offered(`${key}: |`).labels ?? []) {
        expect(parseConfiguration('/p/.verbatim.yaml', taken(`${key}: |`, value)).problems).toEqual([]);
      }
    }
  });
});

describe('in a project file, a hover', () => {
  it('says what a key means', () => {
    expect(hovered('ro|ot: true')).toEqual(['root', expect.stringMatching(/^Whether this is the topmost project file.*Default: `false`/s)]);
    expect(hovered('severity:\n  misqu|ote.number: off')).toEqual(['misquote.number', expect.stringContaining('of this kind: number.')]);
    expect(hovered('severity: { wrong-da|te: off }')).toEqual(['wrong-date', expect.stringContaining('By default: warning.')]);
    expect(hovered('sources:\n  excl|ude: [a]')?.[1]).toContain('no sources');
    expect(hovered('houseSt|yle: legal', {}, false)?.[1]).not.toContain('`');
  });

  it('speaks the client’s language', () => {
    const german = hovered('houseSt|yle: x', { voice: voiceIn('de', TEXTS) })?.[1];
    expect(german).toContain('Jeder Buchstabe zählt');
    expect(german).toContain('Vorgabe: `strict`');
    expect(german).not.toMatch(/Which|Default|As strict/);
    expect(hovered('ro|ot: true', { voice: voiceIn('ko', TEXTS) })?.[1]).toContain('맨 위의 프로젝트 파일');
  });

  it('says what a value means', () => {
    expect(hovered('houseStyle: le|gal # x')).toEqual(['legal', expect.stringContaining('Every letter counts')]);
    expect(hovered('severity: { misquote: "o|ff" }')?.[1]).toBe('`off`: Not reported.');
    expect(hovered('root: tr|ue')?.[1]).toContain('No project file above');
  });

  it.each(['mo|od: sour', 'houseStyle: mo|od', 'corpora: [a|b]', '# houseSt|yle: x', 'reportingVerb: s|aid'])(
    'says nothing at “%s”',
    (text) => {
      expect(hovered(text)).toBeNull();
    },
  );
});

describe('in the file of what is let stand', () => {
  it('keys and rules are completed', () => {
    expect(offered('- |', STET).labels).toContain('rule');
    expect(offered('- rule: misquote\n  |', STET).labels).toEqual(['words', 'before', 'after', 'quotation', 'draft', 'reason', 'date']);
    expect(offered('- rule: misquote\n\n- words: x\n  |', STET).labels).toContain('rule');
    expect(taken('- rule: wr|\n  words: x', 'wrong-date', STET)).toBe('- rule: wrong-date\n  words: x');
    expect(taken('- rule: [misquote, wr|]', 'wrong-date', STET)).toBe('- rule: [misquote, wrong-date]');
    expect(offered('- date: |', STET).labels).toEqual(['2026-03-14']);
    expect(offered('|', STET).labels).toBeNull();
  });

  it('keys and rules are explained', () => {
    expect(hovered('- rule: x\n  quota|tion: y', STET)?.[1]).toMatch(/^The words of a whole quotation.*`quotation: /s);
    expect(hovered('- rule: mis|quote', STET)?.[1]).toContain('not the words of the source');
    expect(hovered('- words: mis|quote', STET)).toBeNull();
  });
});

it('whatever is being written, a completion is for the line and the place of the cursor', () => {
  const piece = fc.constantFrom(
    'severity',
    'misquote',
    'sources',
    'rule',
    'words',
    ':',
    ': ',
    '\n',
    '\r\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '#',
    ' #',
    '"',
    '|',
    '…',
  );
  const texts = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(texts, fc.nat(60), fc.constantFrom('project' as const, 'stet' as const), (text, at, form) => {
      const place = Math.min(at, text.length);
      // No cursor stands within a line break.
      const offset = text[place - 1] === '\r' ? place - 1 : place;
      const position = new Positions(text).position(offset);
      for (const { textEdit } of settingsCompletions(page(text, { form }), position) ?? []) {
        const { start, end } = (textEdit as TextEdit).range;
        expect([start.line, end.line]).toEqual([position.line, position.line]);
        expect(start.character).toBeLessThanOrEqual(position.character);
        expect(end.character).toBeGreaterThanOrEqual(position.character);
      }
      settingsHover(page(text, { form }), position, true);
    }),
    { numRuns: 500 },
  );
});
