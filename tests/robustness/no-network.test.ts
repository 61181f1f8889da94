import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testBrowser } from '../support/browser.js';
import { cliPath, root } from '../support/cli.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const RECORDER = pathToFileURL(join(root, 'tests/support/record-connections.mjs')).href;

/** Runs a program of Node's and gives what it connected to or looked up, a line each. */
function recorded(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const file = join(folder, 'connections');
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${RECORDER}`,
      DUIZHAO_TEST_CONNECTIONS: file,
      DUIZHAO_CACHE_DIR: '',
      ...env,
    },
  });
  return { status, stderr, lines: existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [] };
}

/** The browser, writing its own log of everything it does on the network. */
function loggedBrowser(log: string): string {
  const path = join(folder, 'chrome-headless-shell');
  writeFileSync(path, `#!/bin/sh\nexec '${testBrowser().path}' --log-net-log='${log}' "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** What a log of Chromium's says was asked for or connected to: addresses, but for pages and pictures that are in the document itself. */
function asked(log: string): string[] {
  const [head = '', ...lines] = readFileSync(log, 'utf8').split('\n');
  const { constants } = JSON.parse(head.replace(/,$/, '}'));
  const types = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const found: string[] = [];
  for (const line of lines) {
    if (!line.startsWith('{"')) continue;
    const event = JSON.parse(line.replace(/(?:\],?|,)$/, ''));
    const type = String(types.get(event.type));
    const { url = '', host = '', address = '' } = event.params ?? {};
    if (/^URL_REQUEST_START_JOB|^CORS_REQUEST/.test(type) && /^(?:https?|ftp|wss?):/.test(url)) found.push(url);
    if (/^HOST_RESOLVER_MANAGER_JOB$|^HOST_RESOLVER_DNS_TASK/.test(type)) found.push(`${type} ${host}`);
    if (/^(?:TCP_CONNECT|TCP_CONNECT_ATTEMPT|UDP_CONNECT)$/.test(type) && address !== '')
      found.push(`${type} ${address}`);
  }
  return found;
}

test('the recorders tell of what there is', () => {
  const script = `
    import net from 'node:net'; import dns from 'node:dns';
    net.connect(45678, '127.0.0.1').on('error', () => {}); dns.lookup('localhost', () => {});
    await fetch('http://127.0.0.1:45678/').catch(() => {});`;
  const { lines } = recorded(['--input-type=module', '-e', script]);
  expect(lines.filter((line) => line.startsWith('connect')).length).toBeGreaterThanOrEqual(2);
  expect(lines.some((line) => line.startsWith('lookup') && line.includes('localhost'))).toBe(true);

  const log = join(folder, 'net.json');
  writeFileSync(join(folder, 'page.html'), '<img src="http://127.0.0.1:45678/control.png">');
  spawnSync(loggedBrowser(log), ['--no-sandbox', '--dump-dom', pathToFileURL(join(folder, 'page.html')).href]);
  expect(asked(log)).toContain('http://127.0.0.1:45678/control.png');
});

test('a comparison with every output asks nobody for anything, neither here nor in the browser', () => {
  const log = join(folder, 'net.json');
  const { status, stderr, lines } = recorded(
    [cliPath, 'compare', join(root, 'corpus'), '--out', 'out', '--format', 'html,pdf,json,csv,xlsx,docx', '--no-cache'],
    { PUPPETEER_EXECUTABLE_PATH: loggedBrowser(log) },
  );
  expect(stderr).not.toContain('error');
  expect(status).toBe(0);
  expect(existsSync(join(folder, 'out/brief.pdf'))).toBe(true);
  expect(lines).toEqual([]);
  expect(asked(log)).toEqual([]);
});

test('verify, inspect, init and doctor ask nobody either', () => {
  const corpus = join(root, 'corpus');
  const calls = [
    ['compare', corpus, '--out', 'out', '--format', 'json,html'],
    ['verify', 'out', '--corpus', corpus],
    ['inspect', corpus, '--quiet'],
    ['init', 'new', corpus],
    ['doctor'],
  ];
  for (const call of calls) {
    const { status, lines } = recorded([cliPath, ...call]);
    expect([call[0], status === null || status === 2, lines]).toEqual([call[0], false, []]);
  }
}, 240_000);

test('on a machine without any network every output is made, the PDF too', () => {
  // where the system lets nobody have a network of his own, the machine's is used, and the tests above say that it is not asked
  const isAllowed = spawnSync('unshare', ['-n', 'true']).status === 0;
  const [program = '', ...before] = [...(isAllowed ? ['unshare', '-n'] : []), process.execPath, cliPath];
  const args = ['compare', join(root, 'corpus'), '--out', 'out', '--format', 'html,pdf,json', '--no-cache'];
  const { status, stderr } = spawnSync(program, [...before, ...args], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  expect(existsSync(join(folder, 'out/brief.pdf'))).toBe(true);
}, 240_000);
