import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeDots } from '../../src/report/charts/change-dots.js';
import { strips } from '../../src/report/charts/strips.js';

/** Heights of the drawings, in order: [from, to]. */
const bands = (html: string): [number, number][] =>
  [...html.matchAll(/viewBox="0 ([0-9.]+) 720 ([0-9.]+)"/g)].map(([, top, height]) => [
    Number(top),
    Number(top) + Number(height),
  ]);

const drawn = (rows: number) =>
  strips({
    className: 'wide',
    width: 720,
    head: { from: 0, to: 44, content: '<text>head</text>' },
    rows: Array.from({ length: rows }, (_, at) => ({
      from: 44 + at * 40,
      to: 84 + at * 40,
      content: `<text>row ${at}</text>`,
      text: `spoken ${at}`,
    })),
    behind: (from, to) => `<line y1="${from}" y2="${to}"/>`,
  }).html;

describe('a drawing of many rows', () => {
  it('is one drawing with all its words while it is low', () => {
    const html = drawn(6);
    expect(bands(html)).toEqual([[0, 284]]);
    expect(html).toContain('aria-label="spoken 0; spoken 1; spoken 2; spoken 3; spoken 4; spoken 5"');
    expect(html).toContain('<line y1="44" y2="284"/>');
  });

  it('is one drawing a row when it is high, each with its own words and its piece of what runs through', () => {
    const html = drawn(40);
    expect(bands(html)).toEqual([[0, 44], ...Array.from({ length: 40 }, (_, at) => [44 + at * 40, 84 + at * 40])]);
    for (let at = 0; at < 40; at += 1) {
      expect(html).toContain(`aria-label="spoken ${at}"`);
      expect(html).toContain(`<line y1="${44 + at * 40}" y2="${84 + at * 40}"/><text>row ${at}</text>`);
    }
  });
});

describe('changes around zero', () => {
  it('stand in bands without gap or overlap, every dot in its band, whatever their number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const html = changeDots(
          counts.map((count, row) => ({
            label: `行${row}`,
            dots: Array.from({ length: count }, (_, at) => ({
              jurisdiction: `p${at}`,
              text: `甲${row}-${at}下降1%`,
              value: -1 - at,
            })),
          })),
        ).wide.html;
        const list = bands(html);
        for (let at = 1; at < list.length; at += 1) expect(list[at]?.[0]).toBeCloseTo(list[at - 1]?.[1] ?? -1, 5);
        const drawings = html.split('<svg ').slice(1);
        const dots = drawings.flatMap((drawing, at) =>
          [...drawing.matchAll(/cy="([0-9.]+)"/g)].map(([, y]) => ({ y: Number(y), band: list[at] ?? [0, 0] })),
        );
        expect(dots).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
        for (const { y, band } of dots) expect(y > band[0] + 5 && y < band[1] - 5).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
