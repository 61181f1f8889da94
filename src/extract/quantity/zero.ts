import type { Quantity } from '../../model/quantity.js';
import { type Found, finish, type Reading } from './reading.js';
import { matchUnit } from './units.js';

/** Events whose absence is a result, with the unit they are counted in: 零发案, 零事故, 0投诉. */
const EVENTS: readonly (readonly [RegExp, string])[] = [
  [/(?:重大|较大|亡人|死亡|责任|安全|交通|火灾|有责)?(?:事故|火灾|火情)/y, '起'],
  [
    /(?:现行|新增|重大|恶性|刑事)?(?:发案|新发|案件|命案|警情|刑案|立案|案发|电诈|盗抢|盗窃|两抢|诈骗|被骗|发生|案事件|事件|接警|报警)/y,
    '起',
  ],
  [
    /(?:有责|重复|有效)?(?:投诉|上访|信访|进京|越级|非访|积案|积压|复议|诉讼|败诉|纠错|撤案|翻案|错案|缠访|闹访)/y,
    '起',
  ],
  [/(?:伤亡|死亡|受伤|感染|确诊|违纪|违法|犯罪|吸毒|脱管|漏管|失管|逃票|新增|被骗|涉诈|外流|外逃)/y, '人'],
  [
    /(?:差错|失误|延误|滋扰|失分|炒作|泄密|失泄密|遗漏|疏漏|漏洞|盲区|死角|障碍|偏差|缺陷|违规|退查|事端|冲突|脱岗|反弹|复发)/y,
    '次',
  ],
  [/(?:舆情|风险|隐患|问题|矛盾|纠纷)/y, '个'],
];

/** Not in front of a zero word: 二零, 归零, 清零, 从零, 化零, 零零. */
const NOT_BEFORE = /[〇零一二三四五六七八九十百千万两0-9０-９.．清归化]$/;

/** 零发案, “零差错零事故”, 零伤亡: a zero with the event it denies. Also 0发案. */
export function readZeroWord(reading: Reading, at: number): Found | null {
  const { text, mask } = reading;
  const ch = text[at];
  if (ch !== '零' && ch !== '0' && ch !== '０' && ch !== '“') return null;
  if (mask[at] === 1) return null;
  let pos = at;
  // “零”命案
  if (ch === '“') {
    if (!/^“[零0０]”/.test(text.slice(at, at + 3))) return null;
    pos = at + 2;
  } else if (NOT_BEFORE.test(text.slice(Math.max(0, at - 1), at))) return null;
  const event = eventAt(text, pos + 1);
  if (!event) return null;
  const quantity = finish(reading, {
    form: 'zero',
    rule: 'quantity/zero-word',
    value: 0,
    unit: event.unit,
    step: 1,
    numberStart: ch === '“' ? at + 1 : at,
    numberEnd: ch === '“' ? at + 2 : at + 1,
    end: event.end,
    start: at,
    flags: quotedFlags(text, event.end, mask[at] === 2),
  });
  return { quantities: [quantity], end: event.end };
}

/** `quoted` inside quotation marks; `attributive` where the quoted zero only describes what follows: “零发案”小区. */
function quotedFlags(text: string, end: number, quoted: boolean): readonly string[] {
  if (!quoted) return [];
  return /^[^”"，。\n]{0,8}[”"](?:村|小区|社区|单位|企业|校园|学校|街道|乡镇|派出所|辖区|网格|景区|商圈)/.test(
    text.slice(end, end + 14),
  )
    ? ['quoted', 'attributive']
    : ['quoted'];
}

function eventAt(text: string, at: number): { readonly end: number; readonly unit: string } | null {
  for (const [pattern, unit] of EVENTS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match && !/^(?:工|管理|防控|容忍)/.test(text.slice(pattern.lastIndex, pattern.lastIndex + 2)))
      return { end: pattern.lastIndex, unit };
  }
  return null;
}

/** 降至零, 发案为零, 下降到零元: a figure of zero at the end of a movement. */
export function readZeroLevel(reading: Reading, at: number): Found | null {
  const { text, mask, lexicon } = reading;
  if (text[at] !== '零' || mask[at] === 1) return null;
  if (
    !/(?:降至|降到|降为|减至|减到|减为|压降至|下降至|下降到|下降为|控制为|趋于|接近|始终为|均为|仍为|数为|率为|案为|情为|故为|(?<!整)为|是|保持)[“"]?$/.test(
      text.slice(Math.max(0, at - 6), at),
    )
  )
    return null;
  const next = at + 1;
  if (!/^(?:$|[\s，。；、,;）)”"！!的]|元|起|件|例|人|宗|%|％)/.test(text.slice(next, next + 1))) return null;
  const unit = matchUnit(text, next, lexicon);
  const end = unit?.end ?? next;
  const counted = unit ? unit.entry.id : unitBefore(text.slice(Math.max(0, at - 14), at));
  const quantity = finish(reading, {
    form: 'level',
    rule: 'quantity/zero-level',
    value: 0,
    unit: counted,
    step: 1,
    numberStart: at,
    numberEnd: next,
    end,
    start: at,
    flags: counted === '' ? ['no-unit'] : [],
  });
  return { quantities: [quantity], end };
}

/** The unit of a bare zero, from what it is the number of: 命案发案为零 → 起, 被骗率降至零 → %. */
function unitBefore(before: string): string {
  if (/(?:率|占比|比例|比重)[^，。；,;]{0,7}$/.test(before)) return '%';
  if (/(?:案|警情|事故|发案数?|立案数?|案件|投诉|上访|火灾)数?量?[^，。；,;]{0,6}$/.test(before)) return '起';
  return /(?:伤亡|死亡)(?:人数)?[^，。；,;]{0,6}$/.test(before) ? '人' : '';
}

const NONE_OF = /(?:无|(?:未|没有|从未|未曾|没|未再)(?:再)?(?:发生|出现|新增|发现|有|漏|错|发)?过?)$/;

/** 无一起, 未发生一起, 没有一人: zero of the unit named. `at` is the 一. */
export function readNotOne(reading: Reading, at: number): Found | null {
  const { text, lexicon, floor } = reading;
  if (text[at] !== '一' && text[at] !== '1') return null;
  const before = NONE_OF.exec(text.slice(Math.max(floor, at - 8), at));
  if (!before) return null;
  const unit = matchUnit(text, at + 1, lexicon);
  // 无一例外 is no count
  if (!unit || text.startsWith('例外', at + 1)) return null;
  const start = at - before[0].length;
  const quantity: Quantity = finish(reading, {
    form: 'zero',
    rule: 'quantity/not-one',
    value: 0,
    unit: unit.entry.id,
    step: 1,
    numberStart: at,
    numberEnd: at + 1,
    end: unit.end,
    start,
    flags: ['negated'],
  });
  return { quantities: [quantity], end: unit.end };
}
