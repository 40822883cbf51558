import { type DataTransfer, DataTransferItem, type TreeDragAndDropController, Uri } from 'vscode';
import type { SourceAdder } from '../adding/adder.ts';
import { thingsDragged } from '../adding/things.ts';
import { fileOf, type Node } from './nodes.ts';

const URI_LIST = 'text/uri-list';

/** What is dropped on the view is added; on a folder of it, to that folder. */
export class SourceDropping implements TreeDragAndDropController<Node> {
  readonly dropMimeTypes = ['files', URI_LIST, 'text/html', 'text/plain'];
  readonly dragMimeTypes = [URI_LIST];
  readonly #adder: SourceAdder;

  constructor(adder: SourceAdder) {
    this.#adder = adder;
  }

  /** A source can be dragged to where a file can. */
  handleDrag(nodes: readonly Node[], data: DataTransfer): void {
    const uris = nodes.map(fileOf).filter((uri) => uri !== undefined);
    if (uris.length > 0) data.set(URI_LIST, new DataTransferItem(uris.map(String).join('\r\n')));
  }

  async handleDrop(target: Node | undefined, data: DataTransfer): Promise<void> {
    const uri = target?.kind === 'group' ? target.group.uri : null;
    const things = await thingsDragged({
      files: filesIn(data),
      uriList: await textIn(data, URI_LIST),
      html: await textIn(data, 'text/html'),
      text: await textIn(data, 'text/plain'),
    });
    await this.#adder.add(things, { folder: uri === null ? undefined : Uri.parse(uri) });
  }
}

function filesIn(data: DataTransfer) {
  const files = [...data].map(([, item]) => item.asFile()).filter((file) => file !== undefined);
  return files.map((file) => ({ name: file.name, uri: file.uri?.toString() ?? null, bytes: async () => await file.data() }));
}

async function textIn(data: DataTransfer, type: string): Promise<string> {
  const item = data.get(type);
  return item && !item.asFile() ? await item.asString() : '';
}
