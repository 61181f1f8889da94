import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { targets, tried } from '../../bench/lib/fuzz.mjs';
import { fuzzSamples } from '../../bench/lib/fuzz-samples.mjs';
import { readSource } from '../../src/host/readers/index.js';
import { makeCut } from '../../src/host/segmenter.js';
import { compareRead, compareReports } from '../../src/pipeline/compare.js';
import { extractLine } from '../../src/pipeline/extract-line.js';
import { gatherer } from '../../src/pipeline/gather-records.js';
import { readCorpus } from '../../src/pipeline/read-corpus.js';
import { readLexicon } from '../../src/pipeline/read-lexicon.js';
import { readReviews } from '../../src/pipeline/review.js';
import { renderHtml, TemplateError } from '../../src/report/index.js';
import { loadLexicon } from '../support/lexicon.js';
import { sampleComparison } from '../support/sample-comparison.js';

const lexicon = loadLexicon();
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
};
let all: Readonly<Record<string, (seed: number) => unknown>> = {};
beforeAll(async () => {
  all = targets(modules, await fuzzSamples({ lexicon, cut: makeCut(lexicon.words), comparison: sampleComparison() }));
});

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
