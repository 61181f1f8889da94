import { type Candidate, isNobodysDeed, type SkipRule } from './rule.js';

const SMALL_CHINESE = /^[一二两三四五六七八九十]{1,2}$/;
/** Things that small Chinese numerals merely group: 两个平台, 六项重点工作, 三个方面. */
const GROUPS =
  /^(?:[一-鿿“”]{0,8}?)(?:方面|层面|维度|平台|环节|重点|关键|目标|领域|机制|体系|原则|阶段|步骤|专班|工作|任务|抓手|举措|指标|要素|优势|问题|主题|行动|工程|活动|阵地|中心|战场|字|坚持|聚焦|强化|办法|效果|高发案件|结合|转变|统一|到位|必须|最|更|不|度|实事|红线|底线|战役|课题|文章|难题|清单|主线|文件|建设|攻坚战|提升|驱动|同步|创新|载体|队伍|模块|功能|难点|痛点|指数|大局|大事|事(?!项|故|件|宜)|环|条线|关口|点)/;
const ABSTRACT_UNITS = new Set([
  '个',
  '项',
  '类',
  '种',
  '大',
  '条',
  '方面',
  '张',
  '道',
  '把',
  '块',
  '本',
  '级',
  '重',
  '步',
  '件',
  '轮',
  '场',
  '届',
  '线',
  '头',
  '面',
  '层',
  '套',
]);
const TOLD_UNITS = new Set([
  '户',
  '家',
  '条',
  '张',
  '轮',
  '层',
  '位',
  '人',
  '天',
  '把',
  '杯',
  '碗',
  '句',
  '趟',
  '头',
  '口',
  '双',
  '对',
]);
const DURATION_UNITS = new Set([
  '年',
  '个月',
  '月',
  '天',
  '小时',
  '个小时',
  '周',
  '日',
  '分钟',
  '秒',
  '工作日',
  '个工作日',
]);
const DURATION_WORDS =
  /[降减缩压升增改变调](?:至|到|为|成)|时间|时长|时限|周期|用时|耗时|期限|缩短|压缩|压减|延长|最长|长达|达|平均|人均|超过|仅用|只用|仅|内|就|用了?|步行|后|前|快|闹了|走了|为期|无|未|不到|还有|时隔/;

/** 工程三期, 第二期: an instalment; 在两届…大赛上: editions. */
const instalment: SkipRule = {
  reason: 'instalment',
  applies: ({ unit, isChinese, before }) => (unit === '期' && isChinese) || (unit === '届' && !/连续/.test(before)),
};

const LEAGUE =
  /(?:市|单位|部门|县|区|局|州|国|地区|队|派出所|城市|）|\))(?:里|中|内|公安机关)?(?:的)?(?:综合|年度)?(?:考评|测评|考核|评比|评价)?(?:里|中|内)?(?:排名|排|位列|位居|列|居|名列)?$/;

/** 在全省13个设区市里|排名第四, 列26个参评单位|第3位: the size of the league. */
const league: SkipRule = {
  reason: 'league',
  applies: ({ figure, clause, before, after }) => {
    const next = clause.figures[clause.figures.indexOf(figure) + 1];
    const isOneThing = !/[、]/.test(after.replace(/[（(][^（()）]{1,8}[)）]/g, ''));
    if (next?.quantity.form === 'rank' && after.length <= 16 && isOneThing && LEAGUE.test(after)) return true;
    // 在全省19个市州中，破案率排名第三
    return /^在[^，,]{0,8}$/.test(before.trim()) && /^[^，,]{1,12}(?:中|里|内)$/.test(after.trim());
  },
};

/** 超八成纠纷在24小时内|化解: how soon, not how much. */
const limit: SkipRule = {
  reason: 'limit',
  applies: ({ unit, head, quantity, figure, clause }) =>
    DURATION_UNITS.has(unit) &&
    /在$/.test(head) &&
    /内$/.test(quantity.printed) &&
    clause.figures.some((other) => other !== figure && /^(?:percent|tenth|fraction)$/.test(other.quantity.form)),
};

/** 受骗后30分钟内|报警的, 24小时内|由所领导包办: a condition, a rule. */
const condition: SkipRule = {
  reason: 'condition',
  applies: ({ unit, quantity, after }) =>
    DURATION_UNITS.has(unit) && /内$/.test(quantity.printed) && /^(?:[一-鿿]{1,6}的$|由|必须|应当)/.test(after.trim()),
};

/** 仅9月和10月|两个月, 2022年、2023年|两年: how many have just been named. */
const apposition: SkipRule = {
  reason: 'apposition',
  applies: ({ unit, head }) =>
    /^(?:个月|月|年|个年头)$/.test(unit) &&
    /[、和及至到—-](?:第?[一二三四\d]{1,4})?(?:月份?|年|季度)(?:这)?$/.test(head),
};

/** 每|10万人0.38起 */
const perHead: SkipRule = { reason: 'per', applies: ({ head }) => /每$/.test(head) };

/** 前|三名: places, whoever holds them. */
const firstPlaces: SkipRule = {
  reason: 'top places',
  applies: ({ isChinese, before, unit }) => isChinese && /前$/.test(before) && /^[名位]$/.test(unit),
};

/** 一个|好的开端 */
const indefiniteOne: SkipRule = {
  reason: 'indefinite one',
  applies: ({ numeral, unit }) => numeral === '一' && unit !== '%',
};

/** 两户|人家, 四条|长凳, 两轮|大范围冰冻天气: told things, not work that was counted. */
const toldThing: SkipRule = {
  reason: 'told',
  applies: (candidate) => {
    const { isChinese, quantity, unit, after } = candidate;
    return (
      isChinese &&
      quantity.value <= 10 &&
      quantity.approx === 'exact' &&
      TOLD_UNITS.has(unit) &&
      after.length > 1 &&
      !/[、，]/.test(after[0] ?? '') &&
      isNobodysDeed(candidate)
    );
  },
};

