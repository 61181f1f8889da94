import type { FactStatus } from '../../../model/finding.js';
import type { Claim } from '../claim.js';
import type { Clause } from '../clause.js';
import { statusCue } from '../status.js';

/** 工作打算, 下一步: what stands under such a heading has not happened yet; null under any other. */
export function sectionStatus(section: string | null): FactStatus | null {
  return section &&
    /(?:工作|主要|重点|年度|奋斗|预期)(?:打算|计划|思路|安排|目标|任务)|下一步|展望|明年|新的一年|什么(?:打算|目标|计划)|[年]目标/.test(
      section,
    ) &&
    !/总结及|回顾|完成情况|目标管理|目标考核/.test(section)
    ? 'plan'
    : null;
}

/** What the words right around a figure say of it, before and after it in its clause; null for nothing. */
export function ownStatus(claim: Claim, clause: Clause): FactStatus | null {
  const at = Math.max(0, claim.key.start - clause.span.start);
  // 不低于45%: the approximator may say that it is a target
  const bound = /^不[低高少多超]/.test(claim.printed) ? claim.printed.slice(0, 3) : '';
  return statusCue(clause.text.slice(0, at) + bound, clause.text.slice(at + claim.printed.length))?.status ?? null;
}

/** Targets, plans and capacities say so in their names. */
export function statusLabel({ label, kind, verb }: Pick<Claim, 'label' | 'kind' | 'verb'>, status: FactStatus): string {
  if (status === 'target' && !/目标/.test(label))
    return `${label}${kind === 'change' && !label.includes(verb) ? verb : ''}目标`;
  if (status === 'plan' && !/计划/.test(label)) return `${label}（计划）`;
  if (status === 'capacity' && !/能力|容量/.test(label)) return `${label}能力`;
  return label;
}
