import type { Evidence } from './candidate.js';
import { certainty } from './certainty.js';
import { FORM, weightOf } from './features.js';
import type { MaxMarginals } from './viterbi.js';

/** The three longest stretches of a text that are made of telling features, and features of form among them. */
function wordsOf(text: string, telling: readonly string[]): string[] {
  const marked = new Uint8Array(text.length);
  const forms: string[] = [];
  for (const feature of telling) {
    if (feature.startsWith(FORM)) {
      forms.push(feature.slice(FORM.length));
      continue;
    }
    const at = text.indexOf(feature);
    if (at >= 0) marked.fill(1, at, at + feature.length);
  }
  const runs = new Set<string>();
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] !== 1) continue;
    let end = i;
    while (end < marked.length && marked[end] === 1) end++;
    runs.add(text.slice(i, Math.min(end, i + 12)));
    i = end;
  }
  const longest = [...runs].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [...new Set([...forms.slice(0, 1), ...longest])].slice(0, 3);
}

/** What the words say that blocks of the same report share and others lack, each block judged by the others. */
export function lexicalEvidence(
  texts: readonly string[],
  features: readonly ReadonlySet<string>[],
  counts: ReadonlyMap<string, number>,
  scores: MaxMarginals,
  anchors: readonly number[],
): Evidence[][] {
  const states = scores[0]?.length ?? 0;
  // Blocks that name nobody teach less: else a wrong guess teaches itself.
  const weights = scores.map((row, t) => certainty(row).map((c) => c * (0.35 + 0.65 * Math.max(0, anchors[t] ?? 0))));
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
  // Of a report that has shown few blocks its words are not yet known.
  const least = Math.min(...totals);
  const trust = least / (least + 2);
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
    const scale = (0.9 / Math.sqrt(4 + set.size * 0.25)) * trust;
    best.sort((a, b) => b.by - a.by || (a.f < b.f ? -1 : 1));
    return sums.map((s, k) => {
      const score = Math.max(-2.5, Math.min(2.5, s * scale));
      if (score < 0.1) return { score, cues: [] };
      const telling = best.filter((x) => x.k === k).slice(0, 24);
      const words = wordsOf(
        texts[t] ?? '',
        telling.map((x) => x.f),
      );
      return { score, cues: words.length > 0 ? [`shares ${words.join('、')}`] : [] };
    });
  });
}
