import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/pipeline/checked-yaml.js';
import { type LexiconFile, readLexicon } from '../../src/pipeline/read-lexicon.js';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const schema = JSON.parse(readFileSync(at('schemas/lexicon.schema.json'), 'utf8')) as JsonSchema;
const folder = (path: string): LexiconFile[] =>
  readdirSync(at(path))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: name, text: readFileSync(at(`${path}${name}`), 'utf8') }));
const bundled = folder('lexicon/');
const own = (text: string) => readLexicon([bundled, [{ file: 'own.yaml', text }]], schema);

const INDICATOR = `indicators:
  - id: drone-hazards
    zh: 无人机巡查发现隐患数
    en: hazards found by drones
    units: [处]
    measure: F
    polarity: ambiguous
    themes: [grassroots]
    all: [[无人机], [隐患]]
`;

describe('every bundled lexicon file', () => {
  it.each([
    ...bundled.map((file) => ['lexicon/', file] as const),
    ...folder('examples/courts/lexicon/').map((file) => ['courts', file] as const),
  ])('fits the schema: %s %o', (_, file) => {
    // A theme may stand in another file of the folder; everything else is the file's own affair.
    const { notes } = readLexicon([[file]], schema);
    expect(notes.filter(({ code }) => code !== 'lexicon/unknown-theme')).toEqual([]);
  });

  it('and all of them together', () => {
    expect(readLexicon([bundled], schema).notes).toEqual([]);
    expect(readLexicon([bundled, folder('examples/courts/lexicon/')], schema).notes).toEqual([]);
  });

  it('names the known units, indicators and stages consistently', () => {
    const lexicon = readLexicon([bundled], schema).value;
    const indicators = lexicon?.indicators ?? [];
    const ids = indicators.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const beside = indicators.flatMap((entry) => entry.beside ?? []);
    expect(beside.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the schema', () => {
  const walk = (value: unknown, path: string): string[] => {
    if (value === null || typeof value !== 'object') return [];
    if (Array.isArray(value)) return value.flatMap((item, i) => walk(item, `${path}/${i}`));
    const node = value as Record<string, unknown>;
    const here =
      node.type === 'object' && node.properties !== undefined
        ? [
            ...(node.additionalProperties === false ? [] : [`${path}: open`]),
            ...Object.entries(node.properties as Record<string, Record<string, unknown>>).flatMap(([key, field]) =>
              typeof field.description === 'string' && field.description.length > 3
                ? []
                : [`${path}/${key}: no description`],
            ),
          ]
        : [];
    return [...here, ...Object.entries(node).flatMap(([key, item]) => walk(item, `${path}/${key}`))];
  };
  it.each(['lexicon', 'corpus', 'review'])('%s is closed everywhere and describes every key', (name) => {
    expect(walk(JSON.parse(readFileSync(at(`schemas/${name}.schema.json`), 'utf8')), name)).toEqual([]);
  });
});

describe('typical mistakes are refused with their line', () => {
  it.each([
    ['a misspelt section', 'theems: []\n', 1, '“theems”'],
    ['a misspelt key', `${INDICATOR}    nto: [工地]\n`, 10, '“nto”'],
    ['an id in capitals and blanks', 'themes:\n  - { id: My Theme, zh: 一, en: one, words: [一] }\n', 2, 'My Theme'],
    ['a theme without words', 'themes:\n  - { id: mine, zh: 一, en: one }\n', 2, '“words”'],
    ['one group instead of a list of groups', INDICATOR.replace('[[无人机], [隐患]]', '[无人机, 隐患]'), 9, '无人机'],
    ['no group at all', INDICATOR.replace('[[无人机], [隐患]]', '[]'), 9, 'fewer than 1'],
    ['a measure in words', INDICATOR.replace('measure: F', 'measure: flow'), 6, 'flow'],
    ['a polarity in words of one’s own', INDICATOR.replace('ambiguous', 'good'), 7, 'good'],
    ['a unit that is no list', INDICATOR.replace('[处]', '处'), 5, '处'],
    ['a theme nobody defines', INDICATOR.replace('grassroots', 'grasroots'), 8, 'grasroots'],
    ['a cue for a theme nobody defines', "initiatives:\n  cues:\n    drones: ['无人机']\n", 3, 'drones'],
    ['a pattern that is no regular expression', INDICATOR.replace('[无人机]', "['无人机(']"), 9, 'regular expression'],
    ['a shape that is no regular expression', "initiatives:\n  shapes: ['[一']\n", 2, 'regular expression'],
    ['a badge there is not', `${INDICATOR}    badges: [important]\n`, 10, 'important'],
    ['replacing what is no section', 'replace: [rules]\n', 1, 'rules'],
    ['a tab for indentation', 'themes:\n\t- id: x\n', 2, 'YAML'],
    [
      'text where a number belongs',
      'denominators:\n  - { id: judges, zh: 法官, en: judges, amount: 每百名, each: 每百名 }\n',
      2,
      '每百名',
    ],
  ])('%s', (_, text, line, says) => {
    const { value, notes } = own(text);
    expect(value).toBeNull();
    expect(notes.map((note) => [note.place?.file, note.place?.line])).toContainEqual(['own.yaml', line]);
    expect(notes.map(({ message }) => message).join('\n')).toContain(says);
  });
});

describe('a folder over the bundled one', () => {
  it('adds, replaces by id and by name, and fills in what an entry leaves out', () => {
    const { value, notes } = own(
      `${INDICATOR}initiatives:\n  known:\n    - { name: 枫桥经验, themes: [grassroots], kind: slogan }\n`,
    );
    expect(notes).toEqual([]);
    const entry = value?.indicators.find(({ id }) => id === 'drone-hazards');
    expect(entry).toMatchObject({ stage: null, not: [], outcome: false, badges: [] });
    expect(value?.indicators.length).toBe((readLexicon([bundled], schema).value?.indicators.length ?? 0) + 1);
    expect(value?.initiatives.known.filter(({ name }) => name === '枫桥经验')).toEqual([
      { name: '枫桥经验', themes: ['grassroots'], kind: 'slogan' },
    ]);
  });

  it('starts a replaced section empty, whichever file says so, and drops what speaks of replaced themes', () => {
    const files = [
      { file: 'a.yaml', text: 'themes:\n  - { id: mine, zh: 我的, en: mine, words: [我] }\n' },
      { file: 'b.yaml', text: 'replace: [themes, honours.grantors, formulas]\n' },
    ];
    const value = readLexicon([bundled, files], schema).value;
    expect(value?.themes.map(({ id }) => id)).toEqual(['mine']);
    expect(value?.honours.grantors).toEqual([]);
    expect(value?.honours.verbs.length).toBeGreaterThan(5);
    expect(value?.formulas ?? []).toEqual([]);
    expect(value?.indicators.flatMap(({ themes }) => themes)).toEqual([]);
    expect(Object.keys(value?.initiatives.cues ?? {})).toEqual([]);
    expect(value?.initiatives.known.flatMap(({ themes }) => themes).filter((theme) => theme !== 'mine')).toEqual([]);
  });

  it('keeps names to the letter, whatever they look like', () => {
    expect(own("names:\n  words: ['C++', '(一)']\n").notes).toEqual([]);
  });

  it('ties a denominator of its own to the indicators that name it', () => {
    const { value } = own(
      `${INDICATOR}    per: drones\ndenominators:\n  - { id: drones, zh: 无人机数, en: drones, amount: 10, each: 每十架 }\n`,
    );
    expect(value?.indicators.find(({ id }) => id === 'drone-hazards')?.scale?.each).toBe('每十架');
  });
});
