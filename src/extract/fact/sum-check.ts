import type { Note } from '../../model/note.js';
import type { Claim } from './claim.js';

const FAMILY: Readonly<Record<string, string>> = { 名: '人', 位: '人', 件: '起', 宗: '起', 例: '起' };
const family = (unit: string): string => FAMILY[unit] ?? unit;

/** True when one figure can be a part of the other: both counts in units of one family. */
export function canBePart(part: Claim, whole: Claim): boolean {
  return (
    part.kind === whole.kind &&
    (part.kind === 'count' || part.kind === 'amount') &&
    family(part.unit) === family(whole.unit) &&
    part.value <= whole.value
  );
}

/**
 * Adds up the parts of each whole (其中…14个、…36个、…25个): agreement is worth knowing, an excess needs a person's eyes. Parts that add
 * up to less are no fault: 其中 need not name them all.
 */
export function checkSums(claims: readonly Claim[], file: string): Note[] {
  const notes: Note[] = [];
  const parts = new Map<number, Claim[]>();
  for (const claim of claims)
    if (claim.partOf !== undefined) {
      const known = parts.get(claim.partOf);
      if (known) known.push(claim);
      else parts.set(claim.partOf, [claim]);
    }
  for (const [index, list] of parts) {
    const whole = claims[index];
    if (!whole || list.length < 2) continue;
    const sum = list.reduce((total, part) => total + part.value, 0);
    if (sum > whole.value && whole.approx === 'exact')
      notes.push({
        code: 'fact/parts-exceed',
        severity: 'warning',
        message: `found parts that add up to ${sum}, expected at most ${whole.value}: ${whole.label} ${whole.printed}`,
        place: { file },
        hint: 'parts may overlap; check the passage',
        zh: {
          message: `发现各部分合计 ${sum}，应为不超过 ${whole.value}：${whole.label} ${whole.printed}`,
          hint: '请核对原文；各部分可能有重叠',
        },
      });
    else if (sum === whole.value)
      notes.push({
        code: 'fact/parts-agree',
        severity: 'info',
        message: `parts of ${whole.label} ${whole.printed} add up to the whole`,
        place: { file },
        zh: { message: `发现${whole.label} ${whole.printed} 的各部分合计等于总数` },
      });
  }
  return notes;
}
