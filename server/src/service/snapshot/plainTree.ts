/** The typed arrays that a tree may have as leaves. */
export type NumberArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

/** Every kind of typed array, by the name that it is saved under. */
export const ARRAY_TYPES = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const;

export type ArrayType = keyof typeof ARRAY_TYPES;

/** A typed array of a tree, and where it stands: `words.offsets`. */
export interface NamedArray {
  readonly name: string;
  readonly type: ArrayType;
  readonly array: NumberArray;
}

/** A tree of plain data in two parts: the typed arrays, and all else as JSON takes it. */
export interface SplitTree {
  readonly rest: unknown;
  readonly arrays: readonly NamedArray[];
}

/** What a string of the rest stands for, by its first character: so that no string of the data is taken for something else. */
const TEXT = '=';
const NUMBER = '~';
const ARRAY = '#';

/**
 * Takes the typed arrays out of a tree whose leaves are typed arrays, numbers, strings, booleans and null. Properties
 * that are undefined are left out. Throws a TypeError for anything else: it would not come back as it was.
 */
export function splitTree(tree: unknown): SplitTree {
  const arrays: NamedArray[] = [];
  const split = (node: unknown, name: string): unknown => {
    const simple = simpleLeaf(node);
    if (simple !== undefined) return simple;
    if (Array.isArray(node)) return node.map((item, at) => split(item, below(name, String(at))));
    if (ArrayBuffer.isView(node)) return ARRAY + (arrays.push({ name, ...typed(node, name) }) - 1);
    if (!isPlain(node)) throw new TypeError(`“${name}” is no plain data.`);
    const properties = Object.entries(node).filter(([, value]) => value !== undefined);
    // Defines what it makes: a property named __proto__ stays a property.
    return Object.fromEntries(properties.map(([key, value]) => [key, split(value, below(name, key))]));
  };
  return { rest: split(tree, ''), arrays };
}

/** What stands for null, a boolean, a string or a number; undefined for all else. */
function simpleLeaf(node: unknown): null | boolean | string | number | undefined {
  if (node === null || typeof node === 'boolean') return node;
  if (typeof node === 'string') return TEXT + node;
  if (typeof node !== 'number') return undefined;
  // JSON knows neither these nor that zero.
  if (Object.is(node, -0)) return `${NUMBER}-0`;
  return Number.isFinite(node) ? node : NUMBER + node;
}

/** The tree that was split; `arrays` in the same order. Throws where the rest is not what {@link splitTree} gives. */
export function joinTree(rest: unknown, arrays: readonly NumberArray[]): unknown {
  if (rest === null || typeof rest === 'boolean' || typeof rest === 'number') return rest;
  if (typeof rest === 'string') return leafOf(rest, arrays);
  if (Array.isArray(rest)) return rest.map((item) => joinTree(item, arrays));
  return Object.fromEntries(Object.entries(rest as object).map(([key, value]) => [key, joinTree(value, arrays)]));
}

function leafOf(leaf: string, arrays: readonly NumberArray[]): unknown {
  const value = leaf.slice(1);
  if (leaf.startsWith(TEXT)) return value;
  if (leaf.startsWith(NUMBER)) return Number(value);
  const array = leaf.startsWith(ARRAY) ? arrays[Number(value)] : undefined;
  if (array === undefined) throw new TypeError('A leaf is of no known kind.');
  return array;
}

function below(name: string, key: string): string {
  return name === '' ? key : `${name}.${key}`;
}

function typed(view: ArrayBufferView, name: string): { readonly type: ArrayType; readonly array: NumberArray } {
  const found = Object.entries(ARRAY_TYPES).find(([, type]) => view instanceof type);
  if (!found) throw new TypeError(`“${name}” is no typed array that can be saved.`);
  return { type: found[0] as ArrayType, array: view as NumberArray };
}

function isPlain(node: unknown): node is object {
  if (typeof node !== 'object' || node === null) return false;
  const prototype: unknown = Object.getPrototypeOf(node);
  return prototype === null || prototype === Object.prototype;
}
