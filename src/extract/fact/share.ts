import { basisFor, withoutBases } from './basis.js';
import { changeBefore } from './change.js';
import { topicName } from './change-claim.js';
import { type Claim, claimOf, type Setting } from './claim.js';
import { tidy, wantsDomain } from './label.js';
import { withoutTimes } from './period/find-times.js';
import { readAfter, readPhrase, stripLead } from './phrase.js';

// e.g. 占全部电诈案件的57%, 占总数的近三分之二, 占到全部业务量的六成以上
const OF_WHOLE =
  /(?:占(?:到|了|据)?|为|达到?|增至|升至|提高到|提升至|提升到)([^，,。；;占]{1,24}?)(?:的|总?比例(?:为|达到?|是)?|比重(?:为|达到?|是)?)(?:近|约|超过|超|逾)?\s*$/;
// e.g. 占比68.5%, 占比达
const SHARE_NOUN = /占比(?:达到?|为|约|近|超过|超|高达|仅)*\s*$/;
// e.g. 占74.3%
// e.g. 占总警力45%, 占常住人口六成以上
const OF_BARE = /占([^，,。；;占比到了据的\d][^，,。；;占的]{1,14})\s*$/;
// e.g. 在全部刑事案件中的占比
const IN_WHOLE = /在([^，,。；;]{2,16})中的?占比[仍还]?(?:达到?|为|有|占)*\s*$/;
// e.g. 只相当于2019年的
const AS_OF_OLD = /(?:只|仅|已)?(?:相当于|等于|恢复[至到]|是|为)(?:(?:19|20)\d{2}年|去年|上年)(?:同期)?的\s*$/;
const SHARE_VERB = /占(?:到|了|比)?\s*$/;
const LEVEL_TAIL =
  /(?:连续\S{1,3}年)?(?:始终|一直|均|都|仍|也|稳定|保持|稳步|持续|已|常年|基本|总体)*(?:保持在|稳定在|维持在|稳定|保持|达到|达|为|是|超过|超|高达|实现|仅|约|不足|近|在|突破|逾)*\s*$/;
const RATE_NOUN = /^(?!.*(?:满意|安全感|好评|知晓|覆盖))[^，,]{0,4}(?:率|成功率|准确率|及时率)$/;

