// Up and down go from row to row, as in a list.

/** Which row a key leads to from the one that has the focus; undefined where the key is for something else. */
export function rowFor(event: KeyboardEvent, rows: readonly HTMLElement[]): HTMLElement | undefined {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isDown = key === 'ArrowDown';
  if ((!isDown && key !== 'ArrowUp') || altKey || ctrlKey || metaKey || shiftKey) return undefined;
  const row = (target as Element).closest<HTMLElement>('li[data-id]');
  // In a field the keys are the field's.
  if (!row || (target as Element).matches('select, input, textarea')) return undefined;
  const shown = rows.filter(({ hidden }) => !hidden);
  const next = shown[shown.indexOf(row) + (isDown ? 1 : -1)];
  return next && !goesOn(row, isDown) ? next : undefined;
}

/** Whether there is more of a row that does not fit the panel: then the keys scroll first. */
function goesOn(row: HTMLElement, isDown: boolean): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  // What stays at the top covers so much (page.ts).
  const covered = Number.parseFloat(row.ownerDocument.documentElement.style.scrollPaddingTop) || 0;
  if (bottom - top <= innerHeight - covered) return false;
  return isDown ? bottom > innerHeight : top < covered;
}
