import type { Passage, ReportText } from '../model/report-text.js';
import { clean } from './practice-names.js';

/** Characters (letters, digits, Han) that must stand in both to the letter: about two clauses, beyond any set phrase. */
const SHINGLE = 20;

/** A text's wording about a practice: what another must share with it, any one of these, to be the same text. */
export type WordingOf = (text: string, name: string) => ReadonlySet<string>;

/**
 * Compares wordings by shingles: passages cut into all stretches of twenty characters, marks and blanks left out
 * (Broder 1997, “On the resemblance and containment of documents”). Formulas everybody writes — titles of conferences,
 * doctrines, slogans in office — and the practice's own name are no sign of copying and are cut out first.
 */
export function wordingOf(formulas: readonly string[]): WordingOf {
  const cleaned = formulas.map(clean).filter((formula) => formula.length >= 4);
  cleaned.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return (text, name) => {
    const out = new Set<string>();
    let rest = clean(text);
    for (const formula of [clean(name), ...cleaned]) if (formula !== '') rest = rest.replaceAll(formula, '\n');
    for (const piece of rest.split('\n')) {
      for (let at = 0; at + SHINGLE <= piece.length; at += 1) out.add(piece.slice(at, at + SHINGLE));
    }
    return out;
  };
}

/** The passages each finding stands in. */
export function passagesByFinding(texts: readonly ReportText[]): ReadonlyMap<string, readonly Passage[]> {
  const out = new Map<string, Passage[]>();
  for (const { passages } of texts) {
    for (const passage of passages)
      for (const id of passage.findings) {
        const known = out.get(id);
        if (known) known.push(passage);
        else out.set(id, [passage]);
      }
  }
  return out;
}
