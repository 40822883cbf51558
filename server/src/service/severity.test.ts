import { describe, expect, it } from 'vitest';
import type { Finding } from '../rules/finding.ts';
import { together } from '../text/said.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { severityOf } from './severity.ts';

const found = (rule: Finding['rule'], kind: Finding['kind'] = null): Finding => ({
  rule,
  kind,
  span: { start: 0, end: 1 },
  message: together(''),
  match: null,
  fixes: [],
});
const set = (severity: Settings['severity']): Settings => ({ ...DEFAULT_SETTINGS, severity });

describe('severity', () => {
  it('is the rule’s where nothing is set', () => {
    expect(severityOf(found('wrong-date'), DEFAULT_SETTINGS)).toBe('warning');
    expect(severityOf(found('quote-not-found'), DEFAULT_SETTINGS)).toBe('information');
    expect(severityOf(found('unused-stet'), DEFAULT_SETTINGS)).toBe('hint');
  });

  it('is an error where a misquote changes what was said', () => {
    for (const kind of ['number', 'name', 'negation', 'modal'] as const)
      expect(severityOf(found('misquote', kind), DEFAULT_SETTINGS)).toBe('error');
    for (const kind of ['content', 'function', 'order', 'omission', 'addition', 'spelling'] as const)
      expect(severityOf(found('misquote', kind), DEFAULT_SETTINGS)).toBe('warning');
  });

  it('follows the house style, and a setting before it', () => {
    const grammar = found('misquote', 'function');
    expect(severityOf(grammar, { ...DEFAULT_SETTINGS, houseStyle: 'guardian' })).toBe('information');
    expect(severityOf(grammar, { ...DEFAULT_SETTINGS, houseStyle: 'legal' })).toBe('error');
    expect(severityOf(grammar, { ...DEFAULT_SETTINGS, houseStyle: 'legal', severity: { misquote: 'hint' } })).toBe('hint');
  });

  it('is what the setting for the kind says, else the setting for the rule', () => {
    expect(severityOf(found('misquote', 'number'), set({ misquote: 'hint' }))).toBe('hint');
    expect(severityOf(found('misquote', 'number'), set({ misquote: 'hint', 'misquote.number': 'off' }))).toBe('off');
    expect(severityOf(found('misquote', 'content'), set({ 'misquote.number': 'off' }))).toBe('warning');
    expect(severityOf(found('wrong-name'), set({ 'wrong-name': 'error' }))).toBe('error');
  });
});
