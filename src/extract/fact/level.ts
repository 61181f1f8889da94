import type { FactKind } from '../../model/finding.js';
import { matchesOf } from '../../text/matches.js';
import { type ChangeVerb, changeBefore } from './change.js';
import { changeSubject } from './change-claim.js';
import { type Claim, claimOf, type Memory, type Setting } from './claim.js';
import { levelLabel, MEASURED, stageForm, tidy, unitSuffix, wantsDomain } from './label.js';
import { withoutTimes } from './period/find-times.js';
import { type Phrase, readAfter, readPhrase, stripLead, trimPredicate, verbAt } from './phrase.js';
import { contestIn } from './rank.js';
import { beginsWithVerb } from './subject.js';
import { PRESENCE_VERBS, VERBS } from './words.js';

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
const PERSON = new Set(['人', '名', '位']);
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

/** Words after a figure that are no noun of it. */
const NO_NOUN =
  /^(?:[)）】」”"、，,；;：:。]|大关|关口|整数关|占|同比|环比|较|比|达|为(?!的)|的(?:目标|任务)|左右|以上|以下|上下|和|及|与|并|以及|等|后|前|内|之|起来|不等|多次|全部落实|其中|均|系|次)/;
const INVESTED = /(?:投入|投资|花费|耗资|斥资|安排资金|筹资)$/;
/** 每10万人0.38起: a rate per head. */
const PER_HEAD = /每[十百千万\d]{0,4}(?:人|辆|户|起|件)$/;
const LAST_YEAR = /^(?:而|但)?(?:去年|上年|上一年)?同期(?:数)?(?:为|是|仅)?$/;

/** The verb a text ends with: 平台上线|324项; null for none. */
function verbEnding(text: string): string | null {
  for (const verb of VERBS) if (verb.length >= 2 && text.endsWith(verb)) return verb;
  return null;
}

/** The measure word, or the one that goes without saying: 注册用户突破20万, 超10万客流. */
function unitOf({ figure }: Setting, noun: string): string {
  const { unit } = figure.quantity;
  if (unit !== '') return unit;
  const around = `${noun}${figure.after}`;
  if (/[率比]$|指数$|系数$/.test(noun)) return '';
  if (/^用户|用户$/.test(figure.after.trim().slice(0, 2))) return '用户';
  if (/客流|游客|人流|旅客|观众|人次/.test(around)) return '人次';
  if (/用户|注册|驾驶人|志愿者|会员|粉丝|人口|群众|民警|人员|学生|居民/.test(around)) return '人';
  if (/人数|人员$/.test(noun)) return '人';
  if (/案|警情|发案|事故/.test(around)) return '起';
  return '个';
}

/** A plain number with a unit: how many, how much. Null where nothing says of what. */
export function levelClaim(setting: Setting): Claim | null {
  const { figure, memory, clause } = setting;
  const { unit } = figure.quantity;
  const after = figure.after.trim();
  const kind = kindOfUnit(unit);
  if (figure.quantity.rule === 'quantity/medal') return medals(setting);
  if (/^quantity\/(?:occurred|cleared)$/.test(figure.quantity.rule)) return occurredOrCleared(setting);
  const change = changeBefore(figure.before);
  if (change?.how === 'to') return arrived(setting, change, kind);
  const nounUnit = NOUN_UNIT.test(unit);
  const numberFirst =
    nounUnit ||
    (after.length > 0 &&
      (!NO_NOUN.test(after) || (/其中/.test(figure.before) && /^[为系属]/.test(after))) &&
      /^[一-鿿“"《A-Za-z0-9]/.test(after));
  // 荣立集体二等功一次、集体三等功|两次: 一次 is no figure, but its member of the list is over
  const before = figure.before.replace(/^.*[一-鿿]一[次个起项名]、(?=[一-鿿“])/s, '');
  const whole = readPhrase(before);
  // 调解成功1.76万起: how it went is part of the deed
  const read =
    whole.verb !== '' && /^(?:成功|到位|完毕)$/.test(whole.noun)
      ? { verb: `${whole.verb}${whole.noun}`, noun: '' }
      : whole;
  // 九溪有198人, 全市已有6200多名: the place is no thing, and 有 no deed; the clause before names it
  const phrase = memory.places.includes(read.noun)
    ? { verb: '', noun: '' }
    : /^(?:有|共有|现有|已有)$/.test(read.verb) && read.noun === ''
      ? { verb: '', noun: '' }
      : read;
  const part = /其中|包括|含/.test(figure.before) || clause.inBrackets;

  if (LAST_YEAR.test(figure.before.trim()) && memory.label !== '')
    return done(setting, kind, { verb: memory.verb, noun: memory.noun }, memory.label, true);

  // e.g. 投入2亿元,建成驾驶人考试中心: the object stands in the words after it or in the next clause
  if (unit === '元' && INVESTED.test(figure.before.replace(/[约近超了达\s]/g, '')) && phrase.noun === '') {
    const object = readPhrase((after || nextWords(setting)).replace(/[约近超\d].*$/s, ''));
    const verb = phrase.verb || '投入';
    return done(setting, kind, { verb, noun: object.noun }, `${object.noun}${verb}额`, false);
  }

  // 当场调和的有311起, 逾期未还的12件: a part named by what became of it
  const partNamed = PART_NAMED.exec(stripLead(withoutTimes(figure.before)).trim());
  if (!numberFirst && partNamed?.[1] && (memory.noun !== '' || memory.claims.length === 0)) {
    const whole = memory.noun !== '' ? memory.noun.replace(/(?:数|总数|总量)$/, '') : countable(memory.topic);
    if (whole !== '' && !partNamed[1].includes(whole))
      return done(
        setting,
        kind,
        { verb: '', noun: `${partNamed[1]}${whole}` },
        levelLabel({ verb: '', noun: `${partNamed[1]}${whole}` }, unit),
        true,
      );
  }

  if (numberFirst) {
    const following = clause.figures[clause.figures.indexOf(figure) + 1];
    // 为86名老人|追回养老钱530万元: what was done for them names them; 18项措施|惠及群众2100万人次 does not
    const runsOn =
      following !== undefined && !following.listed && following.quantity.unit !== '元' && phrase.verb === '';
    const first = readAfter(nounUnit ? unit + after : after, runsOn);
    const own = ownPhrase(phrase, figure.before);
    // 政务服务“微改革”推出的14项举措: whose they are stands before the 的
    const whose = /^(.{2,24}?)(?:推出|出台|制定|建立|实施|开展|打造|组建|设立|带来)?的(?:近|约|超)?$/.exec(
      stripLead(withoutTimes(figure.before)).trim(),
    )?.[1];
    if (whose && /”/.test(whose) && first.noun !== '' && first.noun.length <= 8 && !/[，,]/.test(whose))
      return done(
        setting,
        kind,
        { verb: '', noun: first.noun },
        levelLabel({ verb: '', noun: tidy(whose) + first.noun }, unit),
        false,
      );
    // 联合23家银行、3家通信运营商
    if (/(?:联合|会同|携手|协同)$/.test(figure.before.trim()) && first.noun !== '' && sharedPredicate(setting) === '')
      return done(setting, kind, { verb: '联合', noun: first.noun }, `联合${first.noun}数`, false);
    // 把“一窗通办”延伸到全部82个派出所: what was brought there
    const brought = BROUGHT.exec(figure.before.trim());
    if (brought?.[1] && brought[2] && first.noun !== '')
      return done(
        setting,
        kind,
        { verb: brought[2], noun: first.noun },
        levelLabel({ verb: '', noun: `${brought[1]}${brought[2]}${first.noun}` }, unit),
        false,
      );
    // “老兵调解队”由73名退役军人组成, 63人组成“和事佬联盟”
    const group =
      PERSON.has(unit) && /组成|构成/.test(after)
        ? (/(“[^”]{2,12}”|[一-鿿]{2,8}(?:队|团|联盟|专班))由(?:近|约)?$/.exec(figure.before.trim())?.[1] ??
          /(?:组成|构成)了?(“[^”]{2,12}”)/.exec(after)?.[1])
        : undefined;
    if (group) return done(setting, kind, { verb: '', noun: group }, `${group}人数`, false);
    // 为138名受害人追回|1,043万元: what was done for them names them
    if (
      PERSON.has(unit) &&
      following?.quantity.unit === '元' &&
      /(?:为|帮|帮助|向|给)(?:近|约)?$/.test(figure.before.trim()) &&
      first.predicate !== ''
    )
      return done(setting, kind, { verb: '', noun: first.noun }, predicated(first.noun, first.predicate, unit), false);
    // 其中3起为24年以上命案积案: the part is named behind its figure
    const namedPart = /^(?:为|系|属于?)(?!期)([^，,。；;]{2,20})$/.exec(after)?.[1];
    if (namedPart && part) {
      const noun = namedPart.replace(/的$/, '');
      return done(setting, kind, { verb: memory.verb, noun }, levelLabel({ verb: memory.verb, noun }, unit), false);
    }
    const unfinished =
      clause.figures.indexOf(figure) < clause.figures.length - 1 && verbAt(first.predicate) === first.predicate;
    const shared = (unfinished ? '' : first.predicate) || sharedPredicate(setting);
    // 预警信息平均2分10秒推送到责任民警, 平均2.3天办结: how long what stands before the figure takes
    const average = /^(.*?)平均(?:用时|耗时)?(?:约|仅|只需)?$/.exec(stripLead(withoutTimes(figure.before)).trim());
    const taken = kind === 'duration' ? verbAt(after.replace(/^(?:就|即可|可|便)/, '')) : '';
    if (average && taken !== '')
      return done(setting, kind, { verb: taken, noun: average[1] ?? '' }, `${average[1] ?? ''}平均${taken}用时`, false);
    // 仅用5分钟就赶到现场, 3天内办结
    if (kind === 'duration' && /^(?:就|才|便|即可|即|内|之内|左右)/.test(after)) {
      const deed = trimPredicate(after.replace(/^(?:之?内|左右)?(?:就|才|便|即可|即)?/, ''));
      return done(setting, kind, { verb: '', noun: deed }, `${deed}用时`, false);
    }
    if (first.noun === '' || isPredicate(first.noun)) {
      const predicate = trimPredicate(after);
      const person = PERSON.has(unit) || unit === '人次';
      const noun = own.noun || (person || /^(?:获|荣|被|受)/.test(predicate) ? '' : memory.noun);
      const label = `${noun}${predicate}${PERSON.has(unit) ? '人数' : unitSuffix(unit)}`;
      return done(setting, kind, { verb: own.verb, noun }, label, own.noun === '' && noun !== '');
    }
    const helps = /^(?:帮助|协助|组织|推动|引导|发动|动员|督促|指导|支持)$/.test(own.verb) && first.predicate !== '';
    if (own.verb !== '' && own.noun === '' && !helps && !(PRESENCE_VERBS.has(own.verb) && shared !== ''))
      return done(
        setting,
        kind,
        { verb: own.verb, noun: first.noun },
        levelLabel({ verb: own.verb, noun: first.noun }, unit),
        false,
      );
    // 出台服务保障民营经济发展20条措施
    if (phrase.verb !== '' && phrase.noun.length >= 2 && PRESENCE_VERBS.has(phrase.verb) && !first.predicate)
      return done(
        setting,
        kind,
        { verb: phrase.verb, noun: `${phrase.noun}${first.noun}` },
        levelLabel({ verb: '', noun: `${phrase.noun}${first.noun}` }, unit),
        false,
      );
    if (own.verb !== '' && own.noun !== '' && kind === 'amount')
      return done(setting, kind, own, levelLabel(own, unit), false);
    const named = { verb: figure.listed && sameDeed(setting) ? memory.verb : '', noun: first.noun };
    const label = shared ? predicated(first.noun, shared, unit) : levelLabel(named, unit);
    return done(setting, kind, { verb: named.verb, noun: first.noun }, label, false);
  }

  if (/^(?:日均|月均|年均|人均|户均)$/.test(phrase.noun)) {
    const base = memory.label.replace(/^(?:日均|月均)/, '');
    return base === ''
      ? null
      : done(setting, kind, { verb: memory.verb, noun: memory.noun }, `${phrase.noun}${base}`, true);
  }
  // 社区民警1213人，每万人口配备4.2人
  const perHead = /^(每[十百千万\d]{1,4}(?:人口?|名群众|辆车))(?:配备|拥有|配有|有)?$/.exec(
    phrase.noun || figure.before.trim(),
  );
  if (perHead?.[1] && memory.noun !== '')
    return done(setting, 'ratio', { verb: '', noun: memory.noun }, `${perHead[1]}${memory.noun}数`, true);
  // 每10万人命案发案数为0.32起
  if (/^每[十百千万\d]{1,4}人/.test(phrase.noun))
    return done(setting, 'ratio', phrase, MEASURED.test(phrase.noun) ? phrase.noun : `${phrase.noun}数`, false);
  // 集体荣誉：市级以上21项: only the grade stands with the figure
  if (
    /^(?:国家|省部?|市|县|区|厅|部)级(?:及?以上)?$/.test(phrase.noun) &&
    memory.topic !== '' &&
    memory.claims.length === 0
  )
    return done(
      setting,
      kind,
      { verb: '', noun: `${phrase.noun}${tidy(memory.topic)}` },
      levelLabel({ verb: '', noun: `${phrase.noun}${tidy(memory.topic)}` }, unit),
      true,
    );
  // 归还遗失物品3827件、价值人民币约460万元: the worth of what was counted
  const worth = /^(?:总)?(?:价值|涉案价值|案值|市值)(?:人民币|折合人民币|共计)?$/.exec(phrase.noun);
  if (unit === '元' && worth && phrase.verb === '' && memory.label !== '' && memory.unit !== '元') {
    const whole = memory.label.replace(/(?:数|量)$/, '');
    return done(setting, kind, { verb: '', noun: `${whole}价值` }, `${whole}价值`, true);
  }
  const score = unit === '分' ? /^(?:(?:我|本)?(?:[省市县区]?局|分局)|我[省市县区])?得分$/.test(phrase.noun) : false;
  if (score && memory.contest !== '') return done(setting, kind, phrase, `${memory.contest}得分`, true);
  // 千人发案率0.61, 万人警力比11.4
  if (unit === '' && /[率比]$|指数$|系数$/.test(phrase.noun))
    return done(setting, 'ratio', phrase, `${phrase.verb}${phrase.noun}`, false);
  // 发生事故1052起、死亡163人: of the accidents just counted
  if (PERSON.has(unit) && /^(?:造成)?(?:死亡|受伤|伤亡|亡|伤)$/.test(phrase.verb + phrase.noun)) {
    const accident = /[一-鿿]{0,6}事故/.exec(memory.noun)?.[0] ?? '';
    const casualties = `${accident}${(phrase.verb + phrase.noun).replace(/^造成/, '')}`;
    return done(setting, kind, { verb: '', noun: casualties }, `${casualties}人数`, accident !== '');
  }
  // 其中国家级3项、省级11项; 省部级以上集体5个、个人19名: parts of a total of awards
  const graded = GRADED.exec(phrase.noun);
  const award = graded && (part || figure.listed) ? awardCounted(memory) : '';
  if (graded && award !== '' && phrase.verb === '') {
    const before = memory.claims.at(-1);
    const inherited = graded[1] ?? (figure.listed && before ? (GRADE.exec(before.label)?.[0] ?? '') : '');
    const noun = `${inherited}${award}${graded[2] ?? ''}`;
    return done(setting, kind, { verb: '', noun: memory.noun }, `${noun}数`, true);
  }
  if (phrase.noun !== '') {
    const goesOn = carriesVerb(setting, phrase.noun);
    const ownDeed = phrase.verb === '' && verbAt(phrase.noun).length >= 2;
    const taken = !ownDeed && (part || (figure.listed && sameDeed(setting)) || goesOn) ? memory.verb : '';
    const verb = phrase.verb !== '' ? phrase.verb : taken !== '' && phrase.noun.includes(taken) ? '' : taken;
    const sameUnit = unit === memory.unit || (CASES.has(unit) && CASES.has(memory.unit));
    // 因公牺牲民警2名、辅警1名
    const fate = figure.listed && PERSON.has(unit) ? (/^因公(?:牺牲|负伤|殉职)/.exec(memory.noun)?.[0] ?? '') : '';
    const headed = (part || figure.listed) && sameUnit ? withHead(phrase.noun, memory.noun) : phrase.noun;
    const noun = fate !== '' && !/牺牲|负伤|殉职/.test(headed) ? fate + headed : headed;
    const linked = linkedPrefix(setting, phrase);
    return done(setting, kind, { verb, noun }, linked + levelLabel({ verb, noun }, unit), part);
  }
  if (phrase.verb !== '') {
    const same = (unit === memory.unit && unit !== '元') || (CASES.has(unit) && CASES.has(memory.unit));
    const person = PERSON.has(unit);
    const stage = /拘留|逮捕|起诉|刑拘|批捕|判|处罚|强制|抓获|打击处理|打处/.test(phrase.verb);
    const taken =
      same && (!person || (part && !stage)) ? memory.noun.replace(/(?<=案件)(?:发案|立案|受案|受理)$/, '') : '';
    // 破获刑事案件5.7万起…,2023年破案1.24万起: the same deed in the same unit has the same object
    const twin = person || unit === '元' ? '' : sameDeedNoun(memory, phrase.verb, unit);
    // 像这样的纠纷,全所一共接到356起: the thing stands in the clause before
    const told = memory.claims.length === 0 && !person && unit !== '元' ? countable(memory.topic) : '';
    const noun = twin || taken || told;
    return done(setting, kind, { verb: phrase.verb, noun }, levelLabel({ verb: phrase.verb, noun }, unit), noun !== '');
  }
  // Nothing before, nothing after: it goes on with what was counted last: 其中20年以上的41起, 共计912万元, 队伍426支、2.1万人
  const first = memory.claims.length === 0;
  if (first && memory.topic === '') return null;
  const noun = first ? readPhrase(memory.topic).noun || memory.topic : memory.noun || memory.topic;
  if (noun === '') return null;
  // 义警队伍213支3.6万人: the heads of the groups counted before
  if (PERSON.has(unit) && !PERSON.has(memory.unit) && /(?:队伍|团队|组织|队|团|联盟)$/.test(noun))
    return done(setting, kind, { verb: '', noun }, `${noun.replace(/队伍$/, '')}人数`, true);
  // 查处涉黄案件112起212人
  if (PERSON.has(unit) && !PERSON.has(memory.unit) && !first && memory.verb !== '')
    return done(setting, kind, { verb: memory.verb, noun }, `${noun}${memory.verb}人数`, true);
  return done(setting, kind, { verb: memory.verb, noun }, levelLabel({ verb: memory.verb, noun }, unit), true);
}

/** 4金6银9铜: medals of the contest the sentence speaks of. */
function medals(setting: Setting): Claim | null {
  const { figure, clause, memory } = setting;
  const contest =
    contestIn(clause.text.slice(0, figure.quantity.repairedSpan.start - clause.span.start)) || memory.contest;
  const metal = figure.quantity.flags[0] ?? '';
  return done(setting, 'count', { verb: '', noun: '' }, `${contest}${metal}牌数`, contest === memory.contest);
}

/** 命案发1破1: cases that occurred, and how many of them were cleared. */
function occurredOrCleared(setting: Setting): Claim | null {
  const { figure, memory } = setting;
  const isOccurred = figure.quantity.rule === 'quantity/occurred';
  const own = readPhrase(figure.before.replace(/(?:共|累计|全年)?[发破]$/, '')).noun;
  const noun = own || memory.noun || tidy(memory.topic);
  if (noun === '') return null;
  const verb = isOccurred ? '发' : '破';
  return done(setting, 'count', { verb, noun }, `${noun}${stageForm(verb)}数`, own === '');
}

/** 1478名辅警纳入工会组织 → 纳入工会组织辅警数; 12起命案全破 → 命案破案数. */
function predicated(noun: string, predicate: string, unit: string): string {
  const suffix = MEASURED.test(noun) ? '' : unitSuffix(unit);
  return predicate === '破案' ? `${noun}破案数` : `${predicate}${noun}${suffix}`;
}

/** 警力增至468人, 二季度降到141起, 预警时间缩短到90秒, 降至每10万人0.38起: where things stand after a change. */
function arrived(setting: Setting, change: ChangeVerb, kind: FactKind): Claim | null {
  const { figure, memory } = setting;
  const per = PER_HEAD.exec(figure.before.trim())?.[0] ?? '';
  const subject = changeSubject(change.subject);
  const name =
    subject === '' ? memory.label : MEASURED.test(subject) ? subject : `${subject}${unitSuffix(figure.quantity.unit)}`;
  const claim = done(
    setting,
    per ? 'ratio' : kind,
    { verb: '', noun: subject || memory.noun },
    `${per}${name}`,
    subject === '',
  );
  return claim && { ...claim, direction: change.direction };
}

const GRADE = /(?:国家|省部|部|省|厅|市|县处|县|区)级(?:及?以上)?/;
const GRADED = /^((?:国家|省部|部|省|厅|市|县处|县|区)级(?:及?以上)?)?(集体|个人|单位|民警)?$/;

/** What kind of award the sentence counts: 受到各级表彰奖励 → 表彰奖励; empty for none. */
function awardCounted(memory: Memory): string {
  const label = memory.claims.findLast((c) => /荣誉|表彰|奖励|表扬|奖项/.test(c.label))?.label ?? '';
  return /表彰奖励|表彰表扬|荣誉|表彰|奖励|表扬|奖项/.exec(label)?.[0] ?? '';
}

/** What the same deed in the same unit was done to earlier in the sentence; empty for nothing. */
function sameDeedNoun(memory: Memory, verb: string, unit: string): string {
  const deed = stageForm(verb);
  const twin = memory.claims.findLast(
    (c) =>
      c.noun !== '' &&
      c.kind === 'count' &&
      stageForm(c.verb) === deed &&
      (c.unit === unit || (CASES.has(c.unit) && CASES.has(unit))),
  );
  return twin?.noun ?? '';
}

const PART_NAMED = /^((?!其中|总)[一-鿿\d]{2,12}?)的(?:就?有|仅有|仅|占|共有|共)?$/;
const BROUGHT =
  /把([^，,。；;]{2,16}?)(延伸|推广|拓展|覆盖|开设|建|设|送|搬|开|部署|安装|下放|前移)(?:到|至|进|在)了?(?:全部|全市|全县|全区|辖区|所有)*$/;
const COUNTABLE = /([一-鿿“”]{0,10}?(?:纠纷|案件|警情|事故|诉求|求助|线索|隐患|问题|投诉|事项|业务))$/;

/** The countable thing that a clause without a figure ends in: 像这样的纠纷 → 纠纷; empty for none. */
function countable(topic: string): string {
  const plain = topic.replace(/^(?:像|类似|诸如|对于?|针对)?(?:这样|此类|这类|那样|类似|这些|上述)的?/, '');
  // 像这样的驿站,全区建了54个
  const like = /^(?:像|类似)(?:这样|那样|此)?的?([一-鿿“”]{2,10})$/.exec(topic)?.[1];
  if (like && plain !== topic) return tidy(plain);
  const { noun } = readPhrase(plain);
  return tidy(COUNTABLE.exec(noun)?.[1] ?? '');
}

/** The phrase before a number-first figure: its verb, also when it stands last (平台上线|324项). */
function ownPhrase(phrase: Phrase, before: string): Phrase {
  if (phrase.verb !== '' && (phrase.noun === '' || PRESENCE_VERBS.has(phrase.verb))) return phrase;
  const last = verbEnding(before.replace(/\s+/g, '').replace(/(?:了|共|已|出|近|约|超|达)+$/, ''));
  return last ? { verb: last, noun: '' } : phrase;
}

/** A list member takes the verb of the member before it only where that one stands in the same clause and had it. */
function sameDeed({ figure, memory, clause }: Setting): boolean {
  const before = memory.claims.at(-1);
  return (
    clause.figures[0] === figure || before === undefined || before.key.start < clause.span.start || before.verb !== ''
  );
}

/** A bare noun right after a clause with a verb goes on with it: 使用炸药1057万公斤，雷管238万发. */
function carriesVerb({ figure, memory, clause }: Setting, noun: string): boolean {
  if (memory.verb === '' || PRESENCE_VERBS.has(memory.verb) || memory.claims.length === 0) return false;
  if (clause.figures[0] !== figure || MEASURED.test(noun) || noun.length > 10) return false;
  if (PERSON.has(figure.quantity.unit) !== PERSON.has(memory.unit)) return false;
  if (/^(?:受众|观众|听众|读者|参训|参与|总|案值|涉案|死亡|受伤|单笔|其余|另有|剩余)/.test(noun)) return false;
  return !VERBS.some((verb) => verb.length >= 2 && noun.includes(verb)) && !/[“”]/.test(noun);
}

const HEADS = /(?:业务|案件|证件|事项|警情|纠纷|团伙|隐患|人员|设备)$/;

/** 办理各类业务8.9万件,其中户籍3.2万件: the short part takes the head noun of the whole. */
function withHead(noun: string, whole: string): string {
  const head = HEADS.exec(whole)?.[0] ?? '';
  return head !== '' &&
    noun.length <= 4 &&
    !HEADS.test(noun) &&
    !VERBS.some((verb) => verb.length >= 2 && noun.includes(verb)) &&
    !/[人员警案证]$/.test(noun)
    ? `${noun}${head}`
    : noun;
}

/** Beneficiaries before the verb that stand between two figures: 为5500余名|农民工追回工资|8000余万元. */
function linkedPrefix(setting: Setting, phrase: Phrase): string {
  const { figure, clause } = setting;
  const index = clause.figures.indexOf(figure);
  if (index < 1 || figure.listed || phrase.verb === '') return '';
  const at = figure.before.indexOf(phrase.verb);
  const subject = at > 0 ? figure.before.slice(0, at).trim() : '';
  return subject.length > 0 && subject.length <= 8 ? subject : '';
}

/** 9个集体、31名个人受到表彰: the predicate after the last member of a list holds for all of it. */
function sharedPredicate(setting: Setting): string {
  const { figure, clause } = setting;
  const index = clause.figures.indexOf(figure);
  for (let i = index + 1; i < clause.figures.length; i++) {
    const next = clause.figures[i];
    if (!next?.listed || next.before.trim() !== '') return '';
    const after = readAfter(next.after);
    const predicate = after.predicate || (isPredicate(after.noun) ? trimPredicate(after.noun) : '');
    if (predicate) return respective(next.after, index, clause.figures.length) ?? predicate;
  }
  return '';
}

/** 11个集体、24名民警分别被授予“A”“B”称号: each member its own title, when there are as many titles as members. */
function respective(after: string, index: number, members: number): string | null {
  if (!/分别|分获/.test(after)) return null;
  const titles = after.match(/“[^”]{1,30}”/g) ?? [];
  if (titles.length === members) return `被授予${titles[index] ?? ''}`;
  const plain = /分获(.+)$/.exec(after)?.[1]?.split('、') ?? [];
  return plain.length === members ? `获${plain[index] ?? ''}` : null;
}

function isPredicate(text: string): boolean {
  return (
    /^(?:分别|受到|被|荣立|荣获|荣膺|获评|获|兼任|实现|完成|纳入|进驻|入选|参与|坚守|立功|因公|达标|上线|组成|当选|覆盖|参加|投入|在岗|在|无|充实|拿到|全部|参观|体验|观看|收看)/.test(
      text,
    ) && verbAt(text) !== text
  );
}

function nextWords({ clause, memory }: Setting): string {
  return clause.inBrackets ? '' : memory.next;
}

const PLATFORM = /12123|警通|平台|APP|小程序|移动端|系统|[A-Za-z]/;
const PLATFORM_MEASURE = /用户|注册|网办|办件|网上受理|上线|安装|点击|下载|访问|浏览/;

/** The quoted name that a bare verb or a platform's figure belongs to: “平安星期六”…已办37场, “政务服务平台”上线324项. */
function ownerOf({ memory, figure, clause }: Setting, phrase: Phrase, name: string): string {
  if (name.includes('“')) return '';
  // “哨兵”平台注册群众6万人，上报信息1.9万条; 在“云剑”行动中抓获逃犯186名
  const { subject } = memory;
  const isCampaign = /(?:行动|战役|会战|攻势)$/.test(subject);
  if (
    subject !== '' &&
    phrase.verb !== '' &&
    subject.length <= name.length * 1.5 &&
    (beginsWithVerb(clause.text) || (isCampaign && clause.text.includes(subject.slice(1, 3))))
  )
    return subject;
  const own = matchesOf(figure.before, /“[^”，,。]{2,14}”(?:APP|小程序|平台|移动端)?/g).at(-1)?.[0];
  // “老鲁调解室”成功调解疑难纠纷211起: who did it stands right before the deed
  if (
    own !== undefined &&
    phrase.verb !== '' &&
    !/[\d·、]/.test(own) &&
    !/吸收|吸纳|发展|招募|组建/.test(phrase.verb) &&
    own.length <= name.length + 2
  ) {
    const rest = figure.before.slice(figure.before.lastIndexOf(own) + own.length);
    const deed = rest.indexOf(phrase.verb.slice(0, 2));
    const body =
      /^[一-鿿]{0,12}?(?:团|队|室|站|联盟|中心|平台|小程序|志愿者|模型|系统|义警|机制|专班)/.exec(
        rest.slice(0, deed),
      )?.[0] ?? '';
    if (deed >= 0 && deed <= 16 && !/[，,、的]|在|为|对/.test(rest.slice(0, deed)) && isSubject(figure.before, own))
      return own + body;
  }
  const quoted = own ?? memory.quoted;
  if (quoted === '' || quoted === undefined) return '';
  if (PLATFORM.test(quoted) && PLATFORM_MEASURE.test(name)) return quoted;
  if (own !== undefined) return '';
  if (phrase.noun === '' && name.length <= 7 && memory.quotedHere) return quoted;
  return BY_SOMEBODY.test(name) && name.length <= 12 && quoted.length <= name.length * 1.5 ? quoted : '';
}

/** Deeds that say little without their doer: 提供线索, 演出, 惠及群众. */
const BY_SOMEBODY =
  /^(?:累计)?(?:惠及|服务群众|服务企业|受益|提供|收到|接待|演出|队员|成员|观众|志愿者|组员|参与|兑换|上线|注册|访问|播放|点击|阅读|总播放量|粉丝)/;

/** True when nothing before the name governs it: 依托“…”, 推出“…” are no subjects. */
function isSubject(before: string, own: string): boolean {
  const lead = before.slice(0, before.lastIndexOf(own)).trim();
  return !/(?:依托|通过|开展|推出|打造|建立|成立|组建|推行|利用|运用|围绕|按照|落实|在|以|用|对|将|把|的|涉|和|、|”)$/.test(
    lead,
  );
}

function done(setting: Setting, kind: FactKind, phrase: Phrase, label: string, leansBack: boolean): Claim | null {
  const { memory, figure } = setting;
  let name = tidy(label);
  if (name === '' || /^(?:数|人数|次数|金额|额)$/.test(name)) return null;
  let leans = leansBack;
  // 新增…事项5项,总数达到37项
  if (/^(?:总数|总量|总额|合计)$/.test(name) && memory.noun !== '') {
    name = `${memory.noun.replace(/数$/, '')}${name}`;
    leans = true;
  }
  if (memory.domain && wantsDomain(name)) {
    name = `${memory.domain}${name}`;
    leans = true;
  } else {
    const owner = ownerOf(setting, phrase, name);
    if (owner) {
      name = `${owner}${name}`;
      leans = leans || !figure.before.includes(owner);
    }
  }
  // 走访企业320家，收集意见建议86条: theirs
  const wish = /(?:意见|建议|诉求|困难|难题|问题)/.exec(name);
  if (wish && !/企|群众|商户|居民/.test(name) && memory.claims.some((c) => /企业/.test(c.label))) {
    name = `${name.slice(0, wish.index)}企业${name.slice(wish.index)}`;
    leans = true;
  }
  const joint = /[、和及与]/.test(phrase.verb) ? ['joint-verbs'] : [];
  return claimOf(setting, {
    label: name,
    kind,
    unit: unitOf(setting, name.replace(/数$/, '')),
    rule: 'fact/level',
    noun: phrase.noun,
    verb: phrase.verb,
    leansBack: leans,
    flags: [...figure.quantity.flags, ...joint],
  });
}
