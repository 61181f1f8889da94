import type { Repeat } from '../../model/repaired-doc.js';
import type { Span } from '../../model/span.js';
import { indexSpans } from '../../text/overlapping.js';
import type { PlacedClaim } from './paragraph/index.js';
import type { StageOf } from './stage.js';

/** A claim with the other places it stands at. */
export interface MergedClaim {
  readonly claim: PlacedClaim;
  readonly mentions: readonly Span[];
}

const grams = (text: string): string[] => {
  const letters = [...text.replace(/[“”‘’"《》（）()、，,的数了]/g, '')];
  return letters.length < 2 ? letters : letters.slice(1).map((c, i) => `${letters[i]}${c}`);
};

/** Share of letter pairs that two names have in common, 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = grams(a);
  const right = grams(b);
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  const pool = new Map<string, number>();
  for (const gram of right) pool.set(gram, (pool.get(gram) ?? 0) + 1);
  let hits = 0;
  for (const gram of left) {
    const rest = pool.get(gram) ?? 0;
    if (rest > 0) {
      hits++;
      pool.set(gram, rest - 1);
    }
  }
  return (2 * hits) / (left.length + right.length);
}

const PERSON = new Set(['人', '名', '位']);
const CASE = new Set(['起', '件', '宗', '例']);
const unitKey = (unit: string): string => (PERSON.has(unit) ? '人' : CASE.has(unit) ? '件' : unit);

/** Round figures say little: 3个 and 3个 may be two things, 1057万 and 1057万 hardly. */
const telling = (claim: PlacedClaim): boolean =>
  String(claim.value).replace(/0+$|\./g, '').length >= 2 && claim.value >= 10;

/** True when two claims of one report say the same thing. 190余 and 193 are two figures. */
export function sameClaim(a: PlacedClaim, b: PlacedClaim, stageOf: StageOf): boolean {
  if (a.value !== b.value || a.valueTo !== b.valueTo || a.approx !== b.approx || a.direction !== b.direction)
    return false;
  if (a.kind !== b.kind || unitKey(a.unit) !== unitKey(b.unit) || a.status !== b.status) return false;
  if (a.period.label !== b.period.label && a.period.from !== b.period.from) {
    const overlap =
      (a.period.from ?? '0000') <= (b.period.to ?? '9999') && (b.period.from ?? '0000') <= (a.period.to ?? '9999');
    if (!overlap) return false;
  }
  // two cases may have the same figure
  if (a.status === 'anecdote' && a.scope !== b.scope) return false;
  // in one sentence the same figure is hardly said twice
  if (a.sentenceText === b.sentenceText && a.span.start === b.span.start) return false;
  // 发12起破12起: two stages of one thing
  const stages = [stageOf(a.label), stageOf(b.label)];
  if (stages[0] && stages[1] && stages[0] !== stages[1]) return false;
  const like = likeness(a.label, b.label);
  if (like >= 0.75) return true;
  return telling(a) && like >= (String(a.value).replace(/0+$|\./g, '').length >= 3 ? 0.3 : 0.45);
}

/**
 * One record a claim: passages the repair stage found to stand twice give mentions, and so do claims that say the same in other
 * words elsewhere. The first place is the record's own.
 */
export function mergeClaims(
  claims: readonly PlacedClaim[],
  repeats: readonly Repeat[],
  stageOf: StageOf,
): { readonly merged: MergedClaim[]; readonly indexOf: readonly number[] } {
  const merged: { claim: PlacedClaim; mentions: Span[] }[] = [];
  const byValue = new Map<number, number[]>();
  const groupOf: number[] = [];
  const repeatedSpans = indexSpans(repeats, (repeat) => repeat.repairedSpan);
  // Headings restate the text, so they are asked last: 为群众保住6800万 above, 避免损失6800余万元 below.
  const order = claims
    .map((_, i) => i)
    .sort((a, b) => Number(claims[a]?.inHeading ?? false) - Number(claims[b]?.inHeading ?? false) || a - b);
  for (const index of order) {
    const claim = claims[index];
    if (!claim) continue;
    const repeated = repeatedSpans.isCovered(claim.key);
    const bucket = byValue.get(claim.value) ?? [];
    // Only the nearest few of the same value are asked, so that a text of nothing but ones is read in time.
    const twin = bucket.slice(-200).find((at) => {
      const known = merged[at]?.claim;
      if (!known) return false;
      return (
        sameClaim(known, claim, stageOf) ||
        (repeated && sameInRepeat(known, claim)) ||
        (claim.inHeading && restates(claim, known))
      );
    });
    const known = twin === undefined ? undefined : merged[twin];
    if (known && twin !== undefined) {
      if (known.claim.span.start !== claim.span.start) known.mentions.push(claim.span);
      groupOf[index] = twin;
      continue;
    }
    groupOf[index] = merged.length;
    byValue.set(claim.value, [...bucket, merged.length].slice(-200));
    merged.push({ claim, mentions: [] });
  }
  const inOrder = merged
    .map((_, i) => i)
    .sort((a, b) => (merged[a]?.claim.key.start ?? 0) - (merged[b]?.claim.key.start ?? 0) || a - b);
  const newPlace = new Map(inOrder.map((old, place) => [old, place]));
  return {
    merged: inOrder.flatMap((old) => merged[old] ?? []),
    indexOf: groupOf.map((group) => newPlace.get(group) ?? group),
  };
}

/** A heading has the figure of the text, often without its 余 and its unit. */
function restates(heading: PlacedClaim, claim: PlacedClaim): boolean {
  return (
    telling(heading) &&
    heading.direction === claim.direction &&
    (unitKey(heading.unit) === unitKey(claim.unit) || !heading.printed.endsWith(heading.unit))
  );
}

function sameInRepeat(known: PlacedClaim, claim: PlacedClaim): boolean {
  return known.direction === claim.direction && known.unit === claim.unit && likeness(known.label, claim.label) > 0.5;
}
