import type { ShareEstimate } from '../../model/comparison.js';
import type { Markup } from '../markup.js';
import { circle, cutTo, group, label, line, svg, widthOf } from './svg.js';

export interface SharePanel {
  readonly title: string;
  /** Right end of the axis, 0..1. */
  readonly scale: number;
  readonly rows: readonly {
    readonly jurisdiction: string;
    readonly name: string;
    readonly estimate: ShareEstimate;
    /** The share in all other reports together. */
    readonly expected: number;
    /** True: the interval excludes `expected`. */
    readonly apart: boolean;
  }[];
}

const right = 290;
const width = 340;
const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** Points with their intervals on one scale; a short dashed line stands where the other reports are; what is apart is thick and bold. */
export function sharePanel({ title, scale, rows }: SharePanel): Markup {
  const left = Math.min(130, Math.max(46, ...rows.map((row) => widthOf(row.name, 12.5) + 10)));
  const x = (value: number) => left + (Math.min(value, scale) / scale) * (right - left);
  const bottom = 30 + rows.length * 19;
  let body = label(0, 13, title, { className: 'h' }) + line(0, 21, width, 21, 'rule');
  for (const tick of ticksOf(scale)) {
    body += line(x(tick), 26, x(tick), bottom, tick === 0 ? 'axis' : 'grid');
    body += label(x(tick), bottom + 13, percent(tick), { className: 's', anchor: 'middle' });
  }
  rows.forEach(({ jurisdiction, name, estimate, expected, apart }, at) => {
    const y = 38 + at * 19;
    const hi = apart ? ' hi' : '';
    body += group(
      jurisdiction,
      label(0, y + 4.5, cutTo(name, 12.5, left - 8), apart ? { className: 'b' } : {}) +
        line(x(expected), y - 8, x(expected), y + 8, 'dash') +
        line(x(estimate.low), y, x(estimate.high), y, `ci${hi}`) +
        circle(x(estimate.share), y, apart ? 5.6 : 4.2, apart ? 'hi' : 'solid') +
        label(width, y + 4.5, percent(estimate.share), apart ? { anchor: 'end', className: 'b' } : { anchor: 'end' }),
    );
  });
  const spoken = `${title}: ${rows.map((row) => `${row.name} ${percent(row.estimate.share)} (${percent(row.estimate.low)}–${percent(row.estimate.high)})`).join(', ')}`;
  return svg('', width, bottom + 18, spoken, body);
}

function ticksOf(scale: number): number[] {
  const step = scale <= 0.3 ? 0.1 : scale <= 0.6 ? 0.2 : 0.25;
  const list: number[] = [];
  for (let tick = 0; tick <= scale + 1e-9; tick += step) list.push(Math.round(tick * 100) / 100);
  return list;
}
