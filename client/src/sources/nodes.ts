import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedSource, SourceGroup, SourceGrouping, UnreadableFile } from '../../../server/src/lsp/sourcesProtocol.ts';
import { imprint, numeral, titleOf } from '../wording.ts';
import { spokenGroup, spokenPage, spokenSource, spokenUnreadable, spokenUnreadableFiles } from './spoken.ts';

/** What stands in the view of sources. */
export type Node =
  | { readonly kind: 'group'; readonly group: SourceGroup; readonly alone: boolean }
  /** A stretch of a group that is too long to be shown at once. */
  | { readonly kind: 'page'; readonly group: SourceGroup; readonly start: number; readonly end: number }
  | { readonly kind: 'source'; readonly source: ListedSource }
  | { readonly kind: 'unreadableFiles'; readonly count: number }
  | { readonly kind: 'unreadable'; readonly file: UnreadableFile };

const { Collapsed, Expanded } = TreeItemCollapsibleState;

/** How a node is shown. */
export function itemOf(node: Node, by: SourceGrouping): TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node.group, by, node.alone ? Expanded : Collapsed);
    case 'page': {
      const item = new TreeItem(`${numeral(node.start + 1)}–${numeral(node.end)}`, Collapsed);
      item.id = `page ${by} ${node.start} ${node.group.key}`;
      item.accessibilityInformation = { label: spokenPage(groupName(node.group), node.start, node.end) };
      return item;
    }
    case 'source':
      return sourceItem(node.source, by);
    case 'unreadableFiles': {
      const item = new TreeItem(l10n.t('Not read'), Collapsed);
      item.id = 'unreadable';
      item.description = numeral(node.count);
      item.accessibilityInformation = { label: spokenUnreadableFiles(node.count) };
      item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
      return item;
    }
    case 'unreadable':
      return unreadableItem(node.file);
  }
}

function groupName({ name }: SourceGroup): string {
  return name ?? l10n.t('No publisher');
}

function groupItem(group: SourceGroup, by: SourceGrouping, state: TreeItemCollapsibleState): TreeItem {
  const { key, uri, count: articles } = group;
  const item = new TreeItem(groupName(group), state);
  item.id = `group ${by} ${key}`;
  item.description = numeral(articles);
  item.iconPath = uri === null ? new ThemeIcon('organization') : ThemeIcon.Folder;
  item.contextValue = 'group';
  item.accessibilityInformation = { label: spokenGroup(groupName(group), group) };
  return item;
}

function sourceItem(source: ListedSource, by: SourceGrouping): TreeItem {
  const item = new TreeItem(nameOf(source));
  const file = Uri.parse(source.file);
  item.id = `source ${by} ${source.id}`;
  item.description = by === 'publisher' ? (source.published ?? '') : imprint(source);
  item.tooltip = tooltipOf(source, file);
  item.iconPath =
    source.problems.length > 0 ? new ThemeIcon('warning', new ThemeColor('list.warningForeground')) : new ThemeIcon('file-text');
  item.contextValue = source.url === null ? 'source' : 'source.web';
  item.accessibilityInformation = { label: spokenSource(nameOf(source), source) };
  item.command = { command: 'verbatim.openSource', title: l10n.t('Open'), arguments: [source.uri] };
  return item;
}

/** Its title, or its file's name. */
function nameOf({ title, file }: ListedSource): string {
  return titleOf({ title, uri: file });
}

function tooltipOf(source: ListedSource, file: Uri): MarkdownString {
  const lines = [nameOf(source), imprint(source), source.url ?? '', file.fsPath, ...source.problems].filter((line) => line !== '');
  const text = new MarkdownString();
  for (const line of lines) text.appendText(line).appendMarkdown('\n\n');
  return text;
}

function unreadableItem(file: UnreadableFile): TreeItem {
  const { uri, name, reasons } = file;
  const item = new TreeItem(name.slice(name.lastIndexOf('/') + 1));
  const reason = reasons.join(' ');
  item.id = `unreadable ${uri}`;
  item.description = reason;
  item.tooltip = new MarkdownString().appendText(name).appendMarkdown('\n\n').appendText(reason);
  item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.contextValue = 'unreadable';
  item.accessibilityInformation = { label: spokenUnreadable(file) };
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri)] };
  return item;
}

/** The file that a node stands for; undefined where it is none. */
export function fileOf(node: Node | undefined): Uri | undefined {
  if (node?.kind === 'source') return Uri.parse(node.source.file);
  return node?.kind === 'unreadable' ? Uri.parse(node.file.uri) : undefined;
}
