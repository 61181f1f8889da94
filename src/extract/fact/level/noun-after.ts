import type { Figure } from '../clause.js';
import { levelLabel, MEASURED, tidy, unitSuffix } from '../label.js';
import { type Phrase, readAfter, trimPredicate, verbAt } from '../phrase.js';
import { PRESENCE_VERBS, VERBS } from '../words.js';
import { awardByGrade } from './awards.js';
import { levelClaimOf } from './claim.js';
import type { FigureText } from './figure-text.js';
import { isPredicate, sameDeed, sharedPredicate } from './lists.js';
import type { LevelRule } from './rule.js';
import { countsPersons } from './units.js';

/** Rules for figures whose thing stands behind them: 86名|老人. */

/** A figure with what stands behind it, read once for these rules. */
export interface NounAfter extends FigureText {
  /** The figure after this one in the clause. */
  readonly following: Figure | undefined;
  /** Noun and predicate behind the figure. */
  readonly behind: { readonly noun: string; readonly predicate: string };
  /** The phrase before it, its verb also where that stands last. */
  readonly own: Phrase;
  /** The predicate that holds for it, its own or the list's; empty for none. */
  readonly predicate: string;
}

export function nounAfter(text: FigureText): NounAfter {
  const { figure, clause, phrase, unit, after } = text;
  const index = clause.figures.indexOf(figure);
  const following = clause.figures[index + 1];
  // 为86名老人|追回养老钱530万元: what was done for them names them; 18项措施|惠及群众2100万人次 does not
  const runsOn = following !== undefined && !following.listed && following.quantity.unit !== '元' && phrase.verb === '';
  const behind = withoutMeasure(withoutDeed(readAfter(text.unitIsNoun ? unit + after : after, runsOn)), unit);
  const isUnfinished = following !== undefined && verbAt(behind.predicate) === behind.predicate;
  return {
    ...text,
    following,
    behind,
    own: ownPhrase(phrase, figure.before),
    predicate: (isUnfinished ? '' : behind.predicate) || sharedPredicate(text),
  };
}

const MEASURED_PLACE =
  /^([一-鿿]{0,6}?(?:学校|校园|幼儿园|小区|社区|行政村|派出所|企业|单位|场所|网点|街道|乡镇|工地|医院|银行|加油站|窗口|站点|家庭))[^，,。；;]{2,}率(?:达到?|为|均为|高达|超过?|近|约)?$/;

const WENT_TO = /^(省市|省份|省区市?|地市|区县|市县|国家和地区|国家)([一-鿿]{2,})$/;

/** 赴12个|省市抓捕: places, and what was done there. */
function withoutDeed(behind: NounAfter['behind']): NounAfter['behind'] {
  const [, place, deed = ''] = WENT_TO.exec(behind.noun) ?? [];
  return place && behind.predicate === '' && verbAt(deed) === deed ? { noun: place, predicate: deed } : behind;
}

/** 52所学校“一键报警系统”安装率|达100%: the schools are counted, the rate has its own figure. */
function withoutMeasure(behind: NounAfter['behind'], unit: string): NounAfter['behind'] {
  const place = unit === '%' ? undefined : MEASURED_PLACE.exec(behind.noun)?.[1];
  return place ? { ...behind, noun: place } : behind;
}

/** The phrase before the figure: its verb, also when it stands last (平台上线|324项). */
function ownPhrase(phrase: Phrase, before: string): Phrase {
  if (phrase.verb !== '' && (phrase.noun === '' || PRESENCE_VERBS.has(phrase.verb))) return phrase;
  const last = verbEnding(before.replace(/\s+/g, '').replace(/(?:了|共|已|出|近|约|超|达)+$/, ''));
  return last ? { verb: last, noun: '' } : phrase;
}

/** The verb a text ends with: 平台上线|324项; undefined for none. */
const verbEnding = (text: string): string | undefined => VERBS.find((verb) => verb.length >= 2 && text.endsWith(verb));

/** 政务服务“微改革”推出的14项举措: whose they are stands before the 的. */
const ofSomebody: LevelRule<NounAfter> = (text) => {
  const { noun } = text.behind;
  const whose = /^(.{2,24}?)(?:推出|出台|制定|建立|实施|开展|打造|组建|设立|带来)?的(?:近|约|超)?$/.exec(
    text.lead,
  )?.[1];
  if (!whose || !/”/.test(whose) || noun === '' || noun.length > 8 || /[，,]/.test(whose)) return undefined;
  const label = levelLabel({ verb: '', noun: tidy(whose) + noun }, text.unit);
  return levelClaimOf(text, { verb: '', noun, label });
};

