import type { Span } from '../../../model/span.js';
import { clauseAt } from '../clause.js';
import type { Reading } from '../recipients.js';
import { objectEnd } from './object-end.js';

/** A verb of award in its clause, where it may give one. */
export interface AwardVerb {
  readonly verb: string;
  readonly at: number;
  /** Where the words behind the verb begin and its object ends. */
  readonly after: number;
  readonly end: number;
  readonly clause: Span;
  /** At most 120 characters of the clause before the verb, quotations masked, and where they begin. */
  readonly before: string;
  readonly beforeAt: number;
  /** Where the award before this one ends: no recipient is looked for before it. */
  readonly floor: number;
  /** 分别, 分获: each recipient has its own title. */
  readonly respectively: boolean;
  readonly reading: Reading;
}

/** A wish, a plan or a condition: no honour has been given. */
const INTENT =
  /力争|争创|争取|争当|确保|计划|拟于|拟|目标(?!绩效|考核|管理|责任)|瞄准|冲刺|申报|有望|誓夺|誓要|为抓手|若[是能]|如果|凡是|凡|一旦|鼓励|学习|即将|将(?:继续|以|被|获)|参评|推荐上报|组织评选|号召|对标/u;
const RESPECTIVELY = /分别|分获|分列|分享/u;

/** 抓获, 书记, 成立 … : the verb is part of another word. */
const PART_OF_WORD: Readonly<Record<string, RegExp>> = {
  获: /[抓查破截缴捕俘收猎拿起斩]$/u,
  记: /[书登标笔日牢铭切谨速]$/u,
  立: /[成设建创树独确对中]$/u,
  夺: /[抢争掠剥]$/u,
  摘: /[采文]$/u,
  捧: /[吹]$/u,
};

/** Some letter of every award. */
const SOME_AWARD =
  /[奖功荣誉表彰先优模范称号第前冠亚季最级杯章提“英兵星文示好先通批嘉贺牌岗能卫案满平项等金银铜品课突标旗匠献榜物状户]/u;

/** The verb with what stands around it; null where it is part of another word or nothing has been given yet. */
export function awardVerb(at: number, verb: string, floor: number, reading: Reading): AwardVerb | null {
  const { passage } = reading;
  const { masked } = passage;
  const clause = clauseAt(at, reading);
  const after = at + verb.length;
  const beforeAt = Math.max(clause.start, at - 120);
  const before = masked.slice(beforeAt, at);
  if (isOccasion(masked.slice(after, after + 3)) || isPartOfWord(verb, before, masked.slice(at, at + 6))) return null;
  if (!SOME_AWARD.test(masked.slice(Math.max(clause.start, at - 30), Math.min(clause.end, at + 120)))) return null;
  const context = passage.text.slice(Math.max(reading.sentence.start, clause.start - 40), at);
  if (INTENT.test(masked.slice(clause.start, at)) || INTENT_BEFORE.test(context)) return null;
  const end = objectEnd(after, clause.end, reading);
  const respectively = RESPECTIVELY.test(before.slice(-12) + verb);
  return { verb, at, after, end, clause, before, beforeAt, floor, respectively, reading };
}

/** 力争…，: the wish of the clause before. */
const INTENT_BEFORE = /(?:力争|争取|确保|计划|目标(?!绩效|考核|管理|责任))[^，,]{0,30}[，,]?$/u;

/** 表彰大会, 命名仪式 */
const isOccasion = (after: string): boolean => /^(?:大会|会议|会(?![员场])|仪式|活动|决定|通报会|推进会)/u.test(after);

/** 孙立, 立案: only merits are 立 and 记. */
function isPartOfWord(verb: string, before: string, text: string): boolean {
  if (PART_OF_WORD[verb]?.test(before)) return true;
  if (verb === '获') return text.startsWith('获奖');
  if (verb === '立') return !/^立(?:了)?(?:集体|个人|[一二三]等)/u.test(text);
  return verb === '记' && !/^记(?:了)?(?:大功|集体|个人|[一二三])/u.test(text.slice(0, 5));
}
