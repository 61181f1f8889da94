import type { Reason, ReasonCode, Verdict } from '../model/comparison.js';

/** Weakest last. */
const ORDER: readonly Verdict[] = ['comparable', 'needs-normalising', 'side-by-side', 'not-comparable'];

/** True when `a` allows less than `b`. */
export function isWeaker(a: Verdict, b: Verdict): boolean {
  return ORDER.indexOf(a) > ORDER.indexOf(b);
}

/** What the reasons come to: the weakest verdict of any; `comparable` when none lowers it. */
export function weakest(reasons: readonly Reason[]): Verdict {
  let verdict: Verdict = 'comparable';
  for (const reason of reasons)
    if (reason.verdict !== null && isWeaker(reason.verdict, verdict)) verdict = reason.verdict;
  return verdict;
}

/** Decisive reasons first, then those that lower less, then cautions; within a verdict in the order of the rules. Codes once. */
export function sortedReasons(reasons: readonly Reason[]): Reason[] {
  const rank = ({ verdict }: Reason): number =>
    verdict === null ? ORDER.length : ORDER.length - 1 - ORDER.indexOf(verdict);
  return reasons
    .map((reason, i) => ({ reason, i }))
    .sort((a, b) => rank(a.reason) - rank(b.reason) || a.i - b.i)
    .map(({ reason }) => reason);
}

export function codesOf(reasons: readonly Reason[]): ReasonCode[] {
  return [...new Set(reasons.map(({ code }) => code))];
}

/** One sentence: the decisive reason, and a second one of the same weight where there is one. */
export function whyOf(reasons: readonly Reason[], verdict: Verdict): { zh: string; en: string } {
  const decisive = sortedReasons(reasons).filter((reason) => reason.verdict === verdict);
  const [first, second] = decisive;
  if (!first || verdict === 'comparable') {
    return {
      zh: '环节、单位、数字性质、基期、期间、范围和级别都一致，可以直接比较。',
      en: 'Stage, unit, kind, base, period, scope and level agree; the figures can be compared as they stand.',
    };
  }
  return {
    zh: `${first.zh}${second ? `；${second.zh}` : ''}。`,
    en: `${first.en}${second ? `. ${second.en}` : ''}.`,
  };
}
