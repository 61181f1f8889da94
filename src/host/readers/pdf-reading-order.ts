import type { Fragment } from './pdf-fragments.js';

/** A line of text in reading order, with the column it stands in. */
export interface PdfLine extends Fragment {
  /** Left and right edge of the column's text. */
  readonly column: { readonly left: number; readonly right: number };
  /** How many fragments stand on the line: more than one in a table. */
  readonly cells: number;
  /** Counts the columns and bands of a page in reading order. */
  readonly region: number;
}

/**
 * The fragments of one page in reading order. Where fragments stand side by side over several lines and read like running text,
 * the left column comes before the right; lines that run over the gutter (a headline, a picture's
 * caption) part the page into bands. A table's short cells stay together row by row.
 */
export function readingOrder(fragments: readonly Fragment[]): PdfLine[] {
  const regions: Fragment[][] = [];
  order([...fragments].sort(byPlace), regions, 0);
  return regions.flatMap((region, i) => {
    const rows = rowsOf(region);
    const left = Math.min(...rows.map((row) => row.left));
    const right = Math.max(...rows.map((row) => row.right));
    return rows.map((row) => ({ ...row, column: { left, right }, region: i }));
  });
}

const byPlace = (a: Fragment, b: Fragment): number => a.y - b.y || a.left - b.left;

function order(fragments: readonly Fragment[], out: Fragment[][], depth: number): void {
  const gutter = depth < 8 ? gutterOf(fragments) : null;
  if (gutter === null) {
    if (fragments.length > 0) out.push([...fragments]);
    return;
  }
  let before: Fragment[] = [];
  let band: Fragment[] = [];
  const flushBand = (): void => {
    let columns: Fragment[] = [];
    const flushColumns = (): void => {
      if (columns.length === 0) return;
      if (before.length > 0) out.push(before);
      before = [];
      for (const side of sidesOf(columns, gutter)) order(side, out, depth + 1);
      columns = [];
    };
    for (const part of partsOf(band, gutter)) {
      if (sidesOf(part, gutter).every(isRunning)) columns.push(...part);
      else {
        flushColumns();
        before.push(...part);
      }
    }
    flushColumns();
    band = [];
  };
  for (const fragment of fragments) {
    if (fragment.left < gutter - 1 && fragment.right > gutter + 1) {
      flushBand();
      before.push(fragment);
    } else band.push(fragment);
  }
  flushBand();
  if (before.length > 0) out.push(before);
}

function sidesOf(fragments: readonly Fragment[], gutter: number): [Fragment[], Fragment[]] {
  return [fragments.filter((f) => f.right <= gutter + 1), fragments.filter((f) => f.right > gutter + 1)];
}

/**
 * A band between two lines that run over the gutter, cut where neither side has text for more than a line, and where rows of
 * short cells begin or end: a table under two columns is no part of them.
 */
function partsOf(band: readonly Fragment[], gutter: number): Fragment[][] {
  const rows: Fragment[][] = [];
  for (const fragment of band) {
    const first = rows.at(-1)?.[0];
    if (first && fragment.y - first.y <= 0.34 * first.size) rows.at(-1)?.push(fragment);
    else rows.push([fragment]);
  }
  const steps = rows.slice(1).map((row, i) => (row[0]?.y ?? 0) - (rows[i]?.[0]?.y ?? 0));
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  const [left, right] = [Math.min(...band.map((f) => f.left)), Math.max(...band.map((f) => f.right))];
  const isCells = (row: readonly Fragment[] | undefined): boolean =>
    row !== undefined &&
    sidesOf(row, gutter).every((side) => side.length > 0) &&
    row.every((f) => f.right - f.left < 0.5 * (f.right <= gutter + 1 ? gutter - left : right - gutter));
  const inTable = rows.map((row, i) => isCells(row) && (isCells(rows[i - 1]) || isCells(rows[i + 1])));
  const parts: Fragment[][] = [];
  for (const [i, row] of rows.entries()) {
    const last = parts.at(-1);
    if (last && (steps[i - 1] ?? 0) <= 1.3 * usual && inTable[i] === inTable[i - 1]) last.push(...row);
    else parts.push([...row]);
  }
  return parts;
}

/** Where most lines have a gap beside a neighbour: the middle of the gutter, or null where fewer than three lines have one. */
function gutterOf(fragments: readonly Fragment[]): number | null {
  const gaps: { from: number; to: number }[] = [];
  for (const [i, a] of fragments.entries()) {
    let nearest: Fragment | undefined;
    // Fragments are sorted by y: only neighbours within a line's height can stand beside.
    for (const step of [1, -1]) {
      for (let k = i + step; k >= 0 && k < fragments.length; k += step) {
        const b = fragments[k];
        if (!b || Math.abs(b.y - a.y) > Math.max(a.size, b.size) * 0.8) break;
        if (b.left >= a.right && (!nearest || b.left < nearest.left)) nearest = b;
      }
    }
    if (nearest && nearest.left - a.right >= 0.8 * Math.min(a.size, nearest.size))
      gaps.push({ from: a.right, to: nearest.left });
  }
  if (gaps.length < 3) return null;
  const edges = gaps.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    { at: to, by: -1 },
  ]);
  edges.sort((p, q) => p.at - q.at || q.by - p.by);
  let open = 0;
  let most = 0;
  let best: number | null = null;
  for (const [i, { at, by }] of edges.entries()) {
    open += by;
    if (by > 0 && open > most) {
      most = open;
      best = (at + (edges[i + 1]?.at ?? at)) / 2;
    }
  }
  return most >= 3 ? best : null;
}

/** Running text: several lines, most of them about as long as the column is wide, and not as short as the cells of a table. */
function isRunning(fragments: readonly Fragment[]): boolean {
  if (fragments.length < 2) return false;
  const width = Math.max(...fragments.map((f) => f.right)) - Math.min(...fragments.map((f) => f.left));
  const full = fragments.filter((f) => f.right - f.left >= 0.7 * width).length;
  const letters = fragments.reduce((n, f) => n + f.text.length, 0) / fragments.length;
  return letters >= 7 && full >= 0.35 * fragments.length;
}

/** Fragments of one region as lines; what stands on one line is parted by a space. */
function rowsOf(region: readonly Fragment[]): (Fragment & { readonly cells: number })[] {
  const rows: (Fragment & { readonly cells: number })[] = [];
  for (const fragment of [...region].sort(byPlace)) {
    const last = rows.at(-1);
    if (last && Math.abs(last.y - fragment.y) <= 0.34 * Math.max(last.size, fragment.size)) {
      const [a, b] = last.left <= fragment.left ? [last, fragment] : [fragment, last];
      rows[rows.length - 1] = {
        text: `${a.text} ${b.text}`,
        left: a.left,
        right: Math.max(a.right, b.right),
        y: last.y,
        size: Math.max(a.size, b.size),
        cells: last.cells + 1,
      };
    } else rows.push({ ...fragment, cells: 1 });
  }
  return rows;
}
