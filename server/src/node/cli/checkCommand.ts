import { statSync } from 'node:fs';
import { Command, Option } from 'commander';
import { type CheckArguments, check } from './check.ts';
import { CHECK_FORMATS, type CheckFormat } from './checkFormats.ts';
import { collected, wholeNumber } from './options.ts';
import { absolutePath } from './paths.ts';
import { ruleSeverities } from './ruleSeverities.ts';
import { CannotRun } from './terminal.ts';
import type { World } from './world.ts';

interface CheckFlags {
  readonly corpus?: readonly string[];
  readonly format: CheckFormat;
  readonly output?: string;
  readonly config?: string;
  readonly maxWarnings?: number;
  readonly rule?: readonly string[];
  readonly quiet?: boolean;
  readonly fix?: boolean;
  readonly unsafe?: boolean;
  readonly diff?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly onlyDrafts?: boolean;
  readonly watch?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

const EXAMPLES = `
Examples:
  verbatim check drafts                               every draft of a folder, against what .verbatim.yaml names
  verbatim check column.md --corpus sources archive   one draft, against two folders
  verbatim check "drafts/**/*.tex"                    the drafts that are like a pattern
  verbatim check drafts --diff                        what --fix would change, as a patch
  verbatim check drafts --rule misquote=error --max-warnings 0
  verbatim check drafts --baseline known.json         what is new alone
  cat column.md | verbatim check --stdin --stdin-filename drafts/column.md
`;

/** The command `verbatim check`. */
export function checkCommand(world: World, finish: (status: number) => void, shared: readonly Option[]): Command {
  const command = new Command('check')
    .description('Check drafts. Exit status: 0 no errors, 1 errors (or more warnings than allowed), 2 it could not run.')
    .argument('[path...]', 'drafts, folders that are searched for drafts, and glob patterns in quotation marks');
  for (const option of shared) command.addOption(option);
  return command
    .addOption(new Option('--format <format>', 'how to write the report').choices(Object.keys(CHECK_FORMATS)).default('pretty'))
    .option('--output <file>', 'write the report to a file')
    .option('--config <file>', 'project file to use instead of the .verbatim.yaml above a draft')
    .option('--max-warnings <number>', 'how many warnings are still no failure (default: any number)', wholeNumber)
    .option('--rule <rule=severity>', 'how loudly a rule reports: off, hint, information, warning or error; again for another', collected)
    .option('--quiet', 'report errors alone')
    .option('--fix', 'put right in the drafts what is safe to put right, and report the rest')
    .option('--unsafe', 'with --fix or --diff: also what a writer should look at afterwards')
    .option('--diff', 'print what --fix would change as a patch, and change nothing; exit status 1 where it would')
    .option('--baseline <file>', 'leave out the findings that this file knows, and say which of them are gone')
    .option('--update-baseline', 'write all findings to the file of --baseline')
    .option('--only-drafts', 'pass over files that are named and that “include” and “exclude” in .verbatim.yaml make no drafts')
    .option('--watch', 'check again whenever a draft, a source or a setting changes, until Ctrl+C')
    .option('--stdin', 'check the draft that is piped in; with --fix it is written out mended')
    .option('--stdin-filename <path>', 'with --stdin: the path that decides about its language, settings and corpus')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], flags: CheckFlags) => {
      const named = sorted(paths, flags.corpus ?? [], world);
      const piped = await pipedIn(named.paths, flags);
      if (named.paths.length === 0 && piped === null) throw new CannotRun('Name a draft or a folder of drafts: verbatim check PATH…');
      const given = { ...argumentsOf(flags), corpus: named.corpus, piped };
      if (flags.watch === true) await (await import('./watching.ts')).watching(named.paths, given, world);
      else finish(await check(named.paths, given, world));
    });
}

function argumentsOf(flags: CheckFlags): Omit<CheckArguments, 'corpus' | 'piped'> {
  const { format, config = null, maxWarnings = null, output = null, quiet = false, diff = false } = flags;
  const fixes = flags.fix === true || diff;
  if (flags.unsafe === true && !fixes) throw new CannotRun('--unsafe says which fixes are made: give it with --fix or --diff.');
  if (flags.updateBaseline === true && flags.baseline === undefined)
    throw new CannotRun('--update-baseline needs the file to write: --baseline FILE --update-baseline.');
  if (diff && flags.baseline !== undefined)
    throw new CannotRun('--diff makes no report that --baseline could be held against; leave one of them out.');
  return {
    format,
    config,
    maxWarnings,
    output,
    quiet,
    diff,
    onlyDrafts: flags.onlyDrafts === true,
    severity: ruleSeverities(flags.rule ?? []),
    fix: fixes ? (flags.unsafe === true ? 'unsafe' : 'safe') : null,
    baseline: flags.baseline === undefined ? null : { file: flags.baseline, update: flags.updateBaseline === true },
  };
}

/** The draft that is piped in, where one is announced. */
async function pipedIn(paths: readonly string[], flags: CheckFlags): Promise<CheckArguments['piped']> {
  if (flags.stdin !== true) {
    if (flags.stdinFilename !== undefined) throw new CannotRun('--stdin-filename is for a draft that is piped in: give --stdin as well.');
    return null;
  }
  const [other] = paths;
  if (other !== undefined) throw new CannotRun(`With --stdin the draft is piped in; leave ${other} out.`);
  if (flags.watch === true) throw new CannotRun('What is piped in does not change: leave --watch out, or name the draft’s file.');
  const { buffer } = await import('node:stream/consumers');
  return { bytes: await buffer(process.stdin), name: flags.stdinFilename ?? null };
}

/** `--corpus` takes all that follows it: with no draft named before, the files among its folders are the drafts. */
function sorted(
  paths: readonly string[],
  corpus: readonly string[],
  { cwd }: World,
): { paths: readonly string[]; corpus: readonly string[] } {
  if (paths.length > 0) return { paths, corpus };
  const isFile = (path: string): boolean => statSync(absolutePath(cwd, path), { throwIfNoEntry: false })?.isFile() ?? false;
  return { paths: corpus.filter(isFile), corpus: corpus.filter((path) => !isFile(path)) };
}
