import { describe, expect, it } from 'vitest';
import { isAbsolutePath, isInside, joinPath, parentOf, relativeTo, upwards } from './configurationPaths.ts';

describe('paths', () => {
  it.each([
    ['/a/b', ['/a/b', '/a', '/']],
    ['/a/b/', ['/a/b', '/a', '/']],
    ['C:\\a\\b', ['C:/a/b', 'C:/a', 'C:/']],
    ['//server/share/a', ['//server/share/a', '//server/share/']],
    ['file:///a/b', ['file:///a/b', 'file:///a', 'file:///']],
    ['vscode-vfs://github/a', ['vscode-vfs://github/a', 'vscode-vfs://github/']],
  ])('go up from %s to its root', (path, all) => {
    expect([...upwards(path)]).toEqual(all);
  });

  it('end at their root', () => {
    expect(parentOf('/')).toBeUndefined();
    expect(parentOf('C:/')).toBeUndefined();
    expect(parentOf('a')).toBe('.');
  });

  it.each([
    ['/a/b', 'c', '/a/b/c'],
    ['/a/b', '../c/./d/', '/a/c/d'],
    ['/a', '../../../c', '/c'],
    ['/a', '/c/', '/c'],
    ['/', 'c', '/c'],
    ['C:/a', '..\\c', 'C:/c'],
    ['C:/a', 'D:\\c', 'D:/c'],
    ['vscode-vfs://github/a', '../b', 'vscode-vfs://github/b'],
    ['vscode-vfs://github/a', 'my sources/(old)', 'vscode-vfs://github/a/my%20sources/%28old%29'],
    ['vscode-vfs://github/a', 'my%20sources', 'vscode-vfs://github/a/my%20sources'],
    ['memfs:/a/b', '../../../c', 'memfs:/c'],
    ['/a', 'memfs:/c', 'memfs:/c'],
  ])('from %s, %s is %s', (base, relative, joined) => {
    expect(joinPath(base, relative)).toBe(joined);
  });

  it('know what lies in a folder', () => {
    expect(relativeTo('/a', '/a/b/c.md')).toBe('b/c.md');
    expect(relativeTo('/a/', '/a')).toBe('');
    expect(relativeTo('/', '/a')).toBe('a');
    expect(relativeTo('/a', '/ab')).toBeUndefined();
    expect(isInside('c:/a', 'C:/a/b')).toBe(true);
    expect(isAbsolutePath('a/b')).toBe(false);
  });
});
