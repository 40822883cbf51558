import type { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import { languageIdOf } from '../draft/languages/index.ts';
import { findWords, searchWords } from '../match/find.ts';
import type { Analysis } from '../rules/analysis.ts';
import { matchOf } from '../rules/evidence.ts';
import { type Match, matchBehind } from '../rules/finding.ts';
import { NOTHING_STANDS, type Stands } from '../rules/standing.ts';
import { checkDraft } from '../service/checkDraft.ts';
import { articleIds, eachArticle } from '../service/eachArticle.ts';
import type { Library } from '../service/library.ts';
import { drain } from '../service/pump.ts';
import type { Settings } from '../service/settings.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { ArticleReport, DraftReport, MatchReport, Verification } from './api.ts';
import { articleReport, draftReport, matchReport, reportedFindings, type Told } from './contract.ts';

/** A draft as it is given to be checked. */
export interface GivenDraft {
  readonly text: string;
  /** As the user would write it; its ending says the language. */
  readonly path: string;
  /** What is let stand in it; nothing where it is left out. */
  readonly stands?: Stands;
}

/** Answers in the words of the JSON contract, about drafts and quotations held against a library. */
export class Checker {
  readonly #library: Library;
  readonly #pathOf: (articleId: string) => string;

  /** `pathOf` gives an article's file as the user would write it. */
  constructor(library: Library, pathOf: (articleId: string) => string) {
    this.#library = library;
    this.#pathOf = pathOf;
  }

  async check(draft: GivenDraft, settings: Settings): Promise<DraftReport> {
    return draftReport(await this.#told(draft, settings));
  }

  /** Of one quotation without its marks, and who is to have said it, or null. Throws TypeError where there are no words. */
  async verify(quotation: string, speaker: string | null, settings: Settings): Promise<Verification> {
    const told = await this.#told({ text: asDraft(quotation, speaker), path: 'quotation.txt' }, settings);
    const [own] = told.analysis.draft.quotations;
    const verdict = own && told.analysis.verdicts.get(own);
    const match = verdict ? matchBehind(verdict) : null;
    // Nobody is named for words that are looked up by themselves.
    const findings = draftReport(told).findings.filter(({ code }) => speaker !== null || code !== 'unattributed-quote');
    return { verdict: verdict?.kind ?? 'unchecked', match: match && this.#matchReport(match, told), findings };
  }

  async find(words: string, limit: number): Promise<readonly MatchReport[]> {
    const { corpus } = this.#library;
    const search = searchWords(words, corpus, limit);
    const articles = await this.#library.fetch(new Set(search.candidates.map(({ articleId }) => articleId)), corpus);
    return findWords(search, corpus, articles, limit).map((located) => {
      const match = matchOf(located);
      return matchReport(match, articles.get(match.source.articleId), this.#pathOf(match.source.articleId));
    });
  }

  /** One after the other: the texts are not held together. */
  async *articles(): AsyncGenerator<ArticleReport> {
    for await (const article of eachArticle(this.#library, articleIds(this.#library)))
      yield articleReport(article, this.#pathOf(article.id));
  }

  async #told({ text, path, stands = NOTHING_STANDS }: GivenDraft, settings: Settings): Promise<Told> {
    const library = this.#library;
    const { corpus } = library;
    const analysis = await checkDraft({ text, languageId: languageIdOf(path), stands }, settings, {
      corpus,
      complete: library.complete,
      fetch: (ids) => library.fetch(ids, corpus),
      run: (work) => drain(work),
    });
    const articles = await this.#articlesOf(analysis, corpus);
    const sources = { article: (id: string) => articles.get(id), pathOf: this.#pathOf };
    return { path, analysis, lines: new LineIndex(text), findings: reportedFindings(analysis.findings, settings), sources };
  }

  #articlesOf({ findings, verdicts }: Analysis, corpus: IndexedCorpus) {
    const matches = [...findings.map(({ match }) => match), ...[...verdicts.values()].map(matchBehind)];
    return this.#library.fetch(new Set(matches.flatMap((match) => match?.source.articleId ?? [])), corpus);
  }

  #matchReport(match: Match, { sources }: Told): MatchReport {
    const id = match.source.articleId;
    return matchReport(match, sources.article(id), this.#pathOf(id));
  }
}

/** A quotation as a draft would have it. */
function asDraft(quotation: string, speaker: string | null): string {
  const words = quotation
    .trim()
    .replace(/^[“”"«»„]+|[“”"«»]+$/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[“”"]/g, '’');
  if (words === '') throw new TypeError('The quotation is empty.');
  return speaker === null ? `“${words}”` : `${speaker.replace(/\s+/g, ' ')} said: “${words}”`;
}
