// The folder that the tour works in: the sample draft and its sources, as the extension ships them.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A folder on the disk that is laid out anew before each scene. */
export class Desk {
  readonly folder: string;
  readonly #project: string;

  /** `project` is where the sample is taken from. */
  constructor(folder: string, project: string) {
    this.folder = folder;
    this.#project = project;
    mkdirSync(folder, { recursive: true });
    this.tidy();
  }

  /** Writes a file of the folder, as another program would. */
  write(name: string, text: string): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }

  /** What a file has on the disk; empty where there is none. */
  read(name: string): string {
    const file = path.join(this.folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Leaves the sample draft and its sources as they are shipped, and nothing else. */
  tidy(): void {
    for (const name of readdirSync(this.folder)) {
      if (name !== 'draft.md' && name !== 'corpus') rmSync(path.join(this.folder, name), { recursive: true });
    }
    this.write('draft.md', readFileSync(path.join(this.#project, 'demo/draft.md'), 'utf8'));
    const sources = path.join(this.#project, 'corpus');
    const shipped = readdirSync(sources);
    const corpus = path.join(this.folder, 'corpus');
    if (!existsSync(corpus)) cpSync(sources, corpus, { recursive: true });
    for (const name of readdirSync(corpus)) if (!shipped.includes(name)) rmSync(path.join(corpus, name), { recursive: true });
  }
}
