import type { MakeEngine } from './engine.ts';

/** The project’s own engine, which the others are compared with. */
export const OURS = 'verbatim';

/** Every engine by its short name; each is loaded only where it runs, so that none weighs on another. */
export const ENGINES: Readonly<Record<string, () => Promise<MakeEngine>>> = {
  [OURS]: async () => (await import('./verbatim.ts')).verbatim,
  flexsearch: async () => (await import('./flexsearch.ts')).flexsearch,
  'flexsearch-deep': async () => (await import('./flexsearch.ts')).flexsearchDeep,
  'flexsearch-context': async () => (await import('./flexsearch.ts')).flexsearchContext,
  minisearch: async () => (await import('./minisearch.ts')).minisearch,
  sqlite: async () => (await import('./sqlite.ts')).sqlite,
  approx: async () => (await import('./approx.ts')).approx,
  fuse: async () => (await import('./fuse.ts')).fuse,
};
