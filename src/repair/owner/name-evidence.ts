import type { LaidBlock } from '../layout.js';
import type { Candidate, Evidence } from './candidate.js';
import { certainty } from './certainty.js';
import { levelScore } from './features.js';
import { countMentions, type Mentions, nameForms } from './names.js';
import type { MaxMarginals } from './viterbi.js';

/** What it is worth to be named in the first clause. */
const TOPIC = 3;

/** What each block names, by candidate. */
export function mentionsOf(
  texts: readonly string[],
  candidates: readonly Candidate[],
): (Mentions & { readonly name: string })[][] {
  const forms = nameForms(candidates.map((c) => c.jurisdiction));
  return texts.map((text) =>
    forms.map((form) => ({ ...countMentions(text, form), name: form.places[form.places.length - 1] ?? '' })),
  );
}

/** Headlines that name one bureau's police right under a headline that names another's: all of a page's headlines at its top. */
export function stackedHeadlines(blocks: readonly LaidBlock[], mentions: readonly (readonly Mentions[])[]): boolean[] {
  const named = blocks.map(({ kind }, t) =>
    kind === 'heading' ? (mentions[t] ?? []).findIndex(({ force }) => force > 0) : -1,
  );
  return named.map((k, t) => k >= 0 && (named[t - 1] ?? -1) >= 0 && named[t - 1] !== k);
}

/** What the names of the places say. A heading that names a police force speaks loudest: it opens a report. */
export function nameEvidence(
  mentions: readonly (readonly (Mentions & { readonly name: string })[])[],
  texts: readonly string[],
  blocks: readonly LaidBlock[],
  candidates: readonly Candidate[],
  weights: readonly number[],
): Evidence[][] {
  const hasLevels = new Set(candidates.map((c) => c.jurisdiction.level)).size > 1;
  return mentions.map((row, t) =>
    row.map(({ force, place, isTopic, name }, k) => {
      const isHeading = blocks[t]?.kind === 'heading';
      const byLevel = hasLevels ? levelScore(texts[t] ?? '', candidates[k]?.jurisdiction.level ?? 'other') : 0;
      const weight = weights[k] ?? 1;
      const score =
        Math.min(7, force * (isHeading ? 5 : 4)) +
        Math.min(2 * weight, place * weight) +
        (isTopic ? TOPIC * Math.min(1, weight) : 0) +
        byLevel;
      const cues: string[] = [];
      if (force > 0) cues.push(`names the police of ${name} ×${force}`);
      if (place > 0) cues.push(`names ${name} ×${place}`);
      if (byLevel > 0) cues.push('speaks of its own area and office');
      return { score, cues };
    }),
  );
}

/**
 * How much the bare name of each place is worth: much where the other reports never name it, little where they do (a province in
 * the report of its city).
 */
export function placeWeights(mentions: readonly (readonly Mentions[])[], scores: MaxMarginals): number[] {
  const sure = scores.map(certainty);
  return (mentions[0] ?? []).map((_, k) => {
    let others = 0;
    let named = 0;
    mentions.forEach((row, t) => {
      const elsewhere = 1 - (sure[t]?.[k] ?? 0);
      if (elsewhere < 0.9) return;
      others++;
      if ((row[k]?.place ?? 0) + (row[k]?.force ?? 0) > 0) named++;
    });
    const rate = named / Math.max(1, others);
    return rate < 0.03 ? 4 : rate < 0.1 ? 1.3 : 0.7;
  });
}
