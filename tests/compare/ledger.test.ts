import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLedger } from '../../src/compare/ledger.js';
import type { Honour, HonourLevel } from '../../src/model/finding.js';
import { honour, input, place } from './support.js';

const ledger = (honours: readonly Honour[]) => toLedger(input(['a', 'b'], { honours }));

describe('each honour once', () => {
  it.each<[string, Honour, Honour, number]>([
    [
      'the same words and recipient',
      honour('1', 'a', '全国优秀公安局', { recipient: '市公安局' }),
      honour('2', 'a', '“全国优秀公安局”', { recipient: 'a市公安局' }),
      1,
    ],
    ['an unnamed recipient', honour('1', 'a', '长安杯', { recipient: 'a市' }), honour('2', 'a', '长安杯'), 1],
    [
      '称号 at the end',
      honour('1', 'a', '全国优秀人民警察称号', { recipient: '张三' }),
      honour('2', 'a', '全国优秀人民警察', { recipient: '张三' }),
      1,
    ],
    [
      'two people',
      honour('1', 'a', '全国优秀人民警察', { recipient: '张三' }),
      honour('2', 'a', '全国优秀人民警察', { recipient: '李四' }),
      2,
    ],
    [
      'two years',
      honour('1', 'a', '优秀公安局', { recipient: '市局', year: '2021' }),
      honour('2', 'a', '优秀公安局', { recipient: '市局', year: '2022' }),
      2,
    ],
    [
      'two levels',
      honour('1', 'a', '枫桥式公安派出所', { level: 'national' }),
      honour('2', 'a', '枫桥式公安派出所', { level: 'provincial' }),
      2,
    ],
    [
      'merits, which can come again',
      honour('1', 'a', '集体二等功', { recipient: '刑警支队' }),
      honour('2', 'a', '集体二等功', { recipient: '刑警支队' }),
      2,
    ],
    [
      'merits of one year',
      honour('1', 'a', '集体二等功', { recipient: '刑警支队', year: '2022' }),
      honour('2', 'a', '集体二等功', { recipient: 'a市公安局刑警支队', year: '2022' }),
      1,
    ],
    ['two places', honour('1', 'a', '全国优秀公安局'), honour('2', 'b', '全国优秀公安局'), 2],
  ])('%s', (_, first, second, entries) => {
    expect(ledger([first, second]).entries).toHaveLength(entries);
  });

  it.each<[string, Honour, string, boolean]>([
    ['a single award', honour('1', 'a', '全国优秀公安局'), 'org', true],
    ['a person', honour('1', 'a', '全国优秀人民警察', { recipient_kind: 'person' }), 'person', true],
    ['one of a kind, given as a number', honour('1', 'a', '全国模范公安单位', { count: 1 }), 'org', true],
    ['the city’s own', honour('1', 'a', '全国文明城市', { recipient_kind: 'city' }), 'city', false],
    [
      'a police title given to a place',
      honour('1', 'a', '全国枫桥式公安派出所', { recipient_kind: 'city' }),
      'org',
      true,
    ],
    [
      'a place’s title given to the police',
      honour('1', 'a', '“平安中国建设示范市”奖牌', { recipient: '市公安局' }),
      'city',
      false,
    ],
    ['a like title of the police', honour('1', 'a', '平安建设先进单位'), 'org', true],
    ['a total', honour('1', 'a', '集体一、二、三等功', { count: 616, level: 'other' }), 'pooled', false],
    ['a standing', honour('1', 'a', '现行刑事案件破案率全省前列', { level: 'provincial' }), 'org', false],
    ['a standing by number', honour('1', 'a', '打击处理人数主城区第1'), 'org', false],
    ['a contest’s placing', honour('1', 'a', '全省警务实战大比武团体第一'), 'org', true],
    ['a title with 前 in it', honour('1', 'a', '全国先进基层党组织'), 'org', true],
  ])('%s', (_, record, kind, counted) => {
    expect(ledger([record]).entries).toMatchObject([{ kind, counted }]);
  });

  it('knows the bureau by any of its names', () => {
    const jurisdictions = [place('a', '清水', { aliases: ['清水公安', '清水警方'] })];
    const names = ['清水市公安局', '市公安局', '全局', '清水公安', '清水警方', '市局'];
    const honours = names.map((recipient, i) => honour(String(i), 'a', '全国优秀公安局', { recipient }));
    expect(toLedger({ jurisdictions, honours }).entries).toHaveLength(1);
  });
});

describe('totals', () => {
  const levels: readonly HonourLevel[] = ['national', 'provincial', 'municipal', 'other'];
  const anyHonour = fc
    .record({
      jurisdiction: fc.constantFrom('a', 'b'),
      title: fc.constantFrom('甲奖', '乙奖', '集体三等功', '全省前列', '丙称号'),
      recipient: fc.constantFrom(null, '市局', '张三', '李四'),
      recipient_kind: fc.constantFrom<Honour['recipient_kind']>('org', 'person', 'project', 'city'),
      level: fc.constantFrom(...levels),
      year: fc.constantFrom(null, '2022', '2023'),
      count: fc.constantFrom(null, null, 1, 83),
    })
    .map(({ jurisdiction, title, ...more }) => honour('', jurisdiction, title, more));
  const anyList = fc.array(anyHonour, { maxLength: 30 }).map((list) => list.map((h, i) => ({ ...h, id: `h${i}` })));

  it('are the sums of the honours they name, each of which is counted once', () => {
    fc.assert(
      fc.property(anyList, (honours) => {
        const { entries, totals } = ledger(honours);
        const byId = new Map(entries.map((entry) => [entry.honour, entry]));
        expect(byId.size).toBe(entries.length);
        for (const total of totals) {
          const followed = total.honours.map((id) => byId.get(id));
          expect(
            followed.every((e) => e?.counted && e.level === total.level && e.jurisdiction === total.jurisdiction),
          ).toBe(true);
          expect(followed.reduce((sum, e) => sum + (e?.count ?? 0), 0)).toBe(total.count);
        }
        expect(totals.flatMap((total) => total.honours).sort()).toEqual(
          entries
            .filter((entry) => entry.counted)
            .map((entry) => entry.honour)
            .sort(),
        );
      }),
    );
  });

  it('never grow when a record is told again', () => {
    fc.assert(
      fc.property(anyList, (honours) => {
        const once = ledger(honours).totals;
        const again = honours.filter((h) => !/功/.test(h.title)).map((h) => ({ ...h, id: `${h.id}x` }));
        expect(ledger([...honours, ...again]).totals).toEqual(once);
      }),
    );
  });
});
