import { expect, test } from 'vitest';
import { bracketDepths, clauses, sentences } from '../../src/text/sentences.js';
import { contextOf, repaired } from './helpers.js';

const sentence = '全市公安机关破获刑事案件1208起，同比上升12.3%，其中“3·15”案（含2起）、诈骗案300余起；';
const fill = (piece: string) => (n: number) => piece.repeat(Math.ceil(n / piece.length)).slice(0, n);
const numbered = (n: number) => {
  let text = '';
  for (let i = 0; text.length < n; i++)
    text += `第${i}次破获案件${(i * 7919) % 100_003}起，抓获${(i * 104_729) % 99_991}人，`;
  return text.slice(0, n);
};

const inputs: readonly (readonly [string, (n: number) => string])[] = [
  ['one line of sentences', fill(sentence)],
  ['one line, no clause twice', numbered],
  ['the same words again and again', fill('全市公安机关深入推进平安建设取得明显成效，')],
  ['open brackets', fill('（')],
  ['open brackets of all kinds', fill('（“《【')],
  ['closing marks', fill('”')],
  ['line breaks', fill('\n')],
  ['carriage returns', fill('\r')],
  ['lines of one character', fill('甲\n')],
  ['short lines that want more', fill('共破获案件\n')],
  ['lines that end in a comma', fill('，\n')],
  ['headings', fill('一、打击\n')],
  ['items', fill('● 破案3起\n')],
  ['captions between halves', fill('▲图\n全市，\n')],
  ['captions without marks', fill('民警在辖区巡逻\n全市破获，\n')],
  ['page numbers', fill('12\n')],
  ['broken thousands', fill('1,\n')],
  ['digits', fill('1')],
  ['digits and commas', fill('1,')],
  ['digits and spaces', fill('1 234')],
  ['numbers with a space behind the point', fill('1. ')],
  ['letter-spaced words', fill('平 安 义x')],
  ['spaces', (n) => `甲${' '.repeat(n)}乙`],
  ['straight quotation marks', fill('"甲')],
  ['one quotation mark a line', fill('甲"\n')],
  ['beginnings of glyph notes', fill('安(yáng')],
  ['beginnings of compositions', fill('安（左')],
  ['traditional characters', fill('電')],
  ['hashes', fill('# ')],
  ['questions', fill('问：甲\n答：乙\n')],
];

const places = [
  { id: 'a', name: '甲山市', short: '甲山', level: 'city', aliases: [] },
  { id: 'b', name: '乙水市', short: '乙水', level: 'city', aliases: [] },
] as const;

/** Processor time of this process, in milliseconds: what other processes do does not count. */
function work(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// Four times the text is four times the work, sixteen times if some rule compares everything with everything. Ten leaves
// room for the collector; the constant for texts that take next to nothing.
test.each(inputs)(
  '%s: the work grows with the text',
  (_, make) => {
    for (const of of [[], places]) {
      repaired(make(2_000), contextOf(of));
      const small = work(() => repaired(make(15_000), contextOf(of)));
      const large = work(() => repaired(make(60_000), contextOf(of)));
      expect(large).toBeLessThan(10 * small + 400);
    }
  },
  60_000,
);

test('sentences and clauses take 100,000 brackets and a megabyte without a stop', () => {
  const brackets = '（'.repeat(100_000);
  expect(bracketDepths(brackets)[99_999]).toBe(0);
  expect(sentences(brackets)).toHaveLength(1);
  const long = '破'.repeat(1_000_000);
  expect(clauses(long)).toEqual([{ start: 0, end: 1_000_000 }]);
});

test('a megabyte in one line keeps every character', () => {
  const text = numbered(1_000_000);
  const doc = repaired(text, contextOf(places));
  expect(doc.text).toHaveLength(1_000_000);
  expect(doc.blocks).toHaveLength(1);
});
