import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { targets, tried } from '../../bench/lib/fuzz.mjs';
import { fuzzSamples } from '../../bench/lib/fuzz-samples.mjs';
import { compareCommand } from '../../src/commands/compare.js';
import { diffCommand } from '../../src/commands/diff.js';
import { verifyCommand } from '../../src/commands/verify.js';
import { realHost } from '../../src/host/index.js';
import { ParquetError, parquetLines } from '../../src/host/parquet.js';
import { readSource } from '../../src/host/readers/index.js';
import { makeCut } from '../../src/host/segmenter.js';
import { compareRead, compareReports } from '../../src/pipeline/compare.js';
import { extractLine } from '../../src/pipeline/extract-line.js';
import { gatherer } from '../../src/pipeline/gather-records.js';
import { readCorpus } from '../../src/pipeline/read-corpus.js';
import { readLexicon } from '../../src/pipeline/read-lexicon.js';
import { readReviews } from '../../src/pipeline/review.js';
import { renderHtml, TemplateError } from '../../src/report/index.js';
import { root } from '../support/cli.js';
import { loadLexicon } from '../support/lexicon.js';
import { sampleComparison } from '../support/sample-comparison.js';

const lexicon = loadLexicon();
const host = realHost({ cwd: root, env: {}, say: () => {}, signal: new AbortController().signal });
const modules = {
  readSource,
  readCorpus,
  readLexicon,
  readReviews,
  extractLine,
  gatherer,
  compareRead,
  compareReports,
  renderHtml,
  TemplateError,
  parquetLines,
  ParquetError,
  verifyCommand,
  diffCommand,
  host,
};
let all: Readonly<Record<string, (seed: number) => unknown>> = {};
const folder = mkdtempSync(join(tmpdir(), 'duizhao-test-'));
beforeAll(async () => {
  const given = { lexicon, cut: makeCut(lexicon.words), comparison: sampleComparison(), folder, compareCommand, host };
  all = targets(modules, await fuzzSamples(given));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As `npm run bench:fuzz`, which does it with thousands: changed inputs are read, or refused with a note that says file and what to do. */
test.each([
  ['txt', 60],
  ['gb18030', 60],
  ['utf16', 60],
  ['html', 40],
  ['docx', 40],
  ['pdf', 30],
  ['corpus', 80],
  ['lexicon', 20],
  ['review', 80],
  ['line', 40],
  ['records', 10],
  ['comparison', 12],
  ['outputs', 12],
  ['text', 40],
  ['template', 15],
])('%s: changed in any way, nothing throws', async (name, numRuns) => {
  await fc.assert(
    fc.asyncProperty(fc.nat(2 ** 30), async (seed) => {
      const run = all[name];
      if (run === undefined) throw new Error(`found no target ${name}`);
      expect(await tried(name, run, seed, Number.POSITIVE_INFINITY)).toBeNull();
    }),
    { numRuns },
  );
});
