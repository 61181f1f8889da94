import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holm, twoSided } from '../../src/compare/holm.js';
import { wilson } from '../../src/compare/wilson.js';
import type { Comparison } from '../../src/model/comparison.js';
import { duizhao, root } from '../support/cli.js';

type Run = Pick<Comparison, 'emphasis' | 'jurisdictions'>;

const pageOf = (name: string): string => readFileSync(join(root, 'docs/explanation', name), 'utf8');
const blockOf = (page: string, info: string): string =>
  new RegExp(`^\`\`\`text ${info}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';
const worked = blockOf(pageOf('method.md'), 'worked').split('\n');
/** The numbers before and after the = or : that ends what is given. */
const numbers = (name: string): number[] => {
  const line = worked.find((text) => text.startsWith(name)) ?? '';
  return [...line.matchAll(/\d+(?:\.\d+)?/g)].map(([n]) => Number(n));
};

describe('the worked figures of the method page', () => {
  it('Wilson', () => {
    const [p = 0, n = 0, low = 0, high = 0] = numbers('wilson');
    const found = wilson(p, n);
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });
  it('the test of two shares', () => {
    const [p = 0, n = 0, q = 0, m = 0, z = 0, value = 0] = numbers('test');
    const c = (n * p + m * q) / (n + m);
    const Z = (p - q) / Math.sqrt(c * (1 - c) * (1 / n + 1 / m));
    expect([Z.toFixed(4), twoSided(Z).toFixed(4)]).toEqual([z.toFixed(4), value.toFixed(4)]);
  });
  it('Holm', () => {
    const all = numbers('holm');
    expect(all).toHaveLength(8);
    expect(holm(all.slice(0, 4)).map((p) => p.toFixed(10))).toEqual(all.slice(4).map((p) => p.toFixed(10)));
  });
  it('distinctive words', () => {
    const [y = 0, N = 0, other = 0, M = 0, places = 0, A = 0, a = 0, zeta = 0] = numbers('words');
    expect([(N + M) / places, (A * (y + other)) / (N + M)]).toEqual([A, a]);
    const odds = (count: number, of: number) => Math.log((count + a) / (of + A - count - a));
    const found = (odds(y, N) - odds(other, M)) / Math.sqrt(1 / (y + a) + 1 / (other + a));
    expect(found.toFixed(4)).toBe(zeta.toFixed(4));
  });
  it('distinctive words and counted shares of a real run go by the same formulas', () => {
    const out = mkdtempSync(join(tmpdir(), 'duizhao-method-'));
    try {
      const called = duizhao(['compare', join(root, 'corpus'), '--out', out, '--format', 'json', '--quiet']);
      expect(called.status).toBe(0);
      const { emphasis, jurisdictions } = JSON.parse(readFileSync(join(out, 'data/comparison.json'), 'utf8')) as Run;
      expect(emphasis.terms.length).toBeGreaterThan(0);
      for (const { count: y, of: N, other_count: other, other_of: M, z } of emphasis.terms) {
        const A = (N + M) / jurisdictions.length;
        const a = (A * (y + other)) / (N + M);
        const odds = (uses: number, of: number) => Math.log((uses + a) / (of + A - uses - a));
        expect(z).toBeCloseTo((odds(y, N) - odds(other, M)) / Math.sqrt(1 / (y + a) + 1 / (other + a)), 3);
      }
      for (const { claims } of emphasis.cells.filter((cell) => cell.claims.of > 0)) {
        const { low, high } = wilson(claims.hits / claims.of, claims.of);
        expect([claims.low, claims.high]).toEqual([expect.closeTo(low, 3), expect.closeTo(high, 3)]);
      }
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
  it('are the same in Chinese, formulas too', () => {
    for (const info of ['formulas', 'worked']) {
      const block = blockOf(pageOf('method.md'), info);
      expect(block).not.toBe('');
      expect(blockOf(pageOf('method.zh.md'), info)).toBe(block);
    }
  });
});
