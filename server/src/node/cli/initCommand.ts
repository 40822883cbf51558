import { stat, writeFile } from 'node:fs/promises';
import { createInterface, type Interface } from 'node:readline/promises';
import { Command, Option } from 'commander';
import { HOUSE_STYLES } from '../../rules/style.ts';
import { PROJECT_FILE, parseConfiguration } from '../../service/configuration.ts';
import { isAbsolutePath } from '../../service/configurationPaths.ts';
import { CITATION_STYLES } from '../../service/settings.ts';
import { readSetting, type SettingName } from '../../service/settingsSchema.ts';
import { VALUE_NOTES } from '../../service/valueNotes.ts';
import { parseIsoDate } from '../../text/calendarDate.ts';
import { writeDate } from '../../text/datePattern.ts';
import { projectFileText } from './initFile.ts';
import { type Chosen, lookAt, wayTo } from './initLooking.ts';
import { absolutePath, shownFrom } from './paths.ts';
import { CannotRun, paintFor } from './terminal.ts';
import type { World } from './world.ts';

interface InitFlags {
  readonly corpus?: readonly string[];
  readonly drafts?: readonly string[];
  readonly houseStyle?: Chosen['houseStyle'];
  readonly citationStyle?: Chosen['citationStyle'];
  readonly dateFormat?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
}

/** Puts a question to somebody, and gives the answer; null where there is nobody left to answer. */
export type Asking = (question: string) => Promise<string | null>;

const EXAMPLES = `
Examples:
  verbatim init                                        asks, with what it finds as the answer to be confirmed
  verbatim init --yes                                  takes what it finds
  verbatim init --corpus sources ../archive --house-style guardian --citation-style footnote --yes
`;

/** The command `verbatim init`. */
export function initCommand(world: World, finish: (status: number) => void): Command {
  return new Command('init')
    .description(`Write a ${PROJECT_FILE} for this folder: which sources, which drafts, which house style.`)
    .option('--corpus <dir...>', 'folders of sources')
    .option('--drafts <dir...>', 'folders of drafts (default: every file that Verbatim can read as one)')
    .addOption(new Option('--house-style <style>', 'which alterations of a quotation are accepted').choices(HOUSE_STYLES))
    .addOption(new Option('--citation-style <style>', 'how quotations that Verbatim puts in name their source').choices(CITATION_STYLES))
    .option('--date-format <pattern>', 'how they write its day, such as “d MMMM yyyy”')
    .option('--yes', 'ask nothing: what no option says is what was found')
    .option('--force', `write over a ${PROJECT_FILE} that is there`)
    .addHelpText('after', EXAMPLES)
    .action(async (flags: InitFlags) => {
      if (flags.yes === true) return finish(await init(flags, world, null));
      if (!process.stdin.isTTY || !process.stderr.isTTY)
        throw new CannotRun('There is no terminal to ask on: --yes takes what is found, and options say what else is wanted.');
      const terminal = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return finish(await init(flags, world, askingAt(terminal)));
      } finally {
        terminal.close();
      }
    });
}

/** Asks at a terminal. What is typed or pasted ahead answers the questions to come; Ctrl+C and the end of the input answer none. */
function askingAt(terminal: Interface): Asking {
  const answers = terminal[Symbol.asyncIterator]();
  return async (question) => {
    const last = question.lastIndexOf('\n') + 1;
    process.stderr.write(question.slice(0, last));
    terminal.setPrompt(question.slice(last));
    terminal.prompt();
    const { value, done } = await answers.next();
    return done === true ? null : (value as string);
  };
}

/** Writes the project file of the working folder. `ask` is asked what the flags leave open; null takes what is found. */
export async function init(flags: InitFlags, world: World, ask: Asking | null): Promise<number> {
  const { cwd, host, terminal } = world;
  const folder = absolutePath(cwd, '.');
  const file = `${folder}/${PROJECT_FILE}`;
  const isThere = (await stat(file).catch(() => undefined)) !== undefined;
  if (isThere && flags.force !== true)
    throw new CannotRun(`There is a ${PROJECT_FILE} already: change it there, or write over it with --force.`);
  const { found, above } = await lookAt(folder, host);
  const given = givenBy(flags, cwd);
  const chosen = ask === null ? { ...found, ...given } : await asked(found, given, { ask, world });
  const text = projectFileText(chosen, above);
  const [problem] = parseConfiguration(file, text).problems;
  if (problem) throw new CannotRun(problem.message);
  await writeFile(file, text, { flag: flags.force === true ? 'w' : 'wx' }).catch((error: Error) => {
    throw new CannotRun(`${PROJECT_FILE} cannot be written: ${error.message}`);
  });
  terminal.write(`${ask === null ? '' : '\n'}${await whatNext(chosen, isThere, world)}`);
  return 0;
}

/** What the options say, checked as it is in a project file. */
function givenBy(flags: InitFlags, cwd: string): Partial<Chosen> {
  const { corpus, drafts, houseStyle, citationStyle, dateFormat } = flags;
  const given: Partial<Chosen> = {
    ...(corpus ? { corpora: corpus.map((path) => seenFrom(cwd, path)) } : {}),
    ...(drafts ? { include: drafts.map((path) => seenFrom(cwd, path)) } : {}),
    ...(houseStyle ? { houseStyle } : {}),
    ...(citationStyle ? { citationStyle } : {}),
    ...(dateFormat === undefined ? {} : { dateFormat }),
  };
  for (const [key, value] of Object.entries(given)) {
    const [problem] = readSetting(key as SettingName, value).problems;
    if (problem) throw new CannotRun(problem.message);
  }
  return given;
}

