import { sentences } from '../text/sentences.js';
import { cutLines } from './lines/cut.js';
import type { Candidate } from './owner/candidate.js';
import { type NameForms, nameForms, subjectAt } from './owner/names.js';
import type { Draft } from './reflow.js';
import type { RepairMeta } from './rule.js';

export const meta: RepairMeta = {
  id: 'part-owners',
  description:
    'On a page of several reports a paragraph that tells of one bureau and then of another is parted where the other one becomes the subject, so that each part can have its own owner.',
  examples: [],
};

/** Longer paragraphs are one bureau's. */
const MAX = 600;

/** Parts paragraphs whose sentences have different bureaus of the same level as their subjects. */
export function partOwners(drafts: readonly Draft[], candidates: readonly Candidate[]): Draft[] {
  if (candidates.length < 2) return [...drafts];
  const forms = nameForms(candidates.map((c) => c.jurisdiction));
  const levels = candidates.map((c) => c.jurisdiction.level);
  return drafts.flatMap((draft) => {
    if (draft.kind !== 'paragraph') return [draft];
    const text = draft.lines.map((l) => l.text).join('');
    const cuts =
      text.length > MAX ? [] : changesOfSubject(text, forms).filter(({ from, to }) => levels[from] === levels[to]);
    let rest = draft;
    const parts: Draft[] = [];
    let passed = 0;
    for (const { at } of cuts) {
      const [above, below] = cutLines(rest.lines, at - passed);
      if (above.length === 0 || below.length === 0) continue;
      parts.push({ kind: 'paragraph', lines: above });
      rest = { kind: 'paragraph', lines: below };
      passed = at;
    }
    return [...parts, rest];
  });
}

/** Where a sentence has another bureau as its subject than the one before that had any. */
function changesOfSubject(text: string, forms: readonly NameForms[]): { at: number; from: number; to: number }[] {
  const changes: { at: number; from: number; to: number }[] = [];
  let subject = -1;
  for (const { start, end } of sentences(text)) {
    const own = subjectAt(text.slice(start, end), forms);
    if (own < 0) continue;
    if (subject >= 0 && own !== subject && start > 0) changes.push({ at: start, from: subject, to: own });
    subject = own;
  }
  return changes;
}
