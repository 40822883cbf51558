/**
 * Whether a tree of plain data has the fields that a model has, of the same kinds. Null may stand for a typed array, as
 * it does where a segment keeps none. A guard against snapshots from before a field was added: what is read is taken for
 * what the model is.
 */
export function isShapedLike(tree: unknown, model: unknown): boolean {
  if (ArrayBuffer.isView(model)) return tree === null || (ArrayBuffer.isView(tree) && kindOf(tree) === kindOf(model));
  if (Array.isArray(model)) return Array.isArray(tree);
  if (!isObject(model)) return model === null || typeof tree === typeof model;
  if (!isObject(tree) || Array.isArray(tree) || ArrayBuffer.isView(tree)) return false;
  const keys = keysOf(model);
  if (keys.length !== keysOf(tree).length) return false;
  return keys.every((key) => Object.hasOwn(tree, key) && isShapedLike(tree[key], model[key]));
}

/** A property that is undefined is as good as none, and not saved. */
function keysOf(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}

function kindOf(view: ArrayBufferView): string {
  return Object.prototype.toString.call(view);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
