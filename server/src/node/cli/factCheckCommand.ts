import { extname } from 'node:path';
import { Command, Option } from 'commander';
import type { ReportFormat } from '../../features/report/formats.ts';
import { type FactCheckArguments, factCheck } from './factCheck.ts';
import { CannotRun } from './terminal.ts';
import type { World } from './world.ts';

/** What users call the formats. */
const FORMATS: Readonly<Record<string, ReportFormat>> = { md: 'markdown', html: 'html', jsonld: 'jsonld' };

interface ReportFlags {
  readonly corpus?: readonly string[];
  readonly format?: string;
  readonly config?: string;
  readonly output?: string;
}

const FORMATS_BY_ENDING: Readonly<Record<string, string>> = {
  '.md': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.jsonld': 'jsonld',
  '.json': 'jsonld',
};

/** The format that is asked for, else the one that the file's ending says; Markdown where no file is written. */
function formatFor({ format, output }: ReportFlags): ReportFormat {
  const ending = output === undefined ? '' : extname(output).toLowerCase();
  const asked = format ?? FORMATS_BY_ENDING[ending] ?? (ending === '' ? 'md' : undefined);
  if (asked === undefined)
    throw new CannotRun(`A report cannot be written as ${ending}: name the file .md, .html or .jsonld, or say --format.`);
  return FORMATS[asked] ?? 'markdown';
}

/** The command `verbatim report`. */
export function factCheckCommand(world: World, finish: (status: number) => void, shared: readonly Option[]): Command {
  const command = new Command('report')
    .description('Write the fact-check report of a draft: each quotation and statement with its source, and who has checked it.')
    .argument('[draft]', 'the draft')
    .addOption(
      new Option(
        '--format <format>',
        'annotated copy with footnotes, a page, or W3C annotations (default: what the ending of --output says, else md)',
      ).choices(Object.keys(FORMATS)),
    )
    .option('--config <file>', 'project file to use instead of the .verbatim.yaml above the draft')
    .option('--output <file>', 'write to a file; keep it beside the draft, so that its links lead to the sources');
  for (const option of shared) command.addOption(option);
  return command.action(async (draft: string | undefined, flags: ReportFlags) => {
    if (draft === undefined) throw new CannotRun('Name the draft: verbatim report DRAFT.');
    const { corpus = [], config = null, output = null } = flags;
    const given: FactCheckArguments = { corpus, config, output, format: formatFor(flags) };
    finish(await factCheck(draft, given, world));
  });
}
