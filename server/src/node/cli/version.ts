/** The version of the package; a test holds it against package.json, which the bundle does not carry. */
export const VERSION = '0.1.0';
