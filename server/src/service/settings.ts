import type { HouseStyle } from '../rules/style.ts';

/** How a draft says which source words are from: in brackets, as a link, or in a footnote. */
export const CITATION_STYLES = ['text', 'link', 'footnote'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

export const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'] as const;
/** How loudly a finding is reported; `off` not at all. */
export type Severity = (typeof SEVERITIES)[number];

export const CHECK_TIMES = ['while-typing', 'on-save', 'on-demand'] as const;
/** When drafts are checked. */
export type CheckTime = (typeof CHECK_TIMES)[number];

/** Which files of the corpus folders are sources, by glob patterns that count from each corpus folder. */
export interface SourceGlobs {
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

/**
 * Everything a user can set, by `.verbatim.yaml` or in an editor. This type is what the extension's manifest and the
 * documentation of settings are generated from: the comment of a field is its description, its `@example` what a
 * `.verbatim.yaml` says.
 */
export interface Settings {
  /**
   * Folders of sources that drafts are checked against, relative to the project file or the workspace folder. Empty: a folder `corpus` beside or above the draft.
   * @example corpora: [corpus, ../archive/2025]
   */
  readonly corpora: readonly string[];
  /**
   * Glob patterns of the files in the corpus folders that are sources (`include`; all that can be read if it is left out) and that are none though `include` has them (`exclude`), relative to each corpus folder. A folder stands for all that is in it. Hidden files, and what a `.gitignore` or `.verbatimignore` leaves out, are never sources.
   * @example sources: { include: ["**\/*.pdf", letters], exclude: [drafts, "**\/*.bak.md"] }
   */
  readonly sources: SourceGlobs;
  /**
   * Which alterations of a quotation are accepted: `strict`, `guardian`, `chicago` or `legal`.
   * @example houseStyle: guardian
   */
  readonly houseStyle: HouseStyle;
  /**
   * How loudly a rule reports, by its name (`wrong-date`) or by the kind of change (`misquote.spelling`): `off`, `hint`, `information`, `warning` or `error`.
   * @example severity: { quote-not-found: warning, misquote.spelling: hint }
   */
  readonly severity: Readonly<Record<string, Severity>>;
  /**
   * Names that mean the same person, place or organisation, one list each.
   * @example aliases: [[Kyiv, Kiev], [United Nations, UN]]
   */
  readonly aliases: readonly (readonly string[])[];
  /**
   * Glob patterns of the files that are drafts, relative to the project file or the workspace folder. A folder stands for all that is in it.
   * @example include: [drafts, "columns/*.md"]
   */
  readonly include: readonly string[];
  /**
   * Glob patterns of files that are not drafts, though `include` has them. A folder stands for all that is in it.
   * @example exclude: [drafts/old, "**\/README.md"]
   */
  readonly exclude: readonly string[];
  /**
   * The day that relative dates (“on Tuesday”) count from in drafts whose front matter has no `date`, as YYYY-MM-DD.
   * @example date: 2025-10-20
   */
  readonly date: string | null;
  /**
   * When a draft is checked: `while-typing`; `on-save`, also when it is opened; or `on-demand`, when you run *Check This Draft Now*, which always checks. What was found before stays until then, and hovers, hints and the outline show it; words that were changed since are said to be. What you ask for yourself, as going to a source or the fact-check report, is of the draft as it is. The command line goes without it.
   * @example check: on-save
   */
  readonly check: CheckTime;
  /**
   * Megabytes of memory that the index of the sources may take, from the next start on; what goes beyond is read from disk as it is needed, which is slower. Empty: a quarter of the machine's memory. The index takes about two thirds of what the sources' text takes.
   * @example memory: 2048
   */
  readonly memory: number | null;
  /**
   * How words that Verbatim puts into a draft name their source: `text` (Saltmere Gazette, 12 March 2024), `link` (the same, leading to the article's address or file) or `footnote` (a Markdown footnote, with the title). In plain text always `text`.
   * @example citationStyle: footnote
   */
  readonly citationStyle: CitationStyle;
  /**
   * How dates are written in what Verbatim puts into a draft: `d` and `dd` for the day, `M`, `MM`, `MMM` and `MMMM` for the month, `yy` and `yyyy` for the year, `EEE` and `EEEE` for the weekday, words between apostrophes.
   * @example dateFormat: MMMM d, yyyy
   */
  readonly dateFormat: string;
  /**
   * The verb that gives quoted words to their speaker in what Verbatim puts into a draft.
   * @example reportingVerb: says
   */
  readonly reportingVerb: string;
  /**
   * The file that says which findings are let stand, relative to the project file or the workspace folder. Empty: `.verbatim-stet.yaml` beside the project file, or in the workspace folder.
   * @example stetFile: editing/stet.yaml
   */
  readonly stetFile: string | null;
  /**
   * Whether assistants may use Verbatim in this project: those that you have set up to run `verbatim mcp`, and those of the editor. They send text to be checked, and are given what is found in it and the passages of your sources that it rests on; an assistant that runs elsewhere sends these to whoever runs it.
   * @example assistants: true
   */
  readonly assistants: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  corpora: [],
  sources: {},
  houseStyle: 'strict',
  severity: {},
  aliases: [],
  include: ['**/*.md', '**/*.markdown', '**/*.mdx', '**/*.txt', '**/*.tex', '**/*.adoc', '**/*.asciidoc', '**/*.rst', '**/*.typ'],
  exclude: ['**/node_modules/**', '**/.*/**'],
  date: null,
  check: 'while-typing',
  memory: null,
  citationStyle: 'text',
  dateFormat: 'd MMMM yyyy',
  reportingVerb: 'said',
  stetFile: null,
  assistants: false,
};

const MEGABYTE = 2 ** 20;

/** Bytes that the index may take; null where the settings leave it open. */
export function bytesOfMemory({ memory }: Settings): number | null {
  return memory === null ? null : memory * MEGABYTE;
}
