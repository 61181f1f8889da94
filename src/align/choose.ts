import type { Report } from '../model/corpus.js';
import { byPlace, type Observation } from './observation.js';
import { stretchOf, type TimeSpan } from './reading/span.js';

/** The period of each report, by its id. */
type Periods = ReadonlyMap<string, Report['period']>;

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
export function chooseForRow(observations: readonly Observation[], periods: Periods): Chosen {
  // A part of another figure here (命案积案73起,其中20年以上的41起) is not a second value of it.
  const parts = new Set(observations.flatMap(({ fact }) => fact.parts ?? []));
  const usable = observations.filter(
    ({ fact, coverage }) => fact.status === 'actual' && coverage.kind !== 'wider' && !parts.has(fact.id),
  );
  const whole = usable.filter(({ coverage }) => coverage.kind === 'whole');
  if (countPlaces(whole) < 2) return { heads: onePeriodEach(usable, periods), beside: [] };
  const heads = onePeriodEach(whole, periods);
  const rest = usable.filter(({ coverage }) => coverage.kind === 'part' && coverage.byClass === true);
  // Of a place with figures of the whole, only what belongs to the same period.
  const headsOf = byPlace(heads);
  const beside = rest.filter((part) => {
    const own = headsOf.get(part.place.id);
    return own === undefined || own.some(({ span }) => likeSpan(span, part.span));
  });
  return { heads, beside };
}

/** How many jurisdictions these are of. */
export function countPlaces(observations: readonly Observation[]): number {
  return new Set(observations.map(({ place }) => place.id)).size;
}

function onePeriodEach(observations: readonly Observation[], periods: Periods): Observation[] {
  const places = byPlace(observations);
  /** How many jurisdictions tell of a stretch of time. */
  const told = new Map<string | null, number>();
  for (const own of places.values())
    for (const stretch of new Set(own.map(({ span }) => stretchOf(span))))
      told.set(stretch, (told.get(stretch) ?? 0) + 1);
  const isToldElsewhere = (span: TimeSpan): boolean => {
    const stretch = stretchOf(span);
    return stretch !== null && (told.get(stretch) ?? 0) > 1;
  };
  return [...places.values()].flatMap((own) => {
    let best: TimeSpan | undefined;
    let top = -1;
    for (const span of distinctSpans(own)) {
      const score = (isToldElsewhere(span) ? 32 : 0) + worth(span, own, periods);
      if (score > top || (score === top && best !== undefined && (span.to ?? '') > (best.to ?? ''))) {
        best = span;
        top = score;
      }
    }
    return own.filter(({ span }) => best !== undefined && likeSpan(span, best));
  });
}

/** Each span once, the first of equal ones: a place with forty reports tells of few periods. */
function distinctSpans(observations: readonly Observation[]): TimeSpan[] {
  return [...new Map(observations.map(({ span }) => [JSON.stringify(span), span])).values()];
}

function worth(span: TimeSpan, own: readonly Observation[], periods: Periods): number {
  let score = 0;
  const isReports = own.some(({ fact, span: s }) => {
    const period = periods.get(fact.report);
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
