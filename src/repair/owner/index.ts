import type { Jurisdiction, Part, Report } from '../../model/corpus.js';
import type { Ownership } from '../../model/repaired-doc.js';
import type { LaidBlock } from '../layout.js';

/** A report that stands on the file, with the share a person gave it, if one did. */
export interface Candidate {
  readonly report: Report;
  readonly jurisdiction: Jurisdiction;
  readonly parts: readonly Part[] | null;
}

const SWITCH = 4;
const SWITCH_AT_HEADING = 1.5;
const THRESHOLD = 0.5;

/** Gives every block an owner. */
export function attribute(
  text: string,
  blocks: readonly LaidBlock[],
  candidates: readonly Candidate[],
): (LaidBlock & { owner: Ownership })[] {
  const [only] = candidates;
  if (!only) return blocks.map((b) => ({ ...b, owner: { report: null, cues: [], margin: null } }));
  if (candidates.length === 1) {
    const owner: Ownership = { report: only.report.id, cues: ['only report of the file'], margin: null };
    return blocks.map((b) => ({ ...b, owner }));
  }
  const names = candidates.map(({ jurisdiction: j }) =>
    [...new Set([j.name, j.short, ...j.aliases])].filter((n) => n.length >= 2),
  );
  const emission = blocks.map((b) => {
    const own = text.slice(b.repairedSpan.start, b.repairedSpan.end);
    return names.map((list) => Math.min(6, list.reduce((n, name) => n + own.split(name).length - 1, 0) * 3));
  });
  const n = candidates.length;
  const forward: number[][] = [];
  blocks.forEach((b, t) => {
    const prev = forward[t - 1];
    const cost = b.kind === 'heading' ? SWITCH_AT_HEADING : SWITCH;
    const bestPrev = prev ? Math.max(...prev) : 0;
    forward.push(
      Array.from(
        { length: n },
        (_, k) => (emission[t]?.[k] ?? 0) + (prev ? Math.max(prev[k] ?? 0, bestPrev - cost) : 0),
      ),
    );
  });
  const backward: number[][] = [];
  for (let t = blocks.length - 1; t >= 0; t--) {
    const next = backward[0];
    const cost = blocks[t + 1]?.kind === 'heading' ? SWITCH_AT_HEADING : SWITCH;
    const scores = next ? next.map((s, k) => s + (emission[t + 1]?.[k] ?? 0)) : Array.from({ length: n }, () => 0);
    const best = Math.max(...scores);
    backward.unshift(scores.map((s) => (next ? Math.max(s, best - cost) : 0)));
  }
  return blocks.map((b, t) => {
    const total = (forward[t] ?? []).map((f, k) => f + (backward[t]?.[k] ?? 0));
    const order = total.map((_, k) => k).sort((x, y) => (total[y] ?? 0) - (total[x] ?? 0) || x - y);
    const [first, second] = [order[0] ?? 0, order[1] ?? 0];
    const margin = (total[first] ?? 0) - (total[second] ?? 0);
    const report = margin >= THRESHOLD ? (candidates[first]?.report.id ?? null) : null;
    return { ...b, owner: { report, cues: [], margin } };
  });
}
