import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Watcher, watch } from '../../src/host/watch.js';

/** What chokidar is on a network drive, and where the system has no watches left: it never tells of anything. */
const deaf = vi.hoisted(() => ({ begins: 'ready' }));
vi.mock('chokidar', () => ({
  watch: () => {
    const watcher = Object.assign(new EventEmitter(), { add: () => {}, close: async () => {} });
    setImmediate(() => watcher.emit(deaf.begins, new Error('ENOSPC: no watches left')));
    return watcher;
  },
}));

let folder = '';
let watcher: Watcher;
let told: string[] = [];
const path = (name: string) => join(folder, name);
const put = (name: string, text: string) => {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), text);
};
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const sweeps = () => new Promise((resolve) => setTimeout(resolve, 120));

describe.each(['ready', 'error'])('a system that tells of nothing (%s)', (begins) => {
  beforeAll(async () => {
    deaf.begins = begins;
    folder = mkdtempSync(join(tmpdir(), 'duizhao-watch-'));
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'deep/er/d.txt']) put(name, '1');
    symlinkSync('.', path('circle'));
    symlinkSync('nowhere', path('dangling'));
    symlinkSync('itself', path('itself'));
    watcher = await watch([folder, path('later')], { gather: 1, sweepEvery: 10 }, (paths) => told.push(...paths));
  });
  afterAll(async () => {
    await watcher.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    told = [];
  });
  // each change is told of once
  afterEach(async () => {
    const before = told.length;
    await sweeps();
    expect(told).toHaveLength(before);
  });

  test.each<readonly [string, string, () => void]>([
    ['a file written in place', 'a.txt', () => put('a.txt', '2')],
    [
      'one of the same length and with its old time',
      'b.txt',
      () => {
        put('b.txt', '2');
        utimesSync(path('b.txt'), 1, 1);
      },
    ],
    [
      'one renamed over another',
      'b.txt',
      () => {
        put('b.txt~', '3');
        renameSync(path('b.txt~'), path('b.txt'));
      },
    ],
    ['one in a folder below', 'deep/er/d.txt', () => put('deep/er/d.txt', '2')],
    ['a new one', 'new.txt', () => put('new.txt', '1')],
    ['one taken away', 'c.txt', () => rmSync(path('c.txt'))],
    ['one in a folder that was not there', 'later/e.txt', () => put('later/e.txt', '1')],
    ['the end of a link to nothing', 'dangling', () => put('nowhere', '1')],
  ])('%s is seen all the same', async (_, name, change) => {
    change();
    await until(() => told.includes(path(name)));
    expect(told.filter((one) => /~$|circle/.test(one))).toEqual([]);
  });

  test('nothing changed, or only what is ignored: nothing is told', async () => {
    put('a.txt~', 'x');
    put('.git/index', 'x');
    put('.partial-1-2-3/new/a.txt', 'x');
    await sweeps();
    expect(told).toEqual([]);
  });
});

test('after the end nobody looks any more', async () => {
  const alone = mkdtempSync(join(tmpdir(), 'duizhao-watch-'));
  const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const calls: string[] = [];
  const short = await watch([alone], { gather: 1, sweepEvery: 1 }, (paths) => calls.push(...paths));
  await sweeps();
  await short.close();
  writeFileSync(join(alone, 'x'), '1');
  await sweeps();
  expect(calls).toEqual([]);
  expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length).toBeLessThanOrEqual(before);
  rmSync(alone, { recursive: true, force: true });
});
