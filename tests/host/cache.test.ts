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
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/host/cache/fingerprint.js';
import { cacheFolder } from '../../src/host/cache/folder.js';
import { programId } from '../../src/host/cache/program.js';
import { diskCache, NO_CACHE } from '../../src/host/cache/store.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (found: Uint8Array | null): string | null => (found === null ? null : Buffer.from(found).toString('utf8'));

describe('a kept result', () => {
  test('comes back under its own kind and key only', async () => {
    const cache = diskCache(join(folder, 'deep/down'));
    await cache.write('run', 'k1', bytes('甲'));
    expect(text(await cache.read('run', 'k1'))).toBe('甲');
    expect(await cache.read('run', 'k2')).toBeNull();
    expect(await cache.read('names', 'k1')).toBeNull();
    await cache.write('run', 'k1', bytes('乙'));
    expect(text(await cache.read('run', 'k1'))).toBe('乙');
  });

  test('that was damaged anywhere counts as none, and is removed', async () => {
    const cache = diskCache(folder);
    const content = bytes('一二三四五六七八九十');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(31 + content.length),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, cut) => {
          await cache.write('run', 'k', content);
          const whole = readFileSync(join(folder, 'run-k'));
          if (cut) writeFileSync(join(folder, 'run-k'), whole.subarray(0, at));
          else {
            whole[at] = (whole[at] ?? 0) ^ flip;
            writeFileSync(join(folder, 'run-k'), whole);
          }
          expect(await cache.read('run', 'k')).toBeNull();
          expect(readdirSync(folder)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('under another’s name is not taken for it', async () => {
    const cache = diskCache(folder);
    await cache.write('run', 'old', bytes('甲'));
    writeFileSync(join(folder, 'run-new'), readFileSync(join(folder, 'run-old')));
    expect(await cache.read('run', 'new')).toBeNull();
  });

  test('of many writers at once is one of theirs, whole', async () => {
    const caches = Array.from({ length: 8 }, () => diskCache(folder));
    const texts = caches.map((_, i) => String(i).repeat(100_000 + i));
    const seen: (string | null)[] = [];
    await Promise.all(
      caches.map(async (cache, i) => {
        for (let round = 0; round < 5; round++) {
          await cache.write('run', 'k', bytes(texts[i] ?? ''));
          seen.push(text(await cache.read('run', 'k')));
        }
      }),
    );
    expect(seen.filter((found) => found !== null && !texts.includes(found))).toEqual([]);
    expect(seen.some((found) => found !== null)).toBe(true);
    expect(readdirSync(folder)).toEqual(['run-k']);
  });
});

test('what was longest unused goes when there is too much, and so do leftovers of killed runs', async () => {
  writeFileSync(join(folder, 'run-x.0123.tmp'), 'half');
  utimesSync(join(folder, 'run-x.0123.tmp'), new Date(0), new Date(0));
  const first = diskCache(folder);
  for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) {
    await first.write('run', name, new Uint8Array(1000));
    utimesSync(join(folder, `run-${name}`), new Date(1e12 + i), new Date(1e12 + i));
  }
  await first.read('run', 'a');
  await diskCache(folder, { largest: 4000 }).write('run', 'e', new Uint8Array(1000));
  expect(readdirSync(folder)).toEqual(['run-a', 'run-e']);
});

test('a folder that cannot be written to loses nothing but time', async () => {
  writeFileSync(join(folder, 'file'), '');
  const cache = diskCache(join(folder, 'file', 'inside'));
  await cache.write('run', 'k', bytes('甲'));
  expect(await cache.read('run', 'k')).toBeNull();
  expect(await NO_CACHE.read('run', 'k')).toBeNull();
});

test.each([
  [{ DUIZHAO_CACHE_DIR: '/x' }, '/x'],
  [{ DUIZHAO_CACHE_DIR: '' }, null],
  [{ XDG_CACHE_HOME: '/y' }, join('/y', 'duizhao')],
])('%o keeps in %s', (env, path) => {
  expect(cacheFolder(env)).toBe(path);
});

test('a relative XDG_CACHE_HOME counts as none', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: 'y' })).toMatch(/\.cache[/\\]duizhao$/);
});

describe('a fingerprint', () => {
  const keyOf = async (wanted?: (name: string) => boolean): Promise<string> => {
    const print = fingerprint();
    await print.folder(join(folder, 'f'), wanted);
    return print.key();
  };
  test('follows names and contents of a folder, not times', async () => {
    const gone = await keyOf();
    mkdirSync(join(folder, 'f'));
    const empty = await keyOf();
    writeFileSync(join(folder, 'f/a'), 'x');
    const a = await keyOf();
    utimesSync(join(folder, 'f/a'), new Date(0), new Date(0));
    expect(await keyOf()).toBe(a);
    writeFileSync(join(folder, 'f/a'), 'y');
    const changed = await keyOf();
    rmSync(join(folder, 'f/a'));
    writeFileSync(join(folder, 'f/b'), 'y');
    const renamed = await keyOf();
    mkdirSync(join(folder, 'f/c'));
    expect(await keyOf()).toBe(renamed);
    expect(await keyOf((name) => name !== 'b')).not.toBe(renamed);
    // a missing folder and an empty one give the same listing
    expect(gone).toBe(empty);
    expect(new Set([empty, a, changed, renamed]).size).toBe(4);
  });

  test('tells apart values that join to the same text', () => {
    const of = (...values: unknown[]): string => {
      const print = fingerprint();
      for (const value of values) print.value(value);
      return print.key();
    };
    expect(of('ab', 'c')).not.toBe(of('a', 'bc'));
    expect(of(['a'], 'b')).not.toBe(of(['a', 'b']));
    expect(of(undefined)).not.toBe(of(null));
    expect(of(1, 'a')).toBe(of(1, 'a'));
  });

  test('a missing file, an unreadable one and an empty one differ', async () => {
    mkdirSync(join(folder, 'dir'));
    writeFileSync(join(folder, 'empty'), '');
    const of = async (path: string): Promise<string> => {
      const print = fingerprint();
      await print.fileInside(folder, path);
      return print.key().concat();
    };
    expect(statSync(join(folder, 'dir')).isDirectory()).toBe(true);
    expect(new Set([await of('gone'), await of('dir'), await of('empty')]).size).toBe(3);
  });
});

test('the program’s name is the same for the same program', () => {
  const root = new URL('../../', import.meta.url).pathname;
  expect(programId(root)).toBe(programId(root));
  expect(programId(root)).toMatch(/^[\w-]{43}$/);
});
