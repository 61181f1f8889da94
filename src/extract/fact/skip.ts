import type { Clause, Figure } from './clause.js';
import { readPhrase } from './phrase.js';

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
  /[降减缩压升增改变调](?:至|到|为|成)|时间|时长|时限|周期|用时|耗时|期限|缩短|压缩|压减|延长|最长|长达|达|平均|超过|仅用|只用|仅|内|就|用了?|步行|后|前|快|闹了|走了|为期|无|未|不到|还有|时隔/;

/** Why a quantity is no claim, or null where it may be one. */
export function skipReason(figure: Figure, clause: Clause): string | null {
  const { quantity, before, after } = figure;
  const { unit } = quantity;
  const numeral = clause.text.slice(
    quantity.numberSpan.start - clause.span.start,
    quantity.numberSpan.end - clause.span.start,
  );
  if (quantity.flags.includes('indefinite')) return 'indefinite';
  if (unit === '岁') return 'age';
  const chinese = /^[一二两三四五六七八九十]+$/.test(numeral);
  // 工程三期, 第二期: an instalment; 在两届…大赛上: editions
  if (quantity.form === 'level' && ((unit === '期' && chinese) || (unit === '届' && !/连续/.test(before))))
    return 'instalment';
  // 在全省13个设区市里排名第四, 列26个参评单位第3位: the size of the league
  const next = clause.figures[clause.figures.indexOf(figure) + 1];
  if (
    quantity.form === 'level' &&
    next?.quantity.form === 'rank' &&
    after.length <= 16 &&
    !/[、]/.test(after.replace(/[（(][^（()）]{1,8}[)）]/g, '')) &&
    /(?:市|单位|部门|县|区|局|州|国|地区|队|派出所|城市|）|\))(?:里|中|内|公安机关)?(?:的)?(?:综合|年度)?(?:考评|测评|考核|评比|评价)?(?:里|中|内)?(?:排名|排|位列|位居|列|居|名列)?$/.test(
      after,
    )
  )
    return 'league';
  // 在全省19个市州中，破案率排名第三
  if (
    quantity.form === 'level' &&
    /^在[^，,]{0,8}$/.test(before.trim()) &&
    /^[^，,]{1,12}(?:中|里|内)$/.test(after.trim())
  )
    return 'league';
  // 超八成纠纷在24小时内化解: how soon, not how much
  if (
    quantity.form === 'level' &&
    DURATION_UNITS.has(unit) &&
    /在$/.test(before.trimEnd()) &&
    /内$/.test(quantity.printed) &&
    clause.figures.some((f) => f !== figure && /^(?:percent|tenth|fraction)$/.test(f.quantity.form))
  )
    return 'limit';
  // 受骗后30分钟内报警的, 24小时内由所领导包办: a condition, a rule
  if (
    quantity.form === 'level' &&
    DURATION_UNITS.has(unit) &&
    /内$/.test(quantity.printed) &&
    /^(?:[一-鿿]{1,6}的$|由|必须|应当)/.test(after.trim())
  )
    return 'condition';
  // 仅9月和10月两个月, 2022年、2023年两年: how many have just been named
  if (
    quantity.form === 'level' &&
    /^(?:个月|月|年|个年头)$/.test(unit) &&
    /[、和及至到—-](?:第?[一二三四\d]{1,4})?(?:月份?|年|季度)(?:这)?$/.test(before.trimEnd())
  )
    return 'apposition';
  // 每10万人0.38起
  if (quantity.form === 'level' && /每$/.test(before.trimEnd())) return 'per';
  // 现代五项, 铁人三项
  if (chinese && /(?:现代|铁人|十项)$/.test(before)) return 'name';
  // 前三名: places, whoever holds them
  if (quantity.form === 'level' && chinese && /前$/.test(before) && /^[名位]$/.test(unit)) return 'top places';
  if (quantity.form === 'level') {
    if (/^一$|^1$/.test(numeral) && !/^\d/.test(numeral) && unit !== '%') return 'indefinite one';
    // 两户人家, 四条长凳, 两轮大范围冰冻天气: told things, not work that was counted
    if (
      chinese &&
      quantity.value <= 10 &&
      quantity.approx === 'exact' &&
      TOLD_UNITS.has(unit) &&
      after.length > 1 &&
      !/[、，]/.test(after[0] ?? '') &&
      readPhrase(before).verb === ''
    )
      return 'told';
    if (clause.inSpeech && (chinese || quantity.flags.includes('vague')) && unit !== '') return 'told';
    // 转账超过2万元的, 10万元以上的大案, 千万元以上特大案件: a condition on a noun
    if (
      after.trim() === '的' ||
      (/以上$|以下$/.test(quantity.printed) &&
        (/^的/.test(after) || (unit === '元' && /^[一-鿿]/.test(after) && readPhrase(before).verb === '')))
    )
      return 'attribute';
    if (
      unit === '元' &&
      /^(?:到|至|不等)/.test(after.trim()) &&
      (quantity.flags.includes('vague') || /不等/.test(clause.text))
    )
      return 'vague';
    // 万家, 万人警力比, 万人以上大型活动
    if (
      /^[十百千万]$/.test(numeral) &&
      (quantity.approx === 'exact' ? numeral === '万' : /以上$/.test(quantity.printed))
    )
      return 'idiom';
    // 三次集中行动期间, 分两批次对261起案件: how it was done
    if (
      chinese &&
      quantity.value <= 10 &&
      /^(?:次|波|批|批次|波次|轮)$/.test(unit) &&
      /^次?(?:对|[一-鿿]{0,10}期间)/.test(after)
    )
      return 'manner';
    // 四波次会战, 千人发案率, 万人警力比
    if (chinese && /^(?:波|波次)$/.test(unit)) return 'manner';
    if (/^[百千万]$/.test(numeral) && unit === '人' && /^[一-鿿]{0,5}(?:率|比(?!武)|大会|大走访)/.test(after))
      return 'per';
    if (/^件$/.test(unit) && /^事(?![项故件宜])/.test(after)) return 'errands';
    // 24小时值守, 365天
    if (
      (unit === '小时' &&
        (quantity.value === 24 || quantity.value === 8) &&
        !/内$/.test(quantity.printed) &&
        !/^(?:之)?内/.test(after)) ||
      (unit === '天' && (quantity.value === 365 || quantity.value === 7))
    )
      return 'round the clock';
    if (
      unit === '年' &&
      !/长达|达|最长|为期|时隔|闹了|走了|跨度|历时|平均|不到|不足/.test(before.slice(-8) + quantity.printed)
    )
      return 'bare years';
    // 参与巡防46万小时, 飞行1200小时: hours that were worked
    const worked = quantity.value >= 100 && /小时$/.test(unit);
    if (DURATION_UNITS.has(unit) && !worked) {
      if (!DURATION_WORDS.test(before.slice(-14) + quantity.printed + after.slice(0, 8))) return 'bare duration';
      if (/^(?:的?(?:时间)?(?:行动|专项|工程|规划|计划))/.test(after)) return 'name';
    }
    if (SMALL_CHINESE.test(numeral) && quantity.value <= 10 && ABSTRACT_UNITS.has(unit) && GROUPS.test(after.trim()))
      return 'grouping numeral';
    // 五分钟到场率
    if (DURATION_UNITS.has(unit) && /^[一-鿿]{1,5}率/.test(after)) return 'attribute';
    if (/^(?:以上|及以上|以下)?的/.test(after) && DURATION_UNITS.has(unit) && after.length > 3 && !/最长/.test(before))
      return 'attribute';
    if (/[第每]$/.test(before.trimEnd()) && unit !== '%') return 'ordinal or per';
  }
  // 没有一件上交
  if (
    quantity.flags.includes('negated') &&
    (/^(?:引发|引起|导致|酿成|造成|升级|转化|转为|演变|发展|激化|上交|外溢)/.test(after) ||
      !/^[^，,。]{0,14}(?:案件|案|事故|事件|警情|投诉|伤亡)/.test(after))
  )
    return 'negated';
  if (
    quantity.rule === 'quantity/half' &&
    quantity.approx === 'exact' &&
    !/占|的$/.test(before) &&
    !quantity.flags.includes('halved') &&
    !quantity.flags.includes('halved-by')
  )
    return 'half';
  // 328个小区实现零发案: the zero is what is counted about them
  if (
    quantity.form === 'zero' &&
    clause.figures.some((f) => f.quantity.form !== 'zero' && skipReason(f, clause) === null)
  )
    return 'zero beside a figure';
  if (quantity.form === 'rank' && /^[^，。]{0,3}(?:个|届|批|届|次会议|轮|期|时间|线|手|责任|要务|位的)/.test(after))
    return 'ordinal';
  if (quantity.flags.includes('top') && clause.figures.some((f) => f !== figure && f.quantity.form === 'level'))
    return 'top places';
  if (quantity.flags.includes('top') && !/排|列|居|进入|跻身|评/.test(before)) return 'top places';
  return null;
}
