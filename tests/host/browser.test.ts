import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../../src/host/browser.js';
import { startingProgram } from '../../src/host/starting-program.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fake(script: string): string {
  const path = join(folder, 'chrome-headless-shell');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}
function plain(text: string, mode: number): string {
  const path = join(folder, 'browser');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}
const profiles = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`duizhao-browser-`) && name.includes(`-${process.pid}-`));

test('a browser that says nothing is ended in time, with its profile folder', async () => {
  const path = fake(`echo $$ > ${join(folder, 'pid')}; exec sleep 600`);
  const before = profiles();
  await expect(launchBrowser({ path, kind: 'shell', from: 'machine' }, { timeout: 1500 })).rejects.toThrow(
    'said nothing',
  );
  expect(profiles()).toEqual(before);
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  await expect.poll(() => alive(pid), { timeout: 10_000 }).toBe(false);
});

test.each([
  ['ends at once', () => fake('exit 7'), /./],
  ['is killed at once', () => fake('kill -9 $$'), /./],
  ['may not be run', () => plain('text', 0o644), /EACCES/],
  ['is no program', () => plain('\u0000\u0001\u0002', 0o755), /./],
  ['needs an interpreter that is not there', () => plain('#!/nowhere/sh\n', 0o755), /ENOENT/],
  ['is not there', () => join(folder, 'nowhere'), /not found/],
  ['is a folder', () => folder, /EACCES/],
])('a browser that %s: an error, no profile folder, nothing uncaught', async (_, path, said) => {
  const before = profiles();
  await expect(launchBrowser({ path: path(), kind: 'shell', from: 'machine' })).rejects.toThrow(said);
  expect(profiles()).toEqual(before);
});

test('a browser whose helpers go on writing into its folder while it is ended', async () => {
  const path = fake(`for word in "$@"; do case "$word" in --user-data-dir=*) dir="\${word#*=}";; esac; done
( while :; do mkdir -p "$dir/x/y/z"; : > "$dir/x/y/z/$(date +%N)"; done ) &
exec sleep 600`);
  const before = profiles();
  await expect(launchBrowser({ path, kind: 'shell', from: 'machine' }, { timeout: 700 })).rejects.toThrow();
  expect(profiles()).toEqual(before);
  // nothing is left that would make it again
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(profiles()).toEqual(before);
});

test('an error of another program that is started meanwhile is its own', async () => {
  const heard: string[] = [];
  const run = startingProgram(join(folder, 'nowhere'), async () => {
    spawn(join(folder, 'other')).on('error', (error) => heard.push(error.message));
    spawn(join(folder, 'nowhere'));
    await new Promise(() => {});
  });
  await expect(run).rejects.toThrow('nowhere ENOENT');
  expect(heard).toEqual([`spawn ${join(folder, 'other')} ENOENT`]);
});

/** Whether a process runs; one that has ended and was not waited for counts as ended. */
function alive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
