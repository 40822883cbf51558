import type { IndexedCorpus } from '../corpus/indexedCorpus.ts';
import { languageIdOf } from '../draft/languages/index.ts';
import { findWords, searchWords } from '../match/find.ts';
import type { Analysis } from '../rules/analysis.ts';
import { matchOf } from '../rules/evidence.ts';
import { type Match, matchBehind } from '../rules/finding.ts';
import { checkDraft } from '../service/checkDraft.ts';
import { articleIds, eachArticle } from '../service/eachArticle.ts';
import { Library } from '../service/library.ts';
import { drain } from '../service/pump.ts';
import { DEFAULT_SETTINGS, type Settings } from '../service/settings.ts';
import { readSetting, SETTING_NAMES, unknownKeyMessage } from '../service/settingsSchema.ts';
import { parseStetFile } from '../service/stetFile.ts';
import { standsFor } from '../service/stetStands.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type {
  ArticleReport,
  CheckOptions,
  CheckSettings,
  DraftFile,
  DraftReport,
  FindOptions,
  MatchReport,
  SourceCorpus,
  SourceFile,
  UnreadableReport,
  Verification,
  VerifyOptions,
} from './api.ts';
import { articleReport, draftReport, matchReport, reportedFindings } from './contract.ts';
import { MemoryFiles } from './memoryFiles.ts';

export type * from './api.ts';

const ROOT = '/corpus';
const STET = '/.verbatim-stet.yaml';

/**
 * Reads sources that are held in memory. Never rejects for a source that cannot be read: `unreadable` says which and why.
 * Throws TypeError where a path is empty or leads out of its folder.
 */
export async function openCorpus(sources: Iterable<SourceFile> = []): Promise<SourceCorpus> {
  const files = new MemoryFiles(ROOT);
  for (const { path, content } of sources) files.put(placeOf(path), bytesOf(content));
  const library = new Library([ROOT], files);
  await library.load();
  return new HeldCorpus(files, library);
}

/** A corpus in memory. */
class HeldCorpus implements SourceCorpus {
  readonly #files: MemoryFiles;
  readonly #library: Library;

  constructor(files: MemoryFiles, library: Library) {
    this.#files = files;
    this.#library = library;
  }

  get size(): number {
    return this.#library.corpus.size;
  }

  get unreadable(): readonly UnreadableReport[] {
    const problems = [...this.#library.problems].filter(([path]) => this.#library.files.articleIdsOf(path).length === 0);
    return problems.map(([path, found]) => ({ path: nameOf(path), reason: found.map(({ message }) => message).join(' ') }));
  }

  async add({ path, content }: SourceFile): Promise<void> {
    const place = placeOf(path);
    this.#files.put(place, bytesOf(content));
    await this.#library.update([place]);
  }

  async remove(path: string): Promise<void> {
    const place = placeOf(path);
    this.#files.put(place, null);
    await this.#library.update([place]);
  }

  async *articles(): AsyncGenerator<ArticleReport> {
    for await (const article of eachArticle(this.#library, articleIds(this.#library)))
      yield articleReport(article, this.#pathOf(article.id));
  }

  async check(draft: DraftFile, options: CheckOptions = {}): Promise<DraftReport> {
    const settings = settingsOf(options.settings ?? {});
    const path = draft.path ?? 'draft.md';
    return draftReport(await this.#told({ ...draft, path }, settings, options.stet ?? null));
  }

  async verify(quotation: string, options: VerifyOptions = {}): Promise<Verification> {
    const settings = settingsOf(options.settings ?? {});
    const words = quotation
      .trim()
      .replace(/^[“”"«»„]+|[“”"«»]+$/gu, '')
      .replace(/\s+/g, ' ')
      .replace(/[“”"]/g, '’');
    if (words === '') throw new TypeError('The quotation is empty.');
    const speaker = options.speaker?.trim().replace(/\s+/g, ' ') ?? '';
    const text = speaker === '' ? `“${words}”` : `${speaker} said: “${words}”`;
    const told = await this.#told({ text, path: 'quotation.txt' }, settings, null);
    const report = draftReport(told);
    const [own] = told.analysis.draft.quotations;
    const verdict = own && told.analysis.verdicts.get(own);
    const match = verdict ? matchBehind(verdict) : null;
    // Nobody is named for words that are looked up by themselves.
    const findings = report.findings.filter(({ code }) => speaker !== '' || code !== 'unattributed-quote');
    return { verdict: verdict?.kind ?? 'unchecked', match: match && this.#matchReport(match, told.analysis), findings };
  }

  async find(words: string, { limit = 10 }: FindOptions = {}): Promise<readonly MatchReport[]> {
    const { corpus } = this.#library;
    const search = searchWords(words, corpus, limit);
    const articles = await this.#library.fetch(new Set(search.candidates.map(({ articleId }) => articleId)), corpus);
    return findWords(search, corpus, articles, limit).map((located) => {
      const match = matchOf(located);
      return matchReport(match, articles.get(match.source.articleId), this.#pathOf(match.source.articleId));
    });
  }

  async #told({ text, path }: Required<DraftFile>, settings: Settings, stet: string | null) {
    const library = this.#library;
    const { corpus } = library;
    const place = `/${path.replace(/^\/+/, '')}`;
    const stands = standsFor(parseStetFile(STET, '/', stet), place);
    const analysis = await checkDraft({ text, languageId: languageIdOf(path), stands }, settings, {
      corpus,
      complete: true,
      fetch: (articleIds) => library.fetch(articleIds, corpus),
      run: (work) => drain(work),
    });
    const articles = await this.#articlesOf(analysis, corpus);
    const sources = { article: (id: string) => articles.get(id), pathOf: (id: string) => this.#pathOf(id) };
    return { path, analysis, lines: new LineIndex(text), findings: reportedFindings(analysis.findings, settings), sources };
  }

  #articlesOf({ findings, verdicts }: Analysis, corpus: IndexedCorpus) {
    const matches = [...findings.map(({ match }) => match), ...[...verdicts.values()].map(matchBehind)];
    return this.#library.fetch(new Set(matches.flatMap((match) => match?.source.articleId ?? [])), corpus);
  }

  #matchReport(match: Match, { articles }: Analysis): MatchReport {
    const id = match.source.articleId;
    return matchReport(match, articles.get(id), this.#pathOf(id));
  }

  /** What a user calls an article: its source, and in one of several articles its own mark. */
  #pathOf(id: string): string {
    const file = this.#library.fileOf(id);
    return nameOf(file) + (id.startsWith(file) ? id.slice(file.length) : '');
  }
}

function placeOf(path: string): string {
  const plain = path.replaceAll('\\', '/').replace(/^\.?\//, '');
  if (plain === '' || plain.split('/').includes('..'))
    throw new TypeError(`“${path}” is no path of a source: name it relative to its folder.`);
  return `${ROOT}/${plain}`;
}

function nameOf(place: string): string {
  return place.startsWith(`${ROOT}/`) ? place.slice(ROOT.length + 1) : place;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function settingsOf(given: CheckSettings): Settings {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const [key, raw] of Object.entries(given)) {
    if (raw === undefined) continue;
    const name = SETTING_NAMES.find((one) => one === key);
    if (name === undefined) throw new TypeError(unknownKeyMessage(key, 'setting', SETTING_NAMES));
    const { value, problems } = readSetting(name, raw);
    const [problem] = problems;
    if (problem) throw new TypeError(problem.message);
    settings[name] = value;
  }
  return settings as unknown as Settings;
}
