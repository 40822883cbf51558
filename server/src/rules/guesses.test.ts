import { describe, expect, test } from 'vitest';
import { analysisOf, articlesOf } from '../../../test/support/checkDraft.ts';
import { ADA_QUILL, CLOSURE, courier, mail } from '../../../test/support/harbour.ts';
import type { Article, GuessedDetail } from '../corpus/article.ts';
import { MemoryCorpus } from '../corpus/memoryCorpus.ts';
import { DEFAULT_SETTINGS } from '../service/settings.ts';
import { severityOf } from '../service/severity.ts';

/** A corpus of sources of which some details are guessed, by the number of the source. */
function corpusOf(sources: readonly string[], guessed: readonly (readonly GuessedDetail[])[]): MemoryCorpus {
  return MemoryCorpus.of(articlesOf(...sources).map((article, i): Article => ({ ...article, guessed: guessed[i] ?? [] })));
}

/** What is found, how loudly, and whether a fix of it may run in bulk. */
function found(corpus: MemoryCorpus, draft: string): string[] {
  const loud = { ...DEFAULT_SETTINGS, severity: { 'wrong-source': 'error', 'sources-disagree': 'warning' } as const };
  return analysisOf(corpus, draft).findings.map((finding) => {
    const safe = finding.fixes.some(({ applicability }) => applicability === 'safe') ? ', safe' : '';
    return `${finding.rule}: ${severityOf(finding, loud)}${safe}: ${finding.message.text}`;
  });
}

const FERRY = 'The ferry line was sold on Friday for less than its harbour dues, the board said.';
const CREDITED = `${ADA_QUILL.replace(' said Ada Quill, the harbour master.', ' Ada Quill said, Dunmere Mail reported.')}`;
const DATED = ADA_QUILL.replace('said Ada Quill', 'Ada Quill said on 9 June 2021').replace(', the harbour master', '');
const OTHER_WORD = ADA_QUILL.replace('sea wall', 'sea gate');

describe('a finding that rests on what was guessed', () => {
  test('is information at most, whatever the settings say, and says so', () => {
    const sources = [CLOSURE, mail(FERRY)];
    expect(found(corpusOf(sources, []), CREDITED)).toEqual([
      'wrong-source: error: Dunmere Mail does not have these words; The Saltmarsh Courier, 4 March 2025, has.',
    ]);
    expect(found(corpusOf(sources, [['publisher']]), CREDITED)).toEqual([
      'wrong-source: information: Dunmere Mail does not have these words; The Saltmarsh Courier (guessed), 4 March 2025, has.',
    ]);
  });

  test('is mended by nobody in bulk', () => {
    expect(found(corpusOf([CLOSURE], []), DATED)).toEqual([expect.stringMatching(/^wrong-date: warning, safe: /)]);
    expect(found(corpusOf([CLOSURE], [['published']]), DATED)).toEqual([
      'wrong-date: information: “9 June 2021” does not fit The Saltmarsh Courier, 4 March 2025 (guessed): there it is 4 March 2025.',
    ]);
  });

  test('is none where it takes two guesses', () => {
    const rivals = [CLOSURE, mail(OTHER_WORD).replace('2024-11-20', '2025-03-05')];
    expect(found(corpusOf(rivals, []), ADA_QUILL)).toEqual([expect.stringMatching(/^sources-disagree: warning: /)]);
    expect(found(corpusOf(rivals, [['published']]), ADA_QUILL)).toEqual([
      expect.stringMatching(/^sources-disagree: information: .*4 March 2025 \(guessed\)/),
    ]);
    expect(found(corpusOf(rivals, [['published'], ['published']]), ADA_QUILL)).toEqual([]);
    const both = [CLOSURE, courier(ADA_QUILL).replace('The Saltmarsh Courier', 'Radio Skerry'), mail(FERRY)];
    expect(found(corpusOf(both, [['publisher'], ['publisher']]), CREDITED)).toEqual([]);
    expect(found(corpusOf([CLOSURE, CLOSURE], [['published'], ['published']]), DATED)).toEqual([]);
  });

  test('weighs as ever where what was guessed does not matter', () => {
    expect(found(corpusOf([CLOSURE], [['published', 'publisher', 'title']]), ADA_QUILL.replace('winter', 'summer'))).toEqual([
      expect.stringMatching(/^misquote: warning, safe: .*\(The Saltmarsh Courier \(guessed\), 4 March 2025 \(guessed\)\)/),
    ]);
  });
});
