import { ErrorCodes, ResponseError } from 'vscode-languageserver';

/** What an editor answers to the server's questions for files that are on no disk, held by URI. */
export function answerForFiles(files: ReadonlyMap<string, string>, method: string, params: unknown): unknown {
  const { uri = '', uris = [] } = params as { uri?: string; uris?: readonly string[] };
  if (method === 'verbatim/readFile') return { content: Buffer.from(files.get(uri) ?? missing()).toString('base64') };
  if (method === 'verbatim/readFolder') return { items: itemsOf(files, uri) };
  return { stats: uris.map((one) => statOf(files, one)) };
}

function missing(): never {
  throw new ResponseError(ErrorCodes.InternalError, 'There is no such file.');
}

function itemsOf(files: ReadonlyMap<string, string>, folder: string) {
  const ways = [...files.keys()].filter((uri) => uri.startsWith(`${folder}/`)).map((uri) => uri.slice(folder.length + 1));
  if (ways.length === 0) missing();
  const kinds = new Map(ways.map((way) => [way.split('/')[0] as string, way.includes('/') ? 'folder' : 'file']));
  return [...kinds].map(([name, kind]) => ({ name: decodeURIComponent(name), kind }));
}

function statOf(files: ReadonlyMap<string, string>, uri: string) {
  const text = files.get(uri);
  if (text !== undefined) return { kind: 'file', size: Buffer.byteLength(text), modified: Date.UTC(2024, 0, 1) };
  return [...files.keys()].some((one) => one.startsWith(`${uri}/`)) ? { kind: 'folder', size: 0, modified: 0 } : null;
}
