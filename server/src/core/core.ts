import { Library } from '../service/library.ts';
import { DEFAULT_SETTINGS, type Settings } from '../service/settings.ts';
import { readSetting, SETTING_NAMES, unknownKeyMessage } from '../service/settingsSchema.ts';
import { parseStetFile } from '../service/stetFile.ts';
import { standsFor } from '../service/stetStands.ts';
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
import { Checker } from './checker.ts';
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
  readonly #checker: Checker;

  constructor(files: MemoryFiles, library: Library) {
    this.#files = files;
    this.#library = library;
    this.#checker = new Checker(library, (id) => this.#pathOf(id));
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

  articles(): AsyncGenerator<ArticleReport> {
    return this.#checker.articles();
  }

  async check({ text, path = 'draft.md' }: DraftFile, { settings = {}, stet }: CheckOptions = {}): Promise<DraftReport> {
    const stands = standsFor(parseStetFile(STET, '/', stet ?? null), `/${path.replace(/^\/+/, '')}`);
    return await this.#checker.check({ text, path, stands }, settingsOf(settings));
  }

  async verify(quotation: string, { speaker, settings = {} }: VerifyOptions = {}): Promise<Verification> {
    return await this.#checker.verify(quotation, speaker?.trim() || null, settingsOf(settings));
  }

  async find(words: string, { limit = 10 }: FindOptions = {}): Promise<readonly MatchReport[]> {
    return await this.#checker.find(words, limit);
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
