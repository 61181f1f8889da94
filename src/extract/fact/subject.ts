import { withoutTimes } from './period/find-times.js';
import { stripLead, verbAt } from './phrase.js';

/** A name in quotation marks with the head noun behind it: “北岭哨兵”平台, “早茶警务”. */
const NAMED =
  /^([“"][^”"，,。]{2,14}[”"])([一-鿿A-Za-z]{0,10}?(?:平台|小程序|APP|系统|团|队伍?|室|站|点|圈|堂|会|联盟|警务|义警|模式|机制|工作法|品牌|大篷车|中心|课堂|夜校|茶馆|志愿者|模型))?/;
/** 在“云剑”行动中抓获: what is counted belongs to the campaign. */
const IN_CAMPAIGN = /^(?:在)?([“"][^”"，,。]{2,14}[”"](?:专项)?(?:行动|战役|会战|攻势))(?:中|期间|里)/;

/** 依托“雪亮工程”: by means of it, which is no subject. */
const INSTRUMENT = /^(?:依托|通过|围绕|利用|运用|借助|按照|深化|推进|开展|结合|落实|坚持|以)/;

/** The brand or campaign a clause begins with and goes on to say what it did; null where it begins with anything else. */
export function subjectOfClause(text: string): string | null {
  const plain = withoutTimes(text).trim();
  if (INSTRUMENT.test(plain)) return null;
  const head = stripLead(plain).trim();
  const campaign = IN_CAMPAIGN.exec(head)?.[1];
  if (campaign) return straight(campaign);
  const named = NAMED.exec(head);
  if (!named?.[1]) return null;
  const rest = stripLead(head.slice(named[0].length));
  // “早茶警务”启动以来, “哨兵”平台注册群众: a deed follows, or nothing
  return rest === '' || verbAt(rest) !== '' || /^[一-鿿]{2,4}(?:以来|后)$/.test(rest) ? straight(named[0]) : null;
}

/** True where a clause has no subject of its own: it begins with its verb. */
export const beginsWithVerb = (text: string): boolean => verbAt(stripLead(withoutTimes(text)).trim()) !== '';

const straight = (name: string): string => name.replace(/"([^"]*)"/, '“$1”');