/** 联合23家银行、3家通信运营商 */
const together: LevelRule<NounAfter> = (text) => {
  const { noun } = text.behind;
  if (!/(?:联合|会同|携手|协同)$/.test(text.before) || noun === '' || sharedPredicate(text) !== '') return undefined;
  return levelClaimOf(text, { verb: '联合', noun, label: `联合${noun}数` });
};

const BROUGHT =
  /把([^，,。；;]{2,16}?)(延伸|推广|拓展|覆盖|开设|建|设|送|搬|开|部署|安装|下放|前移)(?:到|至|进|在)了?(?:全部|全市|全县|全区|辖区|所有)*$/;

/** 把“一窗通办”延伸到全部82个派出所: what was brought there. */
const broughtTo: LevelRule<NounAfter> = (text) => {
  const [, what, verb] = BROUGHT.exec(text.before) ?? [];
  const { noun } = text.behind;
  if (!what || !verb || noun === '') return undefined;
  return levelClaimOf(text, { verb, noun, label: levelLabel({ verb: '', noun: `${what}${verb}${noun}` }, text.unit) });
};

/** “老兵调解队”由73名退役军人组成, 63人组成“和事佬联盟” */
const formGroup: LevelRule<NounAfter> = (text) => {
  if (!countsPersons(text.unit) || !/组成|构成/.test(text.after)) return undefined;
  const group =
    /(“[^”]{2,12}”|[一-鿿]{2,8}(?:队|团|联盟|专班))由(?:近|约)?$/.exec(text.before)?.[1] ??
    /(?:组成|构成)了?(“[^”]{2,12}”)/.exec(text.after)?.[1];
  return group ? levelClaimOf(text, { verb: '', noun: group, label: `${group}人数` }) : undefined;
};

const PERSON = /^(民警辅警|民辅警|社区民警|民警|辅警|队员|志愿者|网格员|义警|党员)([一-鿿]{4,})$/;

/** 2400余名|辅警枕戈待旦: a turn of phrase behind those who are counted. */
const personsAndTurn: LevelRule<NounAfter> = (text) => {
  const [, noun, turn = ''] = PERSON.exec(text.behind.noun) ?? [];
  const hasDeed = VERBS.some((verb) => verb.length >= 2 && turn.includes(verb));
  const isGiven = /^(?:为|向|给)/.test(text.before);
  if (
    !noun ||
    !countsPersons(text.unit) ||
    text.behind.predicate !== '' ||
    hasDeed ||
    isGiven ||
    /[的队团组]/.test(turn)
  )
    return undefined;
  const verb = text.own.verb;
  return levelClaimOf(text, { verb, noun });
};

/** 选派138名|民警担任项目警长, 聘请14名|老渔民当调解员: what they serve as names them. */
const servesAs: LevelRule<NounAfter> = (text) => {
  const [, office] =
    /^[一-鿿“”、]{1,16}?(?:担任|出任|充当|(?<![上应相正适恰每])当(?![场日事前地天年下选]))(“[^”]{2,14}”[一-鿿]{0,4}|[一-鿿]{2,10})$/.exec(
      text.after,
    ) ?? [];
  return office && countsPersons(text.unit) ? levelClaimOf(text, { verb: '', noun: office }) : undefined;
};

/** 为138名受害人追回|1,043万元: what was done for them names them. */
const helped: LevelRule<NounAfter> = (text) => {
  const { noun, predicate } = text.behind;
  if (!countsPersons(text.unit) || text.following?.quantity.unit !== '元' || predicate === '') return undefined;
  if (!/(?:为|帮|帮助|向|给)(?:近|约)?$/.test(text.before)) return undefined;
  return levelClaimOf(text, { verb: '', noun, label: predicated(noun, predicate, text.unit) });
};

/** 其中3起为24年以上命案积案: the part is named behind its figure. */
const partNamedAfter: LevelRule<NounAfter> = (text) => {
  const name = /^(?:为|系|属于?)(?!期)([^，,。；;]{2,20})$/.exec(text.after)?.[1];
  if (!name || !text.isPart) return undefined;
  return levelClaimOf(text, { verb: text.memory.verb, noun: name.replace(/的$/, '') });
};

/** 预警信息平均2分10秒推送到责任民警, 平均2.3天办结: how long what stands before the figure takes. */
const takesOnAverage: LevelRule<NounAfter> = (text) => {
  const average = /^(.*?)平均(?:用时|耗时)?(?:约|仅|只需)?$/.exec(text.lead);
  const verb = text.kind === 'duration' ? verbAt(text.after.replace(/^(?:就|即可|可|便)/, '')) : '';
  if (!average || verb === '') return undefined;
  const noun = average[1] ?? '';
  return levelClaimOf(text, { verb, noun, label: `${noun}平均${verb}用时` });
};

