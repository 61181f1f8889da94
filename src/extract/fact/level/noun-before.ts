import { levelLabel, MEASURED, tidy } from '../label.js';
import { type Phrase, verbAt } from '../phrase.js';
import { awardByGrade } from './awards.js';
import { levelClaimOf } from './claim.js';
import type { FigureText } from './figure-text.js';
import { carriesVerb, countableIn, linkedPrefix, sameDeed, sameDeedNoun, withHead, withKind } from './lists.js';
import type { LevelRule } from './rule.js';
import { countCases, countsPersons } from './units.js';

/** Rules for figures whose thing stands before them, in their own clause or an earlier one: 矛盾纠纷|1.2万起. */

const PART_NAMED = /^((?!其中|总)[一-鿿\d]{2,12}?)的(?:就?有|仅有|仅|占|共有|共)?$/;

/** 当场调和的有311起, 逾期未还的12件: a part named by what became of it. */
export const partByOutcome: LevelRule = (text) => {
  const { memory, nounFollows } = text;
  const outcome = PART_NAMED.exec(text.lead)?.[1];
  if (nounFollows || !outcome || (memory.noun === '' && memory.claims.length > 0)) return undefined;
  const whole = memory.noun !== '' ? memory.noun.replace(/(?:数|总数|总量)$/, '') : countableIn(memory.topic);
  if (whole === '' || outcome.includes(whole)) return undefined;
  return levelClaimOf(text, { verb: '', noun: `${outcome}${whole}`, leansBack: true });
};

/** 日均|270余起, 人均|节约: the rate of what was counted before. */
const ratePerDay: LevelRule = (text) => {
  const { phrase, memory } = text;
  if (!/^(?:日均|月均|年均|人均|户均)$/.test(phrase.noun)) return undefined;
  const base = memory.label.replace(/^(?:日均|月均)/, '');
  if (base === '') return null;
  return levelClaimOf(text, { verb: memory.verb, noun: memory.noun, label: `${phrase.noun}${base}`, leansBack: true });
};

/** 社区民警1213人，每万人口配备4.2人 */
const postedPerHead: LevelRule = (text) => {
  const { phrase, memory } = text;
  const perHead = /^(每[十百千万\d]{1,4}(?:人口?|名群众|辆车))(?:配备|拥有|配有|有)?$/.exec(phrase.noun || text.before);
  if (!perHead?.[1] || memory.noun === '') return undefined;
  const label = `${perHead[1]}${memory.noun}数`;
  return levelClaimOf(text, { verb: '', noun: memory.noun, label, kind: 'ratio', leansBack: true });
};

/** 每10万人命案发案数为0.32起 */
const measuredPerHead: LevelRule = (text) => {
  const { phrase } = text;
  if (!/^每[十百千万\d]{1,4}人/.test(phrase.noun)) return undefined;
  const label = MEASURED.test(phrase.noun) ? phrase.noun : `${phrase.noun}数`;
  return levelClaimOf(text, { ...phrase, label, kind: 'ratio' });
};

/** 集体荣誉：市级以上21项: only the grade stands with the figure. */
const onlyGrade: LevelRule = (text) => {
  const { phrase, memory } = text;
  if (!/^(?:国家|省部?|市|县|区|厅|部)级(?:及?以上)?$/.test(phrase.noun)) return undefined;
  if (memory.topic === '' || memory.claims.length > 0) return undefined;
  return levelClaimOf(text, { verb: '', noun: `${phrase.noun}${tidy(memory.topic)}`, leansBack: true });
};

/** 归还遗失物品3827件、价值人民币约460万元: the worth of what was counted. */
const worthOfIt: LevelRule = (text) => {
  const { phrase, memory, unit } = text;
  const isWorth = /^(?:总)?(?:价值|涉案价值|案值|市值)(?:人民币|折合人民币|共计)?$/.test(phrase.noun);
  if (unit !== '元' || !isWorth || phrase.verb !== '' || memory.label === '' || memory.unit === '元') return undefined;
  const label = `${memory.label.replace(/(?:数|量)$/, '')}价值`;
  return levelClaimOf(text, { verb: '', noun: label, label, leansBack: true });
};

/** 全市绩效考核中，我局得分|98.2分 */
const scoreInContest: LevelRule = (text) => {
  const { phrase, memory, unit } = text;
  const isScore = /^(?:(?:我|本)?(?:[省市县区]?局|分局)|我[省市县区])?得分$/.test(phrase.noun);
  if (unit !== '分' || !isScore || memory.contest === '') return undefined;
  return levelClaimOf(text, { ...phrase, label: `${memory.contest}得分`, leansBack: true });
};

/** 千人发案率0.61, 万人警力比11.4 */
const bareRatio: LevelRule = (text) => {
  const { phrase, unit } = text;
  if (unit !== '' || !/[率比]$|指数$|系数$/.test(phrase.noun)) return undefined;
  return levelClaimOf(text, { ...phrase, label: `${phrase.verb}${phrase.noun}`, kind: 'ratio' });
};

