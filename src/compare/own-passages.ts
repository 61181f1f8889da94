import type { Passage, ReportText } from '../model/report-text.js';

/**
 * A jurisdiction's passages, each wording once: what stands again to the letter (blanks and marks aside) says nothing more,
 * also where no repair rule marked it. The findings of later copies go to the first.
 */
export function ownPassages(texts: readonly ReportText[], jurisdiction: string): Passage[] {
  const seen = new Map<string, { passage: Passage; findings: Set<string> }>();
  for (const text of texts) {
    if (text.jurisdiction !== jurisdiction) continue;
    for (const passage of text.passages) {
      const wording = passage.text.replace(/[\s\p{P}]+/gu, '');
      if (wording === '') continue;
      const known = seen.get(wording);
      if (known === undefined) seen.set(wording, { passage, findings: new Set(passage.findings) });
      else for (const id of passage.findings) known.findings.add(id);
    }
  }
  return [...seen.values()].map(({ passage, findings }) => ({ ...passage, findings: [...findings] }));
}
