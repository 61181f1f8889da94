import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realHost } from '../../src/host/index.js';
import { compare } from '../../src/index.js';
import type { Comparison } from '../../src/model/comparison.js';
import { root } from '../support/cli.js';

const folders: string[] = [];
const host = realHost({ cwd: root, env: {}, say: () => {}, signal: new AbortController().signal });
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-corpus-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const NAMES = [...'甲乙丙丁戊己庚辛壬癸'].flatMap((a) => [...'川江山河'].map((b) => `${a}${b}市`));

/** Invented bureaus with the same sentences and figures of their own. */
function corpusOf(count: number): string {
  const files: Record<string, string> = {};
  const places = NAMES.slice(0, count).map((name, i) => ({ name, short: name.slice(0, 2), id: `p${i}` }));
  for (const [i, { name, short, id }] of places.entries()) {
    files[`${id}.txt`] = [
      `${short}公安2023年工作回眸`,
      '',
      `2023年，${name}公安机关抓获电信诈骗犯罪嫌疑人${100 + i}名，全市电信网络诈骗立案数同比下降${10 + i / 10}%。`,
      `全年化解矛盾纠纷${2000 + 17 * i}起。`,
      ...(i % 3 === 0 ? [`警用无人机全年飞行${300 + i}架次，无人机巡查发现隐患${40 + i}处。`] : []),
    ].join('\n');
  }
  files['corpus.yaml'] = [
    'jurisdictions:',
    ...places.map(
      ({ id, name, short }) =>
        `  - { id: ${id}, name: ${name}, short: ${short}, level: city, aliases: [${short}公安] }`,
    ),
    'reports:',
    ...places.map(
      ({ id }) =>
        `  - { id: ${id}-2023, jurisdiction: ${id}, period: { from: 2023-01-01, to: 2023-12-31 }, sources: [{ file: ${id}.txt }] }`,
    ),
  ].join('\n');
  return folderOf(files);
}

/** What must hold of any comparison. */
function expectValid(comparison: Comparison): void {
  const ids = new Set(comparison.facts.map(({ id }) => id));
  expect(ids.size).toBe(comparison.facts.length);
  const placed = [
    ...comparison.rows.flatMap((row) => row.cells.flatMap(({ facts }) => facts)),
    ...comparison.singles.map(({ fact }) => fact),
  ];
  expect([...placed].sort()).toEqual([...ids].sort());
  for (const row of comparison.rows) {
    expect(row.cells.map(({ jurisdiction }) => jurisdiction)).toEqual(comparison.jurisdictions.map(({ id }) => id));
    for (const cell of row.cells)
      expect(cell.facts.length > 0).toBe(cell.state === 'reported' || cell.state === 'zero');
    expect(row.why).not.toBe('');
  }
}

describe.each([2, 40])('%i jurisdictions', (count) => {
  it('are compared in one table', async () => {
    const { comparison } = await compare({ corpus: corpusOf(count) }, host);
    expectValid(comparison);
    expect(comparison.jurisdictions).toHaveLength(count);
    const filed = comparison.rows.find(({ id }) => id === 'fraud-filed.change');
    expect(filed?.verdict).toBe('comparable');
    expect(filed?.cells.filter(({ state }) => state === 'reported')).toHaveLength(count);
    expect(comparison.rows.find(({ id }) => id === 'disputes-resolved.level')?.verdict).toBe('needs-normalising');
  });
});

const DRONES = `themes:
  - id: drones
    zh: 低空警务
    en: Drones
    words: ['无人机']
`;

describe('a theme of the user’s own', () => {
  it('is added to the built-in ones', async () => {
    const lexicon = folderOf({ 'drones.yaml': DRONES });
    const { comparison } = await compare({ corpus: corpusOf(4), lexicon }, host);
    expectValid(comparison);
    expect(comparison.themes.map(({ id }) => id)).toEqual([
      'grassroots',
      'anti-fraud',
      'business-environment',
      'honours',
      'drones',
    ]);
    const rows = comparison.rows.filter(({ theme }) => theme === 'drones');
    expect(rows.map(({ cells }) => cells.map(({ state }) => state))).toContainEqual([
      'reported',
      'not-mentioned',
      'not-mentioned',
      'reported',
    ]);
  });

  it('may be the only one', async () => {
    const lexicon = folderOf({ 'drones.yaml': `replace: [themes]\n${DRONES}` });
    const { comparison } = await compare({ corpus: corpusOf(4), lexicon }, host);
    expectValid(comparison);
    expect(comparison.themes.map(({ id }) => id)).toEqual(['drones']);
    expect(new Set(comparison.facts.flatMap(({ themes }) => themes))).toEqual(new Set(['drones']));
    // Figures of no theme stay: in rows of the general part.
    expect(comparison.rows.find(({ id }) => id === 'fraud-filed.change')?.theme).toBe('general');
  });

  it('may be all that is asked for', async () => {
    const lexicon = folderOf({ 'drones.yaml': DRONES });
    const { comparison } = await compare({ corpus: corpusOf(2), lexicon, themes: ['drones'] }, host);
    expect(comparison.themes.map(({ id }) => id)).toEqual(['drones']);
  });
});
