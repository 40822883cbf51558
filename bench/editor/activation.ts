// What the editor itself has noted of an extension's start, read where it shows that: “Developer: Startup Performance”.
import * as vscode from 'vscode';
import type { Activation } from './results.ts';

const PATIENCE_MS = 10_000;
/** The first columns of its table of extensions; what is read are the last three of these. */
const COLUMNS = ['Extension', 'Eager', 'Load Code', 'Call Activate', 'Finish Activate'];

/** The cells of a line of a table; none where it is no such line. */
function cellsOf(line: string): readonly string[] {
  const cells = line.split('|').map((cell) => cell.trim());
  return cells.length < COLUMNS.length + 2 ? [] : cells.slice(1, -1);
}

/** The times of an extension that was started, as the page tells them. It is opened, and closed again. Throws where the page does not tell. */
export async function activationOf(id: string): Promise<Activation> {
  await vscode.commands.executeCommand('perfview.show');
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; ) {
    const pages = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'perf');
    const rows = pages.flatMap((page) => page.getText().split('\n')).map(cellsOf);
    const head = rows.find(([name]) => name === COLUMNS[0]);
    const row = rows.find(([name]) => name === id);
    if (head && row) {
      if (COLUMNS.some((name, at) => head[at] !== name)) throw new Error(`The editor’s table has other columns: ${head.join(', ')}.`);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      const [load, call, resolved] = row.slice(2).map(Number) as [number, number, number];
      return { load, call, resolved };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The editor does not tell how ${id} was started.`);
}
