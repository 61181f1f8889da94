import type { FactKind } from '../../model/finding.js';
import { type Claim, claimOf, type Setting } from './claim.js';
import { levelLabel, tidy, unitSuffix, wantsDomain } from './label.js';
import { type Phrase, readAfter, readPhrase, trimPredicate, verbAt } from './phrase.js';
import { VERBS } from './words.js';

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
  /^(?:[)）】」”"、，,；;：:。]|占|同比|环比|较|比|达|为|的(?:目标|任务)|左右|以上|以下|上下|和|及|与|并|以及|等|后|前|内|之|起来|不等|多次|全部落实|其中|均|系|次)/;
const VERB_END = /(?:投入|投资|花费|耗资|斥资|安排资金|筹资)$/;

/** The verb a text ends with: 平台上线|324项…; empty for none. */
function verbEnding(text: string): { readonly subject: string; readonly verb: string } | null {
  for (const verb of VERBS)
    if (verb.length >= 2 && text.endsWith(verb)) return { subject: text.slice(0, -verb.length), verb };
  return null;
}

/** A plain number with a unit: how many, how much. Null where nothing says of what. */
export function levelClaim(setting: Setting): Claim | null {
  const { figure, memory, clause } = setting;
  const { unit } = figure.quantity;
  const after = figure.after.trim();
  const kind = kindOfUnit(unit);
  const nounUnit = NOUN_UNIT.test(unit);
  const numberFirst = nounUnit || (after.length > 0 && !NO_NOUN.test(after) && /^[一-鿿“"《A-Za-z0-9]/.test(after));
  const phrase = readPhrase(figure.before);
  const part = /其中|包括|含/.test(figure.before);

  // e.g. 投入2亿元,建成驾驶人考试中心: the object stands in the words after it or in the next clause
  if (unit === '元' && VERB_END.test(figure.before.replace(/[约近超了达\s]/g, '')) && phrase.noun === '') {
    const object = readPhrase(after || nextWords(setting));
    return done(
      setting,
      kind,
      { verb: phrase.verb || '投入', noun: object.noun },
      `${object.noun}${phrase.verb || '投入'}额`,
      false,
    );
  }

  if (numberFirst) {
    const first = nounUnit ? readAfter(unit + after) : readAfter(after);
    const own = ownPhrase(phrase, figure.before);
    const shared = first.predicate || sharedPredicate(setting);
    if (first.noun === '' || isPredicate(first.noun)) {
      const predicate = trimPredicate(after);
      const inherited = own.noun || memory.noun;
      const noun = PERSON.has(unit) && own.noun === '' ? '' : inherited;
      const label = `${noun}${predicate}${PERSON.has(unit) ? '人数' : unitSuffix(unit)}`;
      return done(setting, kind, { verb: own.verb, noun: noun || predicate }, label, own.noun === '' && noun !== '');
    }
    if (own.verb !== '' && own.noun === '') {
      const label =
        shared && first.predicate
          ? `${levelLabel({ verb: own.verb, noun: first.noun }, unit)}`
          : levelLabel({ verb: own.verb, noun: first.noun }, unit);
      return done(setting, kind, { verb: own.verb, noun: first.noun }, label, false);
    }
    if (own.verb !== '' && own.noun !== '' && kind === 'amount')
      return done(setting, kind, own, levelLabel(own, unit), false);
    const measure = /(?:数|量|率|额|次|人)$/.test(shared) ? '' : unitSuffix(unit);
    const label = shared
      ? `${first.noun}${shared}${measure}`
      : levelLabel({ verb: figure.listed ? memory.verb : '', noun: first.noun }, unit);
    return done(setting, kind, { verb: '', noun: first.noun }, label, false);
  }

  if (phrase.noun !== '') {
    const verb = phrase.verb !== '' ? phrase.verb : part || figure.listed ? memory.verb : '';
    const linked = linkedPrefix(setting, phrase);
    return done(
      setting,
      kind,
      { verb, noun: phrase.noun },
      linked + levelLabel({ verb, noun: phrase.noun }, unit),
      part,
    );
  }
  if (phrase.verb !== '') {
    const same = unit === memory.unit || (CASES.has(unit) && CASES.has(memory.unit));
    const noun = same && !PERSON.has(unit) ? memory.noun : PERSON.has(unit) && part ? '' : '';
    return done(
      setting,
      kind,
      { verb: phrase.verb, noun: noun || '' },
      levelLabel({ verb: phrase.verb, noun }, unit),
      noun !== '',
    );
  }
  // Nothing before, nothing after: it goes on with what was counted last: 其中20年以上的41起, 共计912万元, 队伍426支、2.1万人
  const topic = memory.noun || memory.topic;
  if (topic === '') return null;
  const noun = memory.claims.length === 0 && memory.topic ? readPhrase(memory.topic).noun || memory.topic : topic;
  if (!clause.inBrackets && memory.claims.length === 0 && memory.topic === '') return null;
  return done(setting, kind, { verb: memory.verb, noun }, levelLabel({ verb: memory.verb, noun }, unit), true);
}

const CASES = new Set(['起', '件', '宗', '例', '个', '处', '条', '笔']);

/** The phrase before a number-first figure: its verb, also when it stands last (平台上线|324项). */
function ownPhrase(phrase: Phrase, before: string): Phrase {
  if (phrase.verb !== '' && phrase.noun === '') return phrase;
  const last = verbEnding(before.replace(/\s+/g, '').replace(/(?:了|共|已|出|近|约|超|达)+$/, ''));
  if (last) return { verb: last.verb, noun: '' };
  return phrase;
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
    if (after.predicate) return after.predicate;
  }
  return '';
}

function isPredicate(text: string): boolean {
  return (
    /^(?:分别|受到|被|荣立|荣获|荣膺|获评|获|兼任|实现|完成|纳入|进驻|入选|参与|坚守|立功|因公|达标|上线|组成|当选|覆盖|参加|投入|在岗|无)/.test(
      text,
    ) && verbAt(text) !== text
  );
}

function nextWords({ clause, memory }: Setting): string {
  return clause.inBrackets ? '' : (memory.items[0] ?? '');
}

function done(setting: Setting, kind: FactKind, phrase: Phrase, label: string, leansBack: boolean): Claim | null {
  const { memory } = setting;
  let name = tidy(label);
  if (name === '' || name === '数' || name === '人数') return null;
  let leans = leansBack;
  if (memory.domain && wantsDomain(name)) {
    name = `${memory.domain}${name}`;
    leans = true;
  }
  const joint = /[、和及与]/.test(phrase.verb) ? ['joint-verbs'] : [];
  return claimOf(setting, {
    label: name,
    kind,
    rule: 'fact/level',
    noun: phrase.noun,
    verb: phrase.verb,
    leansBack: leans,
    flags: [...setting.figure.quantity.flags, ...joint],
  });
}
