import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Article, ArticleDetails } from '../corpus/article.ts';
import { sayingsOf } from '../corpus/sayings.ts';
import { together } from '../text/said.ts';
import { articlePositions, type Encoding } from './convert.ts';
import { textUriOf } from './extracts.ts';
import type { Voice } from './l10n/voice.ts';
import { imprintOf, listOf, nameOf } from './wording.ts';

/** Where an article was read from, and what the client opens and counts in. */
export interface SymbolManner {
  readonly file: string;
  readonly opensExtracts: boolean;
  readonly encoding: Encoding;
  readonly voice: Voice;
}

/** An article: its title, with its publisher and day beside it. Editors find a symbol by its name, so that it has both. */
export function articleSymbol(id: string, details: ArticleDetails, { file, opensExtracts, voice }: SymbolManner): WorkspaceSymbol {
  const start = { line: 0, character: 0 };
  const name = nameOf(details, file);
  const { publisher } = details;
  return {
    name: publisher && publisher !== name ? `${name} — ${publisher}` : name,
    kind: SymbolKind.File,
    containerName: voice.tell(imprintOf({ ...details, publisher: null })),
    location: { uri: textUriOf(id, file, opensExtracts), range: { start, end: start } },
  };
}

/** The people whom an article quotes and whose names have all of some words, each at the first quotation of theirs. */
export function speakerSymbols(article: Article, words: string, { file, opensExtracts, encoding, voice }: SymbolManner): WorkspaceSymbol[] {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  const positions = articlePositions(article, encoding);
  const uri = textUriOf(article.id, file, opensExtracts);
  const known = new Map<string, WorkspaceSymbol>();
  for (const { quotation, speaker } of sayingsOf(article)) {
    if (speaker === null || known.has(speaker)) continue;
    const name = folded(speaker).split(/[\s-]+/u);
    if (!wanted.every((word) => name.some((part) => part.startsWith(word)))) continue;
    known.set(speaker, {
      name: speaker,
      kind: SymbolKind.Object,
      containerName: voice.tell(listOf([together(nameOf(article, file)), imprintOf(article)])),
      location: { uri, range: positions.range(quotation.span) },
    });
  }
  return [...known.values()];
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
