// What the suites use of `node:assert/strict`, for the web extension host: the bundler puts it in its place there.

class AssertionError extends Error {
  override readonly name = 'AssertionError';
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string, actual: unknown, expected: unknown) {
    super(message);
    this.actual = actual;
    this.expected = expected;
  }
}

function check(good: boolean, message: string | undefined, usual: () => string, [actual, expected]: readonly unknown[]): void {
  if (!good) throw new AssertionError(message ?? usual(), actual, expected);
}

const shown = (value: unknown) => (value === undefined ? 'undefined' : JSON.stringify(value));

/** Equal values as the suites have them: plain data, and what VS Code makes of ranges. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && same(a[key as never], b[key as never]));
}

const assert = {
  ok(value: unknown, message?: string): asserts value {
    check(Boolean(value), message, () => `${shown(value)} is not truthy`, [value, true]);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    check(Object.is(actual, expected), message, () => `${shown(actual)} is not ${shown(expected)}`, [actual, expected]);
  },
  notEqual(actual: unknown, expected: unknown, message?: string): void {
    check(!Object.is(actual, expected), message, () => `${shown(actual)} is what it should not be`, [actual, expected]);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    check(same(actual, expected), message, () => `${shown(actual)} is not ${shown(expected)}`, [actual, expected]);
  },
  match(actual: string, pattern: RegExp, message?: string): void {
    check(pattern.test(actual), message, () => `${shown(actual)} does not match ${String(pattern)}`, [actual, pattern]);
  },
  doesNotMatch(actual: string, pattern: RegExp, message?: string): void {
    check(!pattern.test(actual), message, () => `${shown(actual)} matches ${String(pattern)}`, [actual, pattern]);
  },
};

// biome-ignore lint/style/noDefaultExport: it stands for a module that has one.
export default assert;
