import { groupBy } from '../model/group-by.js';
import type { Passage, ReportText } from '../model/report-text.js';
import { onceForAll } from '../text/once-for.js';

/**
 * Every jurisdiction's passages, each wording once: what stands again to the letter (blanks and marks aside) says nothing more,
 * also where no repair rule marked it. The findings of later copies go to the first.
 */
export function ownPassages(texts: readonly ReportText[]): ReadonlyMap<string, readonly Passage[]> {
  return new Map([...groupBy(texts, ({ jurisdiction }) => jurisdiction)].map(([id, own]) => [id, ofPlace(own)]));
}

/** Of the texts of one jurisdiction; put together once as long as they are the same. */
const ofPlace = onceForAll((texts: readonly ReportText[]): readonly Passage[] => {
  const seen = new Map<string, { passage: Passage; findings: Set<string> }>();
  for (const passage of texts.flatMap(({ passages }) => passages)) {
    const wording = passage.text.replace(/[\s\p{P}]+/gu, '');
    if (wording === '') continue;
    const known = seen.get(wording);
    if (known === undefined) seen.set(wording, { passage, findings: new Set(passage.findings) });
    else for (const id of passage.findings) known.findings.add(id);
  }
  return [...seen.values()].map(({ passage, findings }) => ({ ...passage, findings: [...findings] }));
});
