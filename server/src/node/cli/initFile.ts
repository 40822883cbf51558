import { stringify } from 'yaml';
import type { Chosen } from './initLooking.ts';

/** The text of a new project file; what `above` sets already is shown as a comment, and so is what is seldom wanted. */
export function projectFileText(chosen: Chosen, above: Partial<Chosen> | null): string {
  const parts = [
    '# What the drafts of this folder are checked against, and how: by the editor and on the command line alike.\n# A key with “#” in front leaves its setting open.',
    above === null
      ? '# No .verbatim.yaml in a folder above this one counts.\nroot: true'
      : '# What this file leaves open is set by a .verbatim.yaml in a folder above. To let none of these count:\n#root: true',
    said('corpora', chosen, above, 'Folders of sources, as seen from this file.'),
    said('include', chosen, above, 'Which files are drafts: folders or patterns. Left open: all that Verbatim can read as one.', [
      'drafts',
      'columns/*.md',
    ]),
    `# Files that are no drafts all the same.\n#exclude: [drafts/old, "**/README.md"]`,
    said('houseStyle', chosen, above, 'Which alterations of a quotation are accepted: strict, guardian, chicago or legal.'),
    '# How loudly rules report: off, hint, information, warning or error. “verbatim explain” lists them.\n#severity:\n#  quote-not-found: warning\n#  misquote.spelling: hint',
    '# Names that mean the same, one list each.\n#aliases:\n#  - [Kyiv, Kiev]',
    said('citationStyle', chosen, above, 'How words that Verbatim puts into a draft name their source: text, link or footnote.'),
    said('dateFormat', chosen, above, 'How they write its day.'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A setting under its comment; a comment itself where there is nothing to say, or the files above say the same. */
function said(key: keyof Chosen, chosen: Chosen, above: Partial<Chosen> | null, note: string, example?: readonly string[]): string {
  const value = chosen[key];
  const isOpen = (Array.isArray(value) && value.length === 0) || (above !== null && JSON.stringify(above[key]) === JSON.stringify(value));
  const shown = Array.isArray(value) && value.length === 0 && example ? example : value;
  const lines = stringify({ [key]: shown }, { lineWidth: 0 })
    .trimEnd()
    .split('\n');
  return [`# ${note}`, ...lines.map((line) => (isOpen ? `#${line}` : line))].join('\n');
}
