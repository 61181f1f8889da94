import type { EmphasisCell, ShareEstimate } from '../model/comparison.js';
import type { Finding, ThemeId } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { ThemeEntry } from '../model/lexicon.js';
import type { Passage } from '../model/report-text.js';
import { onceFor, onceForAll } from '../text/once-for.js';
import { holm, twoSided } from './holm.js';
import type { CompareInput } from './input.js';
import { ownPassages } from './own-passages.js';
import { speaker } from './theme-passages.js';
import { wilson } from './wilson.js';

type Needs = Pick<CompareInput, 'jurisdictions' | 'lexicon' | 'themes' | 'facts' | 'honours' | 'initiatives' | 'texts'>;

/** Chance of even one false departure in the whole table. */
const LEVEL = 0.05;
/** Fewer passages than this carry no departure: the normal approximation does not hold. */
const LEAST_PASSAGES = 10;

interface Space {
  /** Characters of the passages that speak of the theme, and of all passages. */
  readonly hits: number;
  readonly of: number;
  /** Sum of the squared lengths of all passages. */
  readonly squares: number;
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
  const placeOf = ({ jurisdiction }: Finding): string => jurisdiction;
  const [claimed, honoured] = [groupBy(findings, placeOf), groupBy<Finding>(honours, placeOf)];
  const passages = ownPassages(texts);
  const given = jurisdictions.map(({ id }) =>
    spacesWith(lexicon.themes)(passages.get(id) ?? NO_PASSAGES)(claimed.get(id) ?? []),
  );
  const spaces = themes.map(({ id }) => given.map((space) => space.get(id) ?? NOTHING));
  const wholes = spaces.map(pooled);
  const drafts = jurisdictions.flatMap(({ id: jurisdiction }, at) =>
    themes.map(({ id: theme }, t) => {
      const own = spaces[t]?.[at] ?? NOTHING;
      const others = without(wholes[t] ?? NOTHING, own);
      const share = own.of === 0 ? 0 : own.hits / own.of;
      const text: ShareEstimate = { share, ...wilson(share, sizeOf(own)), hits: own.hits, of: own.of };
      // With no other report there is nothing to depart from: the null is the report itself.
      const expected = others.of === 0 ? share : others.hits / others.of;
      return {
        cell: {
          jurisdiction,
          theme,
          text,
          claims: counted(claimed.get(jurisdiction) ?? [], theme),
          honours: counted(honoured.get(jurisdiction) ?? [], theme),
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

const NOTHING: Space = { hits: 0, of: 0, squares: 0 };
const NO_PASSAGES: readonly Passage[] = [];

/** The space one place gives to each theme; measured once as long as themes, passages and the findings in them are the same. */
const spacesWith = onceFor((themes: readonly ThemeEntry[]) =>
  onceFor((passages: readonly Passage[]) =>
    onceForAll((findings: readonly Finding[]): ReadonlyMap<ThemeId, Space> => {
      const themesOf = speaker(themes, new Map(findings.map((finding) => [finding.id, finding.themes])));
      const spoken = passages.map((passage) => ({
        length: passage.text.replace(/\s+/gu, '').length,
        themes: themesOf(passage),
      }));
      return new Map(themes.map(({ id }) => [id, spaceOf(id, spoken)]));
    }),
  ),
);

function spaceOf(
  theme: ThemeId,
  passages: readonly { readonly length: number; readonly themes: ReadonlySet<ThemeId> }[],
): Space {
  return pooled(
    passages.map(({ length, themes }) => ({
      hits: themes.has(theme) ? length : 0,
      of: length,
      squares: length * length,
    })),
  );
}

function pooled(spaces: readonly Space[]): Space {
  const sum = (key: keyof Space) => spaces.reduce((total, space) => total + space[key], 0);
  return { hits: sum('hits'), of: sum('of'), squares: sum('squares') };
}

/** All but one of them; lengths are whole numbers, so that nothing is lost by taking away. */
function without(all: Space, one: Space): Space {
  return { hits: all.hits - one.hits, of: all.of - one.of, squares: all.squares - one.squares };
}

/**
 * Kish's effective sample size, (Σw)² / Σw² (Kish 1965, Survey Sampling, §11.7): how many passages of equal length are
 * worth as much as these. 0 for no passage.
 */
function sizeOf({ of, squares }: Space): number {
  return squares === 0 ? 0 : (of * of) / squares;
}

/** z of the two-sample score test with pooled variance on effective numbers of passages; 0 where too little is there. */
function zOf(own: Space, others: Space): number {
  const [m, n] = [sizeOf(own), sizeOf(others)];
  if (m < LEAST_PASSAGES || n < LEAST_PASSAGES) return 0;
  const a = own.hits / own.of;
  const b = others.hits / others.of;
  const common = (a * m + b * n) / (m + n);
  const variance = common * (1 - common) * (1 / m + 1 / n);
  return variance === 0 ? 0 : (a - b) / Math.sqrt(variance);
}

function counted(own: readonly Finding[], theme: ThemeId): ShareEstimate {
  const hits = own.filter((finding) => finding.themes.includes(theme)).length;
  const share = own.length === 0 ? 0 : hits / own.length;
  return { share, ...wilson(share, own.length), hits, of: own.length };
}
