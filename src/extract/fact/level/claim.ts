import type { FactKind } from '../../../model/finding.js';
import { type Claim, claimOf, type Setting } from '../claim.js';
import { levelLabel, tidy, wantsDomain } from '../label.js';
import type { Phrase } from '../phrase.js';
import type { FigureText } from './figure-text.js';
import { ownerOf } from './owner.js';
import { unsaidUnit } from './units.js';

/** What a rule found out about a figure. */
export interface Found extends Phrase {
  /** By itself verb, noun and unit joined. */
  readonly label?: string;
  /** By itself what the unit says. */
  readonly kind?: FactKind;
  /** True when the words that name the thing stand in an earlier clause; by itself false. */
  readonly leansBack?: boolean;
}

/** The claim of a plain number, its label with field of work and owner where it says little without them; null for an empty label. */
export function levelClaimOf(text: FigureText, found: Found): Claim | null {
  const named = fullName(text, found, tidy(found.label ?? levelLabel(found, text.unit)));
  if (named === null) return null;
  const { quantity } = text.figure;
  const joint = /[、和及与]/.test(found.verb) ? ['joint-verbs'] : [];
  return claimOf(text, {
    label: named.label,
    kind: found.kind ?? text.kind,
    unit: quantity.unit !== '' ? quantity.unit : unsaidUnit(named.label.replace(/数$/, ''), text.figure.after),
    rule: 'fact/level',
    noun: found.noun,
    verb: found.verb,
    leansBack: named.leansBack,
    flags: [...quantity.flags, ...joint],
  });
}

function fullName(
  setting: Setting,
  found: Found,
  label: string,
): { readonly label: string; readonly leansBack: boolean } | null {
  if (label === '' || /^(?:数|人数|次数|金额|额)$/.test(label)) return null;
  const { memory, figure } = setting;
  let name = label;
  let leansBack = found.leansBack ?? false;
  // 新增…事项5项,总数达到37项
  if (/^(?:总数|总量|总额|合计)$/.test(name) && memory.noun !== '') {
    name = `${memory.noun.replace(/数$/, '')}${name}`;
    leansBack = true;
  }
  if (memory.domain && wantsDomain(name)) {
    name = `${memory.domain}${name}`;
    leansBack = true;
  } else {
    const owner = ownerOf(setting, found, name);
    name = `${owner}${name}`;
    leansBack ||= !figure.before.includes(owner);
  }
  // 走访企业320家，收集意见建议86条: theirs
  const wish = /(?:意见|建议|诉求|困难|难题|问题)/.exec(name);
  if (wish && !/企|群众|商户|居民/.test(name) && memory.claims.some((claim) => /企业/.test(claim.label))) {
    name = `${name.slice(0, wish.index)}企业${name.slice(wish.index)}`;
    leansBack = true;
  }
  return { label: name, leansBack };
}
