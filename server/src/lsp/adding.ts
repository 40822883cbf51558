import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import * as z from 'zod';
import { pathOrUri, uriOfPath } from '../features/convert.ts';
import { textUriOf } from '../features/extracts.ts';
import { offersOf } from '../service/adding/clipboard.ts';
import type { Offer, Twin } from '../service/adding/offer.ts';
import { prepareSource } from '../service/adding/prepareSource.ts';
import { twinAmong } from '../service/adding/twins.ts';
import type { Host } from '../service/host.ts';
import { bytesOf, readBytes, reasonOf } from '../service/readEntry.ts';
import { SourceRules } from '../service/sourceRules.ts';
import { plainly, say } from '../text/said.ts';
import { saidDate } from '../text/saidDates.ts';
import type { Session } from './session.ts';
import type { AddSourceParams, AddSourceResult, GivenContent } from './sourcesProtocol.ts';

const text = z.string().nullable();
const paramsShape = z.object({
  folder: z.string().min(1),
  today: z.iso.date(),
  taken: z.array(z.string()).optional(),
  given: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('file'), uri: z.string().min(1) }),
    z.object({ kind: z.literal('bytes'), base64: z.base64(), name: text, mediaType: text, url: text }),
    z.object({ kind: z.literal('pasted'), text, html: text }),
  ]),
});

/** Works out how content is to be kept; writes nothing. */
export async function addSource(session: Session, host: Host, params: AddSourceParams | null): Promise<AddSourceResult> {
  const checked = paramsShape.safeParse(params);
  if (!checked.success) throw new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(checked.error));
  const { given, today, taken = [] } = checked.data;
  const folder = pathOrUri(checked.data.folder).replace(/\/$/, '');
  const offers = await offersFrom(given, today, host);
  const { voice } = session.traits;
  if (typeof offers === 'string') return { kind: 'refused', reason: voice.retell(offers) };
  const libraries = session.workspace.shelves.map(({ library }) => library);
  const from = given.kind === 'file' ? pathOrUri(given.uri) : null;
  if (from !== null && libraries.some((library) => library.covers(from))) {
    return { kind: 'refused', reason: voice.tell(say`It lies in the corpus already.`) };
  }
  const { settings } = await session.workspace.configurationOf(`${folder}/draft.md`);
  const rules = new SourceRules(folder, host, settings.sources);
  const addition = await prepareSource(offers, null, {
    admits: (name) => rules.admits(`${folder}/${name}`, false),
    read: (name, source) => readBytes(`${folder}/${name}`, source, host),
    isTaken: async (name) => taken.includes(name) || (await host.stat(`${folder}/${name}`)) !== undefined,
    twinOf: (article) => twinAmong(libraries, article),
  });
  if (addition.kind === 'refusal') return { kind: 'refused', reason: voice.retell(addition.reason) };
  const { files, articles, title, publisher, published, guessed, words, problems, twin } = addition;
  const path = `${folder}/${files[0]?.name}`;
  const asGiven = offers.map(({ bytes }) => bytes);
  return {
    kind: 'prepared',
    files: files.map(({ name, bytes }) => ({
      uri: uriOfPath(`${folder}/${name}`),
      base64: given.kind !== 'pasted' && asGiven.includes(bytes) ? null : base64Of(bytes),
    })),
    textUri: articles === 1 ? textUriOf(path, path, session.traits.opensExtracts) : uriOfPath(path),
    articles,
    title,
    publisher,
    published: published && voice.tell(saidDate(published)),
    guessed,
    words,
    problems: problems.map(voice.retell),
    twin: twin && twinIn(session, twin),
  };
}

/** The content as the ways to keep it, or why it cannot be read. */
async function offersFrom(given: GivenContent, today: string, host: Host): Promise<readonly Offer[] | string> {
  if (given.kind === 'pasted') return offersOf(given, { retrieved: today });
  if (given.kind === 'file') return await offerOfFile(pathOrUri(given.uri), host);
  const { name, mediaType, url } = given;
  const stated = url === null ? {} : { url, retrieved: today };
  return [{ origin: url === null ? 'file' : 'page', bytes: bytesOfBase64(given.base64), name, mediaType, stated }];
}

async function offerOfFile(path: string, host: Host): Promise<readonly Offer[] | string> {
  const entry = await host.stat(path);
  if (!entry) return plainly`There is no such file.`;
  const { file } = await bytesOf(entry, host);
  if ('problem' in file) return file.problem;
  const side = (await host.stat(`${path}.yaml`)) && (await host.readFile(`${path}.yaml`).catch(reasonOf));
  const beside = side === undefined || typeof side === 'string' ? {} : { side };
  return [{ origin: 'file', bytes: file, name: path.slice(path.lastIndexOf('/') + 1), mediaType: null, stated: {}, ...beside }];
}

function twinIn({ workspace, traits }: Session, { articleId, title, same }: Twin) {
  const library = workspace.shelves.map((shelf) => shelf.library).find(({ corpus }) => corpus.has(articleId));
  const file = library?.fileOf(articleId) ?? articleId;
  return { uri: textUriOf(articleId, file, traits.opensExtracts), title, same };
}

/** So many bytes are turned at once: a function takes only so many arguments. */
const PIECE = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}

function bytesOfBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
