import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { duizhao, root } from '../support/cli.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CORPUS = `jurisdictions:
  - { id: a, name: 甲市, level: city, aliases: [甲市公安] }
  - { id: b, name: 乙市, level: city, aliases: [乙市公安] }
reports:
  - { id: a-2022, jurisdiction: a, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: a.txt }] }
  - { id: b-2022, jurisdiction: b, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: b.txt }] }
`;
function corpus(files: Record<string, string | Uint8Array>): string {
  const path = join(folder, 'corpus');
  mkdirSync(path, { recursive: true });
  for (const [name, content] of Object.entries({
    'corpus.yaml': CORPUS,
    'a.txt': '2022年，甲市公安共抓获电信诈骗犯罪嫌疑人120名，电信诈骗立案数同比下降12.5%。\n',
    'b.txt': '2022年，乙市公安共抓获电信诈骗犯罪嫌疑人98名，电信诈骗立案数同比下降9.1%。\n',
    ...files,
  })) {
    writeFileSync(join(path, name), content);
  }
  return path;
}
const out = (): string => join(folder, 'out');
const records = (name: string): Record<string, unknown>[] =>
  readFileSync(join(out(), 'data', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('compare', () => {
  test('an option given twice: the last one counts, lists are put together', () => {
    const path = corpus({});
    const twice = ['--out', join(folder, 'first'), '--out', out(), '--lang', 'en', '--lang', 'zh'];
    const { status, stdout } = duizhao([
      'compare',
      path,
      ...twice,
      '--format',
      'json',
      '--theme',
      'honours',
      '--theme',
      'anti-fraud',
    ]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('合计')]);
    expect(existsSync(join(folder, 'first'))).toBe(false);
    const { themes } = JSON.parse(readFileSync(join(out(), 'data/comparison.json'), 'utf8'));
    expect(themes.map(({ id }: { id: string }) => id)).toEqual(['honours', 'anti-fraud']);
  });

  test('writes records whose quotes are the source’s own text', () => {
    const path = corpus({});
    const { status, stdout } = duizhao(['compare', path, '--out', out(), '--format', 'json']);
    expect(status).toBe(0);
    expect(stdout).toContain('facts.jsonl');
    const facts = records('facts.jsonl');
    expect(facts.map((f) => [f.jurisdiction, f.value, f.direction])).toEqual([
      ['a', 120, 'none'],
      ['a', 12.5, 'down'],
      ['b', 98, 'none'],
      ['b', 9.1, 'down'],
    ]);
    for (const fact of facts) {
      const source = fact.source as { file: string; start: number; end: number; exact: string };
      expect(readFileSync(join(path, source.file), 'utf8').slice(source.start, source.end)).toBe(source.exact);
    }
    const comparison = JSON.parse(readFileSync(join(out(), 'data/comparison.json'), 'utf8'));
    expect(
      comparison.rows.find((row: { indicator: { label: string } }) => row.indicator.label.includes('立案')),
    ).toMatchObject({ verdict: 'comparable' });
  });

  test('leaves nothing but its outputs behind, and the same bytes twice', () => {
    const path = corpus({});
    duizhao(['compare', path, '--out', out(), '--format', 'html,json']);
    const first = readFileSync(join(out(), 'brief.html'));
    duizhao(['compare', path, '--out', join(folder, 'again'), '--format', 'html,json'], {
      env: { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    });
    expect(readdirSync(out()).sort()).toEqual(['brief.html', 'data']);
    expect(readFileSync(join(folder, 'again/brief.html')).equals(first)).toBe(true);
    for (const name of readdirSync(join(out(), 'data'))) {
      expect(readFileSync(join(folder, 'again/data', name)).equals(readFileSync(join(out(), 'data', name)))).toBe(true);
    }
  });

  test('without a browser writes everything else, says how to get one, exits 3', () => {
    const path = corpus({});
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const preload = join(folder, 'no-browser.mjs');
    // The usual places are looked into besides PATH: hide them all from this process.
    writeFileSync(
      preload,
      "import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; const real = fs.accessSync; fs.accessSync = (path, mode) => { if (/chrom|edge/i.test(String(path))) throw new Error('hidden'); return real(path, mode); }; syncBuiltinESMExports();",
    );
    const { status, stderr } = duizhao(['compare', path, '--out', out()], {
      env: { NODE_OPTIONS: `--import=${preload}`, PUPPETEER_CACHE_DIR: empty },
    });
    expect(status).toBe(3);
    expect(stderr).toMatch(/found no browser, expected one .*\n\s+do: .*PUPPETEER_EXECUTABLE_PATH/s);
    expect(existsSync(join(out(), 'brief.html'))).toBe(true);
    expect(existsSync(join(out(), 'data/facts.jsonl'))).toBe(true);
    expect(existsSync(join(out(), 'brief.pdf'))).toBe(false);
  });

  test('keeps only the themes and places asked for', () => {
    const { status } = duizhao([
      'compare',
      corpus({}),
      '--out',
      out(),
      '--format',
      'json',
      '--theme',
      'anti-fraud',
      '--jurisdiction',
      'b',
    ]);
    expect(status).toBe(0);
    expect(new Set(records('facts.jsonl').map((f) => f.jurisdiction))).toEqual(new Set(['b']));
    const comparison = JSON.parse(readFileSync(join(out(), 'data/comparison.json'), 'utf8'));
    expect(comparison.themes.map((t: { id: string }) => t.id)).toEqual(['anti-fraud']);
  });
});

describe('bad input is refused with exit 2, a place and what to do, and writes nothing', () => {
  const NUL = new Uint8Array([0xd6, 0xd0, 0, 0, 1, 2, 3, 0]);
  test.each<[string, Record<string, string | Uint8Array>, string[], RegExp]>([
    [
      'an unknown key in corpus.yaml',
      { 'corpus.yaml': CORPUS.replace('level: city', 'levle: city') },
      [],
      /corpus\.yaml:2:\d+: error: found the unknown key “levle”[\s\S]*\n\s+│ +\^[\s\S]*do: /,
    ],
    [
      'a missing file',
      { 'corpus.yaml': CORPUS.replace('b.txt', 'c.txt') },
      [],
      /c\.txt: error: found no such file[\s\S]*do: /,
    ],
    ['an empty file', { 'b.txt': '' }, [], /b\.txt.*error: found an empty file[\s\S]*do: /],
    ['a file that is not text', { 'b.txt': NUL }, [], /b\.txt.*error: found[\s\S]*expected[\s\S]*do: /],
    [
      'a period that ends before it begins',
      { 'corpus.yaml': CORPUS.replace('to: 2022-12-31', 'to: 2021-12-31') },
      [],
      /corpus\.yaml:5:\d+: error: found a period/,
    ],
    [
      'two reports with one id',
      { 'corpus.yaml': CORPUS.replace('id: b-2022', 'id: a-2022') },
      [],
      /corpus\.yaml:6:\d+: error: found the id “a-2022” twice[\s\S]*see also .*corpus\.yaml:5/,
    ],
    [
      'parts beyond the end of the file',
      { 'corpus.yaml': CORPUS.replace('file: b.txt', 'file: b.txt, parts: [{ from: 40, to: 50 }]') },
      [],
      /error: found a part of report b-2022 from line 40/,
    ],
    ['an unknown theme', {}, ['--theme', 'weather'], /found the theme “weather”, expected one of/],
    ['an unknown jurisdiction', {}, ['--jurisdiction', 'c'], /found the jurisdiction “c”, expected one of a, b/],
    ['an unknown format', {}, ['--format', 'odt'], /found the format “odt”/],
    ['an unknown option', {}, ['--colour'], /colour/],
    ['a lexicon folder with nothing in it', {}, ['--lexicon', 'nowhere'], /found no \.yaml file in nowhere/],
    [
      'a template folder that is not there',
      {},
      ['--template', 'nowhere'],
      /found a template folder that cannot be read/,
    ],
  ])('%s', (_what, files, args, message) => {
    const { status, stderr } = duizhao(['compare', corpus(files), '--out', out(), '--format', 'html,json', ...args]);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
    expect(existsSync(out())).toBe(false);
  });

  test('a folder that is not there', () => {
    const { status, stderr } = duizhao(['compare', join(folder, 'nowhere')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/found neither corpus\.yaml nor a text file[\s\S]*do: /);
  });

  test('an output folder that cannot be one', () => {
    writeFileSync(join(folder, 'taken'), 'a file');
    const { status, stderr } = duizhao(['compare', corpus({}), '--out', join(folder, 'taken'), '--format', 'json']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/found that nothing can be written into[\s\S]*do: choose another folder/);
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('a file');
  });
});

test('a folder of texts without corpus.yaml works and says what was worked out', () => {
  const path = corpus({});
  rmSync(join(path, 'corpus.yaml'));
  const { status, stdout } = duizhao(['compare', path, '--out', out(), '--format', 'json', '--json']);
  expect(status).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer.reports).toBe(2);
  expect(answer.notes.filter((n: { code: string }) => n.code === 'corpus/worked-out')).toHaveLength(2);
});

test('--help shows every command with examples, --version the version, completion a script', () => {
  const help = duizhao(['--help']);
  for (const command of ['compare', 'inspect', 'doctor', 'completion']) expect(help.stdout).toContain(command);
  expect(duizhao(['compare', '--help']).stdout).toContain('--jurisdiction wuhan,shiyan');
  expect(duizhao(['--version']).stdout.trim()).toBe(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  );
  expect(duizhao(['completion']).stdout).toContain('duizhao');
});
