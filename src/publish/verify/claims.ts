import type { Comparison } from '../../model/comparison.js';
import type { Fact, Finding } from '../../model/finding.js';

/** Where an output says something else than the result: one sentence, in both languages. */
export interface Difference {
  readonly en: string;
  readonly zh: string;
}

/** What checking one output came to; no `differences` means the output says what the result says. */
export interface Checked {
  /** Figures, names and quotes compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
}

/** The findings by evidence number, as the outputs cite them. */
export function findingsByNumber(comparison: Comparison): ReadonlyMap<number, Finding> {
  const byId = new Map<string, Finding>(
    [...comparison.facts, ...comparison.honour_records, ...comparison.initiatives].map((f) => [f.id, f]),
  );
  return new Map(
    comparison.evidence.flatMap(({ number, finding }) => {
      const found = byId.get(finding);
      return found ? [[number, found] as const] : [];
    }),
  );
}

/** Folds what typesetting may change: white space, width, quotation marks, the apostrophe that keeps a cell from being a formula. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g, '')
    .replace(/[“”„‟"]/g, '"')
    .replace(/[‘’‚‛']/g, "'");
}

/** Numbers as they stand in a text: 1800, 43.12, 12,345 → 12345. */
export function numbersIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(/\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g)].map(([number]) =>
    number.replaceAll(',', ''),
  );
}

// The figure stands in the last clause before its marker, outside brackets.
const CLAUSE_END = /[，；。：:;\n]/;
// A figure and its unit stand right before their marker.
const REACH = 14;
// Where a quote stands and what time a sentence is about are no figures: 第33行, 同为2024年, 2023年1至6月
const NO_FIGURE = /第\s*\d+\s*行|(?:19|20)\d\d年(?:\d{1,2}(?:月|至\d{1,2}月))?/g;

/**
 * Follows every evidence marker `[n]` of an output back to its claim: the number right before it must be the claim's own. And every
 * claim of the evidence index must be there with its quote. `text` has a line break wherever a cell or a paragraph ends.
 */
export function checkText(text: string, comparison: Comparison): Checked {
  const findings = findingsByNumber(comparison);
  const differences: Difference[] = [];
  let compared = 0;
  let from = 0;
  const markers = [...text.matchAll(/\[(\d{1,5})\]/g)];
  for (const marker of markers) {
    const number = Number(marker[1]);
    const finding = findings.get(number);
    const run = text.slice(Math.max(from, marker.index - 120), marker.index);
    from = marker.index + marker[0].length;
    if (!finding) {
      differences.push({
        en: `[${number}] is cited, and the result has no evidence of that number`,
        zh: `引用了 [${number}]，而结果中没有此编号的出处`,
      });
      continue;
    }
    // Names and titles are compared below and by the elements that show them; a rank in words (第二) has no figure to compare.
    if (finding.type !== 'fact' || numbersIn(finding.printed).length === 0) continue;
    if (folded(run).includes(folded(finding.source.exact))) {
      compared++;
      continue;
    }
    const clause = outsideBrackets(run).replace(NO_FIGURE, '').split(CLAUSE_END).at(-1) ?? '';
    const shown = numbersIn(clause.trimEnd().slice(-REACH)).at(-1);
    // A marker behind words (“十二行[3][5]”) supports a sentence without repeating its figure.
    if (shown === undefined) continue;
    compared++;
    if (!ownNumbers(finding).has(shown)) {
      const said = clause.trim().slice(-30);
      const source = finding.source.exact.replace(/\s+/g, '').slice(0, 60);
      differences.push({
        en: `[${number}] stands behind ${shown} (“${said}”), and its source says “${source}”`,
        zh: `[${number}] 标在 ${shown} 之后（“${said}”），而原文为“${source}”`,
      });
    }
  }
  const whole = folded(text);
  for (const [number, finding] of findings) {
    compared++;
    const claim = finding.type === 'fact' ? finding.printed : finding.type === 'honour' ? finding.title : finding.name;
    if (!whole.includes(folded(claim)) && !whole.includes(folded(finding.source.exact))) {
      differences.push({
        en: `[${number}] “${claim}” of ${finding.jurisdiction} stands in the result and not in this output`,
        zh: `[${number}] ${finding.jurisdiction} 的“${claim}”在结果中有，在此输出中没有`,
      });
    }
  }
  return { compared, differences };
}

function outsideBrackets(text: string): string {
  return text.replace(/（[^（）]*）|\([^()]*\)/g, '');
}

/** Every number that may stand for a claim: as printed, as normalised, in its own words. */
function ownNumbers(fact: Fact): ReadonlySet<string> {
  const own = new Set(numbersIn(`${fact.source.exact} ${fact.printed} ${fact.indicator.label}`));
  own.add(String(fact.value));
  if (fact.value_to !== null) own.add(String(fact.value_to));
  return own;
}
