import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { city, line, readFacts, report2023 } from '../../support/facts.js';

const quote = (text: string, span: { start: number; end: number }) => text.slice(span.start, span.end);

describe('where a claim stands', () => {
  test('the span is the clause, the key is the figure as printed', () => {
    const { facts, text } = readFacts('深入开展专项行动，破获电信网络诈骗案件320起，抓获犯罪嫌疑人410余人。');
    expect(facts.map((f) => [quote(text, f.repairedSpan), quote(text, f.keySpan), f.printed])).toEqual([
      ['破获电信网络诈骗案件320起', '320起', '320起'],
      ['破获电信网络诈骗案件320起，抓获犯罪嫌疑人410余人', '410余人', '410余人'],
    ]);
  });

  test('the members of a 分别 list share the clause', () => {
    const { facts, text } = readFacts('全市扒窃、入室盗窃警情同比分别下降21%、35%。');
    expect(facts.map((f) => quote(text, f.repairedSpan))).toEqual(
      Array(2).fill('全市扒窃、入室盗窃警情同比分别下降21%、35%'),
    );
  });

  test('members with their own verbs stand for themselves', () => {
    const { facts, text } = readFacts('建设岗亭15座、打通道路9条。');
    expect(facts.map((f) => quote(text, f.repairedSpan))).toEqual(['建设岗亭15座', '打通道路9条']);
  });

  test('keys lie inside spans and spans inside the text, whatever the text', () => {
    const word = fc.constantFrom(
      '破获案件',
      '同比下降',
      '3起',
      '12.5%',
      '其中',
      '，',
      '、',
      '。',
      '分别',
      '从',
      '降至',
      '零',
      '（',
      '）',
      '“',
      '”',
      '2023年',
      '近',
      '余人',
      '\n',
      '为',
      '抓获8人',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const { facts, text } = readFacts(words.join(''));
        for (const f of facts) {
          expect(f.repairedSpan.start).toBeLessThanOrEqual(f.keySpan.start);
          expect(f.repairedSpan.end).toBeGreaterThanOrEqual(f.keySpan.end);
          expect(f.repairedSpan.end).toBeLessThanOrEqual(text.length);
          expect(f.indicator.label).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the same claim again', () => {
  test('in other words elsewhere: one fact, one mention', () => {
    const { facts, text } = readFacts('全年侦办各类涉企违法犯罪案件518起。\n要闻：侦办涉企案件518起。');
    expect(facts).toHaveLength(1);
    expect(facts[0]?.mentionSpans.map((s) => quote(text, s))).toEqual(['侦办涉企案件518起']);
  });

  test('an approximate and an exact figure are two facts', () => {
    expect(readFacts('产生创意成果190余个。\n产生创意成果193个。').facts).toHaveLength(2);
  });

  test('two cases with the same figure are two facts', () => {
    const text = '东山区公安分局打掉一个贷款诈骗团伙，刑事拘留24人；西山区公安分局端掉一个引流窝点，刑事拘留24人。';
    expect(readFacts(text).facts).toHaveLength(2);
  });

  test('a heading restates the text', () => {
    const heading = readFacts('为群众保住6800万', { kind: 'heading' });
    expect(heading.facts).toHaveLength(1);
  });
});

describe('parts', () => {
  test('其中 makes parts, and sums that agree are noted', () => {
    const { facts, notes } = readFacts(
      '共打掉团伙75个，其中涉黑组织14个、恶势力集团36个、恶势力团伙25个，破获案件754起。',
    );
    expect(facts.map((f) => f.partOf)).toEqual([undefined, 0, 0, 0, undefined]);
    expect(notes.map((n) => n.code)).toEqual(['fact/parts-agree']);
  });

  test('parts that exceed the whole are a warning', () => {
    const { notes } = readFacts('抓获嫌疑人50人，其中逃犯30人、惯犯28人。');
    expect(notes.map((n) => [n.code, n.severity])).toEqual([['fact/parts-exceed', 'warning']]);
  });

  test('a share among parts is no part', () => {
    const { facts } = readFacts('抓获涉诈人员276人，其中“两卡”人员189人，占比68.5%。');
    expect(facts.map((f) => [f.kind, f.partOf])).toEqual([
      ['count', undefined],
      ['count', 0],
      ['share', undefined],
    ]);
  });
});

describe('scope', () => {
  test.each([
    ['全市破获案件310起。', '全市', false],
    ['临江公安破获案件310起。', '临江公安', false],
    ['破获案件310起。', null, false],
    ['东山区公安分局破获案件310起。', '东山区公安分局', true],
    ['青石街派出所调解纠纷310起。', '青石街派出所', true],
    ['新建派出所31个。', null, false],
    ['社区民警占派出所警力的41%。', null, false],
    ['这是分局推出的警务，38名社区民警走访群众。', null, false],
  ])('%s', (text, scope, subUnit) => {
    const fact = readFacts(text).facts[0];
    expect([fact?.scope, fact?.flags.includes('sub-unit')]).toEqual([scope, subUnit]);
  });

  test('a station is no sub-unit of its own report', () => {
    const { facts } = readFacts('青石街派出所调解纠纷310起。', {
      jurisdiction: { ...city, name: '青石街派出所', level: 'station' },
    });
    expect(facts[0]?.flags).not.toContain('sub-unit');
  });

  test('one case gives scope, flag and name', () => {
    const fact = readFacts('“5·21”跨境网络赌博案抓获犯罪嫌疑人63名。').facts[0];
    expect([fact?.scope, fact?.status, fact?.flags.includes('case')]).toEqual([
      '“5·21”跨境网络赌博案',
      'anecdote',
      true,
    ]);
  });
});

test.each([
  ['调处纠纷4870起，三年累计调处1.4万余起。', '2021-01-01'],
  ['5年共新建派出所12个。', '2019-01-01'],
  ['第三年共新建派出所12个。', '2023-01-01'],
  ['2023年累计新建派出所12个。', '2023-01-01'],
])('a total of several years runs over them: %s', (text, from) => {
  expect(readFacts(text).facts.at(-1)?.period.from).toBe(from);
});

describe('counts are no single case', () => {
  test.each(['打掉恶势力犯罪集团1个、团伙3个。', '全年涉企案件立案31起、破案30起。', '侦办案件1起、团伙案件4起。'])(
    '%s',
    (text) => {
      for (const fact of readFacts(text).facts) {
        expect([fact.status, fact.flags.includes('case')]).toEqual(['actual', false]);
        expect(fact.scope ?? '').not.toMatch(/团伙|破案/);
      }
    },
  );

  test.each([
    ['分局还牵头破获“3·06”跑分案，刑拘17人。', '“3·06”跑分案'],
    ['成功侦办汉江“6·12”网络赌博案，冻结资金300万元。', '汉江“6·12”网络赌博案'],
  ])('a named case without the verb before it: %s', (text, name) => {
    expect(readFacts(text).facts.map((fact) => fact.scope)).toEqual([name]);
  });
});

describe('status', () => {
  test.each([
    ['成功劝阻1200人。', 'actual'],
    ['力争年内创成8个。', 'target'],
    ['围绕刑事发案率下降30%的目标开展工作。', 'target'],
    ['计划投入2200万元实施二期项目。', 'plan'],
    ['总容量达2800人。', 'capacity'],
    ['实施三年行动计划，建成派出所18个。', 'actual'],
    ['3月5日上午9时许，民警赶到现场，救下被困人员2人。', 'anecdote'],
    ['民警仅用3分钟就赶到现场。', 'anecdote'],
    ['平均出警时间3分钟。', 'actual'],
  ])('%s', (text, status) => {
    expect(readFacts(text).facts.map((f) => f.status)).toEqual([status]);
  });

  test('what stands under a section of plans is a plan', () => {
    const { facts } = readFacts('新建智慧安防小区30个。', { section: '三、2024年工作打算' });
    expect(facts.map(line)).toEqual(['新建智慧安防小区数（计划） 30个 count @2024年(2024-01-01~2024-12-31) !plan']);
  });
});

describe('stage', () => {
  test.each([
    ['全市刑事警情下降9%。', '警情'],
    ['电诈立案数下降9%。', '立案'],
    ['盗窃案件发案数下降9%。', '发案'],
    ['破获盗窃案件90起。', '破案'],
    ['抓获嫌疑人90人。', '抓获'],
    ['刑事拘留90人。', '刑拘'],
    ['逮捕90人。', '逮捕'],
    ['移送起诉90人。', '起诉'],
    ['打击处理违法人员90人。', '打处'],
    ['受理治安案件90起。', '受案'],
    ['查处治安案件90起。', '查处'],
    ['新建警务室90个。', null],
  ])('%s', (text, stage) => {
    expect(readFacts(text).facts.map((f) => f.stage)).toEqual([stage]);
  });
});

describe('time', () => {
  test('今年 in a report printed after its year is flagged', () => {
    const fact = readFacts('今年以来，破获案件310起。').facts[0];
    expect([fact?.period.from, fact?.flags.includes('deictic-vs-print')]).toEqual(['2023-01-01', true]);
  });

  test('and not in a report printed in its year', () => {
    const report = {
      ...report2023,
      period: { label: '2024年上半年', from: '2024-01-01', to: '2024-06-30' },
      published: { date: '2024-07-12', outlet: null, title: null },
    };
    const fact = readFacts('今年以来，破获案件310起。', { report }).facts[0];
    expect([fact?.period.from, fact?.flags]).toEqual(['2024-01-01', []]);
  });

  test('去年 printed in January is the year of the report, printed in December the year before', () => {
    const december = { ...report2023, published: { date: '2023-12-28', outlet: null, title: null } };
    expect(readFacts('去年破获案件310起。').facts[0]?.period.from).toBe('2023-01-01');
    expect(readFacts('去年破获案件310起。', { report: december }).facts[0]?.period.from).toBe('2022-01-01');
  });

  test.each([
    ['2022年，破案320起，抓获嫌疑人410人。', ['2022年', '2022年']],
    ['五年来，破案320起。抓获嫌疑人410人。', ['五年来', '五年来']],
    ['2022年破案320起。抓获嫌疑人410人。', ['2022年', '2023年']],
    ['目前，建成警务室120个。走访企业410家次。', ['目前', '2023年']],
    ['警情较2019年下降18.8%，发案下降9%。', ['2023年', '2023年']],
  ])('carried over clauses and sentences: %s', (text, labels) => {
    expect(readFacts(text).facts.map((f) => f.period.label)).toEqual(labels);
  });

  test('a span of time goes on in the next paragraph of its section', () => {
    expect(readFacts('五年来，破案320起。\n抓获嫌疑人410人。').facts.map((f) => f.period.label)).toEqual([
      '五年来',
      '五年来',
    ]);
  });
});

describe('hostile and long texts', () => {
  const texts: readonly (readonly [string, (n: number) => string])[] = [
    ['one verb again and again', (n) => `${'下降'.repeat(n)}3%`],
    ['one long list', (n) => `${'、盗窃'.repeat(n)}分别下降3%、4%`],
    ['figures without end', (n) => '破案3起'.repeat(n)],
    ['open quotation marks', (n) => `${'“'.repeat(n)}破案3起`],
    ['particles', (n) => `${'的'.repeat(n)}3起`],
    ['movements', (n) => `${'从3%'.repeat(n)}降至4%`],
  ];
  test.each(texts)('%s: no more work per letter when the text is twice as long', (_, make) => {
    // Counts what is read, not time: every clause and sentence handed to the rules is bounded.
    const short = readFacts(make(300));
    const long = readFacts(make(600));
    for (const f of [...short.facts, ...long.facts]) {
      expect(f.repairedSpan.end - f.repairedSpan.start).toBeLessThanOrEqual(900);
      expect(f.indicator.label.length).toBeLessThanOrEqual(120);
    }
  });
});
