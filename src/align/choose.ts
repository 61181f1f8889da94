import type { Report } from '../model/corpus.js';
import type { Observation } from './observation.js';
import { sameSpan, type TimeSpan } from './reading/span.js';

/** What of one indicator and kind stands in the cells of a row. */
export interface Chosen {
  /** What the rules judge. */
  readonly heads: readonly Observation[];
  /** Figures of a class only (突出矛盾纠纷, 涉疫矛盾纠纷), shown beside them. */
  readonly beside: readonly Observation[];
}

/**
 * Which observations of one indicator and kind stand in the row. Figures that are not actual, and figures wider than the
 * jurisdiction, never do. Where two jurisdictions give figures of the whole, those are compared, and figures of a class are shown
 * beside them; figures of an office, a site or a campaign stay single statements. Otherwise all of them are compared, and the
 * rules say what keeps them apart.
 *
 * Of several periods one is taken for each jurisdiction: the one that others report too, else the report's own, else a full year,
 * else the latest; the others stay single statements.
 */
export function chooseForRow(observations: readonly Observation[], reports: readonly Report[]): Chosen {
  // A part of another figure here (命案积案73起,其中20年以上的41起) is not a second value of it.
  const parts = new Set(observations.flatMap(({ fact }) => fact.parts ?? []));
  const usable = observations.filter(
    ({ fact, coverage }) => fact.status === 'actual' && coverage.kind !== 'wider' && !parts.has(fact.id),
  );
  const whole = usable.filter(({ coverage }) => coverage.kind === 'whole');
  if (countPlaces(whole) < 2) return { heads: onePeriodEach(usable, reports), beside: [] };
  const heads = onePeriodEach(whole, reports);
  const rest = usable.filter(({ coverage }) => coverage.kind === 'part' && coverage.byClass === true);
  // Of a place with figures of the whole, only what belongs to the same period.
  const beside = rest.filter((part) => {
    const own = heads.filter(({ place }) => place.id === part.place.id);
    return own.length === 0 || own.some(({ span }) => likeSpan(span, part.span));
  });
  return { heads, beside };
}

/** How many jurisdictions these are of. */
export function countPlaces(observations: readonly Observation[]): number {
  return new Set(observations.map(({ place }) => place.id)).size;
}

function onePeriodEach(observations: readonly Observation[], reports: readonly Report[]): Observation[] {
  return [...new Set(observations.map(({ place }) => place.id))].flatMap((id) => {
    const own = observations.filter(({ place }) => place.id === id);
    const others = observations.filter(({ place }) => place.id !== id);
    let best: TimeSpan | undefined;
    let top = -1;
    for (const { span } of own) {
      const score = worth(span, others, own, reports);
      if (score > top || (score === top && best !== undefined && (span.to ?? '') > (best.to ?? ''))) {
        best = span;
        top = score;
      }
    }
    return own.filter(({ span }) => best !== undefined && likeSpan(span, best));
  });
}

function worth(
  span: TimeSpan,
  others: readonly Observation[],
  own: readonly Observation[],
  reports: readonly Report[],
): number {
  let score = 0;
  if (others.some((other) => sameSpan(other.span, span))) score += 32;
  const isReports = own.some(({ fact, span: s }) => {
    const period = reports.find(({ id }) => id === fact.report)?.period;
    return (
      likeSpan(s, span) &&
      period !== undefined &&
      period.from !== null &&
      period.from === span.from &&
      period.to === span.to
    );
  });
  if (isReports) score += 16;
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
