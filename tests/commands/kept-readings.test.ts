import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { report as generated } from '../../bench/lib/generate.mjs';
import { keptReadings } from '../../src/commands/kept-readings.js';
import { diskCache, NO_CACHE } from '../../src/host/cache/store.js';
import { realHost } from '../../src/host/index.js';
import { makeCut } from '../../src/host/segmenter.js';
import type { Corpus } from '../../src/model/corpus.js';
import type { SourceDoc } from '../../src/model/source-doc.js';
import { compareReports } from '../../src/pipeline/compare.js';
import { loadLexicon } from '../support/lexicon.js';

const lexicon = loadLexicon();
const cut = makeCut(lexicon.words);
const folder = mkdtempSync(join(tmpdir(), 'duizhao-readings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let cache = join(folder, '0');
let turn = 0;
beforeEach(() => {
  turn += 1;
  cache = join(folder, String(turn));
});

const COUNT = 4;
const given = Array.from({ length: COUNT }, (_, index) => generated(index, { seed: 3, places: COUNT }));
const corpus: Corpus = {
  title: '四地',
  jurisdictions: given.map(({ jurisdiction }) => ({ ...jurisdiction, denominators: {} })),
  reports: given.map(({ id, jurisdiction, period, file }) => ({
    id,
    jurisdiction: jurisdiction.id,
    period,
    published: null,
    sources: [{ file, parts: null }],
  })),
};
const texts = (edit: (text: string, at: number) => string = (text) => text): Map<string, SourceDoc> =>
  new Map(
    given.map(({ file, text }, at) => [file, { file, text: edit(text, at), encoding: 'utf-8' as const, units: [] }]),
  );

/** A run as a new process would make it: what it cut anew, what it kept, and what came out. */
async function run(sources: Map<string, SourceDoc>, { described = corpus, keep = true } = {}) {
  const host = realHost({
    cwd: folder,
    env: {},
    say: () => {},
    signal: new AbortController().signal,
    cache: keep ? diskCache(cache) : NO_CACHE,
  });
  const kept = await keptReadings(host, { folder, corpus: described, sources }, lexicon);
  let cuts = 0;
  const counting = (text: string) => {
    cuts += 1;
    return cut(text);
  };
  const { value } = compareReports({ corpus: described, sources, lexicon, cut: counting, memo: kept.memo });
  const made = kept.memo.made().size;
  await kept.keep();
  return { cuts, made, comparison: JSON.stringify(value) };
}

test('what was read before is not read again, and the comparison is the same to the letter', async () => {
  const first = await run(texts());
  expect(first.made).toBe(2 * COUNT);
  expect(first.cuts).toBeGreaterThan(0);
  const again = await run(texts());
  expect([again.made, again.cuts]).toEqual([0, 0]);
  expect(again.comparison).toBe(first.comparison);
  expect(again.comparison).toBe((await run(texts(), { keep: false })).comparison);
});

test('of the reports the edited one alone is read again, and what it says now stands in the comparison', async () => {
  await run(texts());
  const edited = texts((text, at) => (at === 1 ? `${text}\n全年走访企业4321家。\n` : text));
  const { made, comparison } = await run(edited);
  expect(made).toBe(2);
  expect(comparison).toContain('4321');
  expect(comparison).toBe((await run(edited, { keep: false })).comparison);
});

test('another description of a place reads its reports again', async () => {
  await run(texts());
  const described = {
    ...corpus,
    jurisdictions: corpus.jurisdictions.map((place, at) => (at === 0 ? { ...place, aliases: ['甲地公安'] } : place)),
  };
  expect((await run(texts(), { described })).made).toBe(2);
});

test('a damaged entry is read again', async () => {
  const first = await run(texts());
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'x');
  const again = await run(texts());
  expect(again.made).toBe(2 * COUNT);
  expect(again.comparison).toBe(first.comparison);
});

test('over any edits, reports taken out and put in again, every run says to the letter what one without a cache says', async () => {
  const at = fc.nat(COUNT - 1);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(at, fc.integer({ min: 1, max: 9999 }), fc.option(at)), { minLength: 1, maxLength: 3 }),
      async (edits) => {
        turn += 1;
        cache = join(folder, String(turn));
        let edited = texts();
        for (const [which, value, out] of edits) {
          const file = given[which]?.file ?? '';
          const before = edited.get(file);
          if (before !== undefined)
            edited = new Map(edited).set(file, { ...before, text: before.text.replace(/\d+/u, String(value)) });
          const described = { ...corpus, reports: corpus.reports.filter((_, index) => index !== out) };
          const { comparison } = await run(edited, { described });
          expect(comparison === (await run(edited, { described, keep: false })).comparison).toBe(true);
        }
      },
    ),
    { numRuns: 6 },
  );
});
