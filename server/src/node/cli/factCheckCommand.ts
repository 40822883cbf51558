import { Command, Option } from 'commander';
import type { ReportFormat } from '../../features/report/formats.ts';
import { type FactCheckArguments, factCheck } from './factCheck.ts';
import { CannotRun } from './terminal.ts';
import type { World } from './world.ts';

/** What users call the formats. */
const FORMATS: Readonly<Record<string, ReportFormat>> = { md: 'markdown', html: 'html', jsonld: 'jsonld' };

interface ReportFlags {
  readonly corpus?: readonly string[];
  readonly format: keyof typeof FORMATS;
  readonly config?: string;
  readonly output?: string;
}

/** The command `verbatim report`. */
export function factCheckCommand(world: World, finish: (status: number) => void, shared: readonly Option[]): Command {
  const command = new Command('report')
    .description('Write the fact-check report of a draft: each quotation and statement with its source, and who has checked it.')
    .argument('[draft]', 'the draft')
    .addOption(
      new Option('--format <format>', 'annotated copy with footnotes, a page, or W3C annotations')
        .choices(Object.keys(FORMATS))
        .default('md'),
    )
    .option('--config <file>', 'project file to use instead of the .verbatim.yaml above the draft')
    .option('--output <file>', 'write to a file; keep it beside the draft, so that its links lead to the sources');
  for (const option of shared) command.addOption(option);
  return command.action(async (draft: string | undefined, flags: ReportFlags) => {
    if (draft === undefined) throw new CannotRun('Name the draft: verbatim report DRAFT.');
    const { corpus = [], config = null, output = null } = flags;
    const given: FactCheckArguments = { corpus, config, output, format: FORMATS[flags.format] ?? 'markdown' };
    finish(await factCheck(draft, given, world));
  });
}
