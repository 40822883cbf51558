import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** Where a system wants caches to be. */
export function cacheFolder(
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') {
    const local = environment.LOCALAPPDATA || win32.join(home, 'AppData', 'Local');
    return win32.join(local, 'verbatim', 'Cache');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'verbatim');
  const wanted = environment.XDG_CACHE_HOME ?? '';
  // The XDG Base Directory Specification wants a relative path to be ignored.
  return posix.join(posix.isAbsolute(wanted) ? wanted : posix.join(home, '.cache'), 'verbatim');
}
