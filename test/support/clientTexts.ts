import { parseAst } from 'vitest/node';
import type { RepositoryFile } from './tidyFiles.ts';

/** A text that the client has the editor translate. */
export interface ClientText {
  /** `path:line` */
  readonly place: string;
  /** What is translated; null where it is not written out as one string. */
  readonly text: string | null;
  /** How many values are put into it. */
  readonly values: number;
}

/** Of a syntax tree (ESTree) as much as is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Names for what is said to users where a single word may stand. */
const SHOWN = /^(?:title|label|description|detail|tooltip|prompt|placeHolder|placeholder|openLabel|message)$/;
/** Calls that show what they are given. */
const SHOWING = /^(?:show\w+Message|showQuickPick|setStatusBarMessage|TreeItem|CannotAdd|patiently)$/;
/** Calls whose texts are for logs, for programs, or for us when something is broken. */
const UNSEEN = /^(?:error|warn|info|debug|Error|includes|closest|querySelector(?:All)?)$/;
/** What makes a string one to be read: where it is known to be shown, and where it is not (a list of names is a selector). */
const WORD = /^\p{Lu}\p{Ll}|\p{L}{2,} \p{L}{2,}/u;
const SENTENCE = /^(?!\w+(?:, \w+)+$).*\p{L}{2,}[.,;:…]? +\p{L}{2,}/su;
/** The name of the extension is the same everywhere. */
const BRAND = /\bVerbatim\b/g;

/** Every call of `l10n.t`. */
export function textsOf(file: RepositoryFile): readonly ClientText[] {
  const found: ClientText[] = [];
  walk(treeOf(file), (node) => {
    if (!isTranslation(node)) return true;
    const [first, ...values] = node.arguments as readonly Node[];
    found.push({ place: placeOf(file, node), text: typeof first?.value === 'string' ? first.value : null, values: values.length });
    return true;
  });
  return found;
}

/** `path:line: words` of everything in a file that reads as if it were shown, and would be in English everywhere. */
export function untranslatedIn(file: RepositoryFile): readonly string[] {
  return englishIn(treeOf(file), SENTENCE).map(({ node, words }) => `${placeOf(file, node)}: ${words}`);
}

/** The strings below a node that read as `pattern` says; below what is certainly shown, as words do. */
function englishIn(top: Node, pattern: RegExp): { readonly node: Node; readonly words: string }[] {
  const found: { readonly node: Node; readonly words: string }[] = [];
  walk(top, (node) => {
    if (isTranslation(node) || UNSEEN.test(calledIn(node)) || /^(?:Import|TS)/.test(node.type)) return false;
    const shown = pattern === WORD ? [] : shownBy(node);
    found.push(...shown.flatMap((one) => englishIn(one, WORD)));
    const words = wordsOf(node);
    if (words !== undefined && pattern.test(words)) found.push({ node, words });
    return shown.length === 0;
  });
  return found;
}

function treeOf({ text }: RepositoryFile): Node {
  return parseAst(text, { lang: 'ts' }) as unknown as Node;
}

/** Visits a tree from the top; what `visit` says no to is not gone into. */
function walk(node: Node, visit: (node: Node) => boolean): void {
  if (!visit(node)) return;
  for (const child of Object.values(node).flat()) {
    if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Node, visit);
  }
}

function isTranslation(node: Node): boolean {
  const callee = node.callee as Node | undefined;
  return node.type === 'CallExpression' && callee?.type === 'MemberExpression' && nameOf(callee.object as Node) === 'l10n';
}

/** What is called or made, by its last name; empty where nothing is. */
function calledIn(node: Node): string {
  const callee = node.callee as Node | undefined;
  if (callee === undefined) return '';
  return nameOf(callee.type === 'MemberExpression' ? (callee.property as Node) : callee);
}

/** The parts of a node that are to be seen. */
function shownBy(node: Node): readonly Node[] {
  if (SHOWING.test(calledIn(node))) return node.arguments as readonly Node[];
  return node.type === 'Property' && SHOWN.test(nameOf(node.key as Node)) ? [node.value as Node] : [];
}

function nameOf({ name, value }: Node): string {
  return String(name ?? value ?? '');
}

/** The words of a literal, or of a stretch of a template, without icons and tags. */
function wordsOf(node: Node): string | undefined {
  const raw = node.type === 'TemplateElement' ? (node.value as { readonly cooked: string }).cooked : node.value;
  if (typeof raw !== 'string' || (node.type !== 'Literal' && node.type !== 'TemplateElement')) return undefined;
  return raw
    .replace(/\$\([^)]*\)|^[^<>]*>|<[^<>]*(?:>|$)/g, '')
    .replace(BRAND, '')
    .trim();
}

function placeOf({ path, text }: RepositoryFile, { start }: Node): string {
  return `${path}:${text.slice(0, start).split('\n').length}`;
}
