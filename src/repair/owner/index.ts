import type { Ownership } from '../../model/repaired-doc.js';
import type { LaidBlock } from '../layout.js';
import { borderBetween, isParallel, type Side } from './boundaries.js';
import type { Candidate, Evidence } from './candidate.js';
import { featuresOf, kinship, spread, typesettingOf } from './features.js';
import { linkEvidence } from './link-evidence.js';
import { mentionsOf, nameEvidence, placeWeights, stackedHeadlines } from './name-evidence.js';
import { seriesLinks } from './series.js';
import { type Settled, settledBy } from './settled.js';
import { type MaxMarginals, maxMarginals } from './viterbi.js';
import { lexicalEvidence } from './word-evidence.js';

/** What attribution is given. */
export interface Attribution {
  readonly text: string;
  readonly blocks: readonly LaidBlock[];
  readonly candidates: readonly Candidate[];
  /** The text of a block as printed, marker included. */
  readonly sourceOf: (block: LaidBlock) => string;
  /** The 1-based source line a block begins on. */
  readonly lineOf: (block: LaidBlock) => number;
}

/** A block with its owner. */
export type OwnedBlock = LaidBlock & { readonly owner: Ownership };

/** Below this margin a block is given to nobody. */
const THRESHOLD = 1;
const ROUNDS = 4;
/** More than all cues together. */
const FIXED = 1000;
/**
 * Gives every block an owner. With one report all blocks are its own; with several the blocks are a chain, the owner of each a
 * state: names of the places speak for a state, borders cost what it takes to change it, and what the blocks of a report
 * have in common is learned from the sure ones in a few rounds (docs/decisions/0002-attribution.md). The margin is what the
 * best reading with this owner is better than the best with another; below `THRESHOLD` the owner is null.
 */
export function attribute(given: Attribution): OwnedBlock[] {
  const { blocks, candidates, lineOf } = given;
  const settled = blocks.map((b) => settledBy(candidates, lineOf(b)));
  const [only] = candidates;
  if (candidates.length === 0 || (candidates.length === 1 && only?.parts === null)) {
    const cues = only ? ['only report of the file'] : [];
    return blocks.map((b) => ({ ...b, owner: { report: only?.report.id ?? null, cues, margin: null } }));
  }
  if (!settled.includes('open'))
    return blocks.map((b, t) => ({ ...b, owner: byHand(settled[t] ?? 'none', candidates) }));
  return weigh(given, settled);
}

/** The owner a person gave. */
function byHand(settled: Settled, candidates: readonly Candidate[]): Ownership {
  const report = typeof settled === 'number' ? (candidates[settled]?.report.id ?? null) : null;
  return {
    report,
    cues: [report === null ? 'outside every part given in corpus.yaml' : 'given by parts in corpus.yaml'],
    margin: null,
  };
}

/** The owners by the cues of the text. */
function weigh({ text, blocks, candidates, sourceOf }: Attribution, settled: readonly Settled[]): OwnedBlock[] {
  const texts = blocks.map((b) => text.slice(b.repairedSpan.start, b.repairedSpan.end));
  const sources = blocks.map(sourceOf);
  const typeset = typesettingOf(sources);
  const features = blocks.map(
    (_, i) => new Set([...featuresOf(texts[i] ?? '', sources[i] ?? ''), ...(typeset[i] ?? [])]),
  );
  const counts = spread(features);
  const mentions = mentionsOf(texts, candidates);
  const stacked = stackedHeadlines(blocks, mentions);
  const sides = blocks.map(({ kind }, i): Side => ({ kind, text: texts[i] ?? '', isStacked: stacked[i] ?? false }));
  const borders = sides.slice(1).map((after, i) => {
    const near = kinship(features[i] ?? new Set(), features[i + 1] ?? new Set(), counts, blocks.length);
    return borderBetween(sides[i] ?? after, after, near);
  });
  const links = seriesLinks(texts);
  const name = (weights: readonly number[]): Evidence[][] =>
    nameEvidence(mentions, texts, blocks, candidates, weights).map((row, t) =>
      row.map((e, k) => ({ cues: e.cues, score: e.score + handScore(settled[t] ?? 'open', candidates[k], k) })),
    );
  let named = name(candidates.map(() => 1));
  const anchors = named.map((row) => Math.min(1, Math.max(0, ...row.map((e) => e.score)) / 3));
  let evidence = named;
  let scores: MaxMarginals = maxMarginals(
    named.map((row) => row.map((e) => e.score)),
    borders,
  );
  for (let round = 0; round < ROUNDS; round++) {
    named = name(placeWeights(mentions, scores));
    const learned = lexicalEvidence(texts, features, counts, scores, anchors);
    const linked = linkEvidence(links, scores);
    evidence = named.map((row, t) =>
      row.map((e, k) => {
        const more = learned[t]?.[k];
        const link = linked[t]?.[k] ?? 0;
        const cues = [...e.cues, ...(more?.cues ?? []), ...(link > 0.5 ? ['goes on with its numbering'] : [])];
        return { score: e.score + (more?.score ?? 0) + link, cues };
      }),
    );
    scores = maxMarginals(
      evidence.map((row) => row.map((e) => e.score)),
      borders,
    );
  }
  const free = candidates.filter((c) => c.parts === null);
  const sole = free.length === 1 ? free[0] : undefined;
  return blocks.map((block, t) => {
    const hand = settled[t] ?? 'open';
    if (hand !== 'open') return { ...block, owner: byHand(hand, candidates) };
    if (sole)
      return { ...block, owner: { report: sole.report.id, cues: ['the only report without parts'], margin: null } };
    const row = scores[t] ?? [];
    const order = row.map((_, k) => k).sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);
    const [best, second] = [order[0] ?? 0, order[1] ?? 0];
    const margin = Math.round(((row[best] ?? 0) - (row[second] ?? 0)) * 100) / 100;
    const cues = [...(evidence[t]?.[best]?.cues ?? [])];
    if (isParallel(texts[t - 1] ?? '', texts[t] ?? '') || isParallel(texts[t] ?? '', texts[t + 1] ?? ''))
      cues.push('built like its neighbour');
    if (cues.length === 0) cues.push('stands between blocks of this report');
    return {
      ...block,
      owner: { report: margin >= THRESHOLD ? (candidates[best]?.report.id ?? null) : null, cues, margin },
    };
  });
}

/** A person's word outweighs every cue, and a report that was given its parts has nothing outside them. */
function handScore(settled: Settled, candidate: Candidate | undefined, k: number): number {
  if (settled === k) return FIXED;
  return candidate?.parts === null ? 0 : -FIXED;
}
