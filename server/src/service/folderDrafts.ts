import type { Analysis } from '../rules/analysis.ts';
import { comparedWords, inconsistentDrafts, type NamedAnalysis, withFindings } from '../rules/inconsistentDrafts.ts';

interface OpenDraft extends NamedAnalysis {
  readonly path: string;
  readonly folder: string;
  /** What of it other drafts are compared with; worked out when it is first asked for. */
  compared: string | null;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The open drafts of each folder, held beside each other as the command line holds those that it is given. */
export class FolderDrafts {
  readonly #drafts = new Map<string, OpenDraft>();
  readonly #changed: () => void;

  /** `changed` is told when what is found in one draft may be other because of another. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Names what the other drafts of the folder quote: what is found beside them depends on it. */
  stateBeside(uri: string, path: string): string {
    return this.#others(uri, path)
      .map((draft) => `${draft.name}:${comparedOf(draft)}`)
      .join('\n');
  }

  /** An analysis of a draft with what is found in it beside the other drafts of its folder. */
  beside(uri: string, path: string, analysis: Analysis): Analysis {
    const folder = folderOf(path);
    const own: OpenDraft = { path, folder, name: path.slice(folder.length), analysis, compared: null };
    const before = this.#drafts.get(uri);
    this.#drafts.set(uri, own);
    const others = this.#others(uri, path);
    if (others.length === 0) return analysis;
    if (before?.path !== path || comparedOf(before) !== comparedOf(own)) this.#changed();
    const inOrder = [...others, own].sort((a, b) => (a.path < b.path ? -1 : 1));
    return withFindings(analysis, inconsistentDrafts(inOrder).get(analysis.draft) ?? []);
  }

  forget(uri: string): void {
    const draft = this.#drafts.get(uri);
    this.#drafts.delete(uri);
    if (draft && this.#others(uri, draft.path).length > 0) this.#changed();
  }

  #others(uri: string, path: string): OpenDraft[] {
    const folder = folderOf(path);
    return [...this.#drafts].flatMap(([other, draft]) => (other !== uri && draft.folder === folder ? [draft] : []));
  }
}

function comparedOf(draft: OpenDraft): string {
  draft.compared ??= comparedWords(draft);
  return draft.compared;
}
