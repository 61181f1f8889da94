import { matchesOf } from '../../../text/matches.js';
import { bracketDepths } from '../../../text/sentences.js';
import { remembered } from '../remembered.js';

/** How an expression of time is to be resolved. */
export type TimeKind =
  /** 2023年, 2023年3月, 2023年上半年 */
  | 'calendar'
  /** 1月24日至2月7日, 2021年至2023年, 1至9月 */
  | 'range'
  /** 今年, 去年, 全年, 年内 with an optional part: 今年一季度 */
  | 'relative'
  /** 上半年, 二季度, 6月份 without a year */
  | 'part'
  /** X以来: open at its end */
  | 'since'
  /** 近三年, 五年来, 一年来 */
  | 'last'
  /** 目前, 截至12月底 */
  | 'as-of'
  /** 每年, 年均 */
  | 'rate'
  /** 近年来, 一直以来, 春节期间: a word without dates */
  | 'vague'
  /** 13年来首次: how long nothing like it had been; no period */
  | 'superlative';

/** An expression of time in a text; offsets index that text. */
export interface TimeWord {
  readonly kind: TimeKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const Y = '(?:(?:19|20)\\d{2}年)';
const M = '(?:1[0-2]|[1-9])月';
const D = '(?:[12]\\d|3[01]|[1-9])日';
const N = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const Q = '(?:第?[一二三四1-4]季度|前[二三两]季度|上半年|下半年)';
const TO = '(?:至|到|—|－|-|~|～)';

/** In order of preference where two begin at the same place; longer wins. */
const PATTERNS: readonly (readonly [TimeKind, RegExp])[] = [
  // e.g. 1月24日至2月7日
  ['range', new RegExp(`${Y}?${M}${D}${TO}(?:${Y})?(?:${M})?${D}`, 'g')],
  // e.g. 2019年至2023年, 2019-2023年
  ['range', new RegExp(`(?:19|20)\\d{2}年?${TO}${Y}`, 'g')],
  // e.g. 2022年、2023年连续两年
  ['range', new RegExp(`${Y}[、和及]${Y}度?`, 'g')],
  // e.g. 2021、2022年, 2019、2020、2021年
  ['range', new RegExp(`(?:(?:19|20)\\d{2}年?[、和]){1,6}${Y}度?`, 'g')],
  // e.g. 10月、11月, 2023年7月和8月
  ['range', new RegExp(`(?:${Y}|今年|去年)?(?:${M}份?[、和及]){1,6}${M}份?`, 'g')],
  // e.g. 1至9月, 2023年1-11月, 今年1至6月
  ['range', new RegExp(`(?:${Y}|今年|去年)?(?:1[0-2]|[1-9])月?${TO}${M}(?:份|底)?`, 'g')],
  // e.g. 截至2023年12月底, 截至目前, 截止6月30日
  ['as-of', new RegExp(`截[至止]到?(?:目前|今年底?|年底|${Y}(?:底|末)|${Y}?${M}(?:${D}|底|末|份)?)`, 'g')],
  // e.g. 2015年8月以来, 自2020年起, 2022年以来
  ['since', new RegExp(`自?${Y}(?:${M}(?:${D}|份)?)?(?:以来|起|开始)`, 'g')],
  // e.g. 2021年4月至今, 去年至今, 今年3月至今
  ['since', new RegExp(`自?(?:${Y}|今年|去年|年初)(?:${M}(?:${D}|份)?)?(?:至今|迄今|到现在)`, 'g')],
  // e.g. 一、二季度, 2023年三、四季度
  ['range', new RegExp(`(?:${Y}|今年|去年)?(?:第?[一二三四][、和及]){1,3}第?[一二三四]季度`, 'g')],
  // e.g. 今年以来, 去年以来, 今年3月以来, 二季度以来, 7月份以来, 年初以来
  ['since', new RegExp(`自?(?:今年|去年|年初)?(?:${M}份?|${Q})?以来`, 'g')],
  // e.g. 自“跨省通办”系统上线以来
  ['since', /自[^，,。；;\n]{2,24}以来/g],
  // e.g. 为期3年的扫黑除恶专项斗争
  ['vague', new RegExp(`为期${N}(?:年|个月)的[^，,。；;\\d]{2,16}?(?:行动|斗争|整治|会战|攻坚)`, 'g')],
  // e.g. 党的十八大以来
  ['vague', /党的[一二十八九]{2,4}大以来/g],
  // e.g. 近三年来, 五年来, 近5年, 过去三年, 三年间, 一年来
  [
    'last',
    new RegExp(
      `(?:近|最近|过去)(?:的)?${N}年(?:来|间|以来)?|${N}年(?:来|间)|(?:近|最近|过去)${N}个月(?:来|以来)?|五载`,
      'g',
    ),
  ],
  // e.g. 三年累计调处纠纷, 5年共新建派出所
  ['last', /(?<![第连续\d])(?:[两二三四五六七八九十]|[2-9]|10)年(?=累计|总共|一共|合计|共(?!同))/g],
  // e.g. 运行以来, 启用以来
  ['since', /(?<![一-鿿])(?:运行|开通|启用|投用|投入使用|上线|成立|建成|挂牌|开展)以来/g],
  // e.g. 庚子年初, 癸卯年
  ['calendar', /[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年(?:初|底|末)?/g],
  // e.g. 2025,…: a year that is a clause of its own
  ['calendar', /^(?:19|20)\d{2}$/g],
  // e.g. 近年来, 多年来, 一直以来
  ['vague', /近年来?|多年来|长期以来|一直以来|近段时间以来|近期/g],
  // e.g. 2023年上半年, 2023年3月, 2023年全年, 2023年底, 2023年度
  ['calendar', new RegExp(`${Y}(?:全年|度|底|末|初|${Q}|${M}(?:${D}|份|底|初|中旬|上旬|下旬)?)?`, 'g')],
  // e.g. 今年一季度, 去年11月, 今年, 上年, 年内, 全年
  [
    'relative',
    new RegExp(
      `(?:今年|去年|前年|上年|上一年|过去一年|本年度|当年|明年|来年|新的一年)(?:全年|上半年|下半年|${Q}|${M}(?:${D}|份|底|初)?)?|全年|年内|年底前`,
      'g',
    ),
  ],
  // e.g. 二季度, 上半年, 6月份, 5月17日, 4月底
  ['part', new RegExp(`${Q}|${M}(?:${D}|份|底|初|中旬|上旬|下旬)?`, 'g')],
  ['as-of', /截至目前|到目前为?止?|目前|如今|眼下|迄今|至今|现在/g],
  ['rate', /每年|年均|逐年|每月|月均/g],
];

/** Words before an expression that make it the base of a comparison, not the time of the figure. */
const BASE_BEFORE =
  /(?:较|比|同比|与|和|同|从|由|是|相当于|超过|高于|低于|(?:较|比)(?:历史)?(?:峰值|最高|最多|高峰|高位|最低)[一-鿿]{0,3})$/;
/** Words after it that do so. */
const BASE_AFTER = /^(?:同期|相比|以前|之前)/;

/**
 * The expressions of time in a clause, in order, without overlaps; those inside quoted names (雷火2022) and those that name the base
 * of a comparison (较2015年, 从2020年的36.2%) are left out.
 */
export const findTimes: (text: string) => readonly TimeWord[] = remembered(timesIn);

function timesIn(text: string): TimeWord[] {
  if (!/[年月来前今在现每季五近日]|^\d{4}$/.test(text)) return [];
  const found: TimeWord[] = [];
  const depths = bracketDepths(text);
  PATTERNS.forEach(([kind, pattern]) => {
    for (const match of matchesOf(text, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0] === '以来' || match[0] === '自以来') continue;
      // 近十五年最低, 近三年来新低: a superlative, not a period
      if (kind === 'last' && /^(?:来|以来)?(?:的)?(?:同期)?(?:最|新低|新高|之最)/.test(text.slice(end))) continue;
      // 13年来首次: nor is this one, whose words name nothing
      const first = kind === 'last' && /^(?:以来)?(?:首次|首度|第一次)/.test(text.slice(end));
      if ((depths[start] ?? 0) > 0) continue;
      if (/\d/.test(text[start] ?? '') && /[\d.]/.test(text[start - 1] ?? '')) continue;
      const before = text.slice(0, start);
      const after = text.slice(end);
      // 由现在的68%提高到90%
      if (kind === 'as-of' && /[从由]$/.test(before)) continue;
      if (BASE_BEFORE.test(before) && kind !== 'rate' && kind !== 'last' && kind !== 'as-of') {
        // e.g. 从2020年的36.2%, 较上年; but 从2020年起 is a since
        if (kind !== 'since' && !/^(?:起|开始|以来)/.test(after) && !/到$/.test(before)) continue;
      }
      if (BASE_AFTER.test(after)) continue;
      found.push({ kind: first ? 'superlative' : kind, text: match[0], start, end });
    }
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TimeWord[] = [];
  for (const time of found) if (time.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(time);
  return kept;
}

/** The clause without its expressions of time. */
export function withoutTimes(text: string): string {
  let out = '';
  let at = 0;
  for (const time of findTimes(text)) {
    out += text.slice(at, time.start);
    at = time.end;
  }
  return out + text.slice(at);
}