/** A path as the file says it: relative where it was given so, and tidied. */
function seenFrom(cwd: string, path: string): string {
  if (path.trim() === '' || isAbsolutePath(path)) return path.trim();
  return wayTo(absolutePath(cwd, path.trim()), absolutePath(cwd, '.'));
}

interface Asked {
  readonly ask: Asking;
  readonly world: World;
}

/** Asks for what is not given; an empty answer takes what was found. */
async function asked(found: Chosen, given: Partial<Chosen>, by: Asked): Promise<Chosen> {
  const { cwd, terminal } = by.world;
  terminal.write('A few questions; Enter takes what stands in brackets, Ctrl+C writes nothing.\n\n');
  const list = (answer: string) =>
    answer
      .split(',')
      .filter((one) => one.trim() !== '')
      .map((one) => seenFrom(cwd, one));
  const drafts = (text: string) => (text.trim() === '-' ? [] : list(text));
  const all = found.include.length > 0 ? '-' : 'Enter';
  const ask = async <Name extends keyof Chosen>(name: Name, question: Question): Promise<Chosen[Name]> =>
    given[name] ?? (await answer(name, found[name], question, by));
  return {
    corpora: await ask('corpora', { label: 'Folders of your sources, with commas between', read: list }),
    include: await ask('include', { label: `Folders of your drafts; ${all} for every file that Verbatim can read as one`, read: drafts }),
    houseStyle: await ask('houseStyle', { label: 'House style', notes: choices('houseStyle') }),
    citationStyle: await ask('citationStyle', { label: 'How what Verbatim writes names a source', notes: choices('citationStyle') }),
    dateFormat: await ask('dateFormat', { label: 'How it writes dates', notes: dates() }),
  };
}

interface Question {
  readonly label: string;
  /** What there is to choose from, in whole lines. */
  readonly notes?: string;
  /** What an answer means; itself where this is left out. */
  readonly read?: (answer: string) => unknown;
}

/** The answer to one question, put again until it may stand in a project file. */
async function answer<Name extends keyof Chosen>(
  name: Name,
  usual: Chosen[Name],
  { label, notes = '', read = (text) => text }: Question,
  { ask, world: { terminal } }: Asked,
): Promise<Chosen[Name]> {
  const paint = paintFor(terminal.colour);
  const shown = Array.isArray(usual) ? usual.join(', ') : String(usual);
  const line = `${paint('bold', label)}${shown === '' ? '' : ` [${shown}]`}: `;
  for (let question = `${notes}${line}`; ; question = line) {
    const said = await ask(question);
    if (said === null) throw new CannotRun('Nothing was written.');
    if (said.trim() === '') return usual;
    const reading = readSetting(name, read(said.trim()));
    const [problem] = reading.problems;
    if (problem === undefined && reading.value !== undefined) return reading.value as Chosen[Name];
    terminal.note(problem?.message ?? 'That cannot stand there.');
  }
}

function choices(name: 'houseStyle' | 'citationStyle'): string {
  const notes = Object.entries(VALUE_NOTES[name] ?? {});
  const width = Math.max(...notes.map(([value]) => value.length));
  return `\n${notes.map(([value, note]) => `  ${value.padEnd(width)}  ${note}\n`).join('')}`;
}

function dates(): string {
  const day = parseIsoDate('2026-03-14');
  const formats = ['d MMMM yyyy', 'MMMM d, yyyy', 'dd/MM/yyyy'];
  return `\n${formats.map((format) => `  ${format.padEnd(12)}  ${day ? writeDate(day, format) : ''}\n`).join('')}`;
}

/** What was written, and what to do now. */
async function whatNext({ corpora, include, houseStyle }: Chosen, isOver: boolean, { cwd, terminal }: World): Promise<string> {
  const paint = paintFor(terminal.colour);
  const missing: string[] = [];
  for (const corpus of corpora) if (!(await isFolderThere(absolutePath(cwd, corpus)))) missing.push(corpus);
  const [first = 'corpus'] = corpora;
  const drafts = include.find((one) => !/[*?{[!]/.test(one)) ?? '.';
  const steps = [
    ...missing.map((corpus) => [`mkdir ${quoted(corpus)}`, 'there is no such folder yet; put your sources into it']),
    [`verbatim add FILE --corpus ${quoted(shownFrom(cwd, absolutePath(cwd, first)))}`, 'keeps a file or a page (https://…) as a source'],
    ['verbatim sources', 'lists what was read of the sources'],
    [`verbatim check ${quoted(drafts)}`, 'checks the drafts'],
  ] as const;
  const width = Math.max(...steps.map(([command]) => command?.length ?? 0));
  const lines = steps.map(([command = '', does = '']) => `  ${paint('bold', command.padEnd(width))}  ${does}`);
  const what = `Sources: ${corpora.join(', ') || 'none yet'}. Drafts: ${include.join(', ') || 'all'}. House style: ${houseStyle}.`;
  return `${isOver ? 'Wrote over' : 'Wrote'} ${PROJECT_FILE}. ${what}\n\nNow:\n${lines.join('\n')}\n`;
}

async function isFolderThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w./@+-]+$/.test(word) ? word : `"${word}"`;
}
