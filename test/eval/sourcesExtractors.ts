import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { ProseBuilder } from '../../server/src/readers/extracted.ts';
import { addHtml } from '../../server/src/readers/html/htmlBlocks.ts';
import { readSource } from '../../server/src/readers/index.ts';
import { isoDate } from '../../server/src/text/calendarDate.ts';

/** What an extractor makes of a page; null is: not stated. */
export interface Extraction {
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** As the extractor gives it. */
  readonly published: string | null;
}

export interface Extractor {
  readonly name: string;
  readonly extract: (source: Uint8Array) => Promise<Extraction>;
}

/** What a reader sees of a piece of HTML. */
export function textOf(html: string): string {
  const builder = new ProseBuilder();
  addHtml(builder, html);
  return builder.finish().prose.text;
}

function documentOf(source: Uint8Array): Document {
  return parseHTML(new TextDecoder().decode(source)).document;
}

const readability: Extractor = {
  name: '@mozilla/readability 0.6',
  extract: async (source) => {
    const found = new Readability(documentOf(source)).parse();
    return {
      text: textOf(found?.content ?? ''),
      title: found?.title ?? null,
      authors: found?.byline ? [found.byline] : [],
      published: found?.publishedTime ?? null,
    };
  },
};

const defuddle: Extractor = {
  name: 'defuddle 0.19',
  extract: async (source) => {
    const found = await Defuddle(documentOf(source), 'https://example.org/page', {});
    return {
      text: textOf(found.content),
      title: found.title || null,
      authors: found.author ? [found.author] : [],
      published: found.published || null,
    };
  },
};

const verbatim: Extractor = {
  name: 'Verbatim',
  extract: async (source) => {
    const { articles, problems } = await readSource('page.html', source);
    const [article] = articles;
    if (!article) throw new Error(problems.map(({ message }) => message).join(' '));
    const { prose, title, authors, published } = article;
    return { text: prose.text, title, authors, published: published && isoDate(published) };
  },
};

export const EXTRACTORS: readonly Extractor[] = [readability, defuddle, verbatim];
