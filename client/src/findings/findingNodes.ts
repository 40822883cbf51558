import { l10n, MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { FindingGroup, FindingGrouping, FindingSeverity, ListedFinding } from '../../../server/src/lsp/findingsProtocol.ts';
import type { PlainRange } from '../../../server/src/lsp/protocol.ts';
import { numeral } from '../wording.ts';
import { bare, inMarks } from './inMarks.ts';
import { spokenFinding, spokenGroup, spokenPage } from './spoken.ts';

/** What stands in the view of findings. */
export type FindingNode =
  | { readonly kind: 'group'; readonly group: FindingGroup; readonly isOpen: boolean }
  /** A stretch of a group that is too long to be shown at once. */
  | { readonly kind: 'page'; readonly group: FindingGroup; readonly start: number; readonly end: number }
  | { readonly kind: 'finding'; readonly finding: ListedFinding };

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** Of a draft's words in the tree, in UTF-16 code units. */
const MOST_LETTERS = 24;

/** As the Problems view marks them. */
const ICONS: Readonly<Record<FindingSeverity, ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('lightbulb'),
};

/** How a node is shown. */
export function findingItem(node: FindingNode, by: FindingGrouping): TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node.group, by, node.isOpen);
    case 'page': {
      const item = new TreeItem(`${numeral(node.start + 1)}–${numeral(node.end)}`, Collapsed);
      item.id = `page ${by} ${node.start} ${node.group.key}`;
      item.accessibilityInformation = { label: spokenPage(groupName(node.group), node.start, node.end) };
      return item;
    }
    case 'finding':
      return leafItem(node.finding, by);
  }
}

function groupName({ name }: FindingGroup): string {
  return name ?? l10n.t('No source');
}

function groupItem(group: FindingGroup, by: FindingGrouping, isOpen: boolean): TreeItem {
  const name = groupName(group);
  const item = new TreeItem(name, isOpen ? Expanded : Collapsed);
  item.id = `group ${by} ${group.key}`;
  item.description = [numeral(group.count), group.detail].filter((part) => part !== null).join(' · ');
  item.iconPath = iconOf(by, group.severity);
  item.contextValue = ['group', group.fixable > 0 ? 'fix' : '', by === 'source' && group.uri !== null ? 'source' : '']
    .filter(Boolean)
    .join('.');
  item.accessibilityInformation = { label: spokenGroup(name, group, severityLabel(group.severity)) };
  return item;
}

/** Drafts and sources are files; a rule is as grave as its gravest finding. */
function iconOf(by: FindingGrouping, severity: FindingSeverity): ThemeIcon {
  if (by === 'rule') return ICONS[severity];
  return by === 'draft' ? new ThemeIcon('edit') : new ThemeIcon('file-text');
}

function leafItem(finding: ListedFinding, by: FindingGrouping): TreeItem {
  // A side bar is narrow: the writer's own words are what a finding is known by.
  const item = new TreeItem(inMarks(finding.words, MOST_LETTERS), None);
  item.id = `finding ${by} ${finding.id}`;
  item.description = by === 'draft' ? finding.message : `${placeOf(finding)} · ${finding.message}`;
  item.tooltip = tooltipOf(finding);
  item.iconPath = ICONS[finding.severity];
  item.contextValue = ['finding', finding.fix === null ? '' : 'fix', finding.source === null ? '' : 'source'].filter(Boolean).join('.');
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [Uri.parse(finding.uri), { selection: rangeFrom(finding.range) }],
  };
  item.accessibilityInformation = {
    label: spokenFinding({ ...finding, words: bare(finding.words) }, severityLabel(finding.severity), placeOf(finding)),
  };
  return item;
}

function tooltipOf(finding: ListedFinding): MarkdownString {
  const { message, words, source, fix, rule, kind } = finding;
  const lines = [
    inMarks(words),
    message,
    placeOf(finding),
    source ? l10n.t('Source: {0}', [source.name, source.imprint].filter(Boolean).join(', ')) : '',
    fix === null ? '' : l10n.t('Safe fix: {0}', fix),
    kind === null ? rule : `${rule}.${kind}`,
  ];
  const text = new MarkdownString();
  for (const line of lines.filter((one) => one !== '')) text.appendText(line).appendMarkdown('\n\n');
  return text;
}

function severityLabel(severity: FindingSeverity): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error');
    case 'warning':
      return l10n.t('Warning');
    case 'information':
      return l10n.t('Information');
    case 'hint':
      return l10n.t('Hint');
  }
}

function placeOf({ draft, range }: ListedFinding): string {
  return l10n.t('{0}, line {1}', draft, numeral(range.start.line + 1));
}

export function rangeFrom({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** A finding as a line of text, to be sent to somebody. */
export function asText(finding: ListedFinding): string {
  const { source, words, message } = finding;
  const rest = source ? ` (${[source.name, source.imprint].filter(Boolean).join(', ')})` : '';
  return `${placeOf(finding)}: ${inMarks(words)} – ${message}${rest}`;
}
