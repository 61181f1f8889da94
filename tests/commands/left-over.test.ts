import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { duizhao } from '../support/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'duizhao-left-over-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('outputs of an earlier run', () => {
  const corpus = join(folder, 'corpus');
  const out = join(folder, 'out');

  it('are named when a run leaves them as they are, and only then', () => {
    duizhao(['init', corpus, 'examples/tutorial/danfeng.md', 'examples/tutorial/yunbo.txt']);
    const first = duizhao(['compare', corpus, '--out', out, '--format', 'json,csv', '--lang', 'en']);
    expect(first.status).toBe(0);
    expect(first.stderr).not.toContain('output/earlier');
    writeFileSync(join(out, 'my-notes.txt'), 'not an output');
    const same = duizhao(['compare', corpus, '--out', out, '--format', 'json,csv', '--lang', 'en']);
    expect(same.stderr).not.toContain('output/earlier');
    const fewer = duizhao(['compare', corpus, '--out', out, '--format', 'json', '--lang', 'en']);
    expect(fewer.stderr).toMatch(/found data\/conflicts\.csv.* of an earlier run/);
    expect(fewer.stderr).not.toContain('my-notes.txt');
    expect(fewer.stderr).not.toContain('comparison.json');
  });

  it('that differ throughout are cut short by verify, which says what they may be', () => {
    for (const name of ['facts', 'evidence']) writeFileSync(join(out, `data/${name}.csv`), 'a\r\n1\r\n');
    const verified = duizhao(['verify', out, '--lang', 'en']);
    expect(verified.status).toBe(1);
    expect(verified.stdout.split('\n').length).toBeLessThan(60);
    expect(verified.stdout).toContain('DIFFERENT');
  });
});
