import type { CellState } from '../../model/comparison.js';
import type { Direction } from '../../model/finding.js';
import type { Say } from '../messages.js';
import { someNames } from '../names.js';
import { strips } from './strips.js';
import { circle, cutTo, ground, group, label, line, px, svg, type TwoWidths, widthOf } from './svg.js';

export interface Ladder {
  /** Stages that somebody reports, in the order of the work. */
  readonly stages: readonly string[];
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly rungs: readonly {
      readonly state: CellState;
      readonly figures: readonly {
        readonly text: string;
        /** Without the word for its direction, which the sign of a change tells as well. */
        readonly printed: string;
        readonly kind: string;
        readonly direction: Direction;
        readonly unit: string;
      }[];
    }[];
  }[];
  readonly say: Say;
}
export interface DrawnLadder extends TwoWidths {
  readonly onChain: number;
  /** Cells on the chain that say something. */
  readonly told: number;
  /** Most stages any one place reports. */
  readonly most: number;
  /** Names of the places with the most. */
  readonly leaders: string;
  /** How many places report all stages. */
  readonly full: number;
}

/** Stages that lie on the chain of one case; the others (发案 by date of offence, 打处 a composite) stand beside it. */
const chain = ['警情', '受案', '立案', '破案', '抓获', '刑拘', '逮捕', '起诉', '判决'];
/** From here on persons are counted and no longer cases. */
const persons = new Set(['抓获', '刑拘', '逮捕', '起诉', '判决']);

type Rung = Ladder['places'][number]['rungs'][number];

/** A figure as far as it fits: whole, of a change without the word that its sign tells too, or not at all: half a figure is another figure. */
function fitted({ text, printed, kind }: Rung['figures'][number], size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  return kind === 'change' && widthOf(printed, size) <= width ? printed : '';
}

function sign(rung: Rung, x: number, y: number): string {
  if (rung.state === 'not-mentioned') return circle(x, y, 1.6, 'faint');
  if (rung.state === 'unreadable')
    return `<rect x="${px(x - 5)}" y="${px(y - 5)}" width="10" height="10" class="hatch"/>`;
  if (rung.state === 'zero') return circle(x, y, 4.6, 'ring');
  if (rung.figures.some((figure) => figure.kind !== 'change')) return circle(x, y, 5, 'solid');
  const up = rung.figures[0]?.direction === 'up';
  return `<path d="M${px(x - 5)} ${px(up ? y + 4 : y - 4)}h10l-5 ${up ? '-8.5' : '8.5'}z" class="solid"/>`;
}