/** “跑了两趟就办好了” */
const said: SkipRule = {
  reason: 'told',
  applies: ({ isChinese, quantity, unit, clause }) =>
    clause.inSpeech && (isChinese || quantity.flags.includes('vague')) && unit !== '',
};

/** 转账超过2万元的, 10万元以上的大案, 千万元以上特大案件: a condition on a noun. */
const attribute: SkipRule = {
  reason: 'attribute',
  applies: (candidate) => {
    const { after, quantity, unit } = candidate;
    if (after.trim() === '的') return true;
    if (!/以上$|以下$/.test(quantity.printed)) return false;
    return /^的/.test(after) || (unit === '元' && /^[一-鿿]/.test(after) && isNobodysDeed(candidate));
  },
};

/** 数千元|到上万元不等 */
const vague: SkipRule = {
  reason: 'vague',
  applies: ({ unit, after, quantity, clause }) =>
    unit === '元' &&
    /^(?:到|至|不等)/.test(after.trim()) &&
    (quantity.flags.includes('vague') || /不等/.test(clause.text)),
};

/** 万家灯火, 万人以上大型活动 */
const idiom: SkipRule = {
  reason: 'idiom',
  applies: ({ numeral, quantity }) =>
    /^[十百千万]$/.test(numeral) && (quantity.approx === 'exact' ? numeral === '万' : /以上$/.test(quantity.printed)),
};

/** 三次集中行动期间, 分两批次|对261起案件, 四波次|会战: how it was done. */
const manner: SkipRule = {
  reason: 'manner',
  applies: ({ isChinese, quantity, unit, after }) => {
    if (!isChinese) return false;
    if (/^(?:波|波次)$/.test(unit)) return true;
    return quantity.value <= 10 && /^(?:次|批|批次|轮)$/.test(unit) && /^次?(?:对|[一-鿿]{0,10}期间)/.test(after);
  },
};

/** 千人|发案率, 万人|警力比 */
const inNameOfRate: SkipRule = {
  reason: 'per',
  applies: ({ numeral, unit, after }) =>
    /^[百千万]$/.test(numeral) && unit === '人' && /^[一-鿿]{0,5}(?:率|比(?!武)|大会|大走访)/.test(after),
};

/** 为群众办好每一件|事 */
const errands: SkipRule = {
  reason: 'errands',
  applies: ({ unit, after }) => unit === '件' && /^事(?![项故件宜])/.test(after),
};

/** 24小时|值守, 365天 */
const roundTheClock: SkipRule = {
  reason: 'round the clock',
  applies: ({ unit, quantity: { value, printed }, after }) => {
    if (unit === '小时') return (value === 24 || value === 8) && !/内$/.test(printed) && !/^(?:之)?内/.test(after);
    return unit === '天' && (value === 365 || value === 7);
  },
};

/** 三年|行动: years that nothing took. */
const bareYears: SkipRule = {
  reason: 'bare years',
  applies: ({ unit, before, quantity }) =>
    unit === '年' &&
    !/长达|达|最长|为期|时隔|闹了|走了|跨度|历时|平均|不到|不足/.test(before.slice(-8) + quantity.printed),
};

/** A time that passed; 参与巡防|46万小时, 飞行|1200小时 are hours that were worked. */
const isTimeSpan = ({ unit, quantity }: Candidate): boolean =>
  DURATION_UNITS.has(unit) && !(quantity.value >= 100 && /小时$/.test(unit));

/** 两个月|里走遍全村: a time that nothing took. */
const bareDuration: SkipRule = {
  reason: 'bare duration',
  applies: (candidate) => {
    const { before, quantity, after } = candidate;
    return isTimeSpan(candidate) && !DURATION_WORDS.test(before.slice(-14) + quantity.printed + after.slice(0, 8));
  },
};

/** 百日|行动, 三年|规划 */
const timeInName: SkipRule = {
  reason: 'name',
  applies: (candidate) =>
    isTimeSpan(candidate) && /^(?:的?(?:时间)?(?:行动|专项|工程|规划|计划))/.test(candidate.after),
};

/** 两个|平台, 六项|重点工作 */
const grouping: SkipRule = {
  reason: 'grouping numeral',
  applies: ({ numeral, quantity, unit, after }) =>
    SMALL_CHINESE.test(numeral) && quantity.value <= 10 && ABSTRACT_UNITS.has(unit) && GROUPS.test(after.trim()),
};

/** 五分钟|到场率, 30分钟以上|的警情 */
const timeAsAttribute: SkipRule = {
  reason: 'attribute',
  applies: ({ unit, before, after }) => {
    if (!DURATION_UNITS.has(unit)) return false;
    if (/^[一-鿿]{1,5}率/.test(after)) return true;
    return /^(?:以上|及以上|以下)?的/.test(after) && after.length > 3 && !/最长/.test(before);
  },
};

/** 第|三季 */
const ordinalPart: SkipRule = {
  reason: 'ordinal',
  applies: ({ head, unit }) => /第$/.test(head) && unit !== '%',
};

/** Rules for plain numbers that say how something was, and not how much of it there was. The first that applies gives the reason. */
export const LEVEL_RULES: readonly SkipRule[] = [
  instalment,
  league,
  limit,
  condition,
  apposition,
  perHead,
  firstPlaces,
  indefiniteOne,
  toldThing,
  said,
  attribute,
  vague,
  idiom,
  manner,
  inNameOfRate,
  errands,
  roundTheClock,
  bareYears,
  bareDuration,
  timeInName,
  grouping,
  timeAsAttribute,
  ordinalPart,
];
