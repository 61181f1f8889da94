import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { duizhao } from '../support/cli.js';

/** Clears the screen, names the window, turns the direction, rings, and begins a line of its own. */
const HOSTILE = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\nerror: forged';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, `${HOSTILE}.txt`), '2022年，甲市公安共破获电信诈骗案件120起。\n');
  writeFileSync(
    join(corpus, 'corpus.yaml'),
    JSON.stringify({
      title: HOSTILE,
      jurisdictions: [{ id: 'a', name: `甲市${HOSTILE}`, level: 'city' }],
      reports: [{ id: 'r', jurisdiction: 'a', sources: [{ file: `${HOSTILE}.txt` }] }],
    }),
  );
  const wrong = join(folder, 'wrong');
  mkdirSync(wrong);
  writeFileSync(join(wrong, 'corpus.yaml'), `jurisdictions: []\nreports: []\n${JSON.stringify(HOSTILE)}: 1\n`);
  mkdirSync(join(folder, HOSTILE));
  writeFileSync(join(folder, `${HOSTILE}.html`), `<p>2022年，甲市破案${HOSTILE}12起。</p>`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<readonly [string, readonly string[]]>([
  ['compare', ['compare', 'corpus', '--out', 'out', '--format', 'json,html']],
  ['compare, to a folder of such a name', ['compare', 'corpus', '--out', `x${HOSTILE}`, '--format', 'json']],
  ['compare, a wrong corpus', ['compare', 'wrong']],
  ['compare, no corpus', ['compare', HOSTILE]],
  ['compare, an unknown theme', ['compare', 'corpus', '--theme', HOSTILE]],
  ['inspect', ['inspect', 'corpus']],
  ['inspect, a file', ['inspect', `${HOSTILE}.html`]],
  ['inspect, a gap', ['inspect', 'corpus', '--gap', `${HOSTILE}:${HOSTILE}`]],
  ['init', ['init', 'new', `${HOSTILE}.html`]],
  ['verify', ['verify', 'out', '--corpus', 'corpus']],
  ['diff', ['diff', 'out', HOSTILE]],
  ['an unknown command', [HOSTILE]],
  ['an unknown option', ['compare', `--${HOSTILE}`]],
])('%s: names and texts of others stand on the terminal as text', (_, args) => {
  const { status, stdout, stderr } = duizhao([...args, '--lang', 'en'], { cwd: folder });
  expect(status).toBeLessThan(3);
  const said = stdout + stderr;
  expect(said).not.toBe('');
  expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(said).not.toContain('failure of duizhao itself');
});
