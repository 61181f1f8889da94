import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stampsIn } from '../../src/host/stamps.js';
import { watch } from '../../src/host/watch.js';
import { duizhao } from '../support/cli.js';

/** A folder with a report, ten thousand folders within one another, and links in every kind of circle. */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'a.txt'), '2022年，甲市公安共破获电信诈骗案件120起。\n');
  // by steps: no system call takes a path of that length
  const made = spawnSync(
    process.execPath,
    ['-e', 'for (let i = 0; i < 10000; i += 1) { require("fs").mkdirSync("d"); process.chdir("d"); }'],
    { cwd: corpus, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  for (const name of ['own', 'own2', 'own3', 'own4', 'own5']) symlinkSync('.', join(corpus, name));
  for (const [name, to] of [
    ['itself', 'itself'],
    ['itself.txt', 'itself.txt'],
    ['here', 'there'],
    ['there', 'here'],
    ['up', '..'],
    ['nowhere.txt', 'nowhere'],
  ] as const)
    symlinkSync(to, join(corpus, name));
  mkdirSync(join(corpus, 'x'));
  symlinkSync('../y', join(corpus, 'x/y'));
  mkdirSync(join(corpus, 'y'));
  symlinkSync('../x', join(corpus, 'y/x'));
});
afterAll(() => spawnSync('rm', ['-rf', folder]));

test('the watcher of a preview is ready all the same, tells of an edit, and holds few watches', async () => {
  const corpus = join(folder, 'corpus');
  const told: string[] = [];
  const watches = () => process.getActiveResourcesInfo().filter((kind) => kind === 'FSEventWrap').length;
  const before = watches();
  const watcher = await watch([corpus], { gather: 5 }, (paths) => told.push(...paths));
  try {
    expect(watches() - before).toBeLessThan(200);
    writeFileSync(join(corpus, 'b.txt'), '1');
    while (!told.includes(join(corpus, 'b.txt'))) await new Promise((resolve) => setTimeout(resolve, 10));
  } finally {
    await watcher.close();
  }
});

test('a folder that is a link is watched under its own name, and each change is told once', async () => {
  const link = join(folder, 'link');
  mkdirSync(join(folder, 'plain'));
  symlinkSync('plain', link);
  const told: string[] = [];
  const watcher = await watch([link], { gather: 5, sweepEvery: 20 }, (paths) => told.push(...paths));
  try {
    writeFileSync(join(folder, 'plain/a.txt'), '1');
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told).toEqual([join(link, 'a.txt')]);
  } finally {
    await watcher.close();
  }
});

test('every file is looked at by one way, and folders too deep are left out', async () => {
  const stamps = await stampsIn([join(folder, 'corpus')], (path) => path.endsWith('b.txt'), 12);
  expect([...stamps.keys()]).toEqual([join(folder, 'corpus/a.txt')]);
});

test.each<readonly [string, readonly string[], number, RegExp]>([
  [
    'a folder without corpus.yaml: the links are named',
    ['compare', 'corpus', '--format', 'json'],
    2,
    /itself\.txt.*circle/s,
  ],
  ['init of it', ['init', 'corpus'], 2, /itself\.txt/],
])('%s', (_, args, status, said) => {
  const called = duizhao([...args, '--lang', 'en'], { cwd: folder });
  expect(called.stderr).not.toContain('failure of duizhao itself');
  expect(called.stderr).toMatch(said);
  expect(called.status).toBe(status);
});

test('a corpus whose corpus.yaml names one file is compared, whatever lies beside it', () => {
  writeFileSync(
    join(folder, 'corpus/corpus.yaml'),
    'jurisdictions: [{ id: a, name: 甲市, level: city }]\nreports: [{ id: r, jurisdiction: a, sources: [{ file: own/own2/a.txt }] }]\n',
  );
  const { status, stderr } = duizhao(['compare', 'corpus', '--format', 'json', '--out', 'out'], { cwd: folder });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('failure of duizhao itself')]);
});

test('links where outputs go are replaced and never written through; an output folder that is a link is used', () => {
  const [kept, out] = [join(folder, 'kept'), join(folder, 'out-link')];
  writeFileSync(join(folder, 'canary'), 'canary');
  mkdirSync(kept);
  symlinkSync('kept', out);
  for (const name of ['brief.html', 'data']) symlinkSync('../canary', join(kept, name));
  const args = ['compare', 'corpus', '--format', 'html,json', '--out', 'out-link'];
  const refused = duizhao(args, { cwd: folder });
  expect([refused.status, readdirSync(kept)]).toEqual([2, ['brief.html', 'data']]);
  spawnSync('rm', [join(kept, 'data')]);
  expect(duizhao(args, { cwd: folder }).status).toBe(0);
  expect(readFileSync(join(folder, 'canary'), 'utf8')).toBe('canary');
  expect([lstatSync(join(kept, 'brief.html')).isFile(), lstatSync(out).isSymbolicLink()]).toEqual([true, true]);
});
