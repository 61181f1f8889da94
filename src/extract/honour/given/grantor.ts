import type { Reading } from '../recipients.js';

/** 县人民政府作出决定, 经市政府研究: who gave it, in the clauses before. */
export function grantorBefore(at: number, reading: Reading): string | null {
  const { passage, sentence, words } = reading;
  for (const clause of sentence.clauses.filter((c) => c.start < at).reverse()) {
    const text = passage.text.slice(clause.start, clause.end);
    const named =
      /([\u4e00-\u9fff、]{2,24}?)(?:常务会议|党委会?|专题会议)?(?:研究|决定|作出|联合|发布|下发|印发|批准)/u.exec(
        text,
      )?.[1];
    if (named !== undefined && words.levelIn(named) !== null) return named.replace(/^(?:经过?|近日|日前)/u, '');
  }
  return null;
}
