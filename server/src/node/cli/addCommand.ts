import { Command, InvalidArgumentError, Option } from 'commander';
import { parseDay } from '../../readers/days.ts';
import type { Stated } from '../../service/adding/offer.ts';
import type { CalendarDate } from '../../text/calendarDate.ts';
import { isWebAddress } from '../../web/fetchPage.ts';
import { add } from './add.ts';
import { CannotRun } from './terminal.ts';
import type { World } from './world.ts';

interface AddFlags {
  readonly corpus?: string;
  readonly name?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: CalendarDate;
  readonly url?: string;
}

const EXAMPLES = `
Examples:
  verbatim add interview.docx report.pdf           files are copied, and stay where they are
  verbatim add https://example.org/news/weir       the page is fetched once and kept as it is
  pbpaste | verbatim add - --publisher "The Quay"  what stands on the clipboard (Linux: xclip -o, Windows: Get-Clipboard)

A name is made of date, publisher and title where a source has none that tells anything. Nothing is ever overwritten.
What a file cannot hold (address, day of retrieval, what the options say) is kept beside it, in <file>.yaml.`;

/** The command `verbatim add`. */
export function addCommand(world: World, finish: (status: number) => void): Command {
  return new Command('add')
    .description('Add sources to the corpus. Exit status: 0 all were added, 2 one or more were not.')
    .argument('[source...]', 'files, addresses of pages (https://…), or - for standard input')
    .addOption(
      new Option('--corpus <dir>', 'the folder to add to (default: what .verbatim.yaml says, else a folder “corpus” beside or above)'),
    )
    .option('--name <name>', 'what to call the file')
    .option('--title <title>', 'its title, whatever it says itself')
    .option('--publisher <publisher>', 'who published it')
    .option('--date <day>', 'when it was published: 2025-10-07', day)
    .option('--url <address>', 'where it was published', address)
    .addHelpText('after', EXAMPLES)
    .action(async (given: string[], flags: AddFlags) => {
      if (given.length === 0) throw new CannotRun('Name what to add: verbatim add FILE, an address, or - for standard input.');
      const { corpus = null, name = null } = flags;
      finish(await add(given, { corpus, name, stated: statedBy(flags) }, world));
    });
}

function statedBy({ title, publisher, date, url }: AddFlags): Stated {
  return {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(date ? { published: date } : {}),
    ...(url ? { url } : {}),
  };
}

function day(text: string): CalendarDate {
  const date = parseDay(text);
  if (!date) throw new InvalidArgumentError('It must be a day that exists, such as 2025-10-07.');
  return date;
}

function address(text: string): string {
  if (!isWebAddress(text)) throw new InvalidArgumentError('It must begin with https:// or http://.');
  return text.trim();
}
