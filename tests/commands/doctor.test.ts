import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { duizhao } from '../support/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'duizhao-doctor-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A browser that answers as a shell script says. */
function browser(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}
interface Item {
  readonly name: string;
  readonly state: string;
  readonly found: string;
  readonly remedy: string;
  readonly zh?: { readonly remedy?: string };
}
function doctor(env: Record<string, string>): { status: number | null; items: Map<string, Item> } {
  const { status, stdout } = duizhao(['doctor', '--json'], { env });
  return { status, items: new Map((JSON.parse(stdout) as Item[]).map((item) => [item.name, item])) };
}

test('a browser that does not start is missing, in its own words, with what to do', () => {
  const path = browser('no-library', 'echo "error while loading shared libraries: libnss3.so" >&2; exit 127');
  const { status, items } = doctor({ PUPPETEER_EXECUTABLE_PATH: path });
  expect(status).toBe(3);
  expect(items.get('browser')).toMatchObject({ state: 'missing', found: expect.stringContaining('libnss3.so') });
  expect(items.get('browser')?.remedy).toContain('PUPPETEER_EXECUTABLE_PATH');
  expect(items.has('printing')).toBe(false);
});

test('a browser that tells its version and has no sandbox does not print, and the remedy says so', () => {
  const path = browser(
    'headless-shell',
    '[ "$1" = --version ] && { echo "Chromium 1.2.3"; exit 0; }; echo "No usable sandbox!" >&2; exit 1',
  );
  const { status, items } = doctor({ PUPPETEER_EXECUTABLE_PATH: path });
  expect(status).toBe(3);
  expect(items.get('browser')).toMatchObject({ state: 'ok', found: expect.stringContaining('Chromium 1.2.3') });
  expect(items.get('printing')).toMatchObject({ state: 'missing', remedy: expect.stringContaining('seccomp') });
  expect(items.get('printing')?.zh?.remedy).toContain('沙箱');
});

test('a temporary folder that is not there is named, and what fails for want of it', () => {
  const { status, items } = doctor({ TMPDIR: join(folder, 'not-there') });
  expect(status).toBe(3);
  expect(items.get('temporary files')).toMatchObject({ state: 'missing', remedy: expect.stringContaining('TMPDIR') });
});

test('what is there is tried: a phrase is cut, two faces are made', () => {
  const { items } = doctor({});
  expect(items.get('dictionary')?.found).toContain('民警');
  for (const name of ['font @fontsource/noto-serif-sc', 'font @fontsource/noto-sans-sc'])
    expect(items.get(name)).toMatchObject({ state: 'ok', remedy: '' });
});

test('nothing is missing without a remedy', () => {
  const { items } = doctor({
    TMPDIR: join(folder, 'not-there'),
    PUPPETEER_EXECUTABLE_PATH: browser('broken', 'exit 1'),
  });
  for (const item of items.values())
    expect(`${item.name} ${item.state === 'ok' || item.remedy !== ''}`).toBe(`${item.name} true`);
});
