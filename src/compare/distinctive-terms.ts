import type { DistinctiveTerm } from '../model/comparison.js';
import type { Passage } from '../model/report-text.js';
import type { CutWord } from '../model/tokenised-doc.js';
import { onceFor } from '../text/once-for.js';
import type { CompareInput } from './input.js';
import { ownPassages } from './own-passages.js';
import { termFilter } from './term-words.js';
import { Z95 } from './wilson.js';

type Needs = Pick<CompareInput, 'jurisdictions' | 'lexicon' | 'texts'>;

const LEAST_COUNT = 3;
const LEAST_PASSAGES = 2;
const MOST_TERMS = 12;
const PLACE_NOUN = /^(?:派出所|街道|街|社区|小区|镇|乡|村|路|大道|广场|分局|新区|园区|调解室|警务室|工作室|工作站)/u;

interface Usage {
  readonly count: number;
  readonly passages: number;
}

/**
 * Words one report uses more than the others, by the z-score of the log-odds ratio with an informative Dirichlet prior
 * (Monroe, Colaresi & Quinn 2008, Political Analysis 16: 372–403, eqs. 16, 18, 22). The prior has the words of all reports
 * together in their proportions and weighs as much as one average report, which keeps rare words from the top of small
 * corpora. Only words with three uses in two different passages; z is a rank, no test. Strongest first, at most twelve.
 */
export function toTerms({ jurisdictions, lexicon, texts }: Needs): DistinctiveTerm[] {
  const usageIn = usageWith(lexicon)(jurisdictions);
  const passages = ownPassages(texts);
  const usages = new Map(jurisdictions.map(({ id }) => [id, usageIn(passages.get(id) ?? [])]));
  const pooled = new Map<string, number>();
  for (const usage of usages.values())
    for (const [word, { count }] of usage) pooled.set(word, (pooled.get(word) ?? 0) + count);
  const total = sum(pooled.values());
  if (jurisdictions.length < 2 || total === 0) return [];
  const weight = total / jurisdictions.length;
  return jurisdictions.flatMap(({ id }) => {
    const usage: ReadonlyMap<string, Usage> = usages.get(id) ?? new Map();
    const of = sum([...usage.values()].map(({ count }) => count));
    const terms: DistinctiveTerm[] = [];
    for (const [term, { count, passages }] of usage) {
      if (count < LEAST_COUNT || passages < LEAST_PASSAGES) continue;
      const all = pooled.get(term) ?? count;
      const z = zOf({ count, of, other: all - count, otherOf: total - of, prior: (all / total) * weight, weight });
      if (z >= Z95)
        terms.push({ jurisdiction: id, term, count, of, other_count: all - count, other_of: total - of, z });
    }
    return terms.sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1)).slice(0, MOST_TERMS);
  });
}

/** How often one place's passages use which term; counted once as long as passages, places and lexicon are the same. */
const usageWith = onceFor((lexicon: Needs['lexicon']) =>
  onceFor((jurisdictions: Needs['jurisdictions']) => {
    const isTerm = remembered(termFilter(jurisdictions, lexicon));
    return onceFor((passages: readonly Passage[]): ReadonlyMap<string, Usage> => usageOf(passages, isTerm));
  }),
);

function usageOf(passages: readonly Passage[], isTerm: (cut: CutWord) => boolean): ReadonlyMap<string, Usage> {
  const usage = new Map<string, { count: number; passages: number }>();
  for (const { words } of passages) {
    const here = new Set<string>();
    for (const [at, cut] of words.entries()) {
      // 观潮 in 观潮街道 is a place, whatever the tokeniser calls it.
      if (!isTerm(cut) || PLACE_NOUN.test(words[at + 1]?.word ?? '')) continue;
      const entry = usage.get(cut.word) ?? { count: 0, passages: 0 };
      entry.count += 1;
      if (!here.has(cut.word)) entry.passages += 1;
      here.add(cut.word);
      usage.set(cut.word, entry);
    }
  }
  return usage;
}

interface Counts {
  readonly count: number;
  readonly of: number;
  readonly other: number;
  readonly otherOf: number;
  /** Pseudo-counts of the word and of all words. */
  readonly prior: number;
  readonly weight: number;
}

function zOf({ count, of, other, otherOf, prior, weight }: Counts): number {
  const odds = (y: number, n: number) => Math.log((y + prior) / (n + weight - y - prior));
  return (odds(count, of) - odds(other, otherOf)) / Math.sqrt(1 / (count + prior) + 1 / (other + prior));
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** The same words come again and again; each is judged once. */
function remembered(judge: (cut: CutWord) => boolean): (cut: CutWord) => boolean {
  const known = new Map<string, boolean>();
  return (cut) => {
    const key = `${cut.word}\n${cut.tag}`;
    const verdict = known.get(key) ?? judge(cut);
    known.set(key, verdict);
    return verdict;
  };
}
