// Runs in the panel of the fact-check report. The report comes as HTML from the server; this puts it in place without taking
// away focus, scroll position or what is being typed, filters it, and passes on what is asked for.
import type { FromPage, PageWords, ToPage } from '../messages.ts';
import { merge } from './merge.ts';
import { rowFor } from './rowKeys.ts';

interface Kept {
  readonly filter?: string;
  readonly top?: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const editor = acquireVsCodeApi();
const report = byId('report');
const status = byId('status');
let words: PageWords = { shown: '', allSigned: '', updated: '' };
let initials = '';
let isFirst = true;
/** The item that had the focus last. */
let current: string | undefined;
/** What had the focus last. */
let last: HTMLElement | undefined;

function byId(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

function say(text: string): void {
  // The same words twice would be read once.
  status.textContent = status.textContent === text ? `${text}\u00a0` : text;
}

function itemElements(): HTMLElement[] {
  return [...report.querySelectorAll<HTMLElement>('li[data-id]')];
}

function filterSelect(): HTMLSelectElement | null {
  return report.querySelector<HTMLSelectElement>('select[data-do=filter]');
}

function fits({ dataset }: HTMLElement, filter: string): boolean {
  if (filter === 'all') return true;
  if (filter === 'look') return dataset.look === 'true';
  if (filter === 'unsigned') return dataset.signed !== 'yes';
  if (filter === 'stale') return dataset.signed === 'stale';
  return filter === `${dataset.kind}:${dataset.verdict}` || filter === dataset.also;
}

/** Hides what the filter leaves out, but not what has the focus. */
function applyFilter(aloud: boolean): void {
  const filter = filterSelect()?.value ?? 'all';
  const items = itemElements();
  for (const item of items) item.hidden = !fits(item, filter) && !item.contains(document.activeElement);
  const visible = items.filter(({ hidden }) => !hidden);
  if (aloud) say(words.shown.replace('{0}', String(visible.length)).replace('{1}', String(items.length)));
  editor.setState({ filter, top: document.scrollingElement?.scrollTop ?? 0 });
  tellShown();
}

function tellShown(): void {
  const items = itemElements();
  const focused = document.activeElement?.closest<HTMLElement>('li[data-id]')?.dataset.id ?? null;
  current = focused ?? current;
  const visible = items.filter(({ hidden }) => !hidden).length;
  editor.postMessage({ kind: 'shown', items: items.length, visible, focused, theme: document.body.dataset.vscodeThemeKind ?? '' });
}

function showReport(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const kept = isFirst ? editor.getState() : undefined;
  const filter = kept?.filter ?? filterSelect()?.value;
  const changed = merge(report, parsed.body);
  keepClear();
  const select = filterSelect();
  if (select && filter && [...select.options].some(({ value }) => value === filter)) select.value = filter;
  for (const input of report.querySelectorAll<HTMLInputElement>('input[name=initials]')) if (input.value === '') input.value = initials;
  applyFilter(false);
  if (kept?.top !== undefined) document.scrollingElement?.scrollTo({ top: kept.top });
  if (!isFirst && changed) say(words.updated);
  isFirst = false;
}

/** What gets the focus is scrolled to where the tools, which stay at the top, do not cover it; they wrap where the panel is narrow. */
const toolsSize = new ResizeObserver(([tools]) => {
  const stays = tools !== undefined && getComputedStyle(tools.target).position === 'sticky';
  const covered = stays ? `${tools.target.getBoundingClientRect().height}px` : '';
  const { style } = document.documentElement;
  style.scrollPaddingTop = covered;
  // The tools themselves are where they are to be: going to them moves nothing.
  style.setProperty('--covered', covered);
});

function keepClear(): void {
  const tools = report.querySelector('.tools');
  if (tools) toolsSize.observe(tools);
}

/** The next item that nobody has signed, after the one that has the focus, and round to the first. */
function nextUnsigned(): void {
  const items = itemElements();
  const at = items.findIndex(({ dataset }) => dataset.id === current);
  const next = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find((item) => !item.hidden && item.dataset.signed !== 'yes');
  if (!next) say(words.allSigned);
  else focusOn(next.querySelector<HTMLElement>('article'));
}

function focusOn(element: HTMLElement | null | undefined): void {
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
  tellShown();
}

function clicked(button: HTMLElement): void {
  const { do: task, go, item = '', format } = button.dataset;
  if (go === 'draft' || go === 'source') editor.postMessage({ kind: 'go', to: go, item });
  else if (task === 'next') nextUnsigned();
  else if (task === 'withdraw') editor.postMessage({ kind: 'withdraw', item });
  else if (task === 'export') editor.postMessage({ kind: 'export', format: format as 'markdown' | 'html' | 'jsonld' });
}

/** After signing the keyboard is where one goes on from; after taking back, where one may sign again. */
function signed(id: string): void {
  const item = itemElements().find(({ dataset }) => dataset.id === id);
  if (item?.contains(document.activeElement) || document.activeElement === document.body) {
    focusOn(item?.querySelector<HTMLElement>('[data-f=next]') ?? item?.querySelector<HTMLElement>('[data-f=open]'));
  }
}

/** Opens the form of an item, or closes it; what is typed at once goes into the first empty field. */
function toggleForm(details: HTMLDetailsElement): void {
  details.open = !details.open;
  const fields = [...details.querySelectorAll<HTMLInputElement>('input')];
  if (details.open) (fields.find(({ value }) => value === '') ?? fields.at(-1))?.focus();
}

report.addEventListener('click', (event) => {
  const target = event.target as Element;
  const form = target.closest('summary')?.closest<HTMLDetailsElement>('details[data-f=form]');
  if (form) {
    event.preventDefault();
    toggleForm(form);
    return;
  }
  const button = target.closest<HTMLElement>('button[data-do], button[data-go]');
  if (button) clicked(button);
});
report.addEventListener('change', ({ target }) => {
  if ((target as HTMLElement).dataset.do === 'filter') applyFilter(true);
});
report.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const data = new FormData(form);
  initials = String(data.get('initials') ?? '').trim();
  editor.postMessage({ kind: 'sign', item: form.dataset.item ?? '', initials, note: String(data.get('note') ?? '') });
});
report.addEventListener('keydown', (event) => {
  const row = rowFor(event, itemElements());
  if (!row) return;
  event.preventDefault();
  focusOn(row.querySelector<HTMLElement>('article'));
});
document.addEventListener('focusin', ({ target }) => {
  last = target as HTMLElement;
  tellShown();
});
// Who comes back from the draft or a source goes on where they were.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body && last?.isConnected) last.focus({ preventScroll: true });
});
document.addEventListener('scrollend', () => editor.setState({ ...editor.getState(), top: document.scrollingElement?.scrollTop ?? 0 }));

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'say') say(data.text);
  else if (data.kind === 'signed') signed(data.item);
  else {
    ({ words } = data);
    if (initials === '') ({ initials } = data);
    showReport(data.html);
  }
});
editor.postMessage({ kind: 'ready' });
