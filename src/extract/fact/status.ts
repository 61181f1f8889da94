import type { FactStatus } from '../../model/finding.js';
import { remembered } from './remembered.js';

// e.g. 力争年内创成2个, 确保…下降20%以上, 围绕…目标
const TARGET =
  /力争|确保(?!了)(?=.{0,24}(?:以上|以内|达到|下降|提升|降|升|\d))|目标|争取(?=在?\d|年内|到|全年)|不低于|不超过|控制在|务必|要求达到|保持在.{0,12}(?:以上).{0,6}目标/;
// e.g. 将安装, 拟建, 计划投入, 预计
const PLAN =
  /(?:^|[，,。；;、\s]|将|还|正|是|我们|公安|局|已)计划(?!》|”|生育|单列|经济)|(?:^|[^即便])(?:将|拟)(?:再|新|要|于|在|投|建|安|实|开|完|达|新增|投入|深入|继续|重点|进一步)|预计|打算|规划(?:建|投|新)|明年|下一步|下半年[^，,。]{0,10}将/;
// e.g. 每年可达, 总容量, 可容纳
const CAPACITY =
  /容量|可容纳|可(?:同时)?(?:接待|处理|办理|停放|满足|服务|达|供|存)|能够?容纳|设计(?:能力|规模)|最大(?:日|年)?(?:处理|接待)/;
const TARGET_WORD = /目标/;

/** What a clause's own words and those of its sentence before it say about whether the figure has come true. */
export interface StatusCue {
  readonly status: FactStatus;
  /** True when the cue goes on to the clauses after it (将…：一是…；二是…). */
  readonly carries: boolean;
}

/** Reads the words before a figure (and a few after it). */
export function statusCue(before: string, after: string): StatusCue | null {
  return after === '' ? cueOf(before) : cueIn(plain(before), plain(after));
}

/** A clause is asked by itself once more for every figure in it. */
const cueOf = remembered((text) => cueIn(plain(text), ''));

/** Names say nothing of status: “2022年度目标管理考核一等奖”, 目标绩效考核. */
const plain = (text: string): string => (/[“《]|目标/.test(text) ? withoutNames(text) : text);
const withoutNames = (text: string): string =>
  text
    .replace(/[“《][^”》]{2,40}[”》]/g, '“”')
    .replace(/目标(?=管理|责任|绩效|考核|任务(?:全部|均|已|圆满|顺利))/g, '');

function cueIn(before: string, after: string): StatusCue | null {
  if (CAPACITY.test(before)) return { status: 'capacity', carries: false };
  if (TARGET.test(before) || TARGET_WORD.test(after.slice(0, 12)))
    return {
      status: 'target',
      carries:
        /力争|确保(?!了)|争取|务必|要求达到|目标(?:是|为|：|:|分别)/.test(before) &&
        !/围绕|紧盯|瞄准|实现了/.test(before),
    };
  if (PLAN.test(before)) return { status: 'plan', carries: true };
  return null;
}

/** Words that end a run of plans: what has been done by now. */
export const DONE = /(?:目前|现)?已(?:经)?|完成了|建成了|累计/;
