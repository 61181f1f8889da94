import { basisFor } from '../basis.js';
import { changeBefore } from '../change.js';
import { changeLabel, changeSubject } from '../change-claim.js';
import { type Claim, claimOf, type Memory, type Setting } from '../claim.js';
import type { Clause, Figure } from '../clause.js';
import { domainOf, levelLabel, tidy, wantsDomain } from '../label.js';
import { kindOfUnit } from '../level/index.js';
import type { TimeWord } from '../period/find-times.js';
import { readPhrase } from '../phrase.js';

/** Lists read as pairs: what came of it, which figures it used, and whether it was refused. */
export interface Pairing {
  readonly claims: readonly Claim[];
  readonly used: ReadonlySet<Figure>;
  /** Set when things and figures do not come out even. */
  readonly refused?: { readonly items: number; readonly figures: number };
}

/** What the figures of a list say of their things. */
export interface Said {
  readonly direction: 'up' | 'down' | 'none';
  /** Changes by so much, or levels. */
  readonly how: 'by' | 'to';
  /** The time of each figure, where the list names as many. */
  readonly times?: readonly TimeWord[];
}

/** One claim for each figure, of the item in its place. */
export function pairUp(
  { clause, memory }: { readonly clause: Clause; readonly memory: Memory },
  items: readonly string[],
  figures: readonly Figure[],
  { direction, how, times = [] }: Said,
): Pairing {
  let way = direction;
  const claims = figures.map((figure, i): Claim => {
    const item = items[i] ?? '';
    const setting = { figure, clause, memory };
    const own = i > 0 ? changeBefore(figure.before) : null;
    // 下降9.3%、上升6.1%和8.4个百分点: the verb said last goes on
    way = own?.direction ?? way;
    const by = (own?.how ?? how) === 'by';
    const kind = by ? 'change' : kindOf(figure);
    const isOld = memory.claims.some(({ label }) => label === item);
    const isMeasure = by || kind === 'ratio' || kind === 'share';
    const time = times[i];
    // 提高6.5个、9.1个百分点: the unit stands behind the last
    const unit = figure.quantity.unit === '个' && by ? (figures.at(-1)?.quantity.unit ?? '') : '';
    return claimOf(setting, {
      ...(unit === '个百分点' ? { unit } : {}),
      label: tidy(isOld ? item : isMeasure ? measureLabel(item, setting, items) : countLabel(item, setting)),
      kind,
      direction: by ? way : 'none',
      basis: kind === 'change' || kind === 'ratio' ? basisOf(setting) : null,
      rule: 'fact/respectively',
      span: clause.span,
      noun: isMeasure && !isOld ? changeSubject(item) : item,
      verb: '',
      leansBack: isOld,
      ...(time ? { time } : {}),
    });
  });
  return { claims, used: new Set(figures) };
}

function kindOf({ quantity: { unit, form } }: Figure): Claim['kind'] {
  if (form === 'multiple') return 'ratio';
  return unit === '%' || unit === '个百分点' ? 'share' : kindOfUnit(unit);
}

const basisOf = ({ figure, clause, memory }: Setting): string | null =>
  basisFor(clause.text, figure.quantity.repairedSpan.start - clause.span.start) ?? memory.basis;

/** The name of what changes or is measured. */
function measureLabel(item: string, setting: Setting, items: readonly string[]): string {
  const { label } = changeLabel(changeSubject(item), setting);
  // 电诈警情及损失数: the field stands with the first member only
  const isLater = item !== items[0];
  const field = isLater && !setting.memory.domain && wantsDomain(label) ? domainOf(items[0] ?? '') : null;
  return `${field ?? ''}${label}`;
}

function countLabel(item: string, { figure, memory }: Setting): string {
  const label = levelLabel(readPhrase(item), figure.quantity.unit);
  return memory.domain && wantsDomain(label) ? memory.domain + label : label;
}
