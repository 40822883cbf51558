import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Addition, type Offer, type Refusal, refusal, type Stated } from '../../service/adding/offer.ts';
import { prepareSource } from '../../service/adding/prepareSource.ts';
import { twinAmong } from '../../service/adding/twins.ts';
import { readAs, sameAs } from '../../service/adding/wording.ts';
import { configurationFor, DEFAULT_CORPUS } from '../../service/configuration.ts';
import { isInside } from '../../service/configurationPaths.ts';
import { Library } from '../../service/library.ts';
import { readBytes } from '../../service/readEntry.ts';
import { SourceRules } from '../../service/sourceRules.ts';
import { CannotFetch, fetchPage, isWebAddress } from '../../web/fetchPage.ts';
import { type CorpusFolder, loadCorpus } from './corpusFolder.ts';
import { absolutePath, shownFrom, shownUnder } from './paths.ts';
import { CannotRun, COULD_NOT_RUN, harmless } from './terminal.ts';
import { VERSION } from './version.ts';
import type { World } from './world.ts';

/** Larger files are not read as sources anyway, in bytes. */
const LARGEST_FILE = 256 << 20;

export interface AddArguments {
  /** The folder that sources are added to; null: the first of the corpus that holds here. */
  readonly corpus: string | null;
  readonly name: string | null;
  /** What is said of all of them. */
  readonly stated: Stated;
}

/** The folder that sources are added to, and what is known already. */
interface Shelf {
  readonly folder: CorpusFolder;
  readonly library: Library;
  readonly rules: SourceRules;
  readonly shown: (path: string) => string;
}

/** Adds files, pages and standard input (`-`) to the corpus; one that fails does not stop the others. */
export async function add(given: readonly string[], options: AddArguments, world: World): Promise<number> {
  const { name, stated } = options;
  const single = Object.entries({ '--name': name, '--title': stated.title, '--url': stated.url }).find(([, value]) => value);
  if (given.length > 1 && single) throw new CannotRun(`${single[0]} is for one source: add it by itself.`);
  const shelf = await shelfFor(options.corpus, world);
  let status = 0;
  for (const one of given) {
    const added = await addOne(one, shelf, options, world).catch((error: unknown) => refusal(inWords(error)));
    if (added.kind === 'addition') continue;
    world.terminal.note(`${one === '-' ? 'standard input' : one} was not added: ${added.reason}`);
    status = COULD_NOT_RUN;
  }
  return status;
}

async function shelfFor(given: string | null, world: World): Promise<Shelf> {
  const { cwd, host } = world;
  const { corpora, settings } = await configurationFor(`${cwd.replaceAll('\\', '/')}/draft.md`, host, {}, null);
  const first = corpora[0] ?? absolutePath(cwd, DEFAULT_CORPUS);
  const folder = given === null ? { folder: first, given: null } : { folder: absolutePath(cwd, given), given };
  const all = [folder, ...corpora.filter((one) => one !== folder.folder).map((one) => ({ folder: one, given: null }))];
  const there: CorpusFolder[] = [];
  for (const one of all) {
    const kind = await stat(one.folder).catch(() => undefined);
    if (kind?.isDirectory()) there.push(one);
    else if (kind && one === folder) throw new CannotRun(`The corpus ${given ?? shownFrom(cwd, first)} is a file; name a folder.`);
  }
  const loaded = there.length > 0 ? await loadCorpus({ folders: there, settings }, world) : null;
  // Of a folder that is not there yet nothing is known but what is added.
  const library = loaded?.library ?? new Library([folder.folder], host);
  const under = folder.given === null ? () => undefined : shownUnder(folder.given, folder.folder);
  return {
    folder,
    library,
    rules: new SourceRules(folder.folder, host, settings.sources),
    shown: (path) => under(path) ?? shownFrom(cwd, path),
  };
}

async function addOne(given: string, shelf: Shelf, { name, stated }: AddArguments, world: World): Promise<Addition | Refusal> {
  const { folder } = shelf.folder;
  const path = absolutePath(world.cwd, given);
  const isFile = given !== '-' && !isWebAddress(given);
  if (isFile && isInside(folder, path)) return refusal('it lies in the corpus already.');
  const offer = withStated(isFile ? await offerOfFile(path) : await (given === '-' ? offerOfInput() : offerOfPage(given)), stated);
  const addition = await prepareSource([offer], name, {
    read: (file, bytes) => readBytes(`${folder}/${file}`, bytes, world.host),
    admits: (file) => shelf.rules.admits(`${folder}/${file}`, false),
    isTaken: async (file) => (await stat(`${folder}/${file}`).catch(() => undefined)) !== undefined,
    twinOf: (article) => twinAmong([shelf.library], article),
  });
  if (addition.kind === 'refusal') return addition;
  await write(addition, folder);
  tell(addition, shelf, world);
  // The next one may be the same.
  await shelf.library.update(addition.files.map((file) => `${folder}/${file.name}`));
  return addition;
}

function withStated(offer: Offer, stated: Stated): Offer {
  return { ...offer, stated: { ...offer.stated, ...stated } };
}

async function offerOfFile(path: string): Promise<Offer> {
  const { size } = await stat(path).then((found) => {
    if (found.isDirectory()) throw new CannotRun('it is a folder. Name its files.');
    return found;
  });
  if (size > LARGEST_FILE) throw new CannotRun(`it is larger than ${LARGEST_FILE >> 20} MB. Split it into one file an article.`);
  const bytes = await readFile(path);
  const side = await readFile(`${path}.yaml`).catch(() => undefined);
  return { origin: 'file', bytes, name: basename(path), mediaType: null, stated: {}, ...(side ? { side } : {}) };
}

async function offerOfPage(address: string): Promise<Offer> {
  const { bytes, mediaType, name, url } = await fetchPage(address.trim(), { agent: `verbatim/${VERSION}` });
  return { origin: 'page', bytes, name, mediaType, stated: { url, retrieved: today() } };
}

async function offerOfInput(): Promise<Offer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > LARGEST_FILE) throw new CannotRun(`it is larger than ${LARGEST_FILE >> 20} MB.`);
    pieces.push(piece);
  }
  return { origin: 'paste', bytes: Buffer.concat(pieces), name: null, mediaType: null, stated: { retrieved: today() } };
}

/** The day where this runs, as ISO 8601 writes it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** All files or none; a folder that is not there yet is made. */
async function write({ files }: Addition, folder: string): Promise<void> {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const written: string[] = [];
  try {
    for (const { name, bytes } of files) {
      // Should there be such a file by now, it stays as it is.
      await writeFile(`${folder}/${name}`, bytes, { flag: 'wx' });
      written.push(`${folder}/${name}`);
    }
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    throw error;
  }
}

function tell(addition: Addition, { folder: { folder }, library, shown }: Shelf, { terminal }: World): void {
  const [source] = addition.files;
  const path = shown(`${folder}/${source?.name}`);
  terminal.write(`Added ${harmless(path)}: ${harmless(readAs(addition))}\n`);
  for (const problem of addition.problems) terminal.note(`${path}: ${problem}`);
  if (addition.twin) terminal.note(`${path}: ${sameAs(addition.twin, shown(library.fileOf(addition.twin.articleId)))}`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EACCES: 'you may not read it, or not write to the corpus.',
  EPERM: 'you may not read it, or not write to the corpus.',
  ENOSPC: 'the disk is full.',
  EROFS: 'the disk cannot be written to.',
  EEXIST: 'another file of that name appeared in the corpus meanwhile. Try again.',
};

function inWords(error: unknown): string {
  if (error instanceof CannotFetch || error instanceof CannotRun) return error.message;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
