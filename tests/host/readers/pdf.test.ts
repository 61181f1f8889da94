import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/host/readers/index.js';
import { column, makePackedPdf, makePdf, type PdfTextLine } from '../../support/pdf.js';

const read = async (pages: readonly (readonly PdfTextLine[])[]) => readSource(makePdf(pages), 'a.pdf');

const LEFT = ['二〇二三年，全市公安机', '关共破获刑事案件九百起，', '抓获嫌疑人七百名，同比', '上升百分之六。'];
const RIGHT = ['一年来，民警走访企业三', '千余家，为企业挽回损失', '八千万元，企业满意率达', '到百分之九十九。'];
/** Ten letters on the first line, which is set in, eleven on the others. */
const both = (top: number): PdfTextLine[] => [
  ...column(
    60,
    top,
    LEFT.map((l, i) => l.slice(0, i === 0 ? 10 : 12)),
  ),
  ...column(
    320,
    top,
    RIGHT.map((l, i) => l.slice(0, i === 0 ? 10 : 12)),
  ),
];
const joined = (lines: readonly string[]) => lines.map((l, i) => l.slice(0, i === 0 ? 10 : 12)).join('');

describe('reading order', () => {
  test('the left column before the right, a headline over both, lines put together', async () => {
    const { value, notes } = await read([[[180, 60, 22, '守护一方平安'], ...both(110)]]);
    expect(notes).toEqual([]);
    expect(value?.text).toBe(`## 守护一方平安\n\n${joined(LEFT)}\n\n${joined(RIGHT)}\n`);
  });

  test('a line over both columns parts the page in two bands', async () => {
    const wide = '这一行横贯两栏，把上下两半分开，先读上半的两栏，再读下半的两栏。';
    const { value } = await read([[...both(100), [60, 220, 14, wide], ...both(260)]]);
    expect(value?.text.split('\n\n').map((p) => p.trim())).toEqual([
      joined(LEFT),
      joined(RIGHT),
      wide,
      joined(LEFT),
      joined(RIGHT),
    ]);
  });

  test('a table stays row by row', async () => {
    const rows = [
      ['指标', '数量', '同比'],
      ['刑事立案', '六百起', '下降一成'],
      ['电诈立案', '二百起', '下降两成'],
      ['破获案件', '五百起', '上升一成'],
    ];
    const lines = rows.flatMap((row, r) => row.map((cell, c): PdfTextLine => [60 + 160 * c, 100 + 20 * r, 12, cell]));
    const { value } = await read([lines]);
    expect(value?.text).toBe(
      '指标 数量 同比\n刑事立案 六百起 下降一成\n电诈立案 二百起 下降两成\n破获案件 五百起 上升一成\n',
    );
  });

  test('a paragraph goes on over a page, and both pages have it', async () => {
    const first = column(60, 100, [
      '一年来，全市公安机关坚持打防结合，共破获电信',
      '网络诈骗案件九百起，抓获犯罪嫌疑人七百余名，为',
    ]);
    const second: PdfTextLine[] = [[60, 100, 12, '群众挽回损失三千万元。']];
    const { value } = await read([first, second]);
    expect(value?.text).toBe(
      '一年来，全市公安机关坚持打防结合，共破获电信网络诈骗案件九百起，抓获犯罪嫌疑人七百余名，为群众挽回损失三千万元。\n',
    );
    expect(value?.units.map(({ label, span }) => [label, value.text.slice(span.start, span.end).slice(0, 4)])).toEqual([
      ['第1页', '一年来，'],
      ['第2页', '群众挽回'],
    ]);
  });

  test('page numbers go, of running heads the first stays', async () => {
    const page = (n: number): PdfTextLine[] => [
      [200, 30, 9, '海州市公安局年报'],
      ...column(60, 120, [`这是第${'一二三'[n - 1]}页，讲的是各不相同的事情，共有`, '两行文字，写到这里结束。']),
      [290, 820, 9, `— ${n} —`],
    ];
    const { value } = await read([page(1), page(2), page(3)]);
    expect(value?.text.split('海州市公安局年报')).toHaveLength(2);
    expect(value?.text).not.toMatch(/—/);
    expect(value?.text.match(/这是第.页/g)).toEqual(['这是第一页', '这是第二页', '这是第三页']);
  });

  test('first lines that read alike on every page are no running heads', async () => {
    const page = (n: number) =>
      column(60, 70, [
        `全市破案${n}起，抓获${n}人，追回赃款${n}万元，同比上升`,
        '百分之六，民警走访企业三千余家，挽回损失九百余',
        '万元，群众满意。',
      ]);
    const { value } = await read([page(11), page(12), page(13)]);
    expect(value?.text.match(/全市破案\d+起/g)).toHaveLength(3);
  });
});

describe('what cannot be read is named', () => {
  const whole = makePdf([both(100)]);
  const cases: readonly [string, Uint8Array, string][] = [
    ['a scan', makePdf([[], []]), 'source/scanned-pdf'],
    ['half a file', whole.slice(0, 300), 'source/damaged-pdf'],
    ['no PDF', new TextEncoder().encode('2023年，全市破案九百起。'), 'source/damaged-pdf'],
    ['nothing', new Uint8Array(), 'input/empty'],
    ['a page that unpacks beyond reason', makePackedPdf(new Uint8Array(250_000_000), 1), 'source/pdf-bomb'],
    ['the same packed twice', makePackedPdf(new Uint8Array(250_000_000), 2), 'source/pdf-bomb'],
    [
      'letters that stand for nothing',
      makePdf([
        column(60, 100, [
          '\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a\ue00b',
          '\ue011\ue012\ue013\ue014\ue015\ue016\ue017\ue018\ue019\ue01a',
        ]),
      ]),
      'source/',
    ],
  ];
  test.each(cases)('%s', async (_, bytes, code) => {
    const { value, notes } = await readSource(bytes, 'a.pdf');
    expect(value).toBeNull();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ severity: 'error', place: { file: 'a.pdf' } });
    expect(notes[0]?.code.startsWith(code)).toBe(true);
    expect(notes[0]?.hint).toBeTruthy();
  });

  test('a packed page of a usual size is read', async () => {
    const content = new TextEncoder().encode(
      'BT /F1 12 Tf 60 700 Td <516853594e0d65ad7834968f7834968f> Tj ET\n'.repeat(9),
    );
    expect((await readSource(makePackedPdf(content, 2), 'a.pdf')).notes).not.toMatchObject([
      { code: 'source/pdf-bomb' },
    ]);
  });

  test('a page without text among others is a warning that gives its number', async () => {
    const { value, notes } = await read([both(100), [], both(100)]);
    expect(value?.units.map(({ label }) => label)).toEqual(['第1页', '第3页']);
    expect(notes).toMatchObject([{ code: 'source/page-without-text', severity: 'warning' }]);
    expect(notes[0]?.message).toContain('page 2');
  });

  test('the caller’s bytes stay as they were', async () => {
    const bytes = makePdf([both(100)]);
    const before = bytes.slice();
    await readSource(bytes, 'a.pdf');
    expect(bytes).toEqual(before);
  });
});

test('whatever is changed in a PDF, reading it throws nothing', async () => {
  const whole = makePdf([both(100)]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (edits) => {
        const bytes = whole.slice();
        for (const [at, byte] of edits) bytes[at] = byte;
        const { value, notes } = await readSource(bytes, 'a.pdf');
        expect(value !== null || notes.some(({ severity }) => severity === 'error')).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