/** Which stages each place gives figures for, left to right along the case; a dashed line where the unit turns from cases to persons. */
export function ladderChart({ stages, places: all, say }: Ladder): DrawnLadder {
  // of many places the silent ones would only lengthen the chart; the matrix of mentions names them
  const places =
    all.length > 9 ? all.filter((place) => place.rungs.some((rung) => rung.state !== 'not-mentioned')) : all;
  const on = stages
    .map((stage, at) => ({ stage, at }))
    .filter(({ stage }) => chain.includes(stage))
    .sort((a, b) => chain.indexOf(a.stage) - chain.indexOf(b.stage));
  const off = stages.map((stage, at) => ({ stage, at })).filter(({ stage }) => !chain.includes(stage));
  const told = (place: Ladder['places'][number]) =>
    on.filter(({ at }) => place.rungs[at]?.state !== 'not-mentioned').length;
  const most = Math.max(0, ...places.map(told));
  const leaders = places.filter((place) => told(place) === most).map((place) => place.name);
  const turn = on.findIndex(({ stage }) => persons.has(stage));
  const spoken = (place: Ladder['places'][number]) =>
    `${place.name}: ${
      on
        .filter(({ at }) => place.rungs[at]?.state !== 'not-mentioned')
        .map(({ stage, at }) => `${stage} ${place.rungs[at]?.figures[0]?.text ?? say('state.unreadable')}`)
        .join(', ') || say('state.not-mentioned')
    }`;
  return {
    wide: wide(),
    narrow: narrow(),
    onChain: on.length,
    told: places.reduce((sum, place) => sum + told(place), 0),
    most,
    leaders: someNames(leaders, say),
    full: places.filter((place) => told(place) === on.length).length,
  };

  /** A text with a figure, or how many there are in the table: half a figure is another figure. */
  function wholeOr(text: string, width: number, n: number): string {
    return widthOf(text, 12) <= width ? text : say('ladder.more', { n });
  }

  function offText(place: Ladder['places'][number]): string[] {
    return off.flatMap(({ stage, at }) =>
      (place.rungs[at]?.figures ?? []).slice(0, 1).map((figure) => `${stage}${figure.text}`),
    );
  }

  function head(x: (index: number) => number, gap: number, units: boolean): string {
    let body = '';
    on.forEach(({ stage }, index) => {
      body += label(x(index), 16, stage, { className: 'b', anchor: 'middle' });
      if (units)
        body += label(x(index), 34, persons.has(stage) ? say('ladder.persons') : say('ladder.cases'), {
          className: 's',
          anchor: 'middle',
        });
      if (index === 0) return;
      const from = x(index - 1) + gap;
      const to = x(index) - gap;
      if (to - from < 8) return;
      body += `<path d="M${px(from)} 12H${px(to)}" class="tick"/><path d="M${px(to - 5)} 8.5l6 3.5l-6 3.5" class="tick nofill"/>`;
    });
    return body;
  }

  function wide() {
    const offWidth = off.length === 0 ? 0 : 160;
    const left = 70;
    const x = (index: number) => left + 42 + (index * (720 - left - 84 - offWidth)) / Math.max(1, on.length - 1);
    const room = (720 - left - 84 - offWidth) / Math.max(1, on.length - 1) - 8;
    // a third line only where some place has two figures on one rung or three beside the chain
    const deep = places.some(
      (place) => place.rungs.some((rung) => rung.figures.length > 1) || offText(place).length > 2,
    );
    const step = deep ? 54 : 42;
    let top = head(x, 22, true);
    if (off.length > 0)
      top +=
        label(640, 16, say('ladder.off'), { className: 'b', anchor: 'middle' }) +
        label(640, 34, cutTo(off.map(({ stage }) => stage).join(say('list.and')), 12, 156), {
          className: 's',
          anchor: 'middle',
        });
    top += line(0, 44, 720, 44, 'rule');
    const middle = turn > 0 ? (x(turn - 1) + x(turn)) / 2 : null;
    const rows = places.map((place, row) => {
      const from = 44 + row * step;
      const y = from + 18;
      let content =
        label(0, y + 1, cutTo(place.name, 12.5, 94), { className: 'b' }) +
        label(0, y + 17, `${told(place)}/${on.length}`, { className: 's' });
      content += line(x(0), y, x(on.length - 1), y, 'hairline');
      on.forEach(({ at }, index) => {
        const rung = place.rungs[at];
        if (rung === undefined) return;
        content += sign(rung, x(index), y);
        const shown = [...rung.figures]
          .sort((a, b) => Number(a.kind === 'change') - Number(b.kind === 'change'))
          .slice(0, 2);
        shown.forEach((figure, depth) => {
          const more = depth === 1 && rung.figures.length > 2;
          const text = more
            ? say('ladder.more', { n: rung.figures.length })
            : fitted(figure, depth === 0 ? 12.5 : 12, room);
          if (text === '') return;
          const wide = widthOf(text, 12.5) + 6;
          content +=
            ground(x(index) - wide / 2, y + 9 + depth * 14, wide, 14) +
            label(
              x(index),
              y + 20 + depth * 14,
              text,
              depth === 0 ? { anchor: 'middle' } : { anchor: 'middle', className: 's' },
            );
        });
        if (rung.state === 'unreadable' && shown.length === 0)
          content += label(x(index), y + 20, say('state.unreadable'), { anchor: 'middle' });
      });
      const beside = offText(place);
      const shownBeside =
        beside.length > 3 ? [...beside.slice(0, 2), say('ladder.more', { n: beside.length })] : beside;
      shownBeside.forEach((text, depth) => {
        content += label(640, y + 4.5 + depth * 15, wholeOr(text, 150, beside.length), {
          anchor: 'middle',
          className: 's',
        });
      });
      return {
        from,
        to: from + step,
        text: spoken(place),
        content: group(place.id, content) + (row > 0 ? line(0, from, 720, from, 'hairline') : ''),
      };
    });
    return strips({
      className: 'wide',
      width: 720,
      head: { from: 0, to: 44, content: top },
      rows,
      behind: (from, to) => (middle === null ? '' : line(middle, from, middle, to, 'dash')),
    });
  }

  function narrow() {
    const x = (index: number) => 34 + (index * 264) / Math.max(1, on.length - 1);
    const room = 264 / Math.max(1, on.length - 1) - 2;
    let body = head(x, 17, false) + line(0, 22, 340, 22, 'rule');
    const height = 26 + places.length * 64;
    places.forEach((place, row) => {
      const y = 58 + row * 64;
      const name = cutTo(place.name, 12.5, 150);
      let content =
        label(0, y - 18, name, { className: 'b' }) +
        label(Math.max(58, widthOf(name, 12.5) + 8), y - 18, `${told(place)}/${on.length}`, { className: 's' });
      const off = offText(place);
      if (off[0] !== undefined)
        content += label(340, y - 18, wholeOr(`${say('ladder.off')}: ${off[0]}`, 230, off.length), {
          className: 's',
          anchor: 'end',
        });
      content += line(14, y, 318, y, 'hairline');
      on.forEach(({ at }, index) => {
        const rung = place.rungs[at];
        if (rung === undefined) return;
        content += sign(rung, x(index), y);
        const first = rung.figures[0];
        if (first !== undefined)
          content += label(x(index), y + 19, fitted(first, 12, room), { anchor: 'middle', className: 's' });
      });
      body += group(place.id, content);
    });
    return svg('narrow', 340, height, places.map(spoken).join('; '), body);
  }
}
