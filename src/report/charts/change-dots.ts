import { type Strip, strips } from './strips.js';
import { circle, ground, group, label, line, px, type TwoWidths, widthOf } from './svg.js';

export interface ChangeRow {
  readonly label: string;
  readonly dots: readonly {
    readonly jurisdiction: string;
    /** Place and figure as they stand beside the dot. */
    readonly text: string;
    /** Per cent, down is negative. */
    readonly value: number;
  }[];
}

const headHeight = 20;
const dotHeight = 23;
/** So many dots of one row stand on one page, with the row's name in their middle. */
const together = 6;
const lineOf = (tick: number): string => (tick === 0 ? 'axis' : 'grid');

/** A round step that cuts the range into at most five. */
function stepOf(range: number): number {
  for (const step of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]) if (range / step <= 5) return step;
  return 5000;
}

/** Changes of comparable rows around zero; names and figures stand at the dots, so that no colour has to tell places apart. */
export function changeDots(rows: readonly ChangeRow[]): TwoWidths {
  const values = rows.flatMap((row) => row.dots.map((dot) => dot.value));
  const step = stepOf(Math.max(0, ...values) - Math.min(0, ...values));
  const low = Math.floor(Math.min(0, ...values) / step) * step;
  const high = Math.ceil(Math.max(0, ...values) / step) * step;
  const widest = Math.max(...rows.flatMap((row) => row.dots.map((dot) => widthOf(dot.text, 12.5))));
  const leftRoom = values.some((value) => value < 0) ? widest + 14 : 10;
  const rightRoom = values.some((value) => value >= 0) ? widest + 14 : 10;
  return { wide: draw('wide', 720, 150, false), narrow: draw('narrow', 340, 0, true) };

  function draw(className: string, width: number, labels: number, stacked: boolean) {
    const from = labels + leftRoom;
    const to = width - rightRoom;
    const x = (value: number) => from + ((value - low) / (high - low || 1)) * (to - from);
    const drawn: Strip[] = [];
    let top = headHeight;
    for (const row of rows) {
      const named = stacked ? 18 : 0;
      const first = top + 14 + named;
      const middle = first + (Math.min(row.dots.length, together) - 1) * (dotHeight / 2);
      const name = stacked
        ? `<use href="#v-eq" x="0" y="${px(top + 3)}" width="12.5" height="12.5"/>${label(19, top + 14, row.label, { className: 'b' })}`
        : `<use href="#v-eq" x="0" y="${px(middle - 8)}" width="12.5" height="12.5"/>${label(19, middle + 3, row.label, { className: 'b' })}`;
      let content = name;
      let texts: string[] = [];
      row.dots.forEach((dot, at) => {
        const y = first + at * dotHeight;
        content += dotAt(dot, x(0), x(dot.value), y);
        texts.push(dot.text);
        const last = at === row.dots.length - 1;
        // few dots of one row stay together, with many a page may end after any of the later ones
        if (!last && at < together - 1) return;
        const end = y + dotHeight / 2 + (last ? 9.5 : 0);
        drawn.push({ from: top, to: end, content, text: `${row.label}: ${texts.join(', ')}` });
        content = '';
        texts = [];
        top = end;
      });
    }
    let axis = '';
    const ticks: number[] = [];
    for (let tick = low; tick <= high; tick += step) ticks.push(tick);
    for (const tick of ticks) {
      axis += label(x(tick), 12, tick === 0 ? '0' : `${tick > 0 ? '+' : '−'}${Math.abs(tick)}%`, {
        className: 's',
        anchor: 'middle',
      });
      axis += line(x(tick), 18, x(tick), headHeight, lineOf(tick));
    }
    return strips({
      className,
      width,
      head: { from: 0, to: headHeight, content: axis },
      rows: drawn,
      behind: (upper, lower) => ticks.map((tick) => line(x(tick), upper, x(tick), lower, lineOf(tick))).join(''),
    });
  }
}

function dotAt(dot: ChangeRow['dots'][number], zero: number, at: number, y: number): string {
  const size = widthOf(dot.text, 12.5);
  const down = dot.value < 0;
  return group(
    dot.jurisdiction,
    line(zero, y, at, y, 'stem') +
      circle(at, y, 5, 'solid') +
      ground(down ? at - 10 - size : at + 8, y - 8, size + 4, 16) +
      label(down ? at - 10 : at + 10, y + 4.5, dot.text, down ? { anchor: 'end' } : {}),
  );
}
