import { Command, type Option } from 'commander';
import { RULE_NAMES } from '../../rules/finding.ts';
import { SEVERITIES } from '../../service/settings.ts';
import { SEVERITY_KEYS } from '../../service/settingsSchema.ts';
import { CannotRun, type Terminal } from './terminal.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

const EXAMPLES = `
Put into your shell's start file:
  bash:  source <(verbatim completions bash)
  zsh:   source <(verbatim completions zsh)
  fish:  verbatim completions fish | source
`;

/** The command `verbatim completions`: what a shell needs to know to complete all others. `programOf` gives the whole program. */
export function completionsCommand(
  programOf: () => Promise<Command>,
  { terminal }: { readonly terminal: Terminal },
  finish: (status: number) => void,
): Command {
  return new Command('completions')
    .description('Print what bash, zsh or fish needs to complete commands, options and their values.')
    .argument('[shell]', `one of ${SHELLS.join(', ')}`)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined) => {
      const shell = SHELLS.find((one) => one === name);
      if (shell === undefined) throw new CannotRun(`Name your shell: verbatim completions ${SHELLS.join('|')}.`);
      const { commands } = await programOf();
      terminal.write(SCRIPTS[shell](commands.filter((command) => command.name() !== 'lsp').map(describe)));
      finish(0);
    });
}

/** What completing needs of a command. */
interface Described {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly { readonly flag: string; readonly summary: string; readonly values: readonly string[] | 'files' | null }[];
  /** What its argument may be, where that is no file. */
  readonly words: readonly string[];
}

function describe(command: Command): Described {
  const own = command.options.filter(({ long, hidden }) => long && !hidden);
  return {
    name: command.name(),
    summary: firstSentence(command.description()),
    options: [
      ...own.map((option) => ({ flag: option.long as string, summary: option.description, values: valuesOf(option) })),
      { flag: '--help', summary: 'display help', values: null },
    ],
    words: command.name() === 'explain' ? RULE_NAMES : command.name() === 'completions' ? SHELLS : [],
  };
}

/** The values that an option takes: named ones, files, or null for one without. */
function valuesOf(option: Option): readonly string[] | 'files' | null {
  if (option.isBoolean() || option.negate) return null;
  if (option.argChoices) return option.argChoices;
  if (option.long === '--rule') return SEVERITY_KEYS.flatMap((rule) => SEVERITIES.map((severity) => `${rule}=${severity}`));
  return 'files';
}

function firstSentence(text: string): string {
  return /^[^.:;]*/.exec(text)?.[0] ?? text;
}

/** For a word between single quotation marks, as all three shells read it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", '’').replaceAll('\\', '')}'`;
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Described[]) => string>> = { bash, zsh, fish };

function bash(commands: readonly Described[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const named = options.flatMap(({ flag, values }) =>
      Array.isArray(values)
        ? [`        ${flag}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$word")); COMPREPLY=("\${COMPREPLY[@]#$given}"); return ;;`]
        : [],
    );
    return `    ${name})
      case "$before" in
${named.join('\n')}
      esac
      if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "${options.map(({ flag }) => flag).join(' ')}" -- "$word"))
      else ${words.length > 0 ? `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word"))` : 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word"))'}; fi ;;`;
  });
  return `# verbatim: completion for bash
_verbatim() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" given=""
  # “rule=severity” is one word to us and three to bash.
  if [[ "$word" == "=" ]]; then given="$before="; word="$given"; before="\${COMP_WORDS[COMP_CWORD-2]}"
  elif [[ "$before" == "=" ]]; then given="\${COMP_WORDS[COMP_CWORD-2]}="; word="$given$word"; before="\${COMP_WORDS[COMP_CWORD-3]}"; fi
  if [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$word")); return; fi
  case "$command" in
${cases.join('\n')}
  esac
}
complete -o bashdefault -o default -F _verbatim verbatim
`;
}

function zsh(commands: readonly Described[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const specs = options.map(({ flag, summary, values }) => {
      const value = values === null ? '' : values === 'files' ? ':value:_files' : `:value:(${values.join(' ')})`;
      return quoted(`${values === null ? '' : '*'}${flag}[${summary.replace(/[[\]:]/g, ' ')}]${value}`);
    });
    return `    ${name}) _arguments ${specs.join(' ')} ${quoted(words.length > 0 ? `*:word:(${words.join(' ')})` : '*:file:_files')} ;;`;
  });
  return `#compdef verbatim
# verbatim: completion for zsh
_verbatim() {
  local -a commands=(${commands.map(({ name, summary }) => quoted(`${name}:${summary}`)).join(' ')})
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command="$words[2]"
  shift words; (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _verbatim verbatim
`;
}

function fish(commands: readonly Described[]): string {
  const lines = commands.flatMap(({ name, summary, options, words }) => [
    `complete -c verbatim -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...options.map(({ flag, summary: what, values }) => {
      const value = values === null ? '' : values === 'files' ? ' -r -F' : ` -x -a ${quoted(values.join(' '))}`;
      return `complete -c verbatim -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}${value} -d ${quoted(what)}`;
    }),
    ...(words.length > 0 ? [`complete -c verbatim -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(words.join(' '))}`] : []),
  ]);
  return `# verbatim: completion for fish\n${lines.join('\n')}\n`;
}
