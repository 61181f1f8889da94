import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withFolderLock } from '../../src/host/folder-lock.js';
import { leftBehind, ownName, removeLeftBehind } from '../../src/host/leftovers.js';
import { makeFolder } from '../../src/host/make-folder.js';
import { writeTogether } from '../../src/host/write-together.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every file below the folder with its text. */
function all(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}
/** A name as a process that has ended would have given. */
const dead = (prefix: string): string => ownName(prefix).replace(`-${process.pid}-`, `-${deadPid()}-`);

test('a set is written whole, over an older one, and leaves nothing else', async () => {
  await writeTogether(
    folder,
    new Map([
      ['a.txt', '1'],
      ['data/b.txt', '2'],
    ]),
  );
  writeFileSync(join(folder, 'own.txt'), 'mine');
  await writeTogether(
    folder,
    new Map([
      ['a.txt', '3'],
      ['data/c.txt', new Uint8Array([52])],
    ]),
  );
  expect(all()).toEqual({ 'a.txt': '3', 'data/b.txt': '2', 'data/c.txt': '4', 'own.txt': 'mine' });
});

test('a set that is there already is not touched', async () => {
  const files = new Map([
    ['a.txt', '一'],
    ['data/b.txt', '二'],
  ]);
  await writeTogether(folder, files);
  utimesSync(join(folder, 'a.txt'), new Date(0), new Date(0));
  await writeTogether(folder, files);
  expect(statSync(join(folder, 'a.txt')).mtimeMs).toBe(0);
});

test.each([
  ['a folder in the place of a file', () => mkdirSync(join(folder, 'b.txt'))],
  ['a file in the place of a folder', () => writeFileSync(join(folder, 'data'), 'x')],
])('%s: refused, and what was there stays', async (_, prepare) => {
  writeFileSync(join(folder, 'a.txt'), 'old');
  prepare();
  const before = all();
  await expect(
    writeTogether(
      folder,
      new Map([
        ['a.txt', 'new'],
        ['b.txt', 'new'],
        ['data/c', 'new'],
      ]),
    ),
  ).rejects.toThrow();
  expect(all()).toEqual(before);
});

test('what a killed run was writing is removed, what it was moving is finished', async () => {
  mkdirSync(join(folder, dead('.partial-'), 'new'), { recursive: true });
  const commit = join(folder, dead('.commit-'));
  mkdirSync(join(commit, 'new/data'), { recursive: true });
  mkdirSync(join(commit, 'old'), { recursive: true });
  // a.txt was moved, b.txt was not
  writeFileSync(join(commit, 'old/a.txt'), 'old a');
  writeFileSync(join(folder, 'a.txt'), 'new a');
  writeFileSync(join(folder, 'b.txt'), 'old b');
  writeFileSync(join(commit, 'new/b.txt'), 'new b');
  writeFileSync(join(commit, 'new/data/c.txt'), 'new c');
  writeFileSync(join(folder, `.duizhao-lock-${deadPid()}-01234567`), '');
  await writeTogether(folder, new Map([['z.txt', 'z']]));
  expect(all()).toEqual({ 'a.txt': 'new a', 'b.txt': 'new b', 'data/c.txt': 'new c', 'z.txt': 'z' });
  expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.txt', 'data', 'z.txt']);
});

test('what a running process is writing stays', async () => {
  const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  try {
    const name = ownName('.partial-').replace(`-${process.pid}-`, `-${sleeper.pid}-`);
    mkdirSync(join(folder, name));
    expect(await leftBehind(folder, '.partial-')).toEqual([]);
    await writeTogether(folder, new Map([['a', 'a']]));
    expect(readdirSync(folder)).toContain(name);
  } finally {
    sleeper.kill('SIGKILL');
  }
});

test('another machine’s leftovers count after a day', async () => {
  const name = `.partial-${'0123ab'}-1-01234567`;
  mkdirSync(join(folder, name));
  expect(await leftBehind(folder, '.partial-')).toEqual([]);
  utimesSync(join(folder, name), new Date(0), new Date(0));
  await removeLeftBehind(folder, '.partial-');
  expect(readdirSync(folder)).toEqual([]);
});

test('many writers at once: at every moment the set of one of them', async () => {
  const names = ['a', 'b', 'data/c', 'data/d'];
  const set = (who: number, round: number) => new Map(names.map((name) => [name, `${who}.${round}`]));
  await writeTogether(folder, set(0, 0));
  await Promise.all(
    Array.from({ length: 6 }, async (_, who) => {
      for (let round = 0; round < 5; round++) {
        await writeTogether(folder, set(who, round));
        // read without a break, so that nothing of this process can come in between
        expect(new Set(names.map((name) => readFileSync(join(folder, name), 'utf8'))).size).toBe(1);
      }
    }),
  );
  expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'data']);
});

test('a lock whose holder is gone is taken over; one that is held is waited for', async () => {
  writeFileSync(join(folder, '.duizhao-lock'), JSON.stringify([(await import('node:os')).hostname(), deadPid()]));
  const order: string[] = [];
  await Promise.all(
    ['x', 'y', 'z'].map((name) =>
      withFolderLock(folder, async () => {
        order.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push(`${name} out`);
      }),
    ),
  );
  for (let at = 0; at < order.length; at += 2) expect(order[at + 1]).toBe(order[at]?.replace('in', 'out'));
  expect(readdirSync(folder)).toEqual([]);
});

test('folders are made all the way down; where none can be, an error comes back', async () => {
  await makeFolder(join(folder, 'x/y/z'));
  await makeFolder(join(folder, 'x/y/z'));
  expect(statSync(join(folder, 'x/y/z')).isDirectory()).toBe(true);
  writeFileSync(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file/x'))).rejects.toThrow(/ENOTDIR|ENOENT/);
});
