import type { Comparison } from '../model/comparison.js';
import type { Fact, Finding, Honour, SourcePlace } from '../model/finding.js';
import { clean } from './practice-names.js';

/** One side of a difference: the claim in its source's own words. */
export interface ClaimSide {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** The figure, title or name in short. */
  readonly says: string;
}

/** One field that differs between the two runs. */
export interface FieldChange {
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** One claim that is not the same in both runs. */
export interface ClaimChange {
  readonly type: Finding['type'];
  readonly report: string;
  readonly jurisdiction: string;
  /** What the claim is about: indicator, title or name. */
  readonly about: string;
  /** Null for a new claim. */
  readonly old: ClaimSide | null;
  /** Null for a withdrawn one. */
  readonly new: ClaimSide | null;
  /** What differs, for a changed claim; else empty. */
  readonly fields: readonly FieldChange[];
}

/** Words the old run cites that the new sources no longer have. */
export interface LostCitation {
  readonly finding: string;
  readonly jurisdiction: string;
  readonly file: string;
  readonly line: number;
  readonly exact: string;
  /** `file`: the whole source is gone; `wording`: the words are; `moved` is no loss and not listed. */
  readonly lost: 'file' | 'wording';
}

/** What a new run changed, claim by claim, in the order of the reports. Plain JSON. */
export interface ClaimDiff {
  readonly new: readonly ClaimChange[];
  readonly changed: readonly ClaimChange[];
  readonly withdrawn: readonly ClaimChange[];
  readonly lost: readonly LostCitation[];
  /** Claims that are the same in both. */
  readonly same: number;
}

/**
 * Compares two runs claim by claim. Claims pair by id; what is left pairs by likeness within the report: the same indicator,
 * title or name, and among several the one with most else in common. Wording alone may change without changing a claim; a
 * place in the text may move. `lost` lists citations of the old run whose words stand nowhere in the new sources.
 */
export function diffComparisons(before: Comparison, after: Comparison): ClaimDiff {
  const old = claimsOf(before);
  const now = claimsOf(after);
  const pairs = pairClaims(old, now);
  const changed: ClaimChange[] = [];
  let same = 0;
  for (const [was, is] of pairs) {
    const fields = differences(was, is);
    if (fields.length === 0) same += 1;
    else changed.push({ ...subject(is), old: side(was), new: side(is), fields });
  }
  const paired = new Set(pairs.flat());
  return {
    new: now
      .filter((claim) => !paired.has(claim))
      .map((claim) => ({ ...subject(claim), old: null, new: side(claim), fields: [] })),
    changed,
    withdrawn: old
      .filter((claim) => !paired.has(claim))
      .map((claim) => ({ ...subject(claim), old: side(claim), new: null, fields: [] })),
    lost: lostCitations(old, after),
    same,
  };
}

function claimsOf({ facts, honour_records, initiatives }: Comparison): Finding[] {
  return [...facts, ...honour_records, ...initiatives];
}

function pairClaims(old: readonly Finding[], now: readonly Finding[]): [Finding, Finding][] {
  const pairs: [Finding, Finding][] = [];
  const byId = new Map(now.map((claim) => [claim.id, claim]));
  const left: Finding[] = [];
  const taken = new Set<Finding>();
  for (const claim of old) {
    const twin = byId.get(claim.id);
    if (twin === undefined || twin.type !== claim.type) left.push(claim);
    else {
      pairs.push([claim, twin]);
      taken.add(twin);
    }
  }
  // Best likeness first, so that a fair pair is not spoilt by an earlier poor one; ties by place in the lists.
  const free = now.filter((claim) => !taken.has(claim));
  const groups = new Map<string, Finding[]>();
  for (const claim of free) groups.set(groupOf(claim), [...(groups.get(groupOf(claim)) ?? []), claim]);
  const likely = left.flatMap((was, i) =>
    (groups.get(groupOf(was)) ?? []).map((is, j) => ({ was, is, i, j, likeness: likenessOf(was, is) })),
  );
  likely.sort((a, b) => b.likeness - a.likeness || a.i - b.i || a.j - b.j);
  const done = new Set<Finding>();
  for (const { was, is, likeness } of likely) {
    if (likeness < LEAST_LIKENESS || done.has(was) || taken.has(is)) continue;
    done.add(was);
    taken.add(is);
    pairs.push([was, is]);
  }
  const order = new Map(old.map((claim, i) => [claim, i]));
  return pairs.sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

const LEAST_LIKENESS = 3;

function groupOf(claim: Finding): string {
  return `${claim.type}\n${claim.report}`;
}

/** How much two claims of one report have in common; from 3 on they are taken for one claim in two versions. */
function likenessOf(a: Finding, b: Finding): number {
  if (a.type === 'fact' && b.type === 'fact') return factLikeness(a, b);
  if (a.type === 'honour' && b.type === 'honour') return honourLikeness(a, b);
  if (a.type === 'initiative' && b.type === 'initiative') {
    const name = nearWords(a.name, b.name);
    const longer = within(a.name, b.name) && overlaps(a.source, b.source);
    return name >= 0.7 || longer ? LEAST_LIKENESS + name : 0;
  }
  return 0;
}

function factLikeness(a: Fact, b: Fact): number {
  const label = nearWords(a.indicator.label, b.indicator.label);
  const sameId = a.indicator.id !== null && a.indicator.id === b.indicator.id;
  // Two figures of different kinds are two claims, however alike the rest.
  if (a.kind !== b.kind) return 0;
  const sameFigure = a.value === b.value && a.unit === b.unit && a.direction === b.direction;
  const exact = nearWords(a.source.exact, b.source.exact);
  // The same figure in the same words is the same claim, though it is now read as another indicator.
  if (sameFigure && (exact >= 0.6 || overlaps(a.source, b.source))) return LEAST_LIKENESS + label + exact;
  if ((!sameId && label < 0.6) || a.stage !== b.stage) return 0;
  return (
    (sameId ? 2 : 0) +
    2 * label +
    (a.unit === b.unit ? 0.5 : 0) +
    (a.scope === b.scope ? 0.5 : -0.5) +
    (a.period.label === b.period.label ? 0.5 : 0) +
    (a.basis === b.basis ? 0.25 : -0.25) +
    (a.value === b.value ? 1 : 0) +
    exact
  );
}

function honourLikeness(a: Honour, b: Honour): number {
  const title = nearWords(a.title, b.title);
  if (title < 0.7 && !(within(a.title, b.title) && overlaps(a.source, b.source))) return 0;
  const recipient =
    a.recipient === b.recipient
      ? 1
      : a.recipient !== null && b.recipient !== null
        ? nearWords(a.recipient, b.recipient)
        : 0.5;
  return 2 * title + recipient + (a.year === b.year ? 0.5 : 0) + nearWords(a.source.exact, b.source.exact) / 2;
}

/** One name within the other, as when a head noun is now taken along: “流动哨” and “流动哨”等品牌. */
function within(a: string, b: string): boolean {
  const [x, y] = [clean(a), clean(b)];
  return Math.min(x.length, y.length) >= 2 && (x.includes(y) || y.includes(x));
}

/** Whether both stand in the same place of the same file. */
function overlaps(a: SourcePlace, b: SourcePlace): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}

/** Dice's coefficient over pairs of characters, marks and blanks aside: 1 for equal words, 0 for none in common. */
function nearWords(a: string, b: string): number {
  const [x, y] = [pairsOf(clean(a)), pairsOf(clean(b))];
  if (clean(a) === clean(b)) return 1;
  if (x.size === 0 || y.size === 0) return 0;
  let shared = 0;
  for (const pair of x) if (y.has(pair)) shared += 1;
  return (2 * shared) / (x.size + y.size);
}

function pairsOf(text: string): Set<string> {
  const out = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at += 1) out.add(text.slice(at, at + 2));
  return out;
}

