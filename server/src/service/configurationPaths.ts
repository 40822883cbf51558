// Paths as hosts write them: absolute, with forward slashes; `/a/b`, `C:/a/b`, `//server/share/a`, or a URI such as
// `vscode-vfs://github/a/b` or `memfs:/a/b`, whose names are encoded. Small enough to run where there is no `node:path`.

const URI = /^[A-Za-z][A-Za-z0-9+.-]+:\//;
const ROOT = /^(?:[A-Za-z][A-Za-z0-9+.-]+:\/(?:\/[^/]*\/?)?|[A-Za-z]:\/|\/\/[^/]+\/[^/]+\/?|\/)/;

/** Forward slashes for a Windows path; any other stays as it is, since a name may hold a backslash elsewhere. */
export function normalPath(path: string): string {
  return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path) ? path.replaceAll('\\', '/') : path;
}

/** Whether a path is a URI: then it is on no disk of this machine. */
export function isUri(path: string): boolean {
  return URI.test(path);
}

/** A file's name as it stands in a URI, with the letters encoded that VS Code encodes. */
export function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The last name of a path, as people write it. */
export function fileNameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isUri(path) ? decoded(name) : name;
}

/** A part of a URI as people write it; as it is where it is encoded wrongly. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function isAbsolutePath(path: string): boolean {
  return ROOT.test(normalPath(path));
}

/** What cannot be gone above: `/`, `C:/`, `scheme://host/`; always ends with a slash. Empty for a relative path. */
function rootOf(path: string): string {
  const root = ROOT.exec(path)?.[0] ?? '';
  return root === '' || root.endsWith('/') ? root : `${root}/`;
}

/** The folder that holds `path`; undefined for a root. */
export function parentOf(path: string): string | undefined {
  const whole = trimmedSlash(normalPath(path));
  const root = rootOf(whole);
  if (whole.length <= root.length) return undefined;
  const slash = whole.lastIndexOf('/');
  if (slash < root.length) return root === '' ? '.' : trimmedSlash(root);
  return whole.slice(0, slash);
}

/** `relative` as seen from `base`, with `.` and `..` worked out; an absolute one stays itself. */
export function joinPath(base: string, relative: string): string {
  const to = normalPath(relative);
  const way = isUri(base) ? to.replaceAll('\\', '/').split('/').map(encodedOnce).join('/') : to.replaceAll('\\', '/');
  const whole = isAbsolutePath(to) ? to : `${trimmedSlash(normalPath(base))}/${way}`;
  const root = rootOf(whole);
  const steps: string[] = [];
  for (const step of whole.slice(root.length).split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') steps.pop();
    else steps.push(step);
  }
  return trimmedSlash(root + steps.join('/'));
}

/** The way from `folder` to `path`, with forward slashes: '' for the folder itself, undefined where `path` is not in it. */
export function relativeTo(folder: string, path: string): string | undefined {
  const from = trimmedSlash(sameCase(normalPath(folder)));
  const to = trimmedSlash(sameCase(normalPath(path)));
  if (to === from) return '';
  const prefix = from.endsWith('/') ? from : `${from}/`;
  return to.startsWith(prefix) ? to.slice(prefix.length) : undefined;
}

/** Whether `path` is `folder` or lies in it. */
export function isInside(folder: string, path: string): boolean {
  return relativeTo(folder, path) !== undefined;
}

/** `folder` and all above it, nearest first. */
export function* upwards(folder: string): Generator<string> {
  for (let at: string | undefined = trimmedSlash(normalPath(folder)); at !== undefined; at = parentOf(at)) yield at;
}

/** Drive letters come in either case. */
function sameCase(path: string): string {
  return /^[A-Z]:\//.test(path) ? path[0]?.toLowerCase() + path.slice(1) : path;
}

/** A path without a slash at its end, unless it is a root. */
export function trimmedSlash(path: string): string {
  const root = rootOf(path);
  return path.length > root.length ? path.replace(/\/+$/, '') : path;
}

/** A name that somebody wrote into a path, plainly or as it stands in a URI. */
function encodedOnce(name: string): string {
  return encodedName(decoded(name));
}
