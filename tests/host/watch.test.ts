import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Watcher, watch } from '../../src/host/watch.js';

let folder = '';
let watcher: Watcher;
let told: string[] = [];
const watchers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'FSEventWrap').length;
let before = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-watch-'));
  for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(folder, name), '1');
  before = watchers();
  watcher = await watch([folder, join(folder, 'later')], { gather: 5 }, (paths) => told.push(...paths));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  told = [];
});

const path = (name: string) => join(folder, name);
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a watcher tells of', () => {
  test.each<readonly [string, string, () => void]>([
    ['a file written in place', 'a.txt', () => writeFileSync(path('a.txt'), '2')],
    [
      'one renamed over another, as editors save',
      'b.txt',
      () => {
        writeFileSync(path('b.txt~'), '2');
        renameSync(path('b.txt~'), path('b.txt'));
      },
    ],
    [
      'the same one again',
      'b.txt',
      () => {
        writeFileSync(path('b.txt~'), '3');
        renameSync(path('b.txt~'), path('b.txt'));
      },
    ],
    ['and written in place after that', 'b.txt', () => writeFileSync(path('b.txt'), '4')],
    ['a new file', 'd.txt', () => writeFileSync(path('d.txt'), '1')],
    ['a file taken away', 'c.txt', () => rmSync(path('c.txt'))],
    [
      'a file in a folder that was not there',
      'later/e.txt',
      () => {
        mkdirSync(path('later'));
        writeFileSync(path('later/e.txt'), '1');
      },
    ],
  ])('%s', async (_, name, change) => {
    change();
    await until(() => told.includes(path(name)));
    expect(told.filter((one) => /~$/.test(one))).toEqual([]);
  });

  test('the last of a hundred quick saves', async () => {
    for (let i = 0; i < 100; i += 1) {
      writeFileSync(path('a.txt'), 'x'.repeat(i));
      if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 7));
    }
    expect(told.length).toBeLessThan(100);
    // chokidar alone would swallow this one
    told = [];
    writeFileSync(path('a.txt'), 'the end');
    await until(() => told.includes(path('a.txt')));
  });
});

test('a hundred saves leave no watcher behind, nor does the end', async () => {
  const held = watchers();
  for (let i = 0; i < 100; i += 1) {
    writeFileSync(path('b.txt~'), String(i));
    renameSync(path('b.txt~'), path('b.txt'));
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  writeFileSync(path('a.txt'), 'end');
  await until(() => told.includes(path('a.txt')));
  await until(() => watchers() <= held);
  await watcher.close();
  // the system gives them back a moment later
  await until(() => watchers() <= before);
});
