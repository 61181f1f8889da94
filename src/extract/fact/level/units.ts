import type { FactKind } from '../../../model/finding.js';

const AMOUNTS = new Set(['元', '公斤', '千克', '克', '吨', '斤', '毫克', '升', '毫升', '美元', '港元', '欧元']);
const DURATIONS = new Set([
  '秒',
  '分钟',
  '小时',
  '天',
  '个月',
  '月',
  '年',
  '周',
  '日',
  '工作日',
  '个工作日',
  '个小时',
  '晚',
]);
const OTHERS = new Set([
  '平方米',
  '平方公里',
  '公里',
  '米',
  '千米',
  '里',
  '亩',
  '公顷',
  '分',
  '步',
  '度',
  '海里',
  '岁',
]);
const PERSONS = new Set(['人', '名', '位']);
const CASES = new Set(['起', '件', '宗', '例']);
/** Units that are nouns by themselves: 3个省份, 12个窗口. */
const NOUN_UNIT =
  /^(?:省份|省市|社区|小区|街道|乡镇|园区|网格|学校|部门|单位|窗口|点位|网点|站点|卡口|卡点|城市|企业|村|用户)$/;

/** What kind of figure a plain number with this unit is. */
export function kindOfUnit(unit: string): FactKind {
  if (AMOUNTS.has(unit)) return 'amount';
  if (DURATIONS.has(unit)) return 'duration';
  if (OTHERS.has(unit)) return 'other';
  return 'count';
}

/** 人, 名, 位. */
export const countsPersons = (unit: string): boolean => PERSONS.has(unit);

/** 起, 件, 宗, 例: two of them count the same things. */
export const countCases = (one: string, other: string): boolean => CASES.has(one) && CASES.has(other);

/** True for a unit that names what it counts. */
export const isNounUnit = (unit: string): boolean => NOUN_UNIT.test(unit);

/** The measure word that goes without saying, by the words around the figure: 注册用户突破20万, 超10万客流. */
export function unsaidUnit(noun: string, after: string): string {
  const around = `${noun}${after}`;
  if (/[率比]$|指数$|系数$/.test(noun)) return '';
  if (/^用户|用户$/.test(after.trim().slice(0, 2))) return '用户';
  if (/客流|游客|人流|旅客|观众|人次/.test(around)) return '人次';
  if (/用户|注册|驾驶人|志愿者|会员|粉丝|人口|群众|民警|人员|学生|居民/.test(around)) return '人';
  if (/人数|人员$/.test(noun)) return '人';
  if (/案|警情|发案|事故/.test(around)) return '起';
  return '个';
}
