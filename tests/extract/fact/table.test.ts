import { describe, expect, test } from 'vitest';
import { lines, readFacts } from '../../support/facts.js';

describe('tables of bars', () => {
  test('columns that are years, rows that are measures', () => {
    const table = [
      '| 指标 | 2022年 | 2023年 | 同比 |',
      '| --- | --- | --- | --- |',
      '| 刑事案件立案（起） | 9,846 | 8,215 | -16.6% |',
      '| 电诈损失金额（万元） | 38,640 | 29,172 | ↓24.5% |',
      '| 群众满意率 | 96.4% | 97.8% | +1.4个百分点 |',
      '| 命案破案率 | 100% | 100% | 持平 |',
    ].join('\n');
    expect(lines(table)).toEqual([
      '刑事案件立案数 9846起 count @2022年(2022-01-01~2022-12-31)',
      '刑事案件立案数 8215起 count',
      '刑事案件立案数 16.6% change down [同比]',
      '电诈损失金额 386400000元 amount @2022年(2022-01-01~2022-12-31)',
      '电诈损失金额 291720000元 amount',
      '电诈损失金额 24.5% change down [同比]',
      '群众满意率 96.4% share @2022年(2022-01-01~2022-12-31)',
      '群众满意率 97.8% share',
      '群众满意率 1.4个百分点 change up [同比]',
      '命案破案率 100% share @2022年(2022-01-01~2022-12-31)',
      '命案破案率 100% share',
    ]);
  });

  test('columns that are measures, rows that are places: the place is the scope', () => {
    const { facts } = readFacts(
      '县区 | 电诈破案（起） | 止付金额（万元）\n河阳区 | 508 | 4,150\n沙津县 | 196 | 1,037.5',
    );
    expect(facts.map((f) => [f.scope, f.indicator.label, f.value, f.unit])).toEqual([
      ['河阳区', '电诈破案数', 508, '起'],
      ['河阳区', '止付金额', 41500000, '元'],
      ['沙津县', '电诈破案数', 196, '起'],
      ['沙津县', '止付金额', 10375000, '元'],
    ]);
  });

  test('a change without 同比 is measured from the earlier year', () => {
    const { facts } = readFacts('指标 | 2022年 | 2023年 | 变化\n刑事警情(起) | 4,218 | 3,590 | -14.9%');
    expect(facts.at(-1)).toMatchObject({ kind: 'change', direction: 'down', basis: '2022年', value: 14.9 });
  });

  test.each([
    '数说2023 | 平安答卷 | 第12期',
    '接警电话 | 110 | 96110\n地址 | 人民路 | 8号',
    '姓名 | 职务 | 单位\n张三 | 所长 | 西关派出所',
  ])('%s holds no claim', (text) => expect(lines(text)).toEqual([]));

  test('evidence of a cell is its row up to it', () => {
    const { facts, text } = readFacts('指标 | 2022年 | 2023年\n刑事立案（起） | 512 | 498');
    expect(facts.map((f) => text.slice(f.repairedSpan.start, f.repairedSpan.end))).toEqual([
      '刑事立案（起） | 512',
      '刑事立案（起） | 512 | 498',
    ]);
  });
});
