import { withoutBases } from './basis.js';
import { withoutTimes } from './period/find-times.js';
import { remembered } from './remembered.js';
import { ACTOR, LEADS, VERBS, WHOLE } from './words.js';

/** The words before a figure, read as who – does – what. */
export interface Phrase {
  /** Verb or chain of verbs: 排查化解, 查封、扣押、冻结; empty for none. */
  readonly verb: string;
  /** What the verb acts on, or the topic where there is no verb. */
  readonly noun: string;
}

const QUOTES = /[“”"「」『』‘’《》]/;
const PREPOSITIONS =
  /^(?:在(?![职岗册逃建校押线])|对|从|为|向|将|把|给|由|被|以(?!往|上|下|内|来|及)|按|以及|面向|针对|围绕|通过|依托|据|经|与|和|及|共同)/;
const COVERBS = /^(?:在(?![职岗册逃建校押线])|对|将|把|给|面向)/;
const TAIL =
  /(?:等|共|达|达到|约|近|超|超过|突破|逾|合计|共计|总计|累计|一共|共有|已有|就有|仅有|有|(?<![行作])为|是|了|仅|多达|高达|折合人民币|折合|实现|已|已达|均为|达成|累计达|(?<!平)均|的|下|(?<!以)上|就|至|到|也|还有|却|只有|发现|可达|(?<!许)可|预计|估计|(?<![审统会设])计|首次|仅有|仍有|仍|一路|首批|：|:|——|—|、|，|,|\s)+$/;

/** The table by first letter, so that few verbs are tried at each place. */
const VERBS_BY_LETTER = new Map<string, string[]>();
for (const verb of VERBS) {
  const letter = verb[0] ?? '';
  VERBS_BY_LETTER.set(letter, [...(VERBS_BY_LETTER.get(letter) ?? []), verb]);
}

/** 查出, 找到, 接到: the complement of a verb is no part of its object. */
function afterComplement(text: string): string {
  return NO_COMPLEMENT.test(text) ? text : text.replace(/^(?:了|出|到|起|过)(?!入境)/, '');
}

/** Longest verb of the table a text begins with (at `at`); empty for none. */
export function verbAt(text: string, at = 0): string {
  for (const verb of VERBS_BY_LETTER.get(text[at] ?? '') ?? [])
    if (text.startsWith(verb, at) && !NOT_A_VERB[verb]?.test(text.slice(at + verb.length))) return verb;
  return '';
}

/** What may not follow a verb of the table: 派出|所, 立|功, 设|区市 are other words. */
const NOT_A_VERB: Readonly<Record<string, RegExp>> = {
  派出: /^所/,
  立: /^(?:功|体|足|场|项|即|法)/,
  设: /^(?:区|备|施|计|想|定)/,
  发: /^(?:案|展|明|票|挥|动|生|案率|力|达)/,
  办: /^(?:公|事|法|学|结|件|案|证|理|成|好)/,
  破: /^(?:坏|产|损|旧|冰|小案|解)/,
  建: /^(?:筑|材|制|议|党|立|成|起|设|有)/,
  投: /^(?:诉|资|入|放|用|保)/,
  增: /^(?:值|强|收|效|长|加|至|到|速|幅|派|设|补|配)/,
  有: /^(?:效|关|奖|证|序|力|责|为|位|机|害|毒|组织|限|偿|声)/,
  获: /^(?:奖|得|评|利|悉|取)/,
  查: /^(?:询|处|获|扣|缴|封|破|办|证|明|验)/,
  抓: /^(?:获|捕|手|好|实|细)/,
  缴: /^(?:款|费|获)/,
  记: /^(?:者|录|分|功|忆)/,
  建设: /^(?:工地|工程|项目|单位)/,
  发展: /^(?:环境|规划)/,
  组织: /^(?:者|领导|头目)/,
  服务: /^(?:站|窗口|大厅|中心|事项|平台|点|区|队|经济|保障|对象|企业(?!\d))/,
  落实: /^(?:率)/,
  巡逻: /^(?:必|打卡|警力|车|艇|船|犬|机|队|路线|力量|组|民警|盘查点|防)/,
  处罚: /^(?:决定|书)/,
  守护: /^(?:者|人|站|岗)/,
  研究: /^(?:生|院|所|员|室)/,
  整改: /^(?:通知|建议书|意见书|率|措施|方案|要求|清单|令)/,
  处置: /^(?:率|预案|能力)/,
  督察: /^(?:组|员|队|通报)/,
  代办: /^(?:点|员|站|件)/,
  修复: /^(?:率)/,
  宣传: /^(?:员|片|品|单|册|页|手册|材料|折页|标语|海报|资料|活动|阵地|栏)/,
  训练: /^(?:基地|营|班|有素)/,
  应用: /^(?:场景|软件|系统)/,
  审批: /^(?:事项|时限|服务|业务|环节)/,
  登记: /^(?:证|量)/,
  预警: /^(?:信息|指令|短信|电话|线索|准确|呼叫|模型|系统|见面)/,
  推广: /^(?:使用)/,
  举办: /^(?:方|者)/,
  移交: /^(?:率)/,
  涉及: /^$/,
};

/** 出租, 出入境: what begins with 出 here is no complement of a verb. */
const NO_COMPLEMENT = /^(?:出(?=租|入境|境|口|行|资|车|警)|到(?=位|岗|案|场)|起(?=点|诉|草|重)|过(?=往|境|户|街))/;

/** Chain of verbs at the start: 排查督促整改, 查封、扣押、冻结, 新建、改扩建. */
function verbChain(text: string): string {
  let end = 0;
  for (let i = 0; i < 5; i++) {
    const rest = text.slice(end);
    const link = end > 0 ? (/^(?:[、和及与并]|以及|了)/.exec(rest)?.[0] ?? '') : '';
    const verb = verbAt(rest.slice(link.length));
    // 出台服务保障…措施: what follows says what the measures are about
    if (end > 0 && /^(?:出台|制定|推出|提供|建立)$/.test(text.slice(0, end))) break;
    if (verb === '' || (verb.length === 1 && end > 0)) break;
    // 化解率, 破案数, 办理量, 培训班, 警务室: a noun that begins like a verb
    const tail = rest.slice(link.length + verb.length);
    if (
      /^(?:率|数|量|额|总|班(?!组)|室|站(?!点)|点(?!位)|岗(?!亭)|员(?!工)|队(?!伍)|类|期|周(?!边)|日|面|者|人数|金额|时间|时限|时长|周期|成功率|案件?数|中心|平台|机制|系统|能力|活动)/.test(
        tail,
      ) &&
      verb.length <= 4
    )
      break;
    end += link.length + verb.length;
  }
  if (end > 0 && text[end] === '了') return text.slice(0, end + 1);
  return text.slice(0, end);
}

function cleanNoun(noun: string): string {
  let text = noun
    .replace(/\s+/g, '')
    .replace(TAIL, '')
    .replace(/(?<=.{2})[中里内]$/, '')
    .replace(/^(?:了|各类|各种|各级|一批|一系列|的|全市|全省|全区|全县|辖区|：|:|、)+/, '');
  // 感谢信86封、锦旗: a member before it whose figure was not read is none of its name
  text = text.replace(/^.*\d[^、\d]{0,3}、(?=[一-鿿“])/s, '');
  text = text.replace(/[（(][^（()）]*[)）]/g, (m) => (/[（(](?:村|次|区|街道|镇|市|州)[)）]/.test(m) ? m : ''));
  // 因矛盾纠纷引发的“民转刑”命案 → “民转刑”命案, but 涉及重点工程的刑事、治安案件 stays when short
  const of = text.lastIndexOf('的');
  if (of >= 0 && text.length - of - 1 >= 3 && text.length > 14) text = text.slice(of + 1);
  // 停车难、噪音扰民等烦心事 → 烦心事; but 抓拍、信号灯等设备: too general to stand alone
  const and = text.lastIndexOf('等');
  if (
    and > 2 &&
    text.length - and - 1 >= 3 &&
    /[、”]/.test(text.slice(0, and)) &&
    !/^(?:级|次|候|待)/.test(text.slice(and + 1))
  )
    text = text.slice(and + 1);
  // 旅馆、网吧等场所 → 场所: the members only illustrate; of cases and disputes they say which
  const list = /[、][^、]{1,8}等([一-鿿]{2,4})$/.exec(text)?.[1];
  if (
    list &&
    /^(?:场所|部位|物品|财物|物资|人员|困难|问题|难题|措施|举措|活动|单位|区域|群体|材料|工具|部门)$/.test(list)
  )
    text = list;
  return text.length > 26 ? text.slice(-20).replace(/^[^“《]*[”》]/, '') : text;
}

/** Takes adverbs, time, scope and prepositions off the head of a phrase. */
export const stripLead: (text: string) => string = remembered(stripped);

function stripped(text: string): string {
  let rest = text.trim();
  for (let round = 0; round < 12; round++) {
    const before = rest;
    rest = rest.replace(/^[\s、，,：:；;●★·•▲—－-]+/, '');
    rest = rest.replace(/^(?:我们|他们|她们)(?=[一-鿿“]{3})/, '');
    rest = rest.replace(/^(?:到|至|含|包括)(?=[一-鿿])(?!位|岗|场|期|案)/, '');
    // 从缅北、柬埔寨等地劝返: where it was done
    rest = rest.replace(/^(?:从|赴|在)[^，,。；;\d的]{2,16}等(?:地|国|国家|省市|省份)(?=[一-鿿])/, '');
    // 为群众挽回: whom it was done for; firms are kept, they are what the figure is about
    rest = rest.replace(
      /^(?:及时|成功)?(?:为|给|帮助|帮)(?:广大)?(?:受害|被骗|人民|辖区)?(?:群众|受害人|被害人|百姓|市民|当事人|老百姓)(?=[挽追避返减止讨找保节])/,
      '',
    );
    // 累计, 共 … but a verb in front wins: 共有 is no adverb
    for (const lead of LEADS) {
      if (
        !rest.startsWith(lead) ||
        (lead === '有效' && /^有效(?:警情|报警|线索|接警|期)/.test(rest)) ||
        (lead === '就' && /^就(?:地|近|业|医|学|诊|读)/.test(rest)) ||
        // 成功率, 及时率: the word is the rate's
        /^(?:及时|有效|成功|准确|快速|实际|有力)?(?:率|度)/.test(rest)
      )
        continue;
      const verb = verbAt(rest);
      if (verb.length > lead.length && verb !== '获') break;
      rest = rest.slice(lead.length);
      break;
    }
    if (rest[0] === '新' && verbAt(rest) === '' && verbAt(rest.slice(1)) !== '') rest = rest.slice(1);
    rest = rest.replace(WHOLE, '').replace(/^(?:[一二三四五六七八九十\d]{1,3}年)(?=[一-鿿])/, '');
    if (rest === before) break;
  }
  return rest;
}

/** 户籍、出入境、车驾管窗口共|办理业务: the counter says which business a general word means. */
const SERVICE_POINT =
  /^((?:[一-鿿]{2,6}[、和])*[一-鿿]{2,8}?(?:窗口|大厅))(?:共|累计|全年|已|共计|一共|总共)*((?:办理|受理|办结|接待)[^，,]{0,12})$/;
const GENERAL_OBJECT = /^(?:各类|各项)?(?:业务|事项|证件|证照|群众|办件)$/;

const EACH = /^(?:平均)?每[名位](?:社区)?(?:民警|辅警|民辅警)[一-鿿]{2,}/;
const PERSONS = /(?:民警|辅警|民辅警|队员)$/;
const ONLY_THERE = /^(?:却|仅|只|就|才|共|一共|总共|现)*有?(?:近|约|不到|不足)?$/;

/** Reads the words before a figure. Time and base of comparison are taken out first. */
export const readPhrase: (before: string) => Phrase = remembered(phraseOf);

function phraseOf(before: string): Phrase {
  const plain = withoutBases(withoutTimes(before)).replace(/\s+/g, '');
  // 平均每名社区民警服务群众8400余人: how many each of them
  if (EACH.test(plain)) return { verb: '', noun: cleanNoun(plain.replace(/^平均/, '')) };
  let rest = /^(?:日均|月均|年均|人均|户均)/.test(plain)
    ? plain
    : stripLead(
        stripLead(plain).replace(/^在[“"][^”"，,。]{2,14}[”"](?:专项)?(?:行动|战役|会战|攻势)(?:中|期间|里)/, ''),
      );
  // 日均270余起, 人均节约: the rate belongs to the name
  const rate = /(?:日均|月均|年均|人均|户均)$/.exec(rest)?.[0];
  if (rate) return { verb: '', noun: rest };
  for (let round = 0; round < 3; round++) {
    // 从境外劝返, 从机关抽调: the place goes into the name, behind it stands the verb
    const from = /^从([^，,。的]{1,6}?)(?=劝返|抽调|选派|选调|押解|引进)/.exec(rest);
    if (from?.[1]) {
      const inner = rest.slice(from[0].length);
      const verb = verbChain(inner);
      if (verb) return { verb: `${from[1]}${verb.replace(/了$/, '')}`, noun: cleanNoun(inner.slice(verb.length)) };
    }
    const chain = verbChain(rest);
    const counter = chain === '' ? SERVICE_POINT.exec(rest) : null;
    if (counter?.[1] && counter[2]) {
      const deed = verbChain(counter[2]);
      const object = cleanNoun(counter[2].slice(deed.length));
      if (deed !== '' && GENERAL_OBJECT.test(object))
        return { verb: deed.replace(/了$/, ''), noun: `${counter[1]}${object}` };
    }
    if (chain !== '')
      return {
        verb: chain.replace(/了$/, ''),
        noun: cleanNoun(afterComplement(rest.slice(chain.length))),
      };
    const actor = ACTOR.exec(rest)?.[0];
    // 民警却只有11名: who is counted, not who did it
    if (actor && PERSONS.test(actor) && ONLY_THERE.test(rest.slice(actor.length))) break;
    if (actor) {
      const after = stripLead(
        rest
          .slice(actor.length)
          .replace(/^(?:与|和|联合|会同)[^，,]{2,14}?(?:等)?(?:部门|单位|机关)/, '')
          .replace(/^在[^，,]{2,8}(?:中|上|内|里)?(?=设立|建|开展|破|抓)/, ''),
      );
      if (verbChain(after) !== '' || /^(?:在|将|把|对)/.test(after)) {
        rest = after;
        continue;
      }
    }
    const stripped = PREPOSITIONS.test(rest) && COVERBS.test(rest) ? stripLead(rest.replace(PREPOSITIONS, '')) : rest;
    if (stripped === rest) break;
    rest = stripped;
  }
  // 派出所调解室共受理纠纷: the subject, then the deed
  const parted = /^([一-鿿“”]{2,12}?)(?:共|累计|总共|一共|先后|全年)+([一-鿿“].+)$/.exec(rest);
  const deed = parted?.[1] && parted[2] && !/[的在对将把]/.test(parted[1]) ? verbChain(parted[2]) : '';
  if (parted?.[1] && parted[2] && deed !== '') {
    const object = cleanNoun(afterComplement(parted[2].slice(deed.length)));
    if (object !== '') return { verb: deed.replace(/了$/, ''), noun: `${cleanNoun(parted[1])}${object}` };
  }
  const inner = innerVerb(rest);
  if (inner) return { verb: inner.verb, noun: cleanNoun(inner.noun) };
  return { verb: '', noun: cleanNoun(rest.replace(/^(?:为|向|由|被|以|按)/, '')) };
}

/**
 * A verb further in, after a subject that is no office: 民警王某和同事走访群众, 依托…活动收集. Only where the words before it are long or
 * an instrument; otherwise subject and verb belong to the label (群众网上办事).
 */
function innerVerb(text: string): Phrase | null {
  if (text.length <= 12) return null;
  let depth = 0;
  let best: Phrase | null = null;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if ('“《（('.includes(c)) depth++;
    else if ('”》）)'.includes(c)) depth--;
    if (depth > 0 || QUOTES.test(c) || i < 4) continue;
    const verb = verbAt(text, i);
    if (verb.length < 2) continue;
    const chain = verbChain(text.slice(i));
    if (chain === '') {
      i += verb.length - 1;
      continue;
    }
    const noun = text.slice(i + chain.length);
    const clean = cleanNoun(noun);
    if (clean.length >= 2 && !/^(?:的|、)/.test(noun)) best = { verb: chain.replace(/了$/, ''), noun };
    i += chain.length - 1;
  }
  return best;
}

const PREDICATE =
  /分别|分获|分列|感受到|受到|被(?!害|骗|盗|告|捕|困|拐|侵|抢|执行人)|荣立|荣获|荣膺|获评|获|创成|(?:成功)?(?:告破|侦破)|兼任|实现|完成了?|纳入|进驻|入选|参与|坚守|带动|立功|因公|英勇|光荣负伤|全部|全破|全侦破|全天候|24小时|均|都|已|无(?!人机)|未|达标|上线|注册|忠诚|组成|签订|合署|当选|覆盖|按照?|顺利|前来|落实|汇聚|提供|挂牌|赴|入驻|用(?!户)|“?一窗通办|常态化|主动|积极|长期|驻守|开展|建立|追回|追讨|讨要|讨回|发还|返还|挽回|追缴|实行|到岗|驰援|奋战|值守|投入|发挥|活跃|就近|共同|通过|受益|享受|获得|没有|连续|正在|参加|化解|加入|参观|观看|收看|一线|设立|设站|设有|成立|延伸|遍布|扎根|分布在|办理了|发放了|解决了|提供了|推行|开通|倒在|献出|壮烈|在(?=岗|线|一线|\d)/;

/** Where the last verb of a text stands, outside quotation marks and not at its end; -1 for none. */
function lastVerb(text: string): number {
  let depth = 0;
  for (let i = text.length - 2; i >= 2; i--) {
    const c = text[i] ?? '';
    if ('”》）)'.includes(c)) depth++;
    else if ('“《（('.includes(c)) depth--;
    if (depth === 0 && verbAt(text, i).length >= 2 && verbChain(text.slice(i)) !== '') return i;
  }
  return -1;
}

/** Words of time or manner that end a noun after a figure: 52名宣传员|一年入户, 42类电子证照|累计调用. */
const NOUN_STOP =
  /^(?:一年(?!级)|全年|今年|去年|每[年月天晚周日]|年内|累计|先后|平均|日均|共(?!享|建|治|产|青|同|有)|陆续|同时|仍|常年|坚持|逐一|普遍)/;

/**
 * The words after a figure, read as noun – predicate: 辅警 · 纳入工会组织. `runsOn`: the verb in them has its own figure behind it
 * (18项措施惠及群众|2100万人次), so that it is no predicate of this one.
 */
export function readAfter(after: string, runsOn = false): { readonly noun: string; readonly predicate: string } {
  const text = after
    .replace(/\s+/g, '')
    .replace(/^(?:左右|以上|以内|的|能够?(?=感受))/, '')
    .replace(/[。，,；;：:]+$/, '');
  if (runsOn) {
    // 26项措施已部署实施23项: what has become of part of them
    const become = /(?:均|都|目前|现)?已(?:经)?/.exec(text)?.index ?? -1;
    const at = become >= 2 ? Math.min(become, lastVerb(text)) : lastVerb(text);
    if (at >= 2) {
      const noun = text.slice(0, at).replace(/(?<=.{2})(?:一年|全年|累计|先后|年均|共|已)+$/, '');
      return { noun: afterNoun(noun), predicate: '' };
    }
  }
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if ('“《（('.includes(c)) depth++;
    else if ('”》）)'.includes(c)) depth--;
    if (i === 0 || depth > 0) continue;
    if (i >= 2 && NOUN_STOP.test(text.slice(i))) {
      const predicate = trimPredicate(text.slice(i).replace(NOUN_STOP, ''));
      // 38名社区民警|每周至少泡两次茶馆: what names no deed that is known adds nothing
      const isDeed =
        verbAt(predicate) !== '' || PREDICATE.test(predicate) || /[零无]“?(?:发案|案件|命案|发生)|“零/.test(predicate);
      return { noun: afterNoun(text.slice(0, i)), predicate: isDeed ? predicate : '' };
    }
    const match = PREDICATE.exec(text.slice(i));
    // 调用, 使用, 信用卡: 用 is a part of the word
    if (text[i] === '用' && /[调使应启适费信专通公]/.test(text[i - 1] ?? '')) continue;
    if (text[i] === '受' && text[i - 1] === '感') continue;
    if (match?.index === 0 && text.slice(0, i) !== '来')
      return { noun: afterNoun(text.slice(0, i)), predicate: trimPredicate(text.slice(i)) };
  }
  return { noun: afterNoun(text), predicate: '' };
}

/** 来自公安机关的先锋队 → 先锋队; 派出所中 → 派出所. */
function afterNoun(text: string): string {
  const short = text
    .replace(/(?:背后|之中|当中)的?.*$/, '')
    .replace(/(?<=.{2})[中里内]$/, '')
    .replace(/的$/, '');
  const of = short.lastIndexOf('的');
  return of >= 0 && short.length - of > 2 ? short.slice(of + 1) : cut(short, 18);
}

/** Adverbs and auxiliaries off a predicate, and no more of it than a label needs. */
export function trimPredicate(text: string): string {
  const short = text
    .replace(/^24小时.*$/, '')
    .replace(
      /^(?:(?:分别|全部|均|都|已经|已|实现了?|正在|主动|积极|共同|就|能|可(?![防疑燃视])|也|还|全天候|按照|被)(?:实现了?)?)+/,
      '',
    )
    .replace(/(?:实施完毕|已完成|完成|全覆盖|称号|工作)$/, '')
    .replace(/了/g, '');
  // 倒在工作岗位上, 献出宝贵生命: one name for what happened
  if (/^(?:倒在[^，,]{0,8}岗位上?|(?:因公|英勇)?(?:殉职|牺牲在[^，,]{0,8}岗位上?))/.test(short)) return '牺牲在岗位上';
  if (/^献出了?(?:宝贵|年轻|自己)?的?生命/.test(short)) return '牺牲';
  // 12起命案全破: what was done is clearing
  return cut(short.replace(/^(?:全部|全|成功)?(?:侦破|告破|破案|破获|破)$/, '破案'), 16);
}

/** At most `most` characters, never with an open quotation mark. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const short = text.slice(0, most);
  const open = short.lastIndexOf('“');
  if (open >= 0 && short.indexOf('”', open) < 0) {
    const close = text.indexOf('”', open);
    return close >= 0 && close - open < 20 ? text.slice(0, close + 1) : short.slice(0, open);
  }
  return short.replace(/[、，和与的]$/, '');
}
