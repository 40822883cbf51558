// Puts a new state of the report into the page: what did not change stays the element that it was, so that focus, scroll
// position and what is being typed stay as well.

/** The HTML that an element was made of: what happens in it since (an open form, typed words) is no difference. */
const madeOf = new WeakMap<Element, string>();

/** What tells a part of the page from the others. */
function nameOf(element: Element): string {
  return `${element.tagName}.${element.getAttribute('class') ?? ''}`;
}

/** Puts what is in `fresh` into `place`; says whether anything in it is other than before. */
export function merge(place: HTMLElement, fresh: HTMLElement): boolean {
  const focus = focusIn(place);
  const changed = mergeChildren(place, fresh, nameOf, (old, next) => {
    if (next.tagName === 'MAIN') return mergeMain(old, next);
    return next.classList.contains('tools') ? mergeTools(old, next) : replace(old, next);
  });
  focus();
  return changed;
}

function mergeMain(main: Element, fresh: Element): boolean {
  return mergeChildren(main, fresh, nameOf, (old, next) => {
    if (next.tagName !== 'OL') return replace(old, next);
    return mergeChildren(old, next, (item) => item.getAttribute('data-id') ?? '', replace);
  });
}

/** The tools stay: only what the filter offers may be other. */
function mergeTools(old: Element, next: Element): boolean {
  const [select, offered] = [old.querySelector('select'), next.querySelector('select')];
  if (!select || !offered || select.innerHTML === offered.innerHTML) return false;
  const { value } = select;
  select.innerHTML = offered.innerHTML;
  if ([...select.options].some((option) => option.value === value)) select.value = value;
  return false;
}

/** Children by their keys, in the new order; `mergeTwo` makes an old one as the new one is. */
function mergeChildren(
  place: Element,
  fresh: Element,
  keyOf: (element: Element) => string,
  mergeTwo: (old: Element, next: Element) => boolean,
): boolean {
  const next = [...fresh.children];
  const wanted = new Set(next.map(keyOf));
  const known = new Map([...place.children].map((child) => [keyOf(child), child]));
  let changed = false;
  for (const [key, child] of known) {
    if (wanted.has(key)) continue;
    child.remove();
    changed = true;
  }
  let cursor = place.firstElementChild;
  for (const child of next) {
    const old = known.get(keyOf(child));
    if (!old) {
      settle(child);
      place.insertBefore(child, cursor);
      changed = true;
    } else if (old === cursor) {
      cursor = cursor.nextElementSibling;
      changed = mergeTwo(old, child) || changed;
    } else {
      place.insertBefore(old, cursor);
      changed = mergeTwo(old, child) || changed;
    }
  }
  return changed;
}

/** Notes what an element and the parts of it are made of. */
function settle(element: Element): void {
  madeOf.set(element, element.outerHTML);
  for (const item of element.querySelectorAll('header, li[data-id], section, h2')) madeOf.set(item, item.outerHTML);
}

function replace(old: Element, next: Element): boolean {
  if (madeOf.get(old) === next.outerHTML) return false;
  settle(next);
  keepTyped(old, next);
  old.replaceWith(next);
  return true;
}

/** What stands in the fields of a form, and whether it is open, is the user's. */
function keepTyped(old: Element, next: Element): void {
  const openOnes = [...old.querySelectorAll('details')].map(({ open }) => open);
  for (const [at, details] of [...next.querySelectorAll('details')].entries()) details.open = openOnes[at] ?? false;
  for (const input of next.querySelectorAll('input')) {
    const typed = old.querySelector<HTMLInputElement>(`input[name=${input.name}]`);
    if (typed) input.value = typed.value;
  }
}

const CONTROL = ['data-f', 'data-do', 'data-go', 'data-format'];

/** Notes what has the focus, and where it stands on the screen; gives what brings both back after a change. */
function focusIn(place: HTMLElement): () => void {
  const { ownerDocument: page } = place;
  const focused = page.activeElement;
  const item = focused?.closest('li[data-id]');
  if (!focused || !place.contains(focused)) return anchored(place, firstInView(place));
  const at = item ? [...(item.parentElement?.children ?? [])].indexOf(item) : -1;
  const id = item?.getAttribute('data-id');
  const control = CONTROL.map((name) => (focused.hasAttribute(name) ? `[${name}="${focused.getAttribute(name)}"]` : '')).join('');
  const scroll = anchored(place, item ?? null);
  return () => {
    if (!page.contains(focused)) {
      const items = [...place.querySelectorAll('li[data-id]')];
      // A sentence that was changed is another item at the same place.
      const now =
        id === undefined ? place : (items.find((one) => one.getAttribute('data-id') === id) ?? items[Math.min(at, items.length - 1)]);
      const target = (control && now?.querySelector<HTMLElement>(control)) || now?.querySelector<HTMLElement>('article') || null;
      target?.focus({ preventScroll: true });
    }
    scroll();
  };
}

function firstInView(place: HTMLElement): Element | null {
  if (place.ownerDocument.scrollingElement?.scrollTop === 0) return null;
  return [...place.querySelectorAll('li[data-id]')].find((item) => item.getBoundingClientRect().bottom > 0) ?? null;
}

/** Has an item, or what comes to stand in its place, stay where it is on the screen. */
function anchored(place: HTMLElement, item: Element | null): () => void {
  if (!item) return () => undefined;
  const top = item.getBoundingClientRect().top;
  const at = [...(item.parentElement?.children ?? [])].indexOf(item);
  const id = item.getAttribute('data-id');
  return () => {
    const items = [...place.querySelectorAll('li[data-id]')];
    const now = items.find((one) => one.getAttribute('data-id') === id) ?? items[Math.min(at, items.length - 1)];
    const by = (now?.getBoundingClientRect().top ?? top) - top;
    if (by !== 0) place.ownerDocument.scrollingElement?.scrollBy(0, by);
  };
}
