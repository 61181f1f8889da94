import { describe, expect, it } from 'vitest';
import { realHost } from '../../src/host/index.js';
import { compare, InputError } from '../../src/index.js';
import type { Row } from '../../src/model/comparison.js';
import { root } from '../support/cli.js';

const host = realHost({ cwd: root, env: {}, say: () => {}, signal: new AbortController().signal });
const { comparison, notes } = await compare({ corpus: 'examples/courts', lexicon: 'examples/courts/lexicon' }, host);
const facts = new Map(comparison.facts.map((fact) => [fact.id, fact]));

const rowOf = (id: string): Row => {
  const row = comparison.rows.find((r) => r.id === id);
  if (!row) throw new Error(`found no row ${id}, expected one of ${comparison.rows.map((r) => r.id).join(', ')}`);
  return row;
};
const printed = (row: Row): string[] =>
  row.cells.map((cell) => cell.facts.map((id) => facts.get(id)?.printed ?? '').join(' / ') || cell.state);

describe('a corpus of courts, with a lexicon of its own and nothing in src/', () => {
  it('is read without an error or a warning', () => {
    expect(notes.filter((note) => note.severity !== 'info')).toEqual([]);
  });

  it('knows its own themes and none of the police', () => {
    expect(comparison.themes.map(({ id, zh }) => `${id} ${zh}`)).toEqual([
      'adjudication 审判执行',
      'prevention 诉源治理',
      'service 司法为民',
      'honours 荣誉',
    ]);
    const known = new Set(comparison.themes.map(({ id }) => id));
    const named = [...comparison.facts, ...comparison.honour_records, ...comparison.initiatives].flatMap(
      (f) => f.themes,
    );
    expect(named.filter((theme) => !known.has(theme))).toEqual([]);
    expect(JSON.stringify(comparison.rows)).not.toMatch(/公安|警情|police/);
    expect(
      comparison.sentences
        .flatMap(({ zh, en }) => [...zh, ...en])
        .map(({ text }) => text)
        .join(''),
    ).not.toMatch(/公安|警方|police/);
  });

  it('gives every fact a theme and all but the singular ones an indicator', () => {
    expect(comparison.facts.filter((fact) => fact.themes.length === 0).map((fact) => fact.indicator.label)).toEqual([]);
    const inRows = new Set(comparison.rows.flatMap((row) => row.cells.flatMap((cell) => cell.facts)));
    const named = comparison.facts.filter((fact) => inRows.has(fact.id) && !fact.themes.includes('honours'));
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((fact) => fact.indicator.id === null).map((fact) => fact.indicator.label)).toEqual([]);
  });

  it('quotes every figure to the letter', () => {
    const texts = new Map(comparison.sources.map(({ file, text }) => [file, text]));
    for (const { source } of comparison.facts)
      expect(texts.get(source.file)?.slice(source.start, source.end)).toBe(source.exact);
  });

  it.each([
    ['acceptance-rate.share', 'comparable', ['91.6%', '90.8%', '89.9%']],
    ['civil-accepted.change', 'comparable', ['7.9%', '3.2%', '5.6%']],
    ['cases-accepted.change', 'comparable', ['6.8%', '4.1%', '2.9%']],
    ['premediation.level', 'needs-normalising', ['25640件', '38912件', '13280件']],
    ['cases-accepted.level', 'needs-normalising', ['68432件', '93618件', '47360件']],
    ['premediation-rate.share', 'side-by-side', ['60%', '59%', '61%']],
    ['cases-per-judge.level', 'side-by-side', ['312件', '356件', '287件']],
    ['enforced-amount.level', 'not-comparable', ['41.6亿元', '68.9亿元', '96.8亿元']],
    ['judicial-detention.level', 'not-comparable', ['218人', '412人', '876人次']],
  ])('%s is %s', (id, verdict, figures) => {
    const row = rowOf(id);
    expect([row.verdict, printed(row)]).toEqual([verdict, figures]);
  });

  it('says why: a year beside five, persons beside person-times', () => {
    expect(rowOf('enforced-amount.level').reasons).toContain('PERIOD');
    expect(rowOf('enforced-amount.level').why).toContain('期间长短不同');
    expect(rowOf('judicial-detention.level').reasons).toContain('UNIT');
  });

  it('scales counts by the denominators of corpus.yaml, its own kind included, and only where nothing else is in the way', () => {
    expect(rowOf('premediation.level').derived.map(({ value, unit }) => [value.toFixed(1), unit])).toEqual([
      ['82.2', '件（每万人）'],
      ['79.9', '件（每万人）'],
      ['67.8', '件（每万人）'],
    ]);
    const perJudge = rowOf('cases-concluded.level');
    const derived = perJudge.verdict === 'needs-normalising' ? perJudge.derived : rowOf('cases-accepted.level').derived;
    expect(derived.map(({ unit, denominator }) => [unit, denominator])[0]).toEqual(['件（每名员额法官）', 'judges']);
    for (const row of comparison.rows) if (row.verdict !== 'needs-normalising') expect(row.derived).toEqual([]);
  });

  it('orders only comparable outcomes, never activity', () => {
    expect(rowOf('acceptance-rate.share').order?.map((id) => facts.get(id)?.jurisdiction)).toEqual([
      'chuanning',
      'mujiang',
      'bolin',
    ]);
    expect(rowOf('ip-concluded.change').order).toBeNull();
  });

  it('finds shared practices and honours of the field', () => {
    expect(comparison.practices.map(({ name, jurisdictions }) => [name, jurisdictions.length])).toEqual(
      expect.arrayContaining([
        ['法官工作站', 3],
        ['一镇一法官', 2],
      ]),
    );
    const titles = comparison.honour_records.map(({ title, level }) => `${level} ${title}`);
    expect(titles).toEqual(
      expect.arrayContaining([
        'national 全国法院执行工作先进集体',
        'provincial 全省优秀法院',
        'national 枫桥式人民法庭',
        'provincial 全省法院司法为民先进单位',
      ]),
    );
  });

  it('climbs a ladder of its own stages', () => {
    const stages = comparison.ladders.flatMap(({ rungs }) => rungs.map(({ stage }) => stage));
    expect(stages).toEqual(expect.arrayContaining(['受理', '审结', '执结', '诉前调解']));
    expect(stages.filter((stage) => ['警情', '受案', '挽损', '化解'].includes(stage))).toEqual([]);
  });
});

describe('the same corpus without its lexicon', () => {
  it('is compared too, by wording: nothing is lost, and nothing is called by a name of police work it does not have', async () => {
    const plain = await compare({ corpus: 'examples/courts' }, host);
    expect(plain.comparison.facts.length).toBe(comparison.facts.length);
  });
});

it('refuses a lexicon folder that does not exist', async () => {
  await expect(compare({ corpus: 'examples/courts', lexicon: 'no-such-folder' }, host)).rejects.toThrow(InputError);
});
