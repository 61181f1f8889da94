import type { Direction, Fact } from '../model/finding.js';

/** What a figure needs before it so that its direction is told. */
export interface DirectionWord {
  /** The report's own word, where a full one stands right before the figure: 减少, 增至, 压缩至; else null. */
  readonly own: string | null;
  /** `by` for the size of a change (下降17.4%), `to` for where things stand after one (增至97人). */
  readonly how: 'by' | 'to';
}

type Figure = Pick<Fact, 'kind' | 'direction' | 'printed' | 'source'>;

const VERBS =
  '下降|减少|降低|下滑|回落|压降|压减|压缩|缩短|缩减|精简|降|减|上升|增长|提升|提高|攀升|跃升|增加|上涨|升高|扩大|拓展|发展|延长|增|升';
const ABOUT = '(?:约|近|超过|超|逾)?';
// e.g. 同比|下降|了17.4%, 同比降幅达17.4%
const BY = new RegExp(`(${VERBS})(?:了|达|至|到|约|近|超过|超|逾|幅达|幅为|幅){0,2}$`, 'u');
// e.g. 社区民警|增至|97人, 平均办理时长|压缩到了|9.6分钟
const TO = new RegExp(`((?:${VERBS})(?:至|到|为|成)|跃居|升居|跃升|升)了?${ABOUT}$`, 'u');
/** A figure that tells its direction itself: 降至17起, +12.8%. */
const TELLS_ITSELF = /^[+＋\-－−]|[降减升增涨]|提高|回落/u;

/** Null for a figure without a direction, or that tells it itself. */
export function directionWord(fact: Figure): DirectionWord | null {
  const printed = fact.printed.replace(/\s+/gu, '');
  if (fact.direction === 'none' || TELLS_ITSELF.test(printed)) return null;
  const how = fact.kind === 'change' ? 'by' : 'to';
  const exact = fact.source.exact.replace(/\s+/gu, '');
  const at = exact.lastIndexOf(printed);
  const word = at < 0 ? undefined : (how === 'by' ? BY : TO).exec(exact.slice(Math.max(0, at - 12), at))?.[1];
  return { own: word !== undefined && word.length > 1 ? word : null, how };
}

/** Up or down for a change; `none` for a level, also one that was reached by a rise or a fall: 97 is no rise by 97. */
export const changeDirection = ({ kind, direction }: Figure): Direction => (kind === 'change' ? direction : 'none');
