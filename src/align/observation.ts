import type { Jurisdiction } from '../model/corpus.js';
import type { Fact } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { IndicatorEntry, Lexicon } from '../model/lexicon.js';
import { onceFor } from '../text/once-for.js';
import type { AlignContext } from './context.js';
import { entriesOf, lookups } from './lookups.js';
import { type Base, baseOf } from './reading/base.js';
import { type Family, familyOf } from './reading/family.js';
import { type Interval, intervalOf } from './reading/interval.js';
import { type Coverage, coverageOf, restrictionIn, siteIn } from './reading/scope.js';
import { spanOf, type TimeSpan } from './reading/span.js';
import { unitFamily } from './reading/unit-family.js';
import { coreOf, restOf } from './reading/wording.js';

/** A fact with everything that decides whether it may stand beside another, read once. */
export interface Observation {
  readonly fact: Fact;
  readonly place: Jurisdiction;
  /** Null when the indicator list does not know it. */
  readonly entry: IndicatorEntry | null;
  readonly family: Family;
  readonly unit: string;
  readonly span: TimeSpan;
  readonly base: Base;
  readonly coverage: Coverage;
  readonly interval: Interval;
  /** What the label says beyond the indicator; for facts without one, the core of the label. */
  readonly rest: string;
}

/**
 * Reads a fact; null where it can never enter a row: no such jurisdiction, or a figure of no comparable kind. The same fact of the same
 * place is read once, however often it is asked for, and not again when other reports have changed.
 */
export function observe(fact: Fact, context: AlignContext): Observation | null {
  const place = lookups(context).places.get(fact.jurisdiction);
  return place === undefined ? null : readWith(context.lexicon)(place)(fact);
}

const readWith = onceFor((lexicon: Lexicon) =>
  onceFor((place: Jurisdiction) => onceFor((fact: Fact) => readFact(fact, place, lexicon))),
);

function readFact(fact: Fact, place: Jurisdiction, lexicon: Lexicon): Observation | null {
  const family = familyOf(fact);
  if (family === null) return null;
  const id = fact.indicator.id;
  const entry = id === null ? null : (entriesOf(lexicon).get(id) ?? null);
  const rest = entry ? restOf(fact.indicator.label, entry, namesOf(lexicon)(place)) : coreOf(fact.indicator.label);
  return {
    fact,
    place,
    entry,
    family,
    unit: unitFamily(fact.unit, lexicon.units),
    span: spanOf(fact, entry),
    base: baseOf(fact),
    coverage: coverage(fact, place, entry, rest),
    interval: intervalOf(fact),
    rest,
  };
}

/** What a place and its offices are called. */
const namesOf = onceFor((lexicon: Lexicon) =>
  onceFor(({ name, short, aliases }: Jurisdiction) => [name, short, ...aliases, ...(lexicon.field?.offices ?? [])]),
);

/** A restriction in the label makes a part of what the scope calls the whole. */
function coverage(fact: Fact, place: Jurisdiction, entry: IndicatorEntry | null, rest: string): Coverage {
  // 派出所警力占比: the scope is the indicator's own subject, not a part of it.
  const subject =
    entry !== null &&
    fact.scope !== null &&
    entry.all.some((group) => group.some((word) => fact.scope?.includes(word) === true));
  const read: Coverage = subject ? { kind: 'whole' } : coverageOf(fact, place);
  if (read.kind !== 'whole' || entry === null) return read;
  // A site in the indicator's own name is a part of the row it stands beside.
  const site = entry.beside !== undefined && /工地|园区|校园|景区/u.exec(entry.zh);
  if (site) return { kind: 'part', of: site[0], byClass: true };
  const restriction = restrictionIn(rest);
  if (restriction !== null) {
    // A campaign is counted by whoever ran it; a class is a kind of the same thing.
    return /行动|会战|战役/u.test(restriction)
      ? { kind: 'part', of: restriction }
      : { kind: 'part', of: restriction, byClass: true };
  }
  const campaign = entry.measure === 'F' || entry.measure === 'A' ? namedFirst(fact.indicator.label, entry) : null;
  if (campaign !== null) return { kind: 'part', of: campaign };
  const lost = siteIn(fact.source.exact);
  // The indicator's own words may name the site: 街面警务站, 智慧安防小区.
  return lost === null || entry.zh.includes(lost) ? read : { kind: 'part', of: lost };
}

/** The observations of each jurisdiction, in the order they come in. */
export function byPlace(observations: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  return groupBy(observations, ({ place }) => place.id);
}

/**
 * A site named once holds for what is listed after it: 建设工地矛盾化解率达97.6%、违法警情下降27.2%. A claim that follows one of
 * a site directly, one character between them, and names no scope of its own, is taken for the same site's.
 */
export function carrySites(observations: readonly Observation[]): Observation[] {
  const out: Observation[] = [];
  for (const observation of observations) {
    const before = out.at(-1);
    const { fact, coverage, place } = observation;
    const follows =
      before !== undefined &&
      before.fact.report === fact.report &&
      before.fact.source.file === fact.source.file &&
      before.coverage.kind === 'part' &&
      siteIn(before.fact.source.exact) !== null &&
      fact.source.start - before.fact.source.end <= 1 &&
      fact.source.start >= before.fact.source.start;
    const own = fact.scope !== null && /^(?:全|本|我)[省市区县局]/u.test(fact.scope);
    out.push(
      follows && coverage.kind === 'whole' && !own && place.id === before.place.id
        ? { ...observation, coverage: { kind: 'part', of: before.coverage.kind === 'part' ? before.coverage.of : '' } }
        : observation,
    );
  }
  return out;
}

/** A name the label begins with and the indicator does not know: a campaign's or a team's own figure. e.g. “利剑22号”抓获人数 */
function namedFirst(label: string, entry: IndicatorEntry): string | null {
  const name = /^[“"「『‘]([^”"」』’]{2,20})[”"」』’]/u.exec(label.trim())?.[1];
  if (name === undefined) return null;
  const known = [...entry.all, ...(entry.about ?? [])].some((group) =>
    group.some((word) => name.includes(word) || word.includes(name)),
  );
  return known ? null : name;
}
