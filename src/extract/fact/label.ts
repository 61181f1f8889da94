import type { Phrase } from './phrase.js';
import { DOMAIN, PRESENCE_VERBS, VERB_FIRST } from './words.js';

/** Endings that already say that something is counted or measured. */
export const MEASURED =
  /(?:数|量|率|额|金额|资金|损失|人次|次数|度|时间|时长|时限|用时|耗时|周期|占比|比例|比重|名次|排名|得分|满意度|安全感|总值|面积|成本|价值|流水|年数|天数|工资|容量|能力|规模)$/;
const TIMES_UNITS = /次$/;
const TIMES_NAMES: Readonly<Record<string, string>> = {
  次: '次数',
  场: '场次',
  期: '期数',
  趟: '次数',
  轮: '轮数',
  批: '批次',
  批次: '批次',
  笔: '笔数',
  户: '户数',
  课: '课时',
};
const PERSON_UNITS = new Set(['人', '名', '位']);
const PERSON_NOUN =
  /(?:人|者|员|警|师|手|代表|骨干|力量|队伍|干部|人才|专家|群众|居民|师生|学生|嫌疑人|对象|毕业生|个人|头目|志愿者|用户|客户|人士|义警|民警|辅警|能人|户)$/;
/** Groups, of which a number of persons says how many belong to them. */
const GROUP_NOUN = /(?:队伍|专班|战队)$/;
/** Verbs that go after their noun with a 数: 案件破案数 reads better than 破获案件数. */
const STAGE_FORM: Readonly<Record<string, string>> = {
  破获: '破案',
  告破: '破案',
  侦结: '侦结',
  立: '立案',
  发: '发案',
  破: '破案',
};

/** The form under which a verb stands in a label: 破获 → 破案. */
export const stageForm = (verb: string): string => STAGE_FORM[verb] ?? verb;

/** Name of what is counted by its unit where nothing else names it. */
export function unitSuffix(unit: string): string {
  if (unit === '元') return '金额';
  if (/^(?:公斤|千克|克|吨|斤|升|毫升)$/.test(unit)) return '量';
  if (/^(?:秒|分钟|小时|个小时|天|个月|工作日|个工作日)$/.test(unit)) return '时间';
  if (unit in TIMES_NAMES) return TIMES_NAMES[unit] ?? '数';
  if (TIMES_UNITS.test(unit)) return unit.replace(/[（()）]/g, '');
  return '数';
}

const verbAfterPerson = (noun: string): boolean =>
  /^(?:群众|企业|居民|村民|商户|老人|农民工)(?:解决|讨回|追回|挽回|找回|办理|化解|破解)/.test(noun);

