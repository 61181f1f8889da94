import type { Reason, ReasonCode, Row } from '../../model/comparison.js';

/** Reasons whose list of places the figures of the sentence show already, each with its own qualifier. */
const SHOWN: ReadonlySet<ReasonCode> = new Set([
  'PERIOD',
  'SCOPE',
  'CONCEPT',
  'STAGE',
  'KIND',
  'BASE',
  'LEVEL',
  'UNIT',
]);
const MOST = 2;

/** The reasons that made the verdict, at most two; the others only add to it. */
export function decisiveReasons(row: Row): readonly Reason[] {
  return row.details.filter((detail) => detail.verdict === row.verdict).slice(0, MOST);
}

/**
 * Why a row refuses, in short: the decisive reasons without the list of places, where the sentence says it figure by figure
 * (期间长短不同：十堰为2022年，湖北为近三年来 → 期间长短不同). The row's own reason where it has no details.
 */
export function shortReason(row: Row): { readonly zh: string; readonly en: string } {
  const decisive = decisiveReasons(row);
  if (decisive.length === 0) return { zh: row.why, en: row.why_en };
  return {
    zh: decisive.map((reason) => (isListed(reason) ? cut(reason.zh, '：') : reason.zh)).join('；'),
    // Measure words have no English, so the English keeps the list of units.
    en: decisive
      .map((reason) => (isListed(reason) && reason.code !== 'UNIT' ? cut(reason.en, ': ') : reason.en))
      .join('. '),
  };
}

// e.g. 期间长短不同：十堰为2022年，湖北为近三年来
function isListed({ code, zh }: Reason): boolean {
  return SHOWN.has(code) && /^[^：]{2,30}：[^：]{1,20}为/u.test(zh);
}

function cut(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}
