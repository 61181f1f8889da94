import type { EmphasisCell, ShareEstimate } from '../model/comparison.js';
import type { Finding, ThemeId } from '../model/finding.js';
import type { Passage } from '../model/report-text.js';
import { holm, twoSided } from './holm.js';
import type { CompareInput } from './input.js';
import { ownPassages } from './own-passages.js';
import { speaker } from './theme-passages.js';
import { effectiveSize, wilson } from './wilson.js';

type Needs = Pick<CompareInput, 'jurisdictions' | 'lexicon' | 'themes' | 'facts' | 'honours' | 'initiatives' | 'texts'>;

/** Chance of even one false departure in the whole table. */
const LEVEL = 0.05;
/** Fewer passages than this carry no departure: the normal approximation does not hold. */
const LEAST_PASSAGES = 10;

interface Space {
  /** Characters of the passages that speak of the theme, and of all passages. */
  readonly hits: number;
  readonly of: number;
  /** Effective number of passages. */
  readonly size: number;
}

/**
 * What each report gives its space to, a cell for each jurisdiction and theme: share of text, of claims and of honours.
 * Text is compared with the pooled share of all other reports. A departure is said only where Wilson's interval leaves that
 * share out and a two-sample score test, adjusted after Holm over all cells, does so too.
 */
export function toShares({
  jurisdictions,
  lexicon,
  themes,
  facts,
  honours,
  initiatives,
  texts,
}: Needs): EmphasisCell[] {
  const findings: readonly Finding[] = [...facts, ...honours, ...initiatives];
  const speaks = speaker(lexicon.themes, new Map(findings.map((finding) => [finding.id, finding.themes])));
  const passages = new Map(jurisdictions.map(({ id }) => [id, ownPassages(texts, id)]));
  const drafts = jurisdictions.flatMap(({ id: jurisdiction }) =>
    themes.map(({ id: theme }) => {
      const own = spaceOf(passages.get(jurisdiction) ?? [], (passage) => speaks(passage, theme));
      const rest = jurisdictions
        .filter((other) => other.id !== jurisdiction)
        .flatMap((other) => passages.get(other.id) ?? []);
      const others = spaceOf(rest, (passage) => speaks(passage, theme));
      const share = own.of === 0 ? 0 : own.hits / own.of;
      const text: ShareEstimate = { share, ...wilson(share, own.size), hits: own.hits, of: own.of };
      // With no other report there is nothing to depart from: the null is the report itself.
      const expected = others.of === 0 ? share : others.hits / others.of;
      return {
        cell: {
          jurisdiction,
          theme,
          text,
          claims: counted(findings, jurisdiction, theme),
          honours: counted(honours, jurisdiction, theme),
          expected,
        },
        z: zOf(own, others),
      };
    }),
  );
  const adjusted = holm(drafts.map(({ z }) => twoSided(z)));
  return drafts.map(({ cell, z }, i) => {
    const outside = cell.expected < cell.text.low || cell.expected > cell.text.high;
    const sure = outside && (adjusted[i] ?? 1) <= LEVEL;
    return { ...cell, departure: sure ? (z > 0 ? 'more' : 'less') : 'none' };
  });
}

function spaceOf(passages: readonly Passage[], speaks: (passage: Passage) => boolean): Space {
  let hits = 0;
  let of = 0;
  const lengths: number[] = [];
  for (const passage of passages) {
    const length = passage.text.replace(/\s+/gu, '').length;
    lengths.push(length);
    of += length;
    if (speaks(passage)) hits += length;
  }
  return { hits, of, size: effectiveSize(lengths) };
}

/** z of the two-sample score test with pooled variance on effective numbers of passages; 0 where too little is there. */
function zOf(own: Space, others: Space): number {
  if (own.size < LEAST_PASSAGES || others.size < LEAST_PASSAGES) return 0;
  const a = own.hits / own.of;
  const b = others.hits / others.of;
  const pooled = (a * own.size + b * others.size) / (own.size + others.size);
  const variance = pooled * (1 - pooled) * (1 / own.size + 1 / others.size);
  return variance === 0 ? 0 : (a - b) / Math.sqrt(variance);
}

function counted(findings: readonly Finding[], jurisdiction: string, theme: ThemeId): ShareEstimate {
  const own = findings.filter((finding) => finding.jurisdiction === jurisdiction);
  const hits = own.filter((finding) => finding.themes.includes(theme)).length;
  const share = own.length === 0 ? 0 : hits / own.length;
  return { share, ...wilson(share, own.length), hits, of: own.length };
}
