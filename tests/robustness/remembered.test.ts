import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CompareOptions } from '../../src/commands/compare.js';
import { compareAgain } from '../../src/commands/compare-again.js';
import { diskCache, NO_CACHE } from '../../src/host/cache/store.js';
import { realHost } from '../../src/host/index.js';
import { cliPath, duizhao, root } from '../support/cli.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
  mkdirSync(join(folder, 'corpus'));
  put('corpus/corpus.yaml', YAML);
  put('corpus/a.txt', A);
  put('corpus/b.txt', '2022年，乙市公安共抓获电信诈骗犯罪嫌疑人98名。\n');
  cpSync(join(root, 'templates'), join(folder, 'templates'), { recursive: true });
  mkdirSync(join(folder, 'lexicon'));
  put('lexicon/words.yaml', 'words: [{ word: 甲市公安, tag: nt }]\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const YAML = `jurisdictions:
  - { id: a, name: 甲市, level: city, aliases: [甲市公安] }
  - { id: b, name: 乙市, level: city, aliases: [乙市公安] }
reports:
  - { id: a-2022, jurisdiction: a, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: a.txt }] }
  - { id: b-2022, jurisdiction: b, period: { from: 2022-01-01, to: 2022-12-31 }, sources: [{ file: b.txt }] }
`;
const A = '2022年，甲市公安共抓获电信诈骗犯罪嫌疑人120名。\n';
const put = (path: string, text: string): void => writeFileSync(join(folder, path), text);
const ARGS = ['corpus', '--out', 'out', '--format', 'html,json', '--template', 'templates', '--lexicon', 'lexicon'];
const OPTIONS: CompareOptions = {
  corpus: 'corpus',
  out: 'out',
  formats: ['html', 'json'],
  themes: [],
  jurisdictions: [],
  template: 'templates',
  lexicon: 'lexicon',
  lang: 'zh-CN',
  style: 'default',
  strict: false,
};

interface Ran {
  readonly remembered: boolean;
  readonly files: Readonly<Record<string, string>>;
}

/** Runs in this process, where the dictionary is loaded once; `name` of the cache, null: without. */
async function run(options: Partial<CompareOptions> = {}, name: string | null = 'cache'): Promise<Ran> {
  const cache = name === null ? NO_CACHE : diskCache(join(folder, name));
  const signal = new AbortController().signal;
  const host = realHost({ cwd: folder, env: {}, say: () => {}, signal, cache });
  const { exitCode, lines, notes } = await compareAgain({ ...OPTIONS, ...options }, host);
  if (exitCode !== 0) throw new Error(JSON.stringify(notes));
  return { remembered: lines.at(-1)?.startsWith('remembered') ?? false, files: outputs() };
}

function outputs(name = 'out'): Record<string, string> {
  const all = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    all
      .filter((path) => statSync(join(folder, name, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, name, path), 'utf8')]),
  );
}

test('a run that was made before is remembered: same bytes, and damaged outputs are put right', async () => {
  const first = await run();
  expect(first.remembered).toBe(false);
  expect(await run()).toEqual({ remembered: true, files: first.files });
  put('out/brief.html', 'half');
  rmSync(join(folder, 'out/data/facts.jsonl'));
  expect(await run()).toEqual({ remembered: true, files: first.files });
});

test('a change of anything is seen, and undone it is remembered again', async () => {
  const first = await run();
  const changes: readonly (readonly [string, string])[] = [
    ['corpus/b.txt', '2022年，乙市公安共抓获电信诈骗犯罪嫌疑人99名。\n'],
    ['corpus/corpus.yaml', YAML.replace('乙市,', '丙市,')],
    ['corpus/review.yaml', 'reviews: []\n'],
    ['templates/brief.css', `${readFileSync(join(folder, 'templates/brief.css'))}/* x */`],
    ['templates/more.hbs', 'x'],
    ['lexicon/words.yaml', 'words: [{ word: 乙市公安, tag: nt }]\n'],
    ['lexicon/more.yaml', 'words: []\n'],
  ];
  const options: readonly Partial<CompareOptions>[] = [
    { lang: 'en' },
    { formats: ['html'] },
    { jurisdictions: ['a'] },
    { themes: ['anti-fraud'] },
    { style: 'plain' },
  ];
  for (const [path, text] of changes) {
    const before = existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null;
    put(path, text);
    expect([path, (await run()).remembered]).toEqual([path, false]);
    if (before === null) rmSync(join(folder, path));
    else put(path, before);
    expect(await run()).toEqual({ remembered: true, files: first.files });
  }
  for (const other of options) expect([other, (await run(other)).remembered]).toEqual([other, false]);
  put('corpus/b.txt', changes[0]?.[1] ?? '');
  const anew = await run();
  expect(anew.files).not.toEqual(first.files);
  expect((await run({}, null)).files).toEqual(anew.files);
});

test('a file that changes while the run is made: the run is not kept', async () => {
  const signal = new AbortController().signal;
  const cache = diskCache(join(folder, 'cache'));
  const late = realHost({ cwd: folder, env: {}, say: () => put('corpus/a.txt', '2022年。\n'), signal, cache });
  await compareAgain(OPTIONS, late);
  put('corpus/a.txt', A);
  expect((await run()).remembered).toBe(false);
});

test('--no-cache neither reads nor writes', () => {
  const call = (...more: string[]): string =>
    duizhao(['compare', ...ARGS, ...more], { cwd: folder, env: { DUIZHAO_CACHE_DIR: join(folder, 'cache') } }).stdout;
  expect(call('--no-cache')).not.toContain('remembered');
  expect(readdirSync(folder)).not.toContain('cache');
  expect(call()).not.toContain('remembered');
  expect(call('--no-cache')).not.toContain('remembered');
  expect(call()).toContain('remembered');
});

describe('a damaged cache', () => {
  test.each([
    ['empty files', () => Buffer.alloc(0)],
    ['other bytes', (whole: Buffer) => Buffer.from(whole.map((byte) => byte ^ 0x5a))],
    ['half of each', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ])('of %s is none', async (_, damage) => {
    const first = await run();
    for (const name of readdirSync(join(folder, 'cache'))) {
      const path = join(folder, 'cache', name);
      writeFileSync(path, damage(readFileSync(path)));
    }
    expect(await run()).toEqual({ remembered: false, files: first.files });
    expect(await run()).toEqual({ remembered: true, files: first.files });
  });

  test('that is a file is none', async () => {
    put('cache', '');
    expect((await run()).remembered).toBe(false);
    expect((await run()).remembered).toBe(false);
  });
});

test('runs at once with one cache and one folder end with one whole set', async () => {
  const alone = await run({}, null);
  const codes = await Promise.all(
    Array.from(
      { length: 3 },
      () =>
        new Promise<number | null>((resolve) => {
          spawn(process.execPath, [cliPath, 'compare', ...ARGS], {
            cwd: folder,
            env: { ...process.env, DUIZHAO_CACHE_DIR: join(folder, 'cache') },
            stdio: 'ignore',
          }).on('close', resolve);
        }),
    ),
  );
  expect(codes).toEqual([0, 0, 0]);
  expect(outputs()).toEqual(alone.files);
});
