import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { CHANGE_KINDS, RULE_NAMES, type RuleName } from '../../rules/finding.ts';
import { RULES } from '../../rules/index.ts';
import { unknownKeyMessage } from '../../service/settingsSchema.ts';
import { DEFAULT_SEVERITIES } from '../../service/severity.ts';
import { CannotRun, paintFor, type Terminal } from './terminal.ts';

/** Where the pages of the rules lie beside the program. */
const PAGES = join(__dirname, '..', 'docs', 'rules');

/** The command `verbatim explain`. */
export function explainCommand({ terminal }: { readonly terminal: Terminal }, finish: (status: number) => void): Command {
  return new Command('explain')
    .description('Say what a rule finds, why, what is no finding, and when to overrule it; without a rule, list all.')
    .argument('[rule]', 'a rule, as a finding names it: misquote, misquote.number')
    .addHelpText('after', '\nExamples:\n  verbatim explain\n  verbatim explain wrong-date\n')
    .action(async (rule: string | undefined) => {
      terminal.write(rule === undefined ? listed(terminal) : forReading(await pageOf(rule), terminal));
      finish(0);
    });
}

function listed({ colour }: Terminal): string {
  const paint = paintFor(colour);
  const width = Math.max(...RULE_NAMES.map(({ length }) => length));
  const lines = RULE_NAMES.map((name) => {
    const summary = RULES.find((rule) => rule.name === name)?.summary ?? 'A directive or an entry lets nothing stand.';
    return `${paint('bold', name.padEnd(width))}  ${DEFAULT_SEVERITIES[name].padEnd('information'.length)}  ${summary}`;
  });
  return `${lines.join('\n')}\n\n“verbatim explain RULE” says more of one.\n`;
}

/** A rule's page; one kind of it (`misquote.number`) is told on the same. */
async function pageOf(given: string): Promise<string> {
  const [name = '', kind] = given.split('.');
  const rule = RULE_NAMES.find((one): one is RuleName => one === name);
  if (rule === undefined) throw new CannotRun(unknownKeyMessage(given, 'rule', RULE_NAMES));
  if (rule === 'misquote' && kind !== undefined && !(CHANGE_KINDS as readonly string[]).includes(kind))
    throw new CannotRun(unknownKeyMessage(kind, `kind of ${rule}`, CHANGE_KINDS));
  return readFile(join(PAGES, `${rule}.md`), 'utf8').catch(() => {
    throw new CannotRun(`The pages of the rules are not where they belong, in ${PAGES}: install Verbatim anew.`);
  });
}

/** Markdown reads well as it is; a terminal shows headings in bold and code dimmed. */
function forReading(page: string, { colour }: Terminal): string {
  if (!colour) return page;
  const paint = paintFor(colour);
  let inFence = false;
  const lines = page.split('\n').map((line) => {
    if (line.startsWith('```')) {
      inFence = !inFence;
      return paint('dim', line);
    }
    if (inFence) return `  ${paint('cyan', line)}`;
    if (line.startsWith('#')) return paint('bold', line.replace(/^#+ /, ''));
    return line
      .replace(/\*\*([^*]+)\*\*/g, (_all, words: string) => paint('bold', words))
      .replace(/`([^`]+)`/g, (_all, words: string) => paint('cyan', words));
  });
  return lines.join('\n');
}
