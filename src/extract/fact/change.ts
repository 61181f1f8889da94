import type { Direction } from '../../model/finding.js';

const DOWN =
  '大幅下降|持续下降|下降|减少|降低|压降|回落|下滑|下跌|锐减|骤降|少发案|少发|少接报|少接|少损失|少受理|少立|少跑|少走|少了|减半|缩短|压缩|压减|精简|收窄|递减|下调|缩减|节约|减量|降|减|少';
const UP =
  '上升|增长|提升|攀升|提高|增加|上涨|递增|扩大|跃升|前移|前进|提速|增强|多发|多破获?|多侦破|多抓获?|多打处|多打掉|多办理?|多查处|多挽回|多追回|多化解|多劝阻|多受理|多接|多了|净增|提速|高出|多出|领先|上扬|走高|增|升|涨|多';
/** Words between the verb and the figure. */
const GAP = '(?:了|达到|达|约|近|逾|超过|超|超出|幅度为|幅度达到?|幅度|比例达到?|比例为|高达|就达)*';

// e.g. 同比下降30.4%, 再升79.81%, 提高了0.42个百分点
const VERB_END = new RegExp(`(?:(${DOWN})|(${UP}))${GAP}\\s*$`);
// e.g. 降至每10万人…, 提升至40%以上, 缩短到90秒, 增至…总警力的46.95%
const TO_END = new RegExp(
  `(?:(${DOWN}|缩短|压缩|压减|精简|控制)|(${UP}|发展|扩展|扩面|扩容|壮大|扩))(?:至|到|为|成)(?:了|约|近|每[^\\d，,]{0,4}\\d*[万]?人|[^，,。；;\\d]{0,24}的)?\\s*$`,
);
// e.g. 降幅达38.6%, 增幅为
const NOUN_END =
  /(?:(降幅|减幅|跌幅|下降率|下降幅度|降低率|压降率)|(增幅|涨幅|升幅|增长率|上升幅度|增长幅度|增速))(?:均|分别)?(?:达到|达|为|约|近|超过|超|高达)*\s*$/;
const ARROW_END = /(?:([↓▼⬇])|([↑▲⬆]))\s*$/;

// e.g. 高出全省平均水平近5个百分点
const AGAINST_END = /(?:(低于)|(高出|高于|领先))[^，,。；;\d]{2,10}$/;
// e.g. 比全省平均水平低1.1起
const BESIDE_END = /(?:较|比)[^，,。；;\d]{2,10}?(?:平均(?:水平|值)?|均值)(?:(低|少)|(高|多))(?:了|出)?$/;
// e.g. 比上年快了21秒: less time
const PACE_END = /(?:较|比)[^，,。；;]{1,10}?(?:(快|提前)|(慢|推迟))了?$/;

/** What a change says about the number after it. */
export interface ChangeVerb {
  readonly direction: Direction;
  /** `by`: the number is the change (下降30%); `to`: it is where things stand now (降至30%). */
  readonly how: 'by' | 'to';
  /** The text before the verb. */
  readonly subject: string;
  readonly verb: string;
}

function read(pattern: RegExp, before: string, how: 'by' | 'to'): ChangeVerb | null {
  const match = pattern.exec(before);
  if (!match) return null;
  return {
    direction: match[1] ? 'down' : 'up',
    how,
    subject: before.slice(0, match.index),
    verb: match[1] ?? match[2] ?? '',
  };
}

/** Single letters are verbs only after an adverb, a base or nothing: 同比降21%, 再升5%; not 新增640路, 最多跑1次. */
const BARE = /^(?:降|减|少|增|升|涨|多)$/;
const BARE_BEFORE = /(?:同比|环比|分别|再|又|均|双|各|净|猛|陡|率|数|年|期|量|间|人|次|约|总)$|^$/;
/** Words that end like a verb of change and are none. */
const NO_CHANGE = /(?:新|加|激|倍|补|至|最|许|众|较|更|很|越|不)(?:增|多|少|增加|降)$/;

/** The verb of change right before a figure, or null. */
export function changeBefore(before: string): ChangeVerb | null {
  const text = before.trimEnd();
  const arrow = read(ARROW_END, text, 'by');
  if (arrow) return arrow;
  const noun = read(NOUN_END, text, 'by');
  if (noun) return noun;
  const to = read(TO_END, text, 'to');
  if (to && !(BARE.test(to.verb) && NO_CHANGE.test(to.subject + to.verb))) return to;
  const against = read(AGAINST_END, text, 'by') ?? read(BESIDE_END, text, 'by') ?? read(PACE_END, text, 'by');
  if (against) return against;
  const by = read(VERB_END, text, 'by');
  if (!by) return null;
  if (BARE.test(by.verb) && !BARE_BEFORE.test(by.subject)) return null;
  if (NO_CHANGE.test(by.subject.slice(-1) + by.verb)) return null;
  // 节约成本 is an amount of its own, 节约了30% a change
  if (by.verb === '精简' && !/[了数]/.test(text.slice(-2))) return null;
  if (by.verb === '节约' || by.verb === '扩大' || by.verb === '减半') return by.verb === '节约' ? null : by;
  return by;
}

/** Words after a figure that make it a change: 30%的降幅, 两成的增长. */
export function changeAfter(after: string): Direction | null {
  const match = /^的?(?:(降幅|下降|减少|降低)|(增幅|增长|上升|提升))/.exec(after);
  return match ? (match[1] ? 'down' : 'up') : null;
}
