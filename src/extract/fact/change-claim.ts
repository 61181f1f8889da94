import { basisFor, withoutBases } from './basis.js';
import { changeAfter, changeBefore } from './change.js';
import { type Claim, claimOf, type Setting } from './claim.js';
import { tidy, unitSuffix, wantsDomain } from './label.js';
import { withoutTimes } from './period/find-times.js';
import { stripLead } from './phrase.js';

const TRAILING =
  /(?:分别|分别同比|均|双双|双|各|平均|总体|大幅|大幅度|明显|显著|进一步|持续|连续|逐年|逐步|稳步|有所|再度|再|又|也|已|都|实现|则|更是|同步|因此|从而|由此|随之|较|(?<![占之])比|相比|单月|全年|的|了|[、，,：:\s])+$/;
/** Verbs of change that do not take over a base stated in an earlier clause. */
const OWN_MEASURE = /缩短|压缩|压减|节约|少跑/;

/** The measured thing before a verb of change: base, time and adverbs gone. */
export function changeSubject(text: string): string {
  const plain = withoutBases(withoutTimes(text))
    .replace(/\s+/g, '')
    .replace(TRAILING, '')
    // 通过预警劝阻、技术拦截推动全市电诈案件损失数: the means is no part of the name
    .replace(/^(?:通过|依托|借助|凭借)[^，,]{2,30}?(?:推动|带动|促使|促进|实现|使得|使|让)(?=[一-鿿“]{3})/, '');
  if (
    /^(?:(?:这个|这一|该)(?:时间|数据|比例|数字|时长|指标)|[一二三四五六七八九十\d]+年|同期|总体|整体|其中|指标|期间)$/.test(
      plain,
    )
  )
    return '';
  return tidy(
    // 推出“一次办”把办证时限由…压减为…: what is taken in hand
    stripLead(/(?:把|将)([一-鿿“”]{2,14})$/.exec(plain)?.[1] ?? plain)
      .replace(TRAILING, '')
      .replace(/^(?:使|让|使得|推动|实现|带动|确保|围绕|力争|促使|推进)/, ''),
  );
}

/** The thing a clause without a figure was about: 全省刑事立案总量为近十五年最低 → 刑事立案总量. */
export function topicName(topic: string): string {
  return changeSubject(
    topic.replace(/(?:实现|呈现|呈|创|为|是|持续|连续|保持|稳步|逐年|首次|再创|达到|明显|大幅|总体)[^“”]{0,20}$/, ''),
  );
}

/** A counted noun with its 数. */
const changeNoun = (noun: string): string =>
  /(?:案件|案|警情|嫌疑人|人员|纠纷|事故|投诉|隐患|发案|指令|勤务|群众)$/.test(noun) ? `${noun}数` : noun;

const PLACE = /^[一-鿿]{2,6}(?:街道|镇|乡|区|县|市)$/;

/** Gives a bare noun the field or the object it is about, and a counted noun its 数. */
export function changeLabel(
  subject: string,
  { figure, memory, clause }: Setting,
): { readonly label: string; readonly leansBack: boolean } {
  // 电诈警情虽占刑事警情的五成以上,但同比下降16.4%: the thing, not its share
  const part = /^(.{2,14}?)占.{2,16}比例$/.exec(memory.label)?.[1];
  if (subject === '' && part && memory.claims.at(-1)?.kind === 'share' && /^(?:但|却|不过)/.test(clause.text))
    return { label: changeNoun(part.replace(/(?:虽|虽然)?[仍还]?$/, '')), leansBack: true };
  // 占比达76.4%，较年初增加211个: a number of things is what was counted, not its share
  const unit = figure.quantity.unit;
  const counted =
    figure.quantity.form === 'level' && memory.claims.at(-1)?.unit !== unit
      ? memory.claims.findLast((c) => c.unit === unit && c.kind === 'count')?.label
      : undefined;
  // 在降幅全市第一的基础上，再降47.38%: the thing, not its place
  const thing = /^(?:名|位|名次|个名次|位次|个位次)$/.test(unit)
    ? memory.label
    : memory.label.replace(/(?:[降增升涨]幅)?(?:全[国省市县区州])?名次$/, '');
  // 刑事警情连续三年下降，去年降幅达27.1%: of the row, whose label is its length
  const row = memory.claims.at(-1);
  if (subject === '' && row?.rule === 'fact/streak' && row.noun !== '' && row.kind === 'duration')
    return { label: changeNoun(row.noun), leansBack: true };
  if (subject === '') return { label: counted ?? (changeNoun(thing) || topicName(memory.topic)), leansBack: true };
  // 其中东港街道上升14%: a place, not a measure
  if (memory.label !== '' && PLACE.test(subject)) return { label: `${subject}${memory.label}`, leansBack: true };
  let label = changeNoun(subject);
  if (memory.domain && wantsDomain(label)) return { label: `${memory.domain}${label}`, leansBack: true };
  if (/^(?:破案|化解|见面|查处|立案|发案|调解)(?:率|数)$/.test(label) && memory.noun && memory.claims.length > 0) {
    const bare = /^(?:立案|发案|破案|受案|刑事|治安)$/;
    const noun = bare.test(memory.noun)
      ? (memory.claims.findLast((c) => c.noun !== '' && !bare.test(c.noun))?.noun ?? '')
      : memory.noun;
    label = `${noun.replace(/数$/, '').replace(/(?<=.{2})(?:发案|立案|受案|破案|受理|查处|化解|排查)$/, '')}${label}`;
    return { label, leansBack: true };
  }
  return { label, leansBack: false };
}

