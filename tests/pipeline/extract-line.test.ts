import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { report as generated } from '../../bench/lib/generate.mjs';
import { makeCut } from '../../src/host/segmenter.js';
import { compareRead, compareReports } from '../../src/pipeline/compare.js';
import { type ExtractedLine, extractLine } from '../../src/pipeline/extract-line.js';
import { gatherer } from '../../src/pipeline/gather-records.js';
import { readCorpus } from '../../src/pipeline/read-corpus.js';
import { loadLexicon } from '../support/lexicon.js';

const lexicon = loadLexicon();
const cut = makeCut(lexicon.words);
const schema = JSON.parse(readFileSync(new URL('../../schemas/corpus.schema.json', import.meta.url), 'utf8'));
const context = { lexicon, cut, schema, file: '-' };
const COUNT = 12;
const reports = Array.from({ length: COUNT }, (_, index) => generated(index, { seed: 7, places: 6 }));
const lines = reports
  .flatMap((report, i) => extractLine(JSON.stringify(report), i + 1, context))
  .map((line) => JSON.stringify(line));

function gathered(given: readonly string[]) {
  const gather = gatherer();
  for (const [i, line] of given.entries()) gather.add(line, { file: 'x', line: i + 1 });
  return gather.done();
}
function comparisonOf(given: readonly string[]): string {
  const { value } = gathered(given);
  if (value === null) throw new Error('refused');
  return JSON.stringify(compareRead({ ...value, lexicon }).value);
}
const codes = (given: readonly string[]): string[] => gathered(given).notes.map(({ code }) => code);

test('records of reports that were read one by one compare as the corpus of them does', () => {
  const sorted = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1));
  const places = [...new Map(sorted.map(({ jurisdiction }) => [jurisdiction.id, jurisdiction])).values()];
  const described = {
    jurisdictions: places.sort((a, b) => (a.id < b.id ? -1 : 1)),
    reports: sorted.map(({ id, jurisdiction, period, file }) => ({
      id,
      jurisdiction: jurisdiction.id,
      period,
      sources: [{ file }],
    })),
  };
  const corpus = readCorpus(JSON.stringify(described), 'corpus.yaml', schema).value;
  if (corpus === null) throw new Error('refused');
  const sources = new Map(reports.map(({ file, text }) => [file, { file, text, encoding: 'utf-8', units: [] }]));
  const whole = compareReports({ corpus, sources, lexicon, cut }).value;
  const { notes: _notes, ...rest } = JSON.parse(comparisonOf(lines));
  const { notes: _other, ...expected } = JSON.parse(JSON.stringify(whole));
  expect(rest).toEqual(expected);
  expect(expected.facts.length).toBeGreaterThan(100);
});

test('any order of lines, and lines given twice, give the same comparison', () => {
  const expected = comparisonOf(lines);
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), fc.subarray(lines), (all, again) => {
      expect(comparisonOf([...all, ...again]) === expected).toBe(true);
    }),
    { numRuns: 5 },
  );
});

describe('lines that are not whole', () => {
  const at = (type: string): number =>
    lines.findIndex((line) => line.startsWith(`{"type":"${type}"`) || line.includes(`"type":"${type}"`));
  test('a lost record, a lost report, no report, another line, two reports of one id', () => {
    expect(codes(lines.filter((_, i) => i !== at('fact')))).toContain('records/lost');
    expect(codes(lines.filter((_, i) => i !== at('report')))).toContain('records/orphan');
    expect(codes([])).toEqual(['records/empty']);
    expect(codes([...lines, '{"type":"other"}', 'x', 'null', '[]'])).toEqual(Array(4).fill('records/line'));
    expect(codes([...lines, (lines[at('report')] ?? '').replace('"report":{', '"report":{"x":1,')])).toContain(
      'records/report-twice',
    );
    expect(codes([...lines, (lines[at('fact')] ?? '').replace('"value":', '"value":1')])).toContain(
      'records/record-twice',
    );
  });
  test('refused lines of several files are told in one order, whatever order the files come in', () => {
    const refused = ['a', 'b'].flatMap((file) =>
      extractLine('{', 7, { ...context, file }).map((line) => JSON.stringify(line)),
    );
    expect(comparisonOf([...lines, ...refused.reverse()])).toBe(comparisonOf([...refused.reverse(), ...lines]));
  });
});

describe('a line that is no report is refused with its number, and only it', () => {
  const good = reports[0];
  const refused = (line: string): ExtractedLine[] => extractLine(line, 41, context);
  test.each([
    ['no JSON', '{'],
    ['no object', '[1]'],
    ['null', 'null'],
    ['no text', JSON.stringify({ ...good, text: undefined })],
    ['a number as text', JSON.stringify({ ...good, text: 3 })],
    ['no id', JSON.stringify({ ...good, id: undefined })],
    ['an id with a slash', JSON.stringify({ ...good, id: '../x' })],
    ['a path that climbs', JSON.stringify({ ...good, file: '../../etc/passwd' })],
    ['no jurisdiction', JSON.stringify({ ...good, jurisdiction: undefined })],
    ['an unknown level', JSON.stringify({ ...good, jurisdiction: { id: 'a', name: '甲', level: 'moon' } })],
    ['a day that is none', JSON.stringify({ ...good, period: { from: '2022-02-31' } })],
    ['sources that are none', JSON.stringify({ ...good, sources: 'x' })],
    ['a source that is null', JSON.stringify({ ...good, sources: [null] })],
  ])('%s', (_, line) => {
    const out = refused(line);
    expect(out.map(({ type }) => type)).toEqual(['refused']);
    const [note] = (out[0] as Extract<ExtractedLine, { type: 'refused' }>).notes;
    expect(note).toMatchObject({ severity: 'error', place: { file: '-', line: 41 } });
    expect(note?.hint).toBeTruthy();
  });

  test('anything at all comes back as lines', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((x) => JSON.stringify({ ...good, text: x })),
        ),
        (line) => {
          expect(['report', 'refused']).toContain(refused(line)[0]?.type);
        },
      ),
      { numRuns: 200 },
    );
  });
});
