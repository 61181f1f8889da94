import fc from 'fast-check';
import { expect, test } from 'vitest';
import { report as generated } from '../../bench/lib/generate.mjs';
import { makeCut } from '../../src/host/segmenter.js';
import type { Corpus } from '../../src/model/corpus.js';
import type { SourceDoc } from '../../src/model/source-doc.js';
import { compareReports } from '../../src/pipeline/compare.js';
import { Memo } from '../../src/pipeline/memo.js';
import { loadLexicon } from '../support/lexicon.js';

const lexicon = loadLexicon();
const cut = makeCut(lexicon.words);
const COUNT = 6;
const PLACES = 3;

interface State {
  readonly corpus: Corpus;
  readonly texts: readonly string[];
}

const reports = Array.from({ length: COUNT }, (_, index) => generated(index, { seed: 11, places: PLACES }));
const START: State = {
  corpus: {
    title: '三地',
    jurisdictions: reports.slice(0, PLACES).map(({ jurisdiction }) => ({ ...jurisdiction, denominators: {} })),
    reports: reports.map(({ id, jurisdiction, period, file }) => ({
      id,
      jurisdiction: jurisdiction.id,
      period,
      published: null,
      sources: [{ file, parts: null }],
    })),
  },
  texts: reports.map(({ text }) => text),
};

const NEW = [
  '全年走访企业4321家。',
  '破获电信网络诈骗案件77起，同比上升8.5%。',
  '推行“一窗通办”。',
  '荣获全国优秀公安局称号。',
];

type Edit = (state: State) => State;
const at = fc.nat(COUNT - 1);
const sentence = fc.nat(30);
/** A text edited as a list of its lines. */
const lines =
  (which: number, change: (lines: string[]) => readonly string[]): Edit =>
  ({ corpus, texts }) => ({
    corpus,
    texts: texts.map((text, i) => (i === which ? change(text.split('\n')).join('\n') : text)),
  });
const described =
  (change: (corpus: Corpus) => Corpus): Edit =>
  ({ corpus, texts }) => ({ corpus: change(corpus), texts });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(at, sentence, fc.integer({ min: 1, max: 9999 }))
      .map(([i, n, value]) =>
        lines(i, (all) => all.map((line, k) => (k === n % all.length ? line.replace(/\d+/u, String(value)) : line))),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(at, sentence, fc.constantFrom(...NEW))
      .map(([i, n, added]) =>
        lines(i, (all) => all.flatMap((line, k) => (k === n % all.length ? [added, line] : [line]))),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at, sentence).map(([i, n]) => lines(i, (all) => all.filter((_, k) => k !== n % all.length))),
  },
  { weight: 1, arbitrary: at.map((i) => lines(i, (all) => [...all].reverse())) },
  {
    weight: 1,
    arbitrary: fc.tuple(at, at).map(([i, j]) => ({ corpus, texts }) => ({
      corpus,
      texts: texts.map((text, k) => (k === i ? (texts[j] ?? text) : text)),
    })),
  },
  {
    weight: 1,
    arbitrary: at.map((i) =>
      described((corpus) => ({
        ...corpus,
        reports: corpus.reports.map((one, k) =>
          k === i ? { ...one, period: { label: '近两年', from: null, to: null } } : one,
        ),
      })),
    ),
  },
  {
    weight: 1,
    arbitrary: at.map((i) =>
      described((corpus) => ({
        ...corpus,
        jurisdictions: corpus.jurisdictions.map((one, k) =>
          k === i % PLACES ? { ...one, short: `${one.short}新` } : one,
        ),
      })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(described((corpus) => ({ ...corpus, jurisdictions: [...corpus.jurisdictions].reverse() }))),
  },
);

function compared({ corpus, texts }: State, memo: Memo): string {
  const sources = new Map(
    reports.map(({ file }, i): [string, SourceDoc] => [
      file,
      { file, text: texts[i] ?? '', encoding: 'utf-8', units: [] },
    ]),
  );
  return JSON.stringify(compareReports({ corpus, sources, lexicon, cut, memo }).value);
}

test('after any edits, and undone again, what is remembered gives the same comparison to the letter as reading all anew', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength: 6 }), (edits) => {
      const memo = new Memo();
      let state = START;
      compared(state, memo);
      for (const [change, isUndone] of edits) {
        const before = state;
        state = change(state);
        expect(compared(state, memo) === compared(state, new Memo())).toBe(true);
        if (isUndone) {
          state = before;
          expect(compared(state, memo) === compared(state, new Memo())).toBe(true);
        }
      }
    }),
    { numRuns: 8 },
  );
});