/** 同比下降30.4%, 少发1047起, 提高0.42个百分点; null when the figure is no change. */
export function changeClaim(setting: Setting): Claim | null {
  const { figure, clause, memory } = setting;
  const { quantity } = figure;
  const verb = changeBefore(figure.before);
  const later = verb ? null : changeAfter(figure.after);
  const ahead = verb || later ? null : (quicker(setting) ?? changeAhead(setting));
  if (ahead) return ahead;
  if ((!verb || verb.how === 'to') && !later) return null;
  const subject = verb ? changeSubject(verb.subject) : changeSubject(figure.before);
  // 缩短48秒 and 少发1047起 are changes; 新增, 提升派出所警力 are not, and were sorted out before
  if (quantity.form === 'multiple' && verb?.direction === 'down') return claimlessMultiple();
  const at = quantity.repairedSpan.start - clause.span.start;
  const own = basisFor(clause.text, at);
  const basis = own ?? (OWN_MEASURE.test(verb?.verb ?? '') || quantity.unit === '位' ? null : memory.basis);
  // 群众平均少跑2.3趟: what is saved is the errands
  const errand = /^少[跑走]/.exec(verb?.verb ?? '')?.[0];
  const named = errand
    ? { label: `${subject}${errand}${unitSuffix(quantity.unit)}`, leansBack: false }
    : changeLabel(subject, setting);
  const label = tidy(named.label);
  if (label === '') return null;
  const flags = [...quantity.flags];
  if (quantity.form === 'percent' && /率|占比|比例|比重/.test(label)) flags.push('pct-or-pp');
  if (quantity.form === 'multiple') flags.push('multiple-semantics');
  if (/同比(?:19|20)\d{2}年/.test(basis ?? '')) flags.push('basis-misuse');
  return claimOf(setting, {
    label,
    kind: 'change',
    direction: verb?.direction ?? later ?? 'none',
    basis,
    rule: 'fact/change',
    leansBack: named.leansBack,
    flags,
    noun: subject === '' ? memory.noun : subject,
    verb: changeWord(verb?.verb, verb?.direction ?? later ?? 'none'),
  });
}

const TIME_UNIT = /^(?:秒|分钟|小时|个小时|天|个月|工作日|个工作日)$/;

/** 比去年快了37秒, 提前3天: less time than before. */
function quicker(setting: Setting): Claim | null {
  const { figure, clause, memory } = setting;
  const match = /(?:(快|缩短|提前|提早)|(慢|延长|推迟))了?$/.exec(figure.before.trim());
  if (!match || !TIME_UNIT.test(figure.quantity.unit) || memory.label === '') return null;
  const basis = basisFor(clause.text, figure.quantity.repairedSpan.start - clause.span.start);
  if (basis === null) return null;
  return claimOf(setting, {
    label: memory.label,
    kind: 'change',
    direction: match[1] ? 'down' : 'up',
    basis,
    rule: 'fact/change',
    leansBack: true,
    noun: memory.noun,
    verb: match[1] ? '缩短' : '延长',
  });
}

/** 压减办理时限56%, 提高通行效率两成: the verb before its object. Only for parts and points; 缩短时间3天 reads the same. */
function changeAhead(setting: Setting): Claim | null {
  const { figure, clause } = setting;
  if (!/^(?:percent|point|tenth|fraction)$/.test(figure.quantity.form)) return null;
  const match = /(?:(压减|压缩|缩短|减少|降低|精简|节省|节约)|(提升|提高|增加|扩大))了?([^，,。；;\d“”的]{2,14})$/.exec(
    figure.before.trim(),
  );
  if (!match?.[3] || /[率比占]$|占|达|为$/.test(match[3])) return null;
  const label = tidy(match[3]);
  const direction = match[1] ? 'down' : 'up';
  const basis = basisFor(clause.text, figure.quantity.repairedSpan.start - clause.span.start);
  return claimOf(setting, {
    label,
    kind: 'change',
    direction,
    basis,
    rule: 'fact/change',
    noun: label,
    verb: match[1] ?? match[2] ?? '',
  });
}

const changeWord = (verb: string | undefined, direction: string): string =>
  verb && verb.length === 2 && !/幅/.test(verb) ? verb : direction === 'up' ? '上升' : '下降';

/** 警情下降2倍 means nothing. */
function claimlessMultiple(): null {
  return null;
}
