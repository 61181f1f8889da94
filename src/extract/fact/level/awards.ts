import type { Claim, Memory } from '../claim.js';
import type { FigureText } from './figure-text.js';

const GRADE = /(?:国家|省部|部|省|厅|市|县处|县|区)级(?:及?以上)?/;
const ONLY_GRADE = new RegExp(`^(?:${GRADE.source})?$`);

/**
 * The name of a part of a total of awards, by its grade and by who holds it: 国家级 → 国家级表彰奖励数; a part without a grade has that of the
 * whole, or of the list member before it. Null for what is no such part.
 */
export function awardByGrade(text: FigureText, grade: string, holder: string): string | null {
  const { memory, figure } = text;
  if (!ONLY_GRADE.test(grade) || !(text.isPart || figure.listed)) return null;
  const award = awardCounted(memory);
  if (award === '') return null;
  const before = figure.listed ? memory.claims.at(-1) : memory.award;
  return `${grade || (GRADE.exec(before?.label ?? '')?.[0] ?? '')}${award}${holder}数`;
}

/** 受到各级表彰奖励80余次, 集体荣誉12项: a total that figures after it may be parts of. */
export const countsAwards = ({ label }: Claim): boolean => /荣誉|表彰|奖励|表扬|奖项/.test(label);

/** What kind of award the sentence counts: 受到各级表彰奖励 → 表彰奖励; empty for none. */
function awardCounted(memory: Memory): string {
  return /表彰奖励|表彰表扬|荣誉|表彰|奖励|表扬|奖项/.exec(memory.award?.label ?? '')?.[0] ?? '';
}
