/** In a chart’s own units, or in pixels. */
type Point = readonly [x: number, y: number];

/** One line of a chart. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly dashed?: boolean;
  /** Points whose coordinates are not above 0 are left out: a logarithmic axis has no place for them. */
  readonly points: readonly Point[];
}

/** A chart with logarithmic axes. */
export interface Chart {
  readonly title: string;
  readonly xLabel: string;
  readonly xTick: (value: number) => string;
  readonly yTick: (value: number) => string;
  readonly series: readonly Series[];
}

/** Pixels. */
const WIDTH = 980;
const HEIGHT = 430;
const LEFT = 90;
const RIGHT = 250;
const TOP = 50;
const BOTTOM = 60;
const LABEL_HEIGHT = 17;
const FONT = 'font-family="system-ui, sans-serif" font-size="13"';

interface Axis {
  readonly low: number;
  readonly high: number;
  /** Pixels of a value. */
  at(value: number): number;
  /** Powers of ten. */
  readonly ticks: readonly number[];
}

function axisOf(values: readonly number[], from: number, to: number): Axis {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  return {
    low,
    high,
    at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function text([x, y]: Point, content: string, more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${FONT} ${more}>${escaped(content)}</text>`;
}

function line([x1, y1]: Point, [x2, y2]: Point): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#ddd"/>`;
}

function gridOf(x: Axis, y: Axis, { title, xLabel, xTick, yTick }: Chart): string[] {
  return [
    text([LEFT, 26], title, 'font-weight="600"'),
    ...x.ticks.flatMap((tick) => [
      line([x.at(tick), TOP], [x.at(tick), HEIGHT - BOTTOM]),
      text([x.at(tick), HEIGHT - BOTTOM + 20], xTick(tick), 'text-anchor="middle"'),
    ]),
    ...y.ticks.flatMap((tick) => [
      line([LEFT, y.at(tick)], [WIDTH - RIGHT, y.at(tick)]),
      text([LEFT - 8, y.at(tick) + 4], yTick(tick), 'text-anchor="end"'),
    ]),
    text([(LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14], xLabel, 'text-anchor="middle"'),
  ];
}

/** Labels keep the order of their lines’ ends, and a line’s height apart. */
function spread(wanted: readonly number[]): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const placed = [...wanted];
  let least = TOP;
  for (const i of order) {
    placed[i] = Math.max(wanted[i] as number, least);
    least = (placed[i] as number) + LABEL_HEIGHT;
  }
  // What was pushed out at the bottom pushes the others up again.
  let most = HEIGHT - BOTTOM;
  for (const i of [...order].reverse()) {
    placed[i] = Math.min(placed[i] as number, most);
    most = (placed[i] as number) - LABEL_HEIGHT;
  }
  return placed;
}

function drawn({ colour, dashed, points }: Series, x: Axis, y: Axis): string[] {
  const places = points.map(([a, b]) => `${x.at(a).toFixed(1)},${y.at(b).toFixed(1)}`);
  const dots = places.map((place) => `<circle cx="${place.split(',')[0]}" cy="${place.split(',')[1]}" r="3" fill="${colour}"/>`);
  const dash = dashed ? ' stroke-dasharray="6 4"' : '';
  return [`<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`, ...dots];
}

function chartParts(chart: Chart): string[] {
  const series = chart.series
    .map((one) => ({ ...one, points: one.points.filter(([a, b]) => a > 0 && b > 0).sort((a, b) => a[0] - b[0]) }))
    .filter(({ points }) => points.length > 0);
  const points = series.flatMap((one) => one.points);
  if (points.length === 0) return [text([LEFT, 26], `${chart.title}: nothing was measured`)];
  const x = axisOf(
    points.map(([a]) => a),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = axisOf(
    points.map(([, b]) => b),
    HEIGHT - BOTTOM,
    TOP,
  );
  const ends = series.map((one) => one.points.at(-1) as Point);
  const labels = spread(ends.map(([, b]) => y.at(b)));
  return [
    ...gridOf(x, y, chart),
    ...series.flatMap((one, i) => [
      ...drawn(one, x, y),
      text([WIDTH - RIGHT + 12, (labels[i] as number) + 4], one.name, `fill="${one.colour}"`),
    ]),
  ];
}

/** Charts one below the other, as an SVG. */
export function svgOf(charts: readonly Chart[]): string {
  const height = HEIGHT * charts.length;
  const parts = charts.map((chart, i) => `<g transform="translate(0 ${i * HEIGHT})">\n${chartParts(chart).join('\n')}\n</g>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">
<title>${escaped(charts.map(({ title }) => title).join('; '))}</title>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}