/** Joins verb, noun and measure to a short name: 矛盾纠纷 + 化解 + 起 → 矛盾纠纷化解数. */
export function levelLabel(phrase: Phrase, unit: string): string {
  // 八类案件仅发生41起
  const noun = phrase.noun.replace(/(?<=案件?)(?:仅|只|共|累计)*发生$/, '发案');
  const verb = phrase.verb.replace(/[了、]$/, '');
  const suffix = unitSuffix(unit);
  if (unit === '元') {
    const body = PRESENCE_VERBS.has(verb) ? noun : `${verb}${noun}`;
    return MEASURED.test(body) ? body : `${body}金额`;
  }
  if (noun === '') {
    if (verb === '') return '';
    if (verb === '缴毒') return '缴获毒品量';
    if (PERSON_UNITS.has(unit)) return `${verb}人数`;
    return `${STAGE_FORM[verb] ?? verb}${suffix}`;
  }
  if (verb === '') return finish(noun, unit, suffix);
  // 记二等功3人, 立三等功27人: a merit is had
  if (/^[记立]$/.test(verb) && /(?:等功|嘉奖)$/.test(noun))
    return `荣立${noun}${PERSON_UNITS.has(unit) ? '人数' : '数'}`;
  // 帮助群众解决急难愁盼问题3,406件: the whole says what was done
  if (/^(?:帮助|协助|帮)$/.test(verb) && verbAfterPerson(noun)) return `${verb}${noun}${suffix}`;
  const times = suffix !== '数';
  // 开展警务督察72次 → 警务督察次数
  if (times && /^(?:开展|举办|举行|组织|组织开展|召开)$/.test(verb)) return finish(noun, unit, suffix);
  // 发生刑事案件120起: that they occurred is a stage; of accidents it goes without saying
  if (verb === '发生' && /(?:案件|案|警情)$/.test(noun)) return `${noun}发案数`;
  if (PRESENCE_VERBS.has(verb)) return finish(noun, unit, suffix);
  if (times && unit !== '户' && unit !== '笔')
    return MEASURED.test(noun) ? `${verb}${noun}` : `${verb}${noun}${suffix}`;
  if (verb === '走访' && (unit === '户' || PERSON_UNITS.has(unit)))
    return `${verb}${noun}${unit === '户' ? '户数' : '人数'}`;
  if (suffix === '量') return `${verb}${noun}${suffix}`;
  if (VERB_FIRST.has(verb) || noun.length > 14) return MEASURED.test(noun) ? `${verb}${noun}` : `${verb}${noun}数`;
  const bare = noun.replace(/(?:数量|人数|数)$/, '');
  return `${bare}${STAGE_FORM[verb] ?? verb}数`;
}

function finish(noun: string, unit: string, suffix: string): string {
  if (MEASURED.test(noun)) return noun;
  if (PERSON_UNITS.has(unit) && (GROUP_NOUN.test(noun) || !PERSON_NOUN.test(noun))) return `${noun}人数`;
  return `${noun}${suffix}`;
}

/** True when a name says by itself which field it is about. */
export function hasDomain(text: string): boolean {
  return DOMAIN.test(text);
}

/** Nouns so general that they take the field of the clause before: 破案数, 抓获犯罪嫌疑人, 挽回损失, 核查率. */
const GENERAL =
  /^(?:共|又|已|累计)?(?:破案|破获(?:各类)?(?:案件)?数|立案|发案|打处|打击处理|抓获|抓捕|刑拘|刑事拘留|逮捕|起诉|移送起诉|挽回|挽损|追赃|追缴|追回|避免|止损|减少|群众(?=损失|被骗|财产|资金|直接|经济)|财产|人民|直接|经济|损失|案损|涉案|犯罪嫌疑人|嫌疑人|违法犯罪嫌疑人|单月立案|全年立案|被骗|案值|降幅)/;

/** True when a label should carry the field of an earlier clause. */
export function wantsDomain(label: string): boolean {
  return !hasDomain(label) && GENERAL.test(label);
}

/** The field named in a text, as short as it can be said: 涉企违法犯罪案件 → 涉企违法犯罪, 电信网络诈骗案件 → 电信网络诈骗. */
export function domainOf(text: string): string | null {
  const match = DOMAIN.exec(text);
  if (!match || match[0] === '企业' || match[0] === '道路交通') return null;
  const rest = text.slice(match.index);
  const noun = /^[^，,。；;\d“”]{2,24}?(?:案件|(?<![立发破受])案|犯罪|诈骗)(?!嫌疑)/.exec(rest)?.[0] ?? match[0];
  return noun.replace(/(?:案件|案)$/, '').replace(/^反诈$/, '电诈');
}

/** Quotation marks balanced and spaces gone. */
export function tidy(label: string): string {
  let text = label
    .replace(/\s+/g, '')
    .replace(/^(?:[、，,：:和与及的]|等(?![候待级]))+/, '')
    .replace(/[、，,：:和与及]+$/, '');
  const open = (text.match(/“/g) ?? []).length;
  const close = (text.match(/”/g) ?? []).length;
  if (open !== close) text = open > close ? text.replace(/“(?=[^”]*$)/, '') : text.replace(/”/, '');
  return text;
}