/** 仅用5分钟就赶到现场, 3天内办结 */
const takes: LevelRule<NounAfter> = (text) => {
  if (text.kind !== 'duration' || !/^(?:就|才|便|即可|即|内|之内|左右)/.test(text.after)) return undefined;
  const noun = trimPredicate(text.after.replace(/^(?:之?内|左右)?(?:就|才|便|即可|即)?/, ''));
  return levelClaimOf(text, { verb: '', noun, label: `${noun}用时` });
};

/** 受到表彰奖励395人，其中国家级|4个集体、7名个人: parts of a total of awards. */
const awardsAfter: LevelRule<NounAfter> = (text) => {
  const holder = text.predicate === '' ? /^(?:集体|个人|单位|民警)$/.exec(text.behind.noun)?.[0] : undefined;
  const label = holder === undefined ? null : awardByGrade(text, text.lead.replace(/^(?:这?其中|含)/, ''), holder);
  return label === null ? undefined : levelClaimOf(text, { verb: '', noun: text.memory.noun, label, leansBack: true });
};

/** 民警12名|荣立三等功: no noun behind the figure, only what became of them. */
const onlyPredicate: LevelRule<NounAfter> = (text) => {
  const { behind, own, unit, memory } = text;
  if (behind.noun !== '' && !isPredicate(behind.noun)) return undefined;
  const predicate = trimPredicate(text.after);
  const isHonoured = countsPersons(unit) || unit === '人次' || /^(?:获|荣|被|受)/.test(predicate);
  const noun = own.noun || (isHonoured ? '' : memory.noun);
  const label = `${noun}${predicate}${countsPersons(unit) ? '人数' : unitSuffix(unit)}`;
  return levelClaimOf(text, { verb: own.verb, noun, label, leansBack: own.noun === '' && noun !== '' });
};

/** 新建|12个社区警务室: the verb stands right before the figure. */
const verbBefore: LevelRule<NounAfter> = (text) => {
  const { own, behind, predicate } = text;
  const isHelp = /^(?:帮助|协助|组织|推动|引导|发动|动员|督促|指导|支持)$/.test(own.verb) && behind.predicate !== '';
  const isThere = PRESENCE_VERBS.has(own.verb) && predicate !== '';
  if (own.verb === '' || own.noun !== '' || isHelp || isThere) return undefined;
  return levelClaimOf(text, { verb: own.verb, noun: behind.noun });
};

/** 出台服务保障民营经济发展|20条措施 */
const issued: LevelRule<NounAfter> = (text) => {
  const { phrase, behind } = text;
  if (!PRESENCE_VERBS.has(phrase.verb) || phrase.noun.length < 2 || behind.predicate) return undefined;
  const noun = `${phrase.noun}${behind.noun}`;
  return levelClaimOf(text, { verb: phrase.verb, noun, label: levelLabel({ verb: '', noun }, text.unit) });
};

/** 追回养老钱|530万元存款: verb and object both stand before an amount. */
const amountOf: LevelRule<NounAfter> = (text) => {
  const { own, kind } = text;
  return own.verb !== '' && own.noun !== '' && kind === 'amount' ? levelClaimOf(text, own) : undefined;
};

/** 1478名|辅警|纳入工会组织 */
const thingAndPredicate: LevelRule<NounAfter> = (text) => {
  const { noun } = text.behind;
  const verb = text.figure.listed && sameDeed(text) ? text.memory.verb : '';
  const label = text.predicate ? predicated(noun, text.predicate, text.unit) : levelLabel({ verb, noun }, text.unit);
  return levelClaimOf(text, { verb, noun, label });
};

/** 1478名辅警纳入工会组织 → 纳入工会组织辅警数; 12起命案全破 → 命案破案数. */
function predicated(noun: string, predicate: string, unit: string): string {
  const suffix = MEASURED.test(noun) ? '' : unitSuffix(unit);
  return predicate === '破案' ? `${noun}破案数` : `${predicate}${noun}${suffix}`;
}

/** In this order; the last one takes what is left. */
export const NOUN_AFTER_RULES: readonly LevelRule<NounAfter>[] = [
  ofSomebody,
  together,
  broughtTo,
  formGroup,
  servesAs,
  helped,
  partNamedAfter,
  takesOnAverage,
  takes,
  personsAndTurn,
  awardsAfter,
  onlyPredicate,
  verbBefore,
  issued,
  amountOf,
  thingAndPredicate,
];
