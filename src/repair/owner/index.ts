import type { Jurisdiction, Part, Report } from '../../model/corpus.js';
import type { Ownership } from '../../model/repaired-doc.js';
import type { LaidBlock } from '../layout.js';
import { borderBetween } from './boundaries.js';
import { FORM, featuresOf, kinship, levelScore, spread, weightOf } from './features.js';
import { countMentions, nameForms } from './names.js';
import { type MaxMarginals, maxMarginals } from './viterbi.js';

/** A report that stands on the file, with the share a person gave it, if one did. */
export interface Candidate {
  readonly report: Report;
  readonly jurisdiction: Jurisdiction;
  readonly parts: readonly Part[] | null;
}

/** What attribution is given. */
export interface Attribution {
  readonly text: string;
  readonly blocks: readonly LaidBlock[];
  readonly candidates: readonly Candidate[];
  /** The text of a block as printed, marker included. */
  readonly sourceOf: (block: LaidBlock) => string;
}

/** A block with its owner. */
export type OwnedBlock = LaidBlock & { readonly owner: Ownership };

/** Below this margin a block is given to nobody. */
const THRESHOLD = 1;
const ROUNDS = 4;

/** What one candidate has for itself in one block: the score and what it is made of. */
interface Evidence {
  readonly score: number;
  readonly cues: readonly string[];
}

/**
 * Gives every block an owner. With one report all blocks are its own; with several the blocks are a chain, the owner of each a
 * state: names of the places speak for a state, borders cost what it takes to change it, and what the blocks of a report
 * have in common is learned from the sure ones in a few rounds (docs/decisions/0002-attribution.md). The margin is what the
 * best reading with this owner is better than the best with another; below `THRESHOLD` the owner is null.
 */
export function attribute({ text, blocks, candidates, sourceOf }: Attribution): OwnedBlock[] {
  const [only] = candidates;
  if (candidates.length <= 1) {
    const owner: Ownership = {
      report: only?.report.id ?? null,
      cues: only ? ['only report of the file'] : [],
      margin: null,
    };
    return blocks.map((b) => ({ ...b, owner }));
  }
  const texts = blocks.map((b) => text.slice(b.repairedSpan.start, b.repairedSpan.end));
  const features = blocks.map((b, i) => featuresOf(texts[i] ?? '', sourceOf(b)));
  const counts = spread(features);
  const borders = blocks.slice(1).map((after, i) => {
    const before = blocks[i];
    const near = kinship(features[i] ?? new Set(), features[i + 1] ?? new Set(), counts, blocks.length);
    return borderBetween(
      { kind: before?.kind ?? 'paragraph', text: texts[i] ?? '' },
      { kind: after.kind, text: texts[i + 1] ?? '' },
      near,
    );
  });
  const named = nameEvidence(texts, blocks, candidates);
  let evidence = named;
  let scores: MaxMarginals = maxMarginals(
    named.map((row) => row.map((e) => e.score)),
    borders,
  );
  for (let round = 0; round < ROUNDS; round++) {
    const learned = lexicalEvidence(features, counts, scores);
    evidence = named.map((row, t) =>
      row.map((e, k) => {
        const more = learned[t]?.[k];
        return { score: e.score + (more?.score ?? 0), cues: [...e.cues, ...(more?.cues ?? [])] };
      }),
    );
    scores = maxMarginals(
      evidence.map((row) => row.map((e) => e.score)),
      borders,
    );
  }
  return blocks.map((block, t) => {
    const row = scores[t] ?? [];
    const order = row.map((_, k) => k).sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);
    const [best, second] = [order[0] ?? 0, order[1] ?? 0];
    const margin = Math.round(((row[best] ?? 0) - (row[second] ?? 0)) * 100) / 100;
    const cues = [...(evidence[t]?.[best]?.cues ?? [])];
    if (cues.length === 0) cues.push('stands between blocks of this report');
    return {
      ...block,
      owner: { report: margin >= THRESHOLD ? (candidates[best]?.report.id ?? null) : null, cues, margin },
    };
  });
}

/** What the names of the places say. A heading that names a police force speaks loudest: it opens a report. */
function nameEvidence(
  texts: readonly string[],
  blocks: readonly LaidBlock[],
  candidates: readonly Candidate[],
): Evidence[][] {
  const forms = nameForms(candidates.map((c) => c.jurisdiction));
  const hasLevels = new Set(candidates.map((c) => c.jurisdiction.level)).size > 1;
  return texts.map((text, t) =>
    forms.map((form, k) => {
      const { force, place } = countMentions(text, form);
      const isHeading = blocks[t]?.kind === 'heading';
      const byLevel = hasLevels ? levelScore(text, candidates[k]?.jurisdiction.level ?? 'other') : 0;
      const score = Math.min(7, force * (isHeading ? 5 : 3)) + Math.min(2, place * (isHeading ? 2 : 1)) + byLevel;
      const cues: string[] = [];
      if (byLevel > 0) cues.push('speaks of its own area and office');
      const name = form.places[form.places.length - 1] ?? '';
      if (force > 0) cues.push(`names the police of ${name} ×${force}`);
      if (place > 0) cues.push(`names ${name} ×${place}`);
      return { score, cues };
    }),
  );
}

/** What the words say that blocks of the same report share and others lack, each block judged by the others. */
function lexicalEvidence(
  features: readonly ReadonlySet<string>[],
  counts: ReadonlyMap<string, number>,
  scores: MaxMarginals,
): Evidence[][] {
  const states = scores[0]?.length ?? 0;
  const weights = scores.map((row) => certainty(row));
  const totals = Array.from({ length: states }, (_, k) => weights.reduce((n, w) => n + (w[k] ?? 0), 0));
  const owned = new Map<string, number[]>();
  features.forEach((set, t) => {
    for (const f of set) {
      if ((counts.get(f) ?? 0) < 2) continue;
      const row = owned.get(f) ?? new Array<number>(states).fill(0);
      for (let k = 0; k < states; k++) row[k] = (row[k] ?? 0) + (weights[t]?.[k] ?? 0);
      owned.set(f, row);
    }
  });
  return features.map((set, t) => {
    const sums = new Array<number>(states).fill(0);
    const best: { f: string; k: number; by: number }[] = [];
    for (const f of set) {
      const row = owned.get(f);
      if (!row) continue;
      const logs = row.map((n, k) => {
        const self = weights[t]?.[k] ?? 0;
        return Math.log((n - self + 0.3) / ((totals[k] ?? 0) - self + 2));
      });
      const mean = logs.reduce((a, b) => a + b, 0) / states;
      const weight = weightOf(f);
      logs.forEach((l, k) => {
        sums[k] = (sums[k] ?? 0) + weight * (l - mean);
        if (l - mean > 0.7) best.push({ f, k, by: weight * (l - mean) });
      });
    }
    const scale = 1.6 / Math.sqrt(4 + set.size * 0.25);
    best.sort((a, b) => b.by - a.by || (a.f < b.f ? -1 : 1));
    return sums.map((s, k) => {
      const score = Math.max(-4, Math.min(4, s * scale));
      const words = best
        .filter((x) => x.k === k)
        .slice(0, 3)
        .map((x) => x.f.replace(FORM, ''));
      return { score, cues: score > 0.3 && words.length > 0 ? [`shares ${words.join('、')}`] : [] };
    });
  });
}

/** How surely a block belongs to each state: 1 for a clear winner, shared out where the margin is small. */
function certainty(row: readonly number[]): number[] {
  const top = Math.max(...row);
  const exps = row.map((s) => Math.exp(Math.max(-20, (s - top) / 1.5)));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}
