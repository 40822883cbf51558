// Paths as hosts write them: absolute, with forward slashes; `/a/b`, `C:/a/b`, `//server/share/a`, or a URI such as
// `vscode-vfs://github/a/b`. Small enough to run where there is no `node:path`.

const ROOT = /^(?:[A-Za-z][A-Za-z0-9+.-]+:\/\/[^/]*\/?|[A-Za-z]:\/|\/\/[^/]+\/[^/]+\/?|\/)/;

/** Forward slashes for a Windows path; any other stays as it is, since a name may hold a backslash elsewhere. */
export function normalPath(path: string): string {
  return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path) ? path.replaceAll('\\', '/') : path;
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
  const whole = trimSlash(normalPath(path));
  const root = rootOf(whole);
  if (whole.length <= root.length) return undefined;
  const slash = whole.lastIndexOf('/');
  if (slash < root.length) return root === '' ? '.' : trimSlash(root);
  return whole.slice(0, slash);
}

/** `relative` as seen from `base`, with `.` and `..` worked out; an absolute one stays itself. */
export function joinPath(base: string, relative: string): string {
  const to = normalPath(relative);
  const whole = isAbsolutePath(to) ? to : `${trimSlash(normalPath(base))}/${to.replaceAll('\\', '/')}`;
  const root = rootOf(whole);
  const steps: string[] = [];
  for (const step of whole.slice(root.length).split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') steps.pop();
    else steps.push(step);
  }
  return trimSlash(root + steps.join('/'));
}

/** The way from `folder` to `path`, with forward slashes: '' for the folder itself, undefined where `path` is not in it. */
export function relativeTo(folder: string, path: string): string | undefined {
  const from = trimSlash(sameCase(normalPath(folder)));
  const to = trimSlash(sameCase(normalPath(path)));
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
  for (let at: string | undefined = trimSlash(normalPath(folder)); at !== undefined; at = parentOf(at)) yield at;
}

/** Drive letters come in either case. */
function sameCase(path: string): string {
  return /^[A-Z]:\//.test(path) ? path[0]?.toLowerCase() + path.slice(1) : path;
}

function trimSlash(path: string): string {
  const root = rootOf(path);
  return path.length > root.length ? path.replace(/\/+$/, '') : path;
}
