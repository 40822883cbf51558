import type { Line } from './lines.ts';

/** Consecutive lines of a column: those of a table, or others. */
export interface Stretch {
  readonly table: boolean;
  readonly lines: readonly Line[];
}

/** So many rows in a row that line up make a table. */
const FEWEST_ROWS = 3;
/** How far edges that line up may differ, in points. */
const SAME_EDGE = 3;

/** Parts the lines of a column into tables and what is none. A table's rows have cells that line up with the row before. */
export function tablesIn(lines: readonly Line[]): Stretch[] {
  const out: { table: boolean; lines: Line[] }[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = tableEnd(lines, at);
    const table = end - at >= FEWEST_ROWS;
    const taken = table ? lines.slice(at, end) : [lines[at] as Line];
    const last = out.at(-1);
    if (last && !last.table && !table) last.lines.push(...taken);
    else out.push({ table, lines: [...taken] });
    at += taken.length;
  }
  return out;
}

function tableEnd(lines: readonly Line[], from: number): number {
  let end = from;
  while (end < lines.length) {
    const line = lines[end] as Line;
    if (line.cells.length < 2 || line.spread || (end > from && !linesUp(line, lines[end - 1] as Line))) break;
    end++;
  }
  return end;
}

/** Whether a cell behind the first one has an edge or its middle in common with one of the row before. */
function linesUp(line: Line, before: Line): boolean {
  return line.cells
    .slice(1)
    .some((cell) =>
      before.cells
        .slice(1)
        .some(
          (other) =>
            Math.abs(cell.left - other.left) <= SAME_EDGE ||
            Math.abs(cell.right - other.right) <= SAME_EDGE ||
            Math.abs(cell.left + cell.right - other.left - other.right) <= 2 * SAME_EDGE,
        ),
    );
}
