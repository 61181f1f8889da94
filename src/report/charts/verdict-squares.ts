import type { Verdict } from '../../model/comparison.js';
import { mark } from '../view/verdict.js';
import { label, line, svg, type TwoWidths, widthOf } from './svg.js';

export interface Squares {
  readonly verdicts: readonly { readonly id: Verdict; readonly word: string }[];
  /** Per theme the number of rows of each verdict, in the order of `verdicts`. */
  readonly themes: readonly { readonly name: string; readonly counts: readonly number[] }[];
  /** The counting word of a row. */
  readonly row: string;
  readonly label: string;
}

const step = 11;
const size = 9.5;

/** One square a compared row: how many of them may be compared, and the key to the marks, in one picture. */
export function verdictSquares({ verdicts, themes, row, label: text }: Squares): TwoWidths {
  const totals = verdicts.map((_, at) => themes.reduce((sum, theme) => sum + (theme.counts[at] ?? 0), 0));
  const spoken = `${text}: ${verdicts.map((verdict, at) => `${verdict.word} ${totals[at] ?? 0}`).join(', ')}`;
  return { wide: wide(), narrow: narrow() };

  function wide() {
    const left = Math.max(56, ...themes.map((theme) => widthOf(theme.name, 12.5) + 12));
    const most = verdicts.map((_, at) => Math.max(0, ...themes.map((theme) => theme.counts[at] ?? 0)));
    const perLine = most.map((count) => Math.max(1, Math.min(count, 9)));
    const widths = verdicts.map(
      (verdict, at) => Math.max((perLine[at] ?? 1) * step, widthOf(verdict.word, 12.5), 30) + 16,
    );
    // never narrower than it is printed, so that its text stays the size of the other charts'
    const spare =
      Math.max(0, 394 - left - widths.reduce((sum, width) => sum + width, 0) + 16) / (widths.length - 1 || 1);
    widths.forEach((width, at) => {
      if (at < widths.length - 1) widths[at] = width + spare;
    });
    const starts = widths.map((_, at) => left + widths.slice(0, at).reduce((sum, width) => sum + width, 0));
    const total = left + widths.reduce((sum, width) => sum + width, 0) - 16;
    let y = 67;
    let body = '';
    verdicts.forEach((verdict, at) => {
      const x = starts[at] ?? 0;
      body += label(x, 12, verdict.word, { className: 'b' });
      body += `<text x="${x}" y="40" class="num">${totals[at] ?? 0}<tspan class="s" dx="2">${row}</tspan></text>`;
    });
    body += line(0, 49, total, 49, 'hair');
    for (const theme of themes) {
      body += label(0, y, theme.name);
      let lines = 1;
      theme.counts.forEach((count, at) => {
        const verdict = verdicts[at];
        const width = perLine[at] ?? 1;
        if (verdict === undefined) return;
        for (let index = 0; index < count; index += 1)
          body += mark(
            verdict.id,
            (starts[at] ?? 0) + (index % width) * step,
            y - 9.5 + Math.floor(index / width) * step,
            size,
          ).html;
        lines = Math.max(lines, Math.ceil(count / width));
      });
      y += 18 + (lines - 1) * step;
    }
    return svg('wide', total, y - 8, spoken, body);
  }

  function narrow() {
    const perLine = 20;
    let y = 14;
    let body = '';
    verdicts.forEach((verdict, at) => {
      const count = totals[at] ?? 0;
      body +=
        label(0, y, verdict.word, { className: 'b' }) + label(112, y, String(count), { anchor: 'end', className: 'b' });
      for (let index = 0; index < count; index += 1)
        body += mark(
          verdict.id,
          120 + (index % perLine) * step,
          y - 9.5 + Math.floor(index / perLine) * step,
          size,
        ).html;
      y += 24 + (Math.max(1, Math.ceil(count / perLine)) - 1) * step;
    });
    return svg('narrow', 340, y - 12, spoken, body);
  }
}
