import { circle, ground, group, label, line, px, svg, type TwoWidths, widthOf } from './svg.js';

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
  const spoken = rows.map((row) => `${row.label}: ${row.dots.map((dot) => dot.text).join(', ')}`).join('; ');
  const widest = Math.max(...rows.flatMap((row) => row.dots.map((dot) => widthOf(dot.text, 12.5))));
  const leftRoom = values.some((value) => value < 0) ? widest + 14 : 10;
  const rightRoom = values.some((value) => value >= 0) ? widest + 14 : 10;
  return { wide: draw('wide', 720, 150, false), narrow: draw('narrow', 340, 0, true) };

  function draw(name: string, width: number, labels: number, stacked: boolean) {
    const from = labels + leftRoom;
    const to = width - rightRoom;
    const x = (value: number) => from + ((value - low) / (high - low || 1)) * (to - from);
    let y = 34;
    let marks = '';
    for (const row of rows) {
      if (stacked) {
        marks += `<use href="#v-eq" x="0" y="${px(y - 11)}" width="12.5" height="12.5"/>${label(19, y, row.label, { className: 'b' })}`;
        y += 18;
      } else {
        const middle = y + ((row.dots.length - 1) * 23) / 2;
        marks += `<use href="#v-eq" x="0" y="${px(middle - 8)}" width="12.5" height="12.5"/>${label(19, middle + 3, row.label, { className: 'b' })}`;
      }
      for (const dot of row.dots) {
        const at = x(dot.value);
        const size = widthOf(dot.text, 12.5);
        const down = dot.value < 0;
        marks += group(
          dot.jurisdiction,
          line(x(0), y, at, y, 'stem') +
            circle(at, y, 5, 'solid') +
            ground(down ? at - 10 - size : at + 8, y - 8, size + 4, 16) +
            label(down ? at - 10 : at + 10, y + 4.5, dot.text, down ? { anchor: 'end' } : {}),
        );
        y += 23;
      }
      y += 12;
    }
    let axis = '';
    for (let tick = low; tick <= high; tick += step) {
      axis += label(x(tick), 12, tick === 0 ? '0' : `${tick > 0 ? '+' : '−'}${Math.abs(tick)}%`, {
        className: 's',
        anchor: 'middle',
      });
      axis += line(x(tick), 18, x(tick), y - 14, tick === 0 ? 'axis' : 'grid');
    }
    return svg(name, width, y - 10, spoken, axis + marks);
  }
}
