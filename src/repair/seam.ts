import { isWordPair } from '../text/word-pairs.js';
import { isUnfinished } from './lines/unfinished.js';

/** Marks that cannot open a line. */
const closing = /^[，。、；：！？”’）》】%‰,.;:!?)…·+]/;
/** Words that cannot open a sentence, so what they open goes on with the one before. */
const neverFirst =
  /^(?:等(?!待|到|级|候|等)|的(?!士|确)|了(?!解|不起|却|然|结)|着(?!力|眼|手|重|实|装)|过(?!去|年|往|程|硬|渡|硬)|地(?!方|区|处|铁|铁|市|级|产|域|下|震|质)|得(?!到|益|知|失)|们|余(?!万里)|之一|以上|以下|以内|左右|和(?!谐|平|睦|合|解)|与(?!此|会|时|其)|及(?!时|早)|或(?!许|者说)|万(?!名|家|众|物|警|事|里|人|千|象|企|象|户|州|一)|亿|元(?!旦|宵|月)|个百分|起(?!步|初|底|来|草|诉|航|点|源)|件(?!件)|名(?!为|列|单|校|师|录|优|城|山|片|牌|义|词|家|人|气|次|叫|字)|人次|余名|余人|余起|余件|多名|多人|多起|多件|率达|率为|同比|环比)/;
/** Words that seldom open a sentence. */
const seldomFirst =
  /^(?:（|有(?!效|力|序|人|位|为|的|一|了|回|关|些)|就(?!业|近|在|是)|都(?!市)|也|才(?!能|干)|还|却|便(?!民|利|捷|衣|企)|则|并|而|使|让|令|其(?!中|次|他|间|余)|被|把(?!握|准|脉|关)|由(?!于|此)|等|内的|中的|上的|下的|后的|前的|[\u4e00-\u9fff]{1,3}[，。；](?!同时|随后))/;
/** How a sentence begins. */
const opener =
  /^(?:今年|去年|近年来|近[几两三五]年|一年来|[两三四五]年来|上半年|目前|截至|与此同时|同时|此外|下一步|据统计|据悉|据了解|20\d\d年|\d{1,2}月\d|自20|全年|全市|全县|全省|全区|“|为[了进更全切]|在|围绕|针对|坚持|深入|持续|聚焦|《)/;
// e.g. 34条，… / 5800余起，…
const figureFirst =
  /^\d[\d.,]*\s?(?:%|个百分点|[万亿余多]{0,3}(?:公斤|公里|平方|人次|万元|亿元|小时|分钟|[起件人名次个家处项条元户辆张吨克米台部所支场例宗天岁批届期])[，。；、）])/;

/** Pairs of neighbouring characters inside the lines of one document, counted: words a general list does not know. */
export type PairCounts = ReadonlyMap<string, number>;

/** Counts the pairs of neighbouring Chinese characters inside lines. */
export function countPairs(lines: readonly { readonly text: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    for (let i = 0; i + 1 < text.length; i++) {
      if (text.charCodeAt(i) < 0x4e00 || text.charCodeAt(i + 1) < 0x4e00) continue;
      const pair = text.slice(i, i + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}

const han = (c: string): boolean => c >= '\u3400' && c <= '\u9fff';

/**
 * How well one line goes on with another: positive where the second reads as the rest of the first, negative where it reads
 * as a beginning. Weights are rough log-likelihood ratios: e.g. a pair of characters inside one word is 15 times as likely in
 * running text as across a paragraph's border.
 */
export function seam(before: string, after: string, pairs: PairCounts): number {
  let score = 0;
  const last = before[before.length - 1] ?? '';
  const first = after[0] ?? '';
  if (closing.test(after)) score += 6;
  if (neverFirst.test(after)) score += 4;
  if (/[，、,]$/.test(before)) score += 4;
  else if (/[；—]$/.test(before)) score += 1.5;
  else if (/[0-9.]$/.test(before) && /^[0-9.%万亿余多个起件人名次项条家]/.test(after)) score += 4;
  else if (/[0-9]$/.test(before) && han(first)) score += 2.5;
  if (/[A-Za-z]/.test(last) && /[A-Za-z]/.test(first)) score += 3;
  if (han(last) && han(first)) {
    if (isWordPair(last, first)) score += 2.5;
    else if ((pairs.get(last + first) ?? 0) >= 2) score += 2;
    else score -= 0.4;
  } else if (seldomFirst.test(after)) score += 1.5;
  if (figureFirst.test(after)) score += 2.5;
  if (isUnfinished(before)) score += 2;
  if (/[一二三四五六七八九十百千]$/.test(before) && /^(?:[成个名起件人倍年月万亿余]|分之|百|千)/.test(after))
    score += 3;
  if (last === '”' && first === '“') score += 2;
  // a date cut in two: 1月 ⏎ 24日
  if (/\d[年月]$/.test(before) && /^\d{1,2}[月日]/.test(after)) score += 4;
  if (opener.test(after)) score -= first === '“' ? 0.8 : /[，、]$/.test(before) ? 0.5 : 1.5;
  if (/[”）》]$/.test(before) && opener.test(after)) score -= 1;
  return score;
}
