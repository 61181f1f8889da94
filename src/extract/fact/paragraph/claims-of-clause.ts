import type { Note } from '../../../model/note.js';
import { allCleared } from '../all-cleared.js';
import { changeClaim } from '../change-claim.js';
import type { Claim, Memory } from '../claim.js';
import type { Clause, Figure } from '../clause.js';
import { fromTo } from '../from-to.js';
import { levelClaim } from '../level/index.js';
import { rankClaim } from '../rank.js';
import { respectively } from '../respectively/index.js';
import { shareClaim } from '../share.js';
import { streakClaim } from '../streak.js';
import { yearSeries } from '../year-series.js';
import { zeroClaim } from '../zero.js';
import { rememberClaim } from './memory.js';

/** The claims of a clause in the order of its figures; a 分别 list that does not come out even makes none, and a note. */
export function claimsOfClause(
  clause: Clause,
  memory: Memory,
  file: string,
): { readonly made: Claim[]; readonly notes: readonly Note[] } {
  const made: Claim[] = [];
  const pairing = yearSeries(clause, memory) ?? respectively(clause, memory);
  let next = 0;
  let isPaired = false;
  for (const [index, figure] of clause.figures.entries()) {
    if (index < next) continue;
    if (pairing?.used.has(figure)) {
      if (!isPaired) made.push(...pairing.claims);
      isPaired = true;
      continue;
    }
    const span = fromTo({ figure, clause, memory }, clause.figures[index + 1]);
    if (span) next = index + span.used;
    const claim = span?.claim ?? claimOfFigure(figure, clause, memory);
    if (!claim) continue;
    made.push(claim);
    rememberClaim(memory, claim, clause);
  }
  if (isPaired) for (const claim of pairing?.claims ?? []) rememberClaim(memory, claim, clause);
  const cleared = allCleared(clause);
  if (cleared) made.push(cleared);
  return { made, notes: pairing?.refused ? [unpaired(pairing.refused, clause, file)] : [] };
}

/** The claim a figure states, by its form. */
function claimOfFigure(figure: Figure, clause: Clause, memory: Memory): Claim | null {
  const setting = { figure, clause, memory };
  switch (figure.quantity.form) {
    case 'zero':
      return zeroClaim(setting);
    case 'rank':
      // 降幅第一 is a place, not a change by one
      return rankClaim(setting);
    case 'occurrence':
      return changeClaim(setting) ?? rankClaim(setting);
    case 'streak':
      return streakClaim(setting);
    case 'percent':
    case 'point':
    case 'fraction':
    case 'tenth':
    case 'multiple':
      return changeClaim(setting) ?? shareClaim(setting);
    case 'level':
      return changeClaim(setting) ?? levelClaim(setting);
  }
}

function unpaired(
  { figures, items }: { readonly figures: number; readonly items: number },
  clause: Clause,
  file: string,
): Note {
  return {
    code: 'fact/unpaired',
    severity: 'warning',
    message: `found ${figures} figures for ${items} things in a 分别 list, expected as many of each: ${clause.text}`,
    place: { file },
    hint: 'no record was made; enter the figures by hand in review.yaml if they can be told apart',
    zh: {
      message: `发现“分别”列举中有 ${figures} 个数字、${items} 个事项，应为一一对应：${clause.text}`,
      hint: '请在能分清时于 review.yaml 手工填写；没有生成记录',
    },
  };
}
