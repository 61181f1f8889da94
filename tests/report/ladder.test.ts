import { expect, test } from 'vitest';
import { ladderChart } from '../../src/report/charts/ladder.js';

const stages = ['警情', '立案', '破案', '抓获', '起诉', '止付'];
const figure = (text: string, printed: string, kind: string) => ({
  text,
  printed,
  kind,
  direction: kind === 'change' ? ('up' as const) : ('none' as const),
  unit: '%',
});
const drawn = ladderChart({
  stages,
  places: [
    {
      id: 'a',
      name: '十堰',
      rungs: stages.map((stage) => ({
        state: 'reported' as const,
        figures:
          stage === '破案'
            ? [figure('上升172.2%', '172.2%', 'change')]
            : stage === '抓获'
              ? [figure('1,234,567,890名', '1,234,567,890名', 'count')]
              : stage === '止付'
                ? [figure('约123,456,789,012,345,678.25万元人民币', '约123,456,789,012,345,678.25万元人民币', 'count')]
                : [figure('12起', '12起', 'count')],
      })),
    },
  ],
  say: (key, values) => [key, ...Object.values(values ?? {})].join(' '),
});
const words = (svg: unknown): string[] =>
  [...String(svg).matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);

test('no figure is cut: what does not fit is left to the table', () => {
  const narrow = words(drawn.narrow);
  expect(narrow).toContain('172.2%');
  expect(narrow.filter((text) => text.includes('…'))).toEqual([]);
  expect(narrow.filter((text) => /1,234/.test(text))).toEqual([]);
  expect(narrow).toContain('ladder.more 1');
});