/** What a claim says, field by field; where it stands and how it was found is not part of it. */
function content(claim: Finding): Readonly<Record<string, unknown>> {
  const themes = [...claim.themes].sort();
  switch (claim.type) {
    case 'fact': {
      const { indicator, kind, value, value_to, unit, approx, direction, basis, period, scope, bounds, status, stage } =
        claim;
      return {
        indicator: indicator.id ?? indicator.label,
        kind,
        value,
        value_to,
        unit,
        approx,
        direction,
        basis,
        period,
        scope,
        bounds,
        status,
        stage,
        themes,
      };
    }
    case 'honour': {
      const { title, recipient, recipient_kind, level, year, count } = claim;
      return { title, recipient, recipient_kind, level, year, count, themes };
    }
    case 'initiative':
      return { name: claim.name, themes };
  }
}

function differences(was: Finding, is: Finding): FieldChange[] {
  const [old, now] = [content(was), content(is)];
  return Object.keys(now)
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, old: old[field], new: now[field] }));
}

function subject(claim: Finding): Pick<ClaimChange, 'type' | 'report' | 'jurisdiction' | 'about'> {
  const about = claim.type === 'fact' ? claim.indicator.label : claim.type === 'honour' ? claim.title : claim.name;
  return { type: claim.type, report: claim.report, jurisdiction: claim.jurisdiction, about };
}

function side(claim: Finding): ClaimSide {
  const { file, line, start, end, exact } = claim.source;
  const says = claim.type === 'fact' ? claim.printed : claim.type === 'honour' ? claim.title : claim.name;
  return { id: claim.id, file, line, start, end, exact, says };
}

function lostCitations(old: readonly Finding[], after: Comparison): LostCitation[] {
  const texts = new Map(after.sources.map(({ file, text }) => [file, text]));
  const all = after.sources.map(({ text }) => squeezed(text));
  return old.flatMap(({ id, jurisdiction, source }): LostCitation[] => {
    const { file, line, exact } = source;
    if (stands(source, texts.get(file)) || all.some((text) => text.includes(squeezed(exact)))) return [];
    return [{ finding: id, jurisdiction, file, line, exact, lost: texts.has(file) ? 'wording' : 'file' }];
  });
}

function stands({ start, end, exact }: SourcePlace, text: string | undefined): boolean {
  return text?.slice(start, end) === exact;
}

/** Line breaks move when a page is set anew; words do not. */
function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}
