import type { FactKind, ThemeId } from '../../model/finding.js';
import type { IndicatorEntry, Lexicon } from '../../model/lexicon.js';
import { onceFor } from '../../text/once-for.js';
import { folded } from '../theme/folded.js';
import { themesOf } from '../theme/index.js';
import { anyOf, patternOf } from '../theme/patterns.js';
import { entriesFor } from './fitting-units.js';

/** A claim as the indicator matcher sees it. */
export interface IndicatorClaim {
  /** What is measured, with its verb, in the text's own terms, e.g. 矛盾纠纷化解数. */
  readonly label: string;
  /** The clause that states it. */
  readonly clause: string;
  readonly section: string | null;
  readonly unit: string;
  readonly kind: FactKind;
  /** Given these, an elided subject is found: “电诈发案下降,破案数上升17.4%”. */
  readonly sentence?: string;
  readonly paragraph?: string;
  /** The claim's themes, where they are known already. */
  readonly themes?: readonly ThemeId[];
}

type Lists = Pick<Lexicon, 'indicators' | 'themes' | 'units'>;

/**
 * The indicator a claim measures, or null. Conservative: null where two entries fit equally well, where the unit does not fit
 * the kind of measure, or where a word rules the entry out. Stages are words of the label, so 立案, 发案, 警情, 破案 … are never
 * mistaken for one another. Only where the label fits nothing and the clause holds one figure is the clause read instead.
 */
export function matchIndicator(claim: IndicatorClaim, lexicon: Lists): IndicatorEntry | null {
  const clause = folded(claim.clause);
  const themes = new Set(
    claim.themes ??
      themesOf(
        {
          ...claim,
          sentence: claim.sentence ?? claim.clause,
          paragraph: claim.paragraph ?? claim.sentence ?? claim.clause,
          indicator: null,
        },
        lexicon,
      ),
  );
  const label = folded(claim.label);
  const found = best(label, clause, themes, claim, lexicon);
  if (found !== undefined || !standsAlone(clause)) return found ?? null;
  // The label keeps its veto: `not` is asked of both.
  return best(`${label}\n${clause}`, clause, themes, claim, lexicon) ?? null;
}

/** The most specific entry that fits; null where two fit equally well, undefined where none fits. */
function best(
  label: string,
  clause: string,
  themes: ReadonlySet<ThemeId>,
  claim: IndicatorClaim,
  lexicon: Lists,
): IndicatorEntry | null | undefined {
  let winner: IndicatorEntry | null | undefined;
  let top = 0;
  const about = `${label}\n${clause}`;
  for (const { entry, inLabel } of likely(entriesFor(claim.unit, claim.kind, lexicon), label)) {
    const score = fitOf(entry, inLabel ?? charactersIn(entry, label, themes), about, themes);
    if (score === 0) continue;
    if (score > top) {
      winner = entry;
      top = score;
    } else if (score === top) {
      winner = null;
    }
  }
  return winner;
}

/** How labels of durations and of rates end, with what their status adds. */
const DURATION = /(?:时限|时间|时长|用时|周期)(?:[目标]{2}|\(计划\)|能力)?$/;
const RATE = /(?:率|占比|比例|比重)(?:[目标]{2}|\(计划\)|能力)?$/;

/** Whether an entry may be what a label measures, by the label's own end and words: 身份证办理时限 is no 身份证办理量. */
function measuredBy(label: string): (entry: IndicatorEntry) => boolean {
  const isDuration = DURATION.test(label);
  const isRate = RATE.test(label);
  const isOfOne = PER_ONE.test(label.split('\n', 1)[0] ?? '');
  return (entry) => {
    if (isOfOne && !isPerOne(entry)) return false;
    const { measure, zh } = entry;
    if (isDuration) return measure === 'T' || /时|提速/.test(zh);
    return !isRate || measure === 'R' || measure === 'P' || measure === 'K' || measure === 'Z' || /率/.test(zh);
  };
}

/**
 * What comes to one person, case, station or month: another thing than the whole. e.g. 社区民警|人均|服务群众数, |每万人口|拥有警力,
 * |案均|损失, 重点企业|每季度|走访次数
 */
