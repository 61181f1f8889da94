import type { Claim } from './claim.js';
import type { Clause } from './clause.js';
import { tidy } from './label.js';
import { withoutTimes } from './period/find-times.js';
import { stripLead } from './phrase.js';

// e.g. 命案、涉枪案件“四案”全部侦破, 现行命案全破
const ALL =
  /^(.{2,48}?(?:案件|案|积案|案[”"]))(?:实现|均|已)?(全部(?:成功)?(?:侦破|告破|破获|破案|侦结)|全(?:侦破|破)|(?:侦破|破案)率(?:达到?)?百分之百)/;

/** A clause without a figure that says every case was cleared: a share of 100. Beside a count (12起命案全破) it is no claim of its own. */
export function allCleared(clause: Clause): Claim | null {
  if (clause.figures.length > 0 || /\d/.test(withoutTimes(clause.text)) || /力争|确保|目标|连续|必/.test(clause.text))
    return null;
  const match = ALL.exec(clause.text);
  if (!match?.[1] || !match[2]) return null;
  const start = clause.span.start + match.index + match[1].length;
  const end = clause.span.start + match.index + match[0].length;
  const label = `${tidy(stripLead(withoutTimes(match[1])))}侦破率`;
  return {
    label,
    kind: 'share',
    value: 100,
    valueTo: null,
    unit: '%',
    approx: 'exact',
    bounds: null,
    direction: 'none',
    basis: null,
    rule: 'fact/all-cleared',
    flags: ['in-words'],
    span: clause.span,
    key: { start, end },
    printed: clause.text.slice(start - clause.span.start, end - clause.span.start),
    leansBack: false,
    noun: '',
    verb: '',
  };
}
