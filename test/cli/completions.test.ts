import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { folderWith } from './world.ts';

const { verbatim, write, path } = folderWith({ 'draft.md': 'Words.\n' });

/** What bash would complete the last word to, cut as bash cuts words. */
function inBash(script: string, ...words: readonly string[]): string[] {
  const program = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _verbatim; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', program, 'bash', script, ...words], { encoding: 'utf8', cwd: path })
    .trimEnd()
    .split('\n');
}

describe('completions', () => {
  it('of bash are those of the program', async () => {
    const { stdout } = await verbatim('completions', 'bash');
    write({ 'complete.bash': stdout });
    const complete = (...words: string[]) => inBash('./complete.bash', 'verbatim', ...words);
    expect(complete('ch')).toEqual(['check']);
    expect(complete('check', '--form')).toEqual(['--format']);
    expect(complete('check', '--format', 'js')).toEqual(['json']);
    expect(complete('check', '--rule', 'wrong-da')).toContain('wrong-date=error');
    expect(complete('check', '--rule', 'wrong-date', '=')).toEqual(['off', 'hint', 'information', 'warning', 'error']);
    expect(complete('check', '--rule', 'wrong-date', '=', 'e')).toEqual(['error']);
    expect(complete('explain', 'wrong-s')).toEqual(['wrong-speaker', 'wrong-source']);
    expect(complete('check', 'dra')).toEqual(['draft.md']);
    expect(complete('completions', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  it('of zsh and fish have every command and option', async () => {
    for (const shell of ['zsh', 'fish']) {
      const { status, stdout } = await verbatim('completions', shell);
      expect(status).toBe(0);
      for (const word of ['check', 'report', 'sources', 'find', 'add', 'explain', 'stdin-filename', 'update-baseline', 'wrong-date=error'])
        expect(stdout, shell).toContain(word);
    }
  });

  it('need a shell', async () => {
    expect(await verbatim('completions', 'tcsh')).toMatchObject({
      status: 2,
      stderr: 'verbatim: Name your shell: verbatim completions bash|zsh|fish.\n',
    });
  });
});

describe('explain', () => {
  it('lists the rules, and shows the page of one', async () => {
    const list = await verbatim('explain');
    expect(list.stdout.split('\n').find((line) => line.startsWith('cut-quote'))).toMatch(/^cut-quote +hint +\S/);
    expect((await verbatim('explain', 'cut-quote')).stdout).toContain('## When to overrule it');
    expect((await verbatim('explain', 'misquote.number')).stdout).toMatch(/^# misquote\n/);
  });

  it('says what was meant', async () => {
    expect(await verbatim('explain', 'wrong-dates')).toMatchObject({
      status: 2,
      stderr: 'verbatim: There is no rule “wrong-dates”. Did you mean “wrong-date”?\n',
    });
    expect((await verbatim('explain', 'misquote.numbr')).stderr).toContain('Did you mean “number”?');
  });
});
