import { describe, expect, it } from 'vitest';
import { type CompletionItem, CompletionItemKind, type TextEdit } from 'vscode-languageserver';
import { analysisOf, articlesOf } from '../../../test/support/checkDraft.ts';
import { MemoryCorpus } from '../corpus/memoryCorpus.ts';
import { speakerAt } from '../corpus/sayings.ts';
import { languageOf } from '../draft/languages/index.ts';
import { CITATION_STYLES, DEFAULT_SETTINGS, type Settings } from '../service/settings.ts';
import { wordsOf } from '../text/words.ts';
import { beginningAt, firstWordsOf, inOrderOfUse, placesOfBeginning } from './beginnings.ts';
import { positionsOf } from './convert.ts';
import { ENGLISH } from './l10n/voice.ts';
import { type CompletionPage, quotationCompletions } from './quotationCompletion.ts';
import { quotationContextAt } from './quotationContext.ts';

const SOURCES = [
  `---
title: Saltmere keeps its lamp
publisher: Saltmere Gazette
published: 2024-03-12
---

The harbour council voted to keep the oil lamp, and to pay a keeper for it. It sat for two hours.

“The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,” said Edda Quill, the harbour warden.

“It’s a fine lamp. It doesn’t sleep through the winter. We like it.” Tobin Marl said so, too.`,
  `---
title: The lamp again
publisher: The Low Coast Observer
published: 2024-04-20
---

“The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,” said Edda Quill, the harbour warden.

The lamp has been lit since the autumn, and nobody has counted the oil.`,
  `---
kind: note
---

The lamp has no business in my book at all.`,
  `---
title: An oath on the quay
publisher: Saltmere Gazette
published: 2024-06-01
---

“Our harbour will stay open, and its keepers will remain forever incorruptible,” said Edda Quill, the harbour warden.`,
];
const corpus = MemoryCorpus.of(articlesOf(...SOURCES));

interface Options {
  readonly settings?: Partial<Settings>;
  readonly isMarkdown?: boolean;
  readonly snippets?: boolean;
}

/** What is offered at `|`. */
function offered(draft: string, { settings = {}, isMarkdown = true, snippets = true }: Options = {}): readonly CompletionItem[] {
  const offset = draft.indexOf('|');
  const text = draft.replace('|', '');
  const context = quotationContextAt({ text, languageId: isMarkdown ? 'markdown' : 'plaintext' }, offset);
  if (!context) return [];
  const first = firstWordsOf(context.words, context.isInWord, context.around);
  const places = placesOfBeginning(first, corpus.index);
  const found = places.flatMap((place) => {
    const article = corpus.texts.get(place.articleId);
    return (article && beginningAt(article, place, first, corpus.index)) ?? [];
  });
  const ordered = inOrderOfUse(found, first, ({ article, typed }) => speakerAt(article, typed));
  const page: CompletionPage = {
    text,
    isMarkdown,
    escape: languageOf(isMarkdown ? 'markdown' : 'plaintext').escape,
    path: '/w/a.md',
    offset,
    encoding: 'utf-16',
    settings: { ...DEFAULT_SETTINGS, ...settings },
    context,
    fileOf: (id) => `/w/corpus/${id}`,
    labelDetails: true,
    voice: ENGLISH,
    snippets,
  };
  return quotationCompletions(page, ordered, true)?.items ?? [];
}