/** 发生事故1052起、死亡163人: of the accidents just counted. */
const casualties: LevelRule = (text) => {
  const { phrase, memory, unit } = text;
  const words = phrase.verb + phrase.noun;
  if (!countsPersons(unit) || !/^(?:造成)?(?:死亡|受伤|伤亡|亡|伤)$/.test(words)) return undefined;
  const accident = /[一-鿿]{0,6}事故/.exec(memory.noun)?.[0] ?? '';
  const noun = `${accident}${words.replace(/^造成/, '')}`;
  return levelClaimOf(text, { verb: '', noun, label: `${noun}人数`, leansBack: accident !== '' });
};

/** 其中国家级|3项、省级11项; 省部级以上集体|5个、个人19名: parts of a total of awards. */
const awardsBefore: LevelRule = (text) => {
  const { phrase, memory } = text;
  if (phrase.verb !== '') return undefined;
  const [, grade = '', holder = ''] = /^(.*?)(集体|个人|单位|民警)?$/.exec(phrase.noun) ?? [];
  const label = awardByGrade(text, grade, holder);
  return label === null ? undefined : levelClaimOf(text, { verb: '', noun: memory.noun, label, leansBack: true });
};

/** 破获刑事案件|5.7万起: the noun stands right before the figure, with its verb or the one of the clause before. */
const thingBefore: LevelRule = (text) => {
  const { phrase, memory, figure, unit, isPart } = text;
  if (phrase.noun === '') return undefined;
  const hasOwnDeed = phrase.verb === '' && verbAt(phrase.noun).length >= 2;
  const isCarried = isPart || (figure.listed && sameDeed(text)) || carriesVerb(text, phrase.noun);
  const carried = !hasOwnDeed && isCarried && !phrase.noun.includes(memory.verb) ? memory.verb : '';
  const verb = phrase.verb || carried;
  const sameUnit = unit === memory.unit || countCases(unit, memory.unit);
  const headed =
    (isPart || figure.listed) && sameUnit
      ? withHead(figure.listed ? withKind(phrase.noun, memory.noun) : phrase.noun, memory.noun)
      : phrase.noun;
  // 因公牺牲民警2名、辅警1名
  const fate = figure.listed && countsPersons(unit) ? (/^因公(?:牺牲|负伤|殉职)/.exec(memory.noun)?.[0] ?? '') : '';
  const noun = fate !== '' && !/牺牲|负伤|殉职/.test(headed) ? fate + headed : headed;
  const label = linkedPrefix(text, phrase) + levelLabel({ verb, noun }, unit);
  return levelClaimOf(text, { verb, noun, label, leansBack: isPart });
};

/** 破获刑事案件5.7万起…,2023年破案|1.24万起: only the deed stands before the figure. */
const deedBefore: LevelRule = (text) => {
  const { phrase, memory, unit } = text;
  if (phrase.verb === '') return undefined;
  const isThing = !countsPersons(unit) && unit !== '元';
  const twin = isThing ? sameDeedNoun(memory, phrase.verb, unit) : '';
  // 像这样的纠纷,全所一共接到356起: the thing stands in the clause before
  const told = isThing && memory.claims.length === 0 ? countableIn(memory.topic) : '';
  const noun = twin || nounTakenUp(text, phrase) || told;
  // 调处纠纷3860件，当场调处2950件: not the same again
  const manner = noun === '' ? '' : (/(?:当场|就地)(?=[一-鿿]{0,3}$)/.exec(text.before)?.[0] ?? '');
  const label = levelLabel({ verb: `${manner}${phrase.verb}`, noun }, unit);
  return levelClaimOf(text, { verb: phrase.verb, noun, label, leansBack: noun !== '' });
};

/** 受理案件120起，办结|118起: the noun counted last, where it is counted in the same unit; empty for none. */
function nounTakenUp({ memory, unit, isPart }: FigureText, { verb }: Phrase): string {
  const sameUnit = (unit === memory.unit && unit !== '元') || countCases(unit, memory.unit);
  const isStage = /拘留|逮捕|起诉|刑拘|批捕|判|处罚|强制|抓获|打击处理|打处/.test(verb);
  const takesUp = sameUnit && (!countsPersons(unit) || (isPart && !isStage));
  return takesUp ? memory.noun.replace(/(?<=案件)(?:发案|立案|受案|受理)$/, '') : '';
}

/** In this order; what none of them knows has neither noun nor verb beside it. */
export const NOUN_BEFORE_RULES: readonly LevelRule[] = [
  ratePerDay,
  postedPerHead,
  measuredPerHead,
  onlyGrade,
  worthOfIt,
  scoreInContest,
  bareRatio,
  casualties,
  awardsBefore,
  thingBefore,
  deedBefore,
];
