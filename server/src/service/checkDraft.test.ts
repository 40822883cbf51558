import { expect, test } from 'vitest';
import { corpusOf } from '../../../test/support/checkDraft.ts';
import { CLOSURE } from '../../../test/support/harbour.ts';
import type { Articles } from '../rules/analysis.ts';
import { checkDraft } from './checkDraft.ts';
import { drain } from './pump.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const TEXT = 'Cy Fenn said: “The lamp was lit and the stairs were wet.”\n\nThere is no 31 June 2025, and 31 June 2025 it was.\n';

async function checked(corpus: ReturnType<typeof corpusOf>) {
  const articles: Articles = new Map();
  const world = {
    corpus,
    complete: true,
    fetch: () => Promise.resolve(articles),
    run: <T>(work: Parameters<typeof drain<T>>[0]) => Promise.resolve(drain(work)),
  };
  const { findings, verdicts } = await checkDraft({ text: TEXT, languageId: 'markdown' }, DEFAULT_SETTINGS, world);
  return { rules: [...new Set(findings.map(({ rule }) => rule))], verdicts: [...verdicts.values()].map(({ kind }) => kind) };
}

test('words are missed in sources', async () => {
  expect(await checked(corpusOf(CLOSURE))).toEqual({ rules: ['quote-not-found', 'wrong-date'], verdicts: ['not-found'] });
});

test('where there are no sources, none is missed; what needs none is found all the same', async () => {
  expect(await checked(corpusOf())).toEqual({ rules: ['wrong-date'], verdicts: ['unchecked'] });
});
