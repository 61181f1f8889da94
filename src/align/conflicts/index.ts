import type { Conflict } from '../../model/comparison.js';
import type { Fact } from '../../model/finding.js';
import { groupBy } from '../../model/group-by.js';
import type { Note, Noted } from '../../model/note.js';
import { onceFor, onceForAll } from '../../text/once-for.js';
import type { AlignContext } from '../context.js';
import type { ConflictFinder } from './conflict.js';
import { fromToFinder } from './from-to.js';
import { partsFinder } from './parts.js';
import { placeFinder } from './place.js';
import { planExceededFinder } from './plan-exceeded.js';
import { printDateFinder } from './print-date.js';
import { readingsFinder } from './readings.js';
import { twoValuesFinder } from './two-values.js';

const FINDERS: readonly ConflictFinder[] = [
  twoValuesFinder,
  partsFinder,
  planExceededFinder,
  fromToFinder,
  placeFinder,
  printDateFinder,
  readingsFinder,
];

/** All contradictions, report by report in the order of the facts. A finder that fails becomes a note. */
export function findConflicts(facts: readonly Fact[], context: AlignContext): Noted<readonly Conflict[]> {
  const found = [...groupBy(facts, (fact) => fact.report).values()].map((own) => conflictsIn(context)(own));
  return { value: found.flatMap(({ value }) => value), notes: found.flatMap(({ notes }) => notes) };
}

/** The contradictions of one report, looked for once as long as its facts and the context are the same. */
const conflictsIn = onceFor((context: AlignContext) =>
  onceForAll((facts: readonly Fact[]): Noted<readonly Conflict[]> => findIn(facts, context)),
);

function findIn(facts: readonly Fact[], context: AlignContext): Noted<readonly Conflict[]> {
  const value: Conflict[] = [];
  const notes: Note[] = [];
  const report = facts[0]?.report ?? '';
  for (const { kind, find } of FINDERS) {
    try {
      value.push(...find(facts, context));
    } catch (error) {
      notes.push({
        code: 'align/conflict-failed',
        severity: 'warning',
        message: `found a failure while looking for “${kind}” conflicts in ${report} (${(error as Error).message}), expected a list: conflicts of this kind are missing`,
        hint: 'please report this with the corpus',
        zh: {
          message: `发现在 ${report} 中查找“${kind}”类矛盾时失败（${(error as Error).message}），应为一份清单：缺少此类矛盾`,
          hint: '请连同语料报告此问题',
        },
      });
    }
  }
  return { value, notes };
}
