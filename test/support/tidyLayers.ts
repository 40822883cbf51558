import type { Import } from './tidyFiles.ts';

/** Who may import whom, below `server/src/`: a layer, itself always included. The table of ARCHITECTURE.md. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  text: [],
  prose: ['text'],
  draft: ['prose'],
  corpus: ['prose'],
  match: ['corpus'],
  rules: ['draft', 'match'],
  readers: ['text', 'prose', 'corpus'],
  service: ['rules', 'readers'],
  features: ['service'],
  lsp: ['features', 'core'],
  core: ['service'],
  web: ['text'],
  node: ['lsp', 'web', 'core'],
  browser: ['lsp'],
};

/** The layers that know no time, no file system and no console. */
export const CORE = ['text', 'prose', 'match', 'draft', 'corpus', 'rules'] as const;

/** Where packages that know more than the language may be imported. */
const PACKAGES: readonly { readonly pattern: RegExp; readonly layers: readonly string[]; readonly why: string }[] = [
  { pattern: /^node:|^commander$/, layers: ['node'], why: 'only node/ touches the machine' },
  { pattern: /^@modelcontextprotocol\//, layers: ['node'], why: 'only node/ serves assistants' },
  { pattern: /^vscode-languageserver/, layers: ['features', 'lsp', 'node', 'browser'], why: 'nothing below features/ knows the protocol' },
  { pattern: /^vscode(?:-languageclient.*)?$/, layers: [], why: 'only client/ knows the editor' },
];

/** The layer of a path, or undefined outside `server/src/`. */
export function layerOf(path: string): string | undefined {
  return /^server\/src\/([^/]+)\//.exec(path)?.[1];
}

/** All layers that one may import. */
function reach(layer: string): ReadonlySet<string> {
  const reached = new Set([layer]);
  for (const one of reached) for (const next of BELOW[one] ?? []) reached.add(next);
  return reached;
}

/** What is wrong with an import by the table, or undefined. */
export function trespass({ from, specifier, to }: Import): string | undefined {
  if (from.startsWith('client/src/')) return clientTrespass(from, to);
  const layer = layerOf(from);
  if (layer === undefined) return undefined;
  if (!(layer in BELOW)) return `${from}: the folder ${layer} is not in the table of layers`;
  if (!specifier.startsWith('.')) {
    const bound = PACKAGES.find(({ pattern }) => pattern.test(specifier));
    return bound === undefined || bound.layers.includes(layer) ? undefined : `${from} imports ${specifier}: ${bound.why}`;
  }
  const target = layerOf(to);
  if (target !== undefined && reach(layer).has(target)) return undefined;
  return `${from} imports ${to}: ${layer} may import ${[...reach(layer)].join(', ')}`;
}

/** All that the client may know of the server. */
const SHARED = ['protocol', 'assistantsProtocol', 'factCheckProtocol', 'findingsProtocol', 'letStandProtocol', 'sourcesProtocol']
  .map((name) => `server/src/lsp/${name}.ts`)
  .concat('server/src/web/fetchPage.ts');

function clientTrespass(from: string, to: string): string | undefined {
  if (!to.startsWith('server/') || SHARED.includes(to)) return undefined;
  return `${from} imports ${to}: the client knows only the protocol (lsp/) and web/fetchPage.ts of the server`;
}
