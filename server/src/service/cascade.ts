import type { ProjectSettings } from './configuration.ts';
import { isAbsolutePath, joinPath, relativeTo } from './configurationPaths.ts';
import { seenFromAbove } from './globs.ts';
import type { Settings } from './settings.ts';

/** A project file and what it says. */
export interface Level {
  readonly file: string;
  /** The folder that holds it. */
  readonly folder: string;
  readonly project: ProjectSettings;
}

/** What several project files amount to: one that lies where the topmost does. */
export interface Cascade {
  /** The topmost file's folder. */
  readonly base: string;
  /** Paths and glob patterns count from `base`, or are absolute. */
  readonly settings: Partial<Settings>;
  /** The folder of the file that says where the stet file lies; null where none does. */
  readonly stetHome: string | null;
}

/**
 * Project files that hold together, the nearest first; null for none. Of each setting the nearest file's holds; `severity`
 * is put together rule by rule, and `aliases` hold all of them. Paths and patterns of a file count from its own folder.
 */
export function cascadeOf(levels: readonly Level[]): Cascade | null {
  const top = levels.at(-1);
  if (!top) return null;
  const base = top.folder;
  const stetHome = levels.find(({ project }) => project.settings.stetFile !== undefined)?.folder ?? null;
  const settings = levels.map((level) => seenFrom(base, level)).reduce((near, far) => united(near, far));
  return { base, settings, stetHome };
}

function united(near: Partial<Settings>, far: Partial<Settings>): Partial<Settings> {
  const { severity, aliases } = { ...far, ...near };
  return {
    ...far,
    ...near,
    ...(severity === undefined ? {} : { severity: mergedSeverity(near.severity ?? {}, far.severity ?? {}) }),
    ...(aliases === undefined ? {} : { aliases: withoutTwins([...(near.aliases ?? []), ...(far.aliases ?? [])]) }),
  };
}

/** Severities that hold where those which win say nothing of the rule: `misquote` speaks for all kinds of it. */
export function mergedSeverity(winning: Settings['severity'], other: Settings['severity']): Settings['severity'] {
  const open = Object.entries(other).filter(([key]) => !(key in winning) && !((key.split('.')[0] as string) in winning));
  return { ...Object.fromEntries(open), ...winning };
}

/** The settings of a file as one in a folder above would have them. */
function seenFrom(base: string, { folder, project: { settings } }: Level): Partial<Settings> {
  const way = relativeTo(base, folder) ?? '';
  if (way === '') return settings;
  const { corpora, stetFile, include, exclude } = settings;
  // Whole paths, since a folder's name may hold what a relative path would not keep.
  const whole = (path: string): string => (isAbsolutePath(path) ? path : joinPath(folder, path));
  return {
    ...settings,
    ...(corpora ? { corpora: corpora.map(whole) } : {}),
    ...(stetFile ? { stetFile: whole(stetFile) } : {}),
    ...(include ? { include: seenFromAbove(include, way) } : {}),
    ...(exclude ? { exclude: seenFromAbove(exclude, way) } : {}),
  };
}

function withoutTwins(lists: Settings['aliases']): Settings['aliases'] {
  return [...new Map(lists.map((list) => [JSON.stringify(list), list])).values()];
}
