import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/pipeline/read-corpus.js';

const schema = JSON.parse(readFileSync(new URL('../../schemas/corpus.schema.json', import.meta.url), 'utf8'));
const read = (text: string) => readCorpus(text, 'corpus.yaml', schema);

const GOOD = `title: 两地
jurisdictions:
  - { id: a, name: 甲市, level: city, population: { value: 3200000, year: 2022, source: 甲市统计年鉴2023 } }
  - { id: b, name: 乙区, short: 乙 }
reports:
  - id: a-2022
    jurisdiction: a
    period: { from: 2022-01-01, to: 2022-12-31 }
    sources: [{ file: a.txt }]
  - id: b-2022
    jurisdiction: b
    sources: [{ file: page.txt, parts: [{ from: 3, to: 9 }] }]
`;

test('a good corpus is read whole', () => {
  const { value, notes } = read(GOOD);
  expect(notes).toEqual([]);
  expect(value).toEqual({
    title: '两地',
    jurisdictions: [
      {
        id: 'a',
        name: '甲市',
        short: '甲市',
        level: 'city',
        aliases: [],
        denominators: { population: { value: 3200000, year: 2022, source: '甲市统计年鉴2023' } },
      },
      { id: 'b', name: '乙区', short: '乙', level: 'other', aliases: [], denominators: {} },
    ],
    reports: [
      {
        id: 'a-2022',
        jurisdiction: 'a',
        period: { label: '2022年', from: '2022-01-01', to: '2022-12-31' },
        published: null,
        sources: [{ file: 'a.txt', parts: null }],
      },
      {
        id: 'b-2022',
        jurisdiction: 'b',
        period: { label: '期间未注明', from: null, to: null },
        published: null,
        sources: [{ file: 'page.txt', parts: [{ from: 3, to: 9 }] }],
      },
    ],
  });
});

/** Each: what is wrong, the edit that makes it so, the note's code, the line it points at, a word of its message. */
const WRONG: readonly [string, (good: string) => string, string, number, string][] = [
  ['a key nobody knows', (g) => g.replace('short: 乙', 'shrot: 乙'), 'corpus/schema', 4, 'shrot'],
  ['a level nobody knows', (g) => g.replace('level: city', 'level: town'), 'corpus/schema', 3, 'town'],
  ['no name', (g) => g.replace('name: 甲市, ', ''), 'corpus/schema', 3, 'name'],
  ['an id in capitals', (g) => g.replace('id: a-2022', 'id: A-2022'), 'corpus/schema', 6, 'A-2022'],
  ['two reports with one id', (g) => g.replace('id: b-2022', 'id: a-2022'), 'corpus/id-twice', 10, 'a-2022'],
  ['two jurisdictions with one id', (g) => g.replace('id: b,', 'id: a,'), 'corpus/id-twice', 4, '“a”'],
  [
    'a jurisdiction that is not there',
    (g) => g.replace('jurisdiction: b', 'jurisdiction: c'),
    'corpus/unknown-jurisdiction',
    11,
    '“c”',
  ],
  [
    'a period that ends before it begins',
    (g) => g.replace('2022-12-31', '2021-12-31'),
    'corpus/period-reversed',
    8,
    '2021-12-31',
  ],
  ['a day that does not exist', (g) => g.replace('2022-12-31', '2022-02-30'), 'corpus/no-such-day', 8, '2022-02-30'],
  ['a date in another form', (g) => g.replace('2022-12-31', '2022年底'), 'corpus/schema', 8, '2022年底'],
  ['a path that climbs', (g) => g.replace('a.txt', '../secret.txt'), 'corpus/path', 9, '../secret.txt'],
  ['an absolute path', (g) => g.replace('a.txt', '/etc/passwd'), 'corpus/path', 9, '/etc/passwd'],
  [
    'one file twice in a report',
    (g) => g.replace('[{ file: a.txt }]', '[{ file: a.txt }, { file: a.txt }]'),
    'corpus/source-twice',
    9,
    'a.txt',
  ],
  ['parts the wrong way round', (g) => g.replace('from: 3, to: 9', 'from: 9, to: 3'), 'corpus/part-reversed', 12, '9'],
  ['YAML that breaks off', (g) => `${g}  - { id: c`, 'corpus/yaml', 13, 'YAML'],
  ['a denominator without source', (g) => g.replace(', source: 甲市统计年鉴2023', ''), 'corpus/schema', 3, 'source'],
  ['text instead of a list', () => 'reports: none\njurisdictions: none\n', 'corpus/schema', 2, 'none'],
  ['nothing at all', () => '', 'corpus/schema', 1, 'null'],
];

describe('a wrong corpus.yaml is refused with file, line and what to do', () => {
  test.each(WRONG)('%s', (_what, edit, code, line, word) => {
    const { value, notes } = read(edit(GOOD));
    expect(value).toBeNull();
    const note = notes.find((n) => n.code === code && n.message.includes(word));
    expect(note, JSON.stringify(notes)).toBeDefined();
    expect(note?.place?.file).toBe('corpus.yaml');
    expect(note?.place?.line).toBe(line);
    expect(note?.message).toMatch(/found .*, expected /s);
    expect(note?.hint).toBeTruthy();
  });
});

test('several errors are gathered', () => {
  const { notes } = read(GOOD.replace('jurisdiction: b', 'jurisdiction: c').replace('2022-12-31', '2021-12-31'));
  expect(notes.map((n) => n.code).sort()).toEqual(['corpus/period-reversed', 'corpus/unknown-jurisdiction']);
});

test('an alias bomb is refused, not expanded', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`).join('\n')}\n`;
  const { value, notes } = read(bomb);
  expect(value).toBeNull();
  expect(notes).toHaveLength(1);
});
