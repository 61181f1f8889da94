import type { Passage, ReportText } from '../model/report-text.js';

/**
 * Every jurisdiction's passages, each wording once: what stands again to the letter (blanks and marks aside) says nothing more,
 * also where no repair rule marked it. The findings of later copies go to the first.
 */
export function ownPassages(texts: readonly ReportText[]): ReadonlyMap<string, readonly Passage[]> {
  const places = new Map<string, Map<string, { passage: Passage; findings: Set<string> }>>();
  for (const { jurisdiction, passages } of texts) {
    const seen = places.get(jurisdiction) ?? new Map<string, { passage: Passage; findings: Set<string> }>();
    places.set(jurisdiction, seen);
    for (const passage of passages) {
      const wording = passage.text.replace(/[\s\p{P}]+/gu, '');
      if (wording === '') continue;
      const known = seen.get(wording);
      if (known === undefined) seen.set(wording, { passage, findings: new Set(passage.findings) });
      else for (const id of passage.findings) known.findings.add(id);
    }
  }
  return new Map(
    [...places].map(([id, seen]) => [
      id,
      [...seen.values()].map(({ passage, findings }) => ({ ...passage, findings: [...findings] })),
    ]),
  );
}