/** A percentage that says how large a part or a rate is; null where nothing names it. */
export function shareClaim(setting: Setting): Claim | null {
  const { figure, memory } = setting;
  const before = figure.before.trimEnd();
  const after = figure.after.trim();
  const change = changeBefore(before);
  if (change?.how === 'by') return null;
  const direction = change?.how === 'to' ? change.direction : 'none';
  const multiple = figure.quantity.form === 'multiple';
  const kind = multiple ? 'ratio' : 'share';
  const basis = multiple ? basisFor(setting.clause.text, setting.clause.text.length) : null;
  const make = (label: string, leansBack: boolean, noun = '') => {
    let name = tidy(label);
    if (name === '') return null;
    let leans = leansBack;
    if (memory.domain && wantsDomain(name)) {
      name = memory.domain + name;
      leans = true;
    }
    return claimOf(setting, {
      label: name,
      kind,
      direction: figure.quantity.flags.includes('doubling') ? 'up' : direction,
      basis,
      rule: 'fact/share',
      leansBack: leans,
      noun,
      verb: '',
    });
  };

  if (multiple) {
    const subject = subjectOf(before.replace(/(?:是|为|相当于|达到?|增至)[^，,]*$/, ''));
    return make(subject || memory.label, subject === '');
  }
  if (AS_OF_OLD.test(before)) {
    const subject = subjectOf(before.replace(AS_OF_OLD, '')) || memory.label || topicName(memory.topic);
    const claim = make(subject, true);
    return (
      claim && {
        ...claim,
        basis: basisFor(setting.clause.text, before.length + setting.figure.start - setting.clause.span.start),
      }
    );
  }
  const inside = IN_WHOLE.exec(before);
  if (inside?.[1])
    return make(`${subjectOf(before.slice(0, inside.index))}占${inside[1].replace(/^全部/, '')}比例`, false);
  const whole = OF_WHOLE.exec(before) ?? OF_BARE.exec(before);
  if (whole?.[1] && !/^(?:\d|仅|约)/.test(whole[1])) {
    const subject = subjectOf(before.slice(0, whole.index));
    const part = subject || partName(setting);
    // 占派出所警力达到46.3%, 占人口比例降至0.18‰
    const all = whole[1]
      .replace(/^(?:到|了)/, '')
      .replace(/(?:的?(?:比例|比重))?(?:已|均|仍|首次)*(?:达到?|为|是|超过?|降至|降到|升至|增至|提升至|提高到)?$/, '');
    return make(`${part}占${all}比例`, subject === '');
  }
  if (SHARE_NOUN.test(before)) {
    const subject = subjectOf(before.replace(SHARE_NOUN, ''));
    return make(`${subject || partName(setting)}占比`, subject === '');
  }
  if (SHARE_VERB.test(before)) {
    const subject = subjectOf(before.replace(SHARE_VERB, ''));
    return make(`${subject || partName(setting)}占比`, subject === '');
  }
  const subject = subjectOf((change?.how === 'to' ? change.subject : before).replace(LEVEL_TAIL, ''));
  // 现行命案保持100%破案
  const deed =
    /^的?(?:全)?(破案|破|侦破|办结|化解|整改|覆盖|达标|见面|回访|调处|处置|反馈)(?:到位|完成)?(?:的?(?:实绩|成绩|好成绩|目标|佳绩|效果))?$/.exec(
      after,
    )?.[1];
  const done = subject || memory.noun;
  if (deed && done !== '')
    return make(`${done.replace(/数$/, '')}${deed === '破' ? '破案' : deed}率`, subject === '', done);
  // e.g. 99.6%的社区(村)无现发命案, 七成社区实现“零发案”, 过半派出所
  if (
    /^的?[一-鿿“]/.test(after) &&
    !/^的?(?:目标|要求|任务|以上|左右|(?:[历更较]?[史高好最优近]{0,3}[一-鿿]{0,2})?(?:水平|高位|高点|新高|成绩|佳绩|实绩|区间))/.test(
      after,
    ) &&
    !/(?:率|度|比例|比重|占比)$/.test(subject)
  ) {
    const thing = readAfter(after.replace(/^的/, ''));
    // 警力的四分之一下沉到社区
    const whole = /的$/.test(before.replace(/[近约超过]+$/, '')) ? subjectOf(before.replace(/的[近约超过]*$/, '')) : '';
    return make(`${whole}${thing.noun}${thing.predicate}占比`, false, thing.noun);
  }
  if (subject === '') return memory.label === '' ? null : make(memory.label, true);
  // 在全市满意度测评中，分局得分97.2分: whose score it is goes without saying
  const score = /^(.*?)(得分)$/.exec(subject);
  if (score?.[1] !== undefined && (memory.contest || memory.topic) !== '' && isOwn(score[1], memory))
    return make(`${memory.contest || tidy(memory.topic)}${score[2]}`, true);
  const covers = subject === '覆盖率' && memory.quotedHere === false;
  if ((RATE_NOUN.test(subject) || covers) && subject.length <= 6) {
    // 入户宣传74万户，覆盖率…: the deed, where it has no object
    const known = memory.noun || (covers && memory.verb.length >= 4 ? memory.verb : '');
    const object =
      known.length >= 2 &&
      known.length <= 14 &&
      memory.claims.length > 0 &&
      !/(?:损失|金额|资金|时间|时长|率|用时)$/.test(known)
        ? known.replace(/(?:发案|立案|受案|破案)?数?$/, '')
        : '';
    // 受理纠纷1.8万起，调解成功1.76万起，成功率…: of the deed
    const deed = subject === '成功率' && !object.includes(memory.verb) ? memory.verb.replace(/成功$/, '') : '';
    if (object && !subject.includes(object.slice(0, 2))) return make(`${object}${deed}${subject}`, true, object);
  }
  if (
    /^(?:满意率|满意度|好评率|知晓率)$/.test(subject) &&
    memory.claims.length > 0 &&
    !/满意|安全/.test(memory.label)
  ) {
    const object =
      /^(?:“[^”]{2,6}”|[一-鿿]{2,4}?(?=业务|办理|服务|宣传|办件|窗口|办结|数$))/.exec(memory.noun)?.[0] ?? '';
    if (object) return make(`${object}${subject}`, true, memory.noun);
  }
  return make(subject, false, memory.noun);
}

/** The bureau or place itself: 分局, 我市, 定澜. */
const isOwn = (name: string, { places }: Setting['memory']): boolean =>
  places.includes(name) || /^(?:我|全)?(?:[省市县区]?局|分局|[省市县区])$/.test(name);

/** The part that a bare 占比 is about: what was counted just before. */
function partName({ memory }: Setting): string {
  const { label, noun } = memory;
  return (label.length > 0 && label.length <= 22 ? label : noun || label).replace(/(?:数|人数)$/, '');
}

/** The words that name a rate: lead, time and base gone, the rest kept whole. */
export function subjectOf(text: string): string {
  const plain = stripLead(withoutBases(withoutTimes(text)).replace(/\s+/g, '')).replace(/[的，,：:、]+$/, '');
  if (/(?:率|度|感|比例|比重|占比|得分)$/.test(plain) && !/^(?:为|把|将|对|使|让|在|从|向)/.test(plain)) {
    const of = plain.lastIndexOf('的');
    return tidy(of > 0 && plain.length > 16 && plain.length - of > 4 ? plain.slice(of + 1) : plain.slice(-26));
  }
  const phrase = readPhrase(text);
  return tidy(phrase.verb && phrase.noun ? `${phrase.verb}${phrase.noun}` : phrase.verb + phrase.noun);
}
