import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import type { Span } from '../../text/span.ts';
import type { Labels } from './labels.ts';
import { mayHaveAddresses, mayHaveTables } from './marks.ts';
import { untangled } from './tangles.ts';

type Events = ReturnType<typeof postprocess>;
export type Token = Events[number][1];
type Parser = ReturnType<typeof parse> & { gfmFootnotes?: string[] };

const ALL = gfm();
type Constructs = NonNullable<(typeof ALL)['text']>;

/** Parsers of GitHub's Markdown by what they look for: that takes longer to put together than to use. */
const parsers = new Map<string, Parser>();

/** Addresses are looked for at every letter, and tables at every line: parsing takes half as long without. */
function parserFor(addresses: boolean, tables: boolean): Parser {
  const key = `${addresses} ${tables}`;
  const known = parsers.get(key);
  if (known) return known;
  const isWanted = (name = '') => (addresses || !name.endsWith('Autolink')) && (tables || name !== 'table');
  const parser = parse({ extensions: [{ ...ALL, text: only(ALL.text, isWanted), flow: only(ALL.flow, isWanted) }] });
  parsers.set(key, parser);
  return parser;
}

function only(constructs: Constructs = {}, isWanted: (name: string | undefined) => boolean): Constructs {
  const lists = Object.entries(constructs).map(([code, some]) => [code, [some ?? []].flat().filter(({ name }) => isWanted(name))] as const);
  return Object.fromEntries(lists.filter(([, list]) => list.length > 0));
}

/** What micromark says of a text, or only of what stands in the one paragraph that it consists of. */
export function eventsOf(raw: string, labels: Labels, paragraph: Span | null): Events {
  const text = untangled(raw);
  const parser = parserFor(mayHaveAddresses(text), mayHaveTables(text));
  parser.defined = [...labels.links.keys()];
  parser.gfmFootnotes = [...labels.footnotes];
  parser.lazy = {};
  if (paragraph === null) return postprocess(parser.document().write(preprocess()(text, undefined, true)));
  const { start, end } = paragraph;
  const tokenizer = parser.text({ line: 1, column: 1, offset: start });
  return postprocess(tokenizer.write(preprocess()(text.slice(start, end), undefined, true)));
}
