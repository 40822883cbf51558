import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = path.resolve(import.meta.dirname, '../../server/src');
/** What is fetched from the web the client fetches: it says of it what is to be said. */
const WEB = path.join(SOURCES, 'web');

/** The templates of all that the server says: of sentences that know what they are made of, and of such as go their way as text. */
export interface SaidTemplates {
  readonly said: Set<string>;
  readonly plain: Set<string>;
}

/** Reads them from the source code, where the tags `say` and `plainly` mark them. */
export function saidTemplates(): SaidTemplates {
  return templatesIn(SOURCES, (folder) => folder !== WEB);
}

/** What is said in English of what is fetched from the web, and is among the client's texts. */
export function webTemplates(): ReadonlySet<string> {
  return templatesIn(WEB, () => true).said;
}

function templatesIn(top: string, isWanted: (folder: string) => boolean): SaidTemplates {
  const found: SaidTemplates = { said: new Set(), plain: new Set() };
  for (const entry of readdirSync(top, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts') || entry.name === 'said.ts') continue;
    if (!isWanted(entry.parentPath)) continue;
    gatherFrom(readFileSync(path.join(entry.parentPath, entry.name), 'utf8'), found);
  }
  return found;
}

function gatherFrom(code: string, found: SaidTemplates): void {
  const tagged = /(?:\bsense\('([^']+)', )?\b(say|plainly)`/g;
  for (let match = tagged.exec(code); match; match = tagged.exec(code)) {
    const { template, expressions, end } = templateAt(code, tagged.lastIndex);
    const [, sense, tag] = match;
    (tag === 'say' ? found.said : found.plain).add(sense ? `${sense}: ${template}` : template);
    for (const expression of expressions) gatherFrom(expression, found);
    tagged.lastIndex = end;
  }
}

/** A template literal whose words begin at an offset: its expressions numbered in their places, and these. */
function templateAt(code: string, start: number): { template: string; expressions: readonly string[]; end: number } {
  let template = '';
  const expressions: string[] = [];
  for (let at = start; at < code.length; at++) {
    if (code[at] === '`') return { template, expressions, end: at + 1 };
    if (code.startsWith('${', at)) {
      const end = endOfExpression(code, at + 2);
      template += `{${expressions.length}}`;
      expressions.push(code.slice(at + 2, end));
      at = end;
    } else {
      if (code[at] === '\\') at++;
      template += code[at];
    }
  }
  throw new Error('a template literal does not end');
}

/** The brace that ends an expression; there may be texts in it, with braces of their own. */
function endOfExpression(code: string, start: number): number {
  for (let at = start, depth = 0; at < code.length; at++) {
    const letter = code[at] as string;
    if (letter === '}' && depth-- === 0) return at;
    if (letter === '{') depth++;
    if (letter === "'") at = code.indexOf("'", at + 1);
    if (letter === '`') at = templateAt(code, at + 1).end - 1;
  }
  throw new Error('an expression in a template literal does not end');
}