/** The draft after something was accepted. */
function accepted(draft: string, item: CompletionItem | undefined): string {
  const text = draft.replace('|', '');
  const positions = positionsOf(text, 'utf-16');
  const edits = [item?.textEdit as TextEdit, ...(item?.additionalTextEdits ?? [])];
  return edits
    .map(({ range, newText }) => ({ ...positions.span(range), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((so, { start, end, newText }) => so.slice(0, start) + newText + so.slice(end), text);
}

/** The draft after each of what is offered. */
function outcomes(draft: string, options?: Options): string[] {
  return offered(draft, options).map((item) => accepted(draft, item));
}

describe('the first words of a quotation', () => {
  it('are gone on with as the source has it, closed, and given to the speaker', () => {
    expect(outcomes('“The lamp has outlasted |')).toEqual([
      '“The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,”',
      '“The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,” said Edda Quill (The Low Coast Observer, 20 April 2024).',
    ]);
    expect(outcomes('"the lamp has outl|', { isMarkdown: false })[0]).toBe(
      `"the lamp has outlasted three mayors and it will outlast the 'drowsy' fog,"`,
    );
    expect(outcomes('"the lamp has outl|', { settings: { houseStyle: 'legal' } })[0]).toMatch(/^"The lamp/);
  });

  it('are shown by how they go on and end, and with whose they are', () => {
    expect(offered('“The lamp has outlasted |').map(({ label, labelDetails }) => [label, labelDetails?.description])).toEqual([
      ['… three mayors and it will … ‘drowsy’ fog,', 'Edda Quill'],
      ['…,” said Edda Quill (The Low Coast Observer, 20 April 2024).', undefined],
    ]);
    expect(offered('“It’s a fine |')[0]).toMatchObject({ label: '… lamp.', detail: 'Tobin Marl · Saltmere Gazette, 12 March 2024' });
  });

  it('are shown with their last word whole, however long it is', () => {
    expect(offered('“Our harbour will |')[0]?.label).toBe('… stay open, and its … incorruptible,');
  });

  it('keep what stands behind the cursor', () => {
    expect(outcomes('“The lamp has outlasted |” she said.')).toEqual([
      '“The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,” she said.',
    ]);
    expect(outcomes('“The lamp has outlasted |,” she said.')).toEqual([
      '“The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,” she said.',
    ]);
    expect(outcomes('“The lamp has outlasted |”')[1]).toBe(
      '“The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,” said Edda Quill (The Low Coast Observer, 20 April 2024).',
    );
  });

  it('may go on for a sentence or for all that is said', () => {
    expect(outcomes('“It’s a fine |').slice(0, 2)).toEqual([
      '“It’s a fine lamp.”',
      '“It’s a fine lamp. It doesn’t sleep through the winter. We like it.”',
    ]);
    expect(outcomes('“It doesn’t sleep through |')[0]).toBe('“It doesn’t sleep through the winter.”');
    expect(outcomes('“sleep through the |')[0]).toBe('“sleep through the winter.”');
  });

  it('are sought with whoever is named beside them first, then in quotations, then in other prose', () => {
    const labels = (draft: string) =>
      offered(draft)
        .filter(({ kind }) => kind === 1)
        .map(({ label, detail }) => `${label} – ${detail}`);
    expect(labels('“The lamp has |')).toEqual([
      '… outlasted three mayors … ‘drowsy’ fog, – Edda Quill · The Low Coast Observer, 20 April 2024',
      '… been lit since the … the oil. – The Low Coast Observer, 20 April 2024',
    ]);
    expect(labels('The Saltmere Gazette has it: “The lamp has |')[0]).toMatch(/Edda Quill · Saltmere Gazette, 12 March 2024$/);
  });

  it('say only where they are from if the draft has said the rest', () => {
    expect(outcomes('Quill told the council: “The lamp has outlasted |')).toEqual([
      'Quill told the council: “The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog”',
      'Quill told the council: “The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog” (The Low Coast Observer, 20 April 2024).',
    ]);
  });

  it('have a footnote at the end of the draft', () => {
    const settings = { citationStyle: 'footnote' as const };
    const [, cited] = outcomes('“The lamp has outlasted |\n\nMore.\n', { settings });
    expect(cited).toBe(
      '“The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,” said Edda Quill.[^1]\n\nMore.\n\n[^1]: *The lamp again*, The Low Coast Observer, 20 April 2024. [2\\.md](corpus/2.md)\n',
    );
    const atEnd = offered('“The lamp has outlasted |', { settings })[1];
    expect(atEnd).toMatchObject({
      insertTextFormat: 2,
      textEdit: { newText: expect.stringMatching(/Quill\.\[\^1\]\$0\n\n\[\^1\]: \*The/) },
    });
    const [, plain] = outcomes('“The lamp has outlasted |', { settings, snippets: false });
    expect(plain).toMatch(/Quill\.\[\^1\]\n\n\[\^1\]: /);
  });

  it('are what an editor goes by', () => {
    const draft = 'He wrote to her. “The\nlamp has outlasted thr|';
    const [item] = offered(draft);
    expect(item?.filterText).toBe('lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,');
    expect(accepted(draft, item)).toBe('He wrote to her. “The\nlamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,”');
    expect(offered('“The lamp has outlasted |')[0]?.filterText).toMatch(/^The lamp has outlasted three/);
    expect(item?.documentation).toMatchObject({
      value: '> The lamp has outlasted three mayors and it will outlast the ‘drowsy’ fog,\n\nThe lamp again',
    });
  });

  it('become words that are verified, and attributed where that was asked for', () => {
    const drafts = beginnings().map((typed) => `Here it is.\n\n“${typed}|\n`);
    const outcomes = CITATION_STYLES.flatMap((citationStyle) =>
      drafts.flatMap((draft) => offered(draft, { settings: { citationStyle } }).map((item) => checked(draft, item))),
    );
    expect(outcomes.length).toBeGreaterThan(50);
    expect(outcomes.filter(({ told }) => told.join() !== 'verified')).toEqual([]);
  });

  it.each([
    ['nobody has them', '“The lamp has forgotten |'],
    ['they are common words', '“it will |'],
    ['they are all of it', '“We like it |'],
    ['they are the writer’s own notes', '“The lamp has no |'],
    ['they are no quotation', 'The lamp has outlasted |'],
  ])('are left alone where %s', (_, draft) => {
    expect(outcomes(draft)).toEqual([]);
  });
});

/** Four words in a row from here and there in the sources; what runs over a mark or a paragraph's end is no beginning of anything. */
function beginnings(): string[] {
  return [...corpus.texts.values()].flatMap(({ prose: { text } }) => {
    const words = wordsOf(text);
    const all = words.slice(4).map((next, at) => text.slice(words[at]?.span.start, next.span.start));
    return all.filter((typed, at) => at % 3 === 0 && !/[“”"‘\n]/u.test(typed));
  });
}

/** What our own check says of a draft after something was accepted: of what has no attribution, whether the words are right. */
function checked(draft: string, item: CompletionItem) {
  const text = accepted(draft, item);
  const { findings, verdicts } = analysisOf(corpus, text);
  const wrong = findings.filter(({ rule }) => item.kind === CompletionItemKind.Reference || rule === 'misquote');
  const kinds = [...verdicts].filter(([{ depth }]) => depth === 0).map(([, { kind }]) => kind);
  return { text, told: [...wrong.map(({ message }) => message.text), ...kinds] };
}
