import type { Report } from '../model/corpus.js';
import type { Observation } from './observation.js';
import { sameSpan, type TimeSpan } from './reading/span.js';

/**
 * Which of a jurisdiction's observations of one indicator and kind stand for it in the row. Figures that are not actual, and
 * figures wider than the jurisdiction, never do. Figures of the whole come before figures of a part; among those, one period:
 * the one that others report too, else the report's own, else a full year, else the latest. The others stay single statements.
 */
export function chooseForCell(
  own: readonly Observation[],
  others: readonly Observation[],
  reports: readonly Report[],
): Observation[] {
  const usable = own.filter(({ fact, coverage }) => fact.status === 'actual' && coverage.kind !== 'wider');
  const whole = usable.filter(({ coverage }) => coverage.kind === 'whole');
  const candidates = whole.length > 0 ? whole : usable;
  const plain = candidates.filter(({ entry }) => entry?.beside === undefined);
  const pool = plain.length > 0 && plain.length < candidates.length && whole.length > 0 ? plain : candidates;
  const spans: TimeSpan[] = [];
  for (const { span } of pool) if (!spans.some((s) => likeSpan(s, span))) spans.push(span);
  let best: TimeSpan | undefined;
  let top = -1;
  for (const span of spans) {
    const score = worth(span, others, own, reports);
    if (score > top || (score === top && best !== undefined && (span.to ?? '') > (best.to ?? ''))) {
      best = span;
      top = score;
    }
  }
  return best === undefined ? [] : pool.filter(({ span }) => likeSpan(span, best));
}

function worth(
  span: TimeSpan,
  others: readonly Observation[],
  own: readonly Observation[],
  reports: readonly Report[],
): number {
  let score = 0;
  if (others.some((other) => other.fact.status === 'actual' && sameSpan(other.span, span))) score += 8;
  const report = reports.find(({ id }) =>
    own.some(({ fact }) => fact.report === id && fact.period.from === span.from && fact.period.to === span.to),
  );
  if (report && report.period.from === span.from && report.period.to === span.to) score += 4;
  if (span.grain === 'year') score += 2;
  if (span.grain !== 'unknown') score += 1;
  return score;
}

/** Equal as far as it is known; two unknown periods of the same wording are one. */
function likeSpan(a: TimeSpan, b: TimeSpan): boolean {
  return (
    a.grain === b.grain &&
    a.from === b.from &&
    a.to === b.to &&
    (a.from !== null || a.to !== null || a.label === b.label)
  );
}