const PER_ONE = /[人户案件笔所村]均|单笔|每(?:[十百千万]*(?:人|名|户|辆|个|所)|季度|个?月|周)/u;

/** Whether an entry is of such figures itself. */
const isPerOne = onceFor(({ zh, all }: IndicatorEntry): boolean => /均|每/u.test([zh, ...all.flat()].join(' ')));

/** An entry that a label may measure, and how many characters of the label say so; null where that depends on the claim's themes. */
interface Likely {
  readonly entry: IndicatorEntry;
  readonly inLabel: number | null;
}

/** Labels come back from report to report; more than this are not kept. */
const MOST = 5000;
const byLabel = onceFor((_entries: readonly IndicatorEntry[]) => new Map<string, readonly Likely[]>());

/** The entries whose words are found in the label, so that only theme and clause are left to ask. */
function likely(entries: readonly IndicatorEntry[], label: string): readonly Likely[] {
  const known = byLabel(entries).get(label);
  if (known) return known;
  const found: Likely[] = [];
  const isMeasured = measuredBy(label);
  for (const entry of entries) {
    if (!isMeasured(entry) || entry.all.some((group) => splitOf(group).any?.test(label) === false)) continue;
    const inLabel = asksTheme(entry) ? null : charactersIn(entry, label, NO_THEMES);
    if (inLabel !== NONE) found.push({ entry, inLabel });
  }
  if (byLabel(entries).size >= MOST) byLabel(entries).clear();
  byLabel(entries).set(label, found);
  return found;
}

const NO_THEMES: ReadonlySet<ThemeId> = new Set();
const asksTheme = onceFor(({ all, not }: IndicatorEntry): boolean =>
  [...all, not].some((group) => splitOf(group).themed),
);

/** No characters at all: a word of the entry is missing in the label, or one that rules it out is there. */
const NONE = -1;

/** How many characters of the label the entry's groups match; NONE when it does not fit. */
function charactersIn({ all, not }: IndicatorEntry, label: string, themes: ReadonlySet<ThemeId>): number {
  let characters = 0;
  for (const group of all) {
    const longest = longestOf(group, label, themes);
    if (!(longest > 0)) return NONE;
    characters += longest;
  }
  return longestOf(not, label, themes) > 0 ? NONE : characters;
}

/** How much of the entry's say is found: its groups first, then the characters they match; 0 when it does not fit. */
function fitOf(entry: IndicatorEntry, inLabel: number, text: string, themes: ReadonlySet<ThemeId>): number {
  if (inLabel === NONE) return 0;
  const about = entry.about ?? [];
  let characters = inLabel;
  for (const group of about) {
    const longest = longestOf(group, text, themes);
    if (!(longest > 0)) return 0;
    characters += longest;
  }
  return 100 * (entry.all.length + about.length) + characters;
}

/** The longest of the group's first matches; 0 when none is found, which is the rule and told in one pass. */
function longestOf(group: readonly string[], text: string, themes: ReadonlySet<ThemeId>): number {
  const { themed, any } = splitOf(group);
  if (!themed && any?.test(text) === false) return 0;
  let longest = 0;
  for (const pattern of group) longest = Math.max(longest, found(pattern, text, themes));
  return longest;
}

/** Whether a group asks for a theme, and if not its patterns as one. */
const splitOf = onceFor((group: readonly string[]): { readonly themed: boolean; readonly any: RegExp | null } => {
  const themed = group.some((pattern) => pattern.startsWith('@'));
  return { themed, any: themed ? null : anyOf(group) };
});

/** Length of the match, at least 1; 0 for none. `@theme` asks for the claim's theme instead of a word. */
function found(pattern: string, text: string, themes: ReadonlySet<ThemeId>): number {
  if (pattern.startsWith('@')) return themes.has(pattern.slice(1)) ? 1 : 0;
  const match = patternOf(pattern).exec(text);
  return match === null ? 0 : Math.max(1, match[0].length);
}

/** One figure only, so that the clause speaks of nothing else. e.g. 110, 96110 inside a name count too: better null than wrong */
function standsAlone(clause: string): boolean {
  return (clause.match(/[0-9]+(?:\.[0-9]+)?/g) ?? []).length <= 1 && !/[、]|分别/u.test(clause);
}
