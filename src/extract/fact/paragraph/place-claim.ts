import type { Jurisdiction } from '../../../model/corpus.js';
import type { FactKind, FactStatus } from '../../../model/finding.js';
import type { Span } from '../../../model/span.js';
import { onceFor } from '../../../text/once-for.js';
import type { Claim } from '../claim.js';
import type { Sentence } from '../clause.js';
import { isScene } from '../incident.js';
import { claimPeriod, type PeriodSetting } from './claim-period.js';
import type { PlacedClaim } from './placed-claim.js';
import type { SentenceState } from './sentence-state.js';
import { ownStatus, statusLabel } from './status.js';

/** Where a claim stands, and what holds there. */
export interface Surroundings extends Omit<PeriodSetting, 'status'> {
  readonly sentence: Sentence;
  /** Index of the clause in it. */
  readonly index: number;
  readonly state: SentenceState;
  /** True when the sentences before tell a scene. */
  readonly inStory: boolean;
}

const BACKGROUND = /GDP|地区生产总值|生产总值|财政收入|固定资产投资|进出口总额|常住人口(?!的)|人均可支配收入/;
/** Amounts that nobody has counted: what would have been lost. */
const ESTIMATED = /避免|挽损|挽回|劝阻金额|止损/;

/** A claim with its period, scope, status, flags and full name. */
export function placeClaim(claim: Claim, at: Surroundings): PlacedClaim {
  const { clause, sentence, memory, state, paragraph } = at;
  const told = toldAs(claim, at);
  const time = claimPeriod(claim, { clause, memory, time: at.time, status: state.status, paragraph });
  const isContext = BACKGROUND.test(clause.text);
  const isEstimate = ESTIMATED.test(claim.label) && claim.kind === 'amount';
  const flags = new Set(claim.flags);
  for (const flag of time.flags) flags.add(flag);
  if (told.isCase) flags.add('case');
  if (state.scope.subUnit) flags.add('sub-unit');
  if (isContext) flags.add('context');
  if (isEstimate) flags.add('estimate');
  const name = told.status === 'anecdote' ? withCase(claim.label, at) : claim.label;
  // Key by key: a copy by `...` that gets eight keys more takes ten times as long, and there is one for every figure.
  const { value, valueTo, unit, approx, bounds, direction, basis, rule, key, printed, leansBack, noun, verb } = claim;
  return {
    label: statusLabel({ label: withoutPlace(name, paragraph.jurisdiction), kind: claim.kind, verb }, told.status),
    kind: told.kind,
    value,
    valueTo,
    unit,
    approx,
    bounds,
    direction,
    basis,
    rule,
    key,
    printed,
    leansBack,
    noun,
    verb,
    flags: [...flags],
    status: told.status,
    period: time.period,
    scope: told.isCase ? (state.incident?.name ?? state.scope.name) : state.scope.name,
    span: claim.leansBack ? reachBack(claim, at) : claim.span,
    clauseText: clause.text,
    sentenceText: sentence.text,
    sentenceStart: sentence.span.start,
    inHeading: paragraph.inHeading,
  };
}

/** Whether a figure has come true, or is a detail of one case or of a scene. */
function toldAs(
  claim: Claim,
  { clause, sentence, state, inStory }: Surroundings,
): { readonly status: FactStatus; readonly kind: FactKind; readonly isCase: boolean } {
  const status = claim.status ?? ownStatus(claim, clause) ?? state.status ?? 'actual';
  if (status !== 'actual') return { status, kind: claim.kind, isCase: false };
  if (state.incident?.kind === 'case' && claim.kind !== 'change' && claim.kind !== 'rank')
    return { status: 'anecdote', kind: claim.kind, isCase: true };
  if (isScene(claim, clause, sentence, inStory)) return { status: 'anecdote', kind: 'other', isCase: false };
  return { status, kind: claim.kind, isCase: false };
}

/** The case gives its name to what is counted in it. */
function withCase(label: string, { state: { incident }, memory }: Surroundings): string {
  const name = incident?.kind === 'case' ? (incident.name ?? '').slice(-18) : '';
  if (name === '' || label.includes(name.slice(-6))) return label;
  return `${name}${memory.domain ? label.replace(memory.domain, '') : label}`;
}

/** 南河区刑事警情数 → 刑事警情数: whose report it is goes without saying. */
function withoutPlace(label: string, jurisdiction: Jurisdiction): string {
  const area = `${jurisdiction.name}辖区`;
  if (label.startsWith(area)) return label.slice(area.length);
  if (jurisdiction.level === 'station') return label;
  const place = bureauNames(jurisdiction).find(
    (own) => label.startsWith(own) && /^[一-鿿“]{4}/.test(label.slice(own.length)),
  );
  return place ? label.slice(place.length) : label;
}

const bureauNames = onceFor(({ name, aliases }: Jurisdiction): readonly string[] =>
  [name, ...aliases.filter((alias) => /(?:公安|公安局|分局|警方)$/.test(alias))].filter((own) => own.length >= 3),
);

/** The span from the clause that names the thing, when it is the one just before. */
function reachBack({ span }: Claim, { sentence, index, clause }: Surroundings): Span {
  const previous = sentence.clauses[index - 1]?.span;
  if (!previous || span.start !== clause.span.start || previous.end - previous.start > 40) return span;
  return { start: previous.start, end: span.end };
}
