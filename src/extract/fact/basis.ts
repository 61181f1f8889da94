import { matchesOf } from '../../text/matches.js';
import { remembered } from './remembered.js';

/** A base of comparison in a text; offsets index that text. */
export interface BasisWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PAST =
  '(?:去年|上年|上一年|前一年|往年|前年|上月|上季度|上半年|年初|此前|以往|以前|过去|之前|前三年|历年|(?:19|20)\\d{2}年(?:年?底|年?末|以前|之前|初)?)';
const PATTERNS: readonly RegExp[] = [
  // e.g. 与2019年相比, 和去年同期相比, 与2020年以前相比
  new RegExp(`(?:与|和|同|跟)${PAST}(?:全年|度)?(?:同期|同比|的?平均)?(?:水平)?相?比(?:较)?`, 'g'),
  // e.g. 较2015年, 比上年, 较去年同期, 较改革前, 同比2019年
  new RegExp(`(?:较|比|同比|相比|相较于?|环比)${PAST}(?:全年|度)?(?:同期)?`, 'g'),
  /(?:较|比)(?:改革|启用|建成|建设|实施|整治|活动|行动|运行|推行|开展|应用)[^，,。；;\d]{0,6}前/g,
  // e.g. 比峰值年份2021年, 较历史最高的2019年同期
  /(?:较|比)(?:历史)?(?:峰值|最高|最多|高峰|高位|最低)[一-鿿]{0,3}(?:19|20)\d{2}年(?:同期)?/g,
  // e.g. 较2021年高峰时期的, 较最高峰时
  /(?:较|比)(?:(?:19|20)\d{2}年)?(?:的)?(?:历史)?最?高峰(?:时期|时|期|值)?(?:的(?=\d))?/g,
  // e.g. 环比二季度, 环比上月
  /(?:环比|同比|较|比)(?:第?[一二三四]季度|上半年|上季度|上个?月|\d{1,2}月份?)/g,
  // e.g. 是上年全年的1.6倍
  /(?:去年|上年|(?:19|20)\d{2}年)全年(?=的(?:近|约)?(?:\d+(?:\.\d+)?倍|[一二两三四五六七八九]倍|[一二两三四五六七八九]成))/g,
  // e.g. 比五年前
  /(?:较|比)[一二两三四五六七八九十\d]{1,2}年前/g,
  // e.g. 是去年同期的1.4倍
  /(?:去年|上年)同期(?=的|为|是)/g,
  /在法定(?:办理)?时限(?:的)?基础上/g,
  // e.g. 只相当于2019年的三分之一, 是2020年的3.6倍
  /(?:(?:19|20)\d{2}年|去年|上年|年初)(?=的(?:近|约)?(?:[一二三四五六七八九十\d]+分之|\d+(?:\.\d+)?倍|[一二两三四五六七八九]倍|[一二两三四五六七八九]成))/g,
  // e.g. 比第一季度, 较上季度
  /(?:较|比)(?:第?[一二三四]季度|上半年|前[一二三]季度|全省平均(?:水平)?|全市平均(?:水平)?|全国平均(?:水平)?|平均水平|法定时限)/g,
  // e.g. 高出全省平均水平近5个百分点
  /(?:高出|低于|高于)(?:全[省市国区]平均(?:水平)?)/g,
  /同比|环比/g,
  // e.g. 年均下降11.3%
  /年均(?=下降|增长|上升|递增|递减|减少|增加|压降)/g,
];

/** The bases of comparison in a clause, in order, without overlaps. 同比2019年 is one base. */
export const findBases: (text: string) => readonly BasisWord[] = remembered(basesIn);

function basesIn(text: string): BasisWord[] {
  if (!/[较比同环年月期均于出时]/.test(text)) return [];
  const found: BasisWord[] = [];
  for (const pattern of PATTERNS)
    for (const m of matchesOf(text, pattern)) found.push({ text: m[0], start: m.index, end: m.index + m[0].length });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: BasisWord[] = [];
  for (const word of found) if (word.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(word);
  return kept;
}

/** The clause without its bases of comparison. */
export function withoutBases(text: string): string {
  let out = '';
  let at = 0;
  for (const basis of findBases(text)) {
    out += text.slice(at, basis.start);
    at = basis.end;
  }
  return out + text.slice(at);
}

/** The base a change in this clause is measured from: the nearest before the figure, else the last one in the clause, else null. */
export function basisFor(clauseText: string, figureAt: number): string | null {
  const all = findBases(clauseText);
  const before = all.filter((b) => b.end <= figureAt);
  return (before[before.length - 1] ?? all[all.length - 1])?.text ?? null;
}
