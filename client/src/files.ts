import { type Disposable, FileType, Uri, workspace } from 'vscode';
import {
  type FileContent,
  type FileStat,
  type FileStats,
  type FolderItem,
  type FolderItems,
  readFileRequest,
  readFolderRequest,
  statRequest,
} from '../../server/src/lsp/protocol.ts';
import { base64Of } from './base64.ts';
import type { LateClient } from './lateClient.ts';

/** Reads for the server what is on no disk: files that other extensions give the editor. */
export function answerForFiles(client: LateClient): Disposable[] {
  return [
    client.onRequest(readFileRequest.method, async ({ uri }: { uri: string }): Promise<FileContent> => {
      const bytes = await workspace.fs.readFile(Uri.parse(uri, true));
      return { content: base64Of(bytes) };
    }),
    client.onRequest(readFolderRequest.method, async ({ uri }: { uri: string }): Promise<FolderItems> => {
      const items = await workspace.fs.readDirectory(Uri.parse(uri, true));
      return { items: items.flatMap(([name, type]): FolderItem[] => itemOf(name, type)) };
    }),
    client.onRequest(statRequest.method, async ({ uris }: { uris: readonly string[] }): Promise<FileStats> => {
      return { stats: await Promise.all(uris.map(statOf)) };
    }),
  ];
}

/** The bits of a type say what a link leads to. */
function kindOf(type: FileType): FileStat['kind'] | null {
  if (type & FileType.Directory) return 'folder';
  return type & FileType.File ? 'file' : null;
}

function itemOf(name: string, type: FileType): FolderItem[] {
  const kind = kindOf(type);
  return kind === null ? [] : [{ name, kind }];
}

async function statOf(uri: string): Promise<FileStat | null> {
  try {
    const { type, size, mtime } = await workspace.fs.stat(Uri.parse(uri, true));
    const kind = kindOf(type);
    return kind && { kind, size, modified: mtime };
  } catch {
    return null;
  }
}
