import type { Period } from '../../model/corpus.js';
import type { Markup } from '../markup.js';
import { label, line, px, svg, widthOf } from './svg.js';

/** Years from the first to the last period, `to` exclusive. */
export interface Axis {
  readonly from: number;
  readonly to: number;
}

const width = 154;
const yearOf = (date: string): number => Number(date.slice(0, 4));

/** One time axis for all reports; without any date an axis of one nameless year. */
export function periodAxis(periods: readonly Period[]): Axis {
  const years = periods.flatMap(({ from, to }) => [from, to].flatMap((date) => (date === null ? [] : [yearOf(date)])));
  if (years.length === 0) return { from: 0, to: 0 };
  return { from: Math.min(...years), to: Math.max(...years) };
}

/** A date as a fraction of years; `end` is the close of that day. */
function position(date: string, end: boolean): number {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10)) - (end ? 0 : 1);
  return yearOf(date) + (month - 1 + day / 31) / 12;
}

const scale = (axis: Axis) => (year: number) => 2 + ((year - axis.from) / (axis.to + 1 - axis.from)) * (width - 4);

function yearsOf(axis: Axis): number[] {
  const step = Math.max(1, Math.ceil((axis.to - axis.from + 1) / 7));
  const list: number[] = [];
  for (let year = axis.from; year <= axis.to; year += step) list.push(year);
  return list;
}

export function periodTicks(axis: Axis): Markup {
  if (axis.from === 0) return svg('period', width, 20, '', '');
  const x = scale(axis);
  let free = 0;
  const ticks = yearsOf(axis).map((year, at) => {
    const text = at === 0 ? String(year) : String(year).slice(2);
    const tick = line(x(year), 15, x(year), 19, 'tick');
    if (x(year) < free) return tick;
    free = x(year) + widthOf(text, 10.4) + 4;
    return tick + label(x(year), 11, text, { className: 's' });
  });
  return svg('period', width, 20, `${axis.from}–${axis.to}`, ticks.join(''));
}

/** A report's period as a bar on the common axis; open ends run to the axis' end as an outline. */
export function periodBar(period: Period, axis: Axis): Markup {
  if (axis.from === 0) return svg('period', width, 17, period.label, '');
  const x = scale(axis);
  const grid = yearsOf(axis).map((year) => line(x(year), 0, x(year), 17, 'grid'));
  const known = period.from !== null && period.to !== null;
  const from = period.from === null ? x(axis.from) : x(position(period.from, false));
  const to = period.to === null ? x(axis.to + 1) : x(position(period.to, true));
  const bar = `<rect x="${px(from)}" y="5.5" width="${px(Math.max(2, to - from))}" height="6" class="${known ? 'ink' : 'open'}"/>`;
  return svg('period', width, 17, period.label, grid.join('') + bar);
}
