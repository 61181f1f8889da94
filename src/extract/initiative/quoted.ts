import type { Passage, Sentence } from '../reading/passages.js';
import { type Quote, quotesWithin } from '../reading/quotes.js';
import type { Candidate } from './candidate.js';
import { bare, type InitiativeWords } from './words.js';

/** Verbs that make a quoted word a figure of speech: 守好“钱袋子”, 打通“最后一公里”, 当好“护航员”. */
const FIGURE =
  /(?:筑牢|织密|织牢|织就|守好|守住|守护|捂紧|看好|看紧|护住|当好|争当|按下|跑出|架起|架设|搭起|打通|下好|画好|念好|念紧|交出|绷紧|拧紧|打好|打出|奏响|绘就|点亮|啃下|答好|解开|破解|攻克|消除|化作|变成|变为|化为|争做|甘当|做好|握紧|攥紧|敲响|吹响|扎紧|扎牢|炼成|种下|播下|扮演|充当|堵住|斩断|铲除|捣毁|摧毁|打掉|抓获|破获|侦破|针对|遭遇|冒充|所谓|俗称|涉嫌|从事|谨防|警惕|远离|荣获|获评|获|授予|评为|当选|做|扣好|解决|避免|杜绝|实现了?连续|成效|圆了?|送来|感受到|守牢|成就|目标|突破|产生)[\u4e00-\u9fff]{0,6}$/u;
const SPEECH = /(?:说|道|问|答|表示|感叹|介绍|称赞|赞叹|喊|写道|告诉[^，,。]{0,8})[：:，,]?$|[：:]$/u;
const CASE_AFTER =
  /^[^，,。；、“]{0,14}?(?:案(?!例|卷|管|情)|专案|案件|犯罪|窝点|团伙|诈骗|骗局|传销|嫌疑人|毒品|设备|黑灰产|违法)/u;
/** 等特色调解品牌: what the list before it is a list of. */
const LISTED_AFTER =
  /^(?:多点开花|遍地开花|落地生根|落地见效|走深走实|应运而生|全面铺开|挂牌|正式上线|上线运行|活跃在|建到|走进)|^等(?:\d{1,3}[支个项家名类条种]|[一二两三四五六七八九十][支个项家类])?[\u4e00-\u9fff]{0,8}?(?:品牌|机制|模式|平台|工作法|队伍|服务|举措|做法|活动|载体|行动)/u;
/** What a name does, or what becomes of it: “法治门诊”搬进了派出所, “老街管家”对接商户230家. */
const ACTS_AFTER =
  /^(?:也|已|都|正式|先后|陆续|相继|全面|成功|首次)?(?:搬进|开进|搬上|驻进|进驻|入驻|落户|落地|上线|开通|启用|投用|投入使用|运行|亮相|挂牌|开门|开讲|开播|铺开|推开|覆盖|发展[到至]|增至|扩大[到至]|延伸[到至]|对接|结对|接待|受理|化解|调解|调处|介入|每[周月天晚日])/u;
/** 用“绣花功夫”化解矛盾: a way of doing it, whatever follows. */
const MEANS_BEFORE = /(?:用|以|靠|凭)$/u;
/** 诱骗受害人下载“云闪保”APP: of the fraud. */
const LURED_BEFORE = /(?:诱[导使骗引]|受害人|被害人|诈骗分子|不法分子|嫌疑人|虚假)[^，,。“”]{0,12}$/u;
/** 全市127名“警务管家”: what is counted has a name of its own. */
const COUNTED_BEFORE = /(?:\d|[一二两三四五六七八九十百千])(?:余|多)?[名支个处家]$/u;
/** Measures said as short phrases side by side: 午间延时、周末预约. */
const SIDE_BY_SIDE = /^[^、，,]{3,8}[、，,][^、，,]{3,8}(?:[、，,][^、，,]{3,8})?$/u;
const ADOPTED_BEFORE = /(?:推行|实行|推出|推广|落实|创新|首创|探索|铺开)(?:了|出)?$/u;
/** 请来老船长当“和事佬”: a part somebody plays. */
const PLAYS_BEFORE = /(?:当|当好|争当|充当|争做|誉为|赞为|被称为|称之为|称作|尊称为|亲切称为|亲切地称为)$/u;
/** 推动“单兵作战”向“集成作战”转变: a way of talking, at both ends. */
const TURNS_AFTER = /^(?:转化|转变|转型|升级|变|向|到)(?:为|成|向|到)?“/u;
const TURNED_BEFORE = /”(?:转化|转变|转型|升级|变|向|到)(?:为|成|向|到)?$/u;
/** “品茶论事、以茶连心”的治理模式: called a way of working, at a distance. */
const WAY_AFTER = /^的[\u4e00-\u9fff]{0,8}?(?:模式|机制|体系|工作法|调解法|警务)/u;
/** What is named is an aim or a way of talking. */
const AIM_AFTER =
  /^(?:的)?(?:总|浓厚|良好|强大|社会)?(?:鲜明导向|工作导向|导向|责任感|主基调|治理格局|工作格局|新格局|格局|组成|目标|思路|要求|原则|精神|思想|意识|口号|局面|统一|难题|问题|现象|目的|效果|标准|任务|期待|氛围|梦|转变|跨越|作用|势头|决心)/u;
const AWARD_AFTER =
  /^(?:等)?(?:荣誉|称号|奖|获得者|殊荣)|^(?:工作|专项行动|行动|活动)?(?:先进|优秀|成绩突出|标兵|能手)/u;
const AWARD_BEFORE =
  /(?:荣获|荣膺|获评|获|授予|评为|评定为|命名为|表彰为|确定为|认定为|当选|荣立|蝉联|斩获|捧[回得]|入选|登上|是全[国省市])[^，,。]{0,14}$/u;
const AWARD_NAME =
  /先进|优秀|模范|示范|标兵|能手|卫士|之星|楷模|最美|文明单位|奖|功$|枫桥式公安派出所|好人|劳模|十佳|百佳|示范(?:单位|窗口|岗|基地)|青年文明号|文明(?:窗口|岗|号)|星级/u;
/** Telephone lines: no name of a way of working, as “135”快反机制 is. */
const LINE = /^(?:11[024-9]|12\d|96\d{3}|12\d{3}|95\d{3})$/u;
/** A body, whatever it is called after: “护农卫士”小分队. */
const TEAM = /(?:队|队伍|小分队|工作室|团|站|室|岗|专班)$/u;
/** Who or what bears a short known name: “红袖章”平安志愿者, “金钟罩”反诈小程序. */
const PEOPLE_OR_THING = /(?:志愿者|队|队伍|员|小程序|平台|系统|APP|App|服务点|中心|调解室|集成办理|集成服务)$/u;
/** Said of any work that matters: “一把手”工程, “民心”工程. */
const WEIGHTY = /^(?:一把手|一号|头号|头等|民心|民生|德政|形象|生命|希望|系统)工程$/u;
/** A thing that works, whatever it is called after: “邮箱卫士”预警平台. */
const WORKS = /(?:平台|系统|机制|制度|小程序|APP|模型|模式|工作法|调解法|服务)$/u;
/** Heads that are themselves an activity: what is named is the quoted part. */
const NAME_LONG_HEAD = /处置$|劝阻$|机制|制度|体系|模式|网络|改革|工程|系统|平台|行动|计划|法$|治理/u;

interface Judged {
  readonly quote: Quote;
  readonly inner: string;
  /** Evidence that it is a name: known, its shape, a head after it, a verb before it. */
  readonly evidence: 'known' | 'shape' | 'head' | 'loose' | 'verb' | null;
  readonly excluded: boolean;
  readonly head: string;
}

/** Quoted names in one sentence; `local` is the short name of the place, which alone (平安十堰) names no practice. Neighbours in a list (“…”“…”, “…”和“…”) are names where one of them is. */
export function quotedIn(passage: Passage, sentence: Sentence, words: InitiativeWords, local: string): Candidate[] {
  const judged = quotesWithin(passage.quotes, sentence)
    .filter((q) => q.kind === 'quote' && q.span.start >= sentence.start && q.span.end <= sentence.end)
    .map((quote) => judge(quote, passage, sentence, words, local));
  const found: Candidate[] = [];
  for (const list of listsOf(judged, passage)) {
    const isNamed = list.some((n) => !n.excluded && n.evidence !== null && n.evidence !== 'loose');
    for (const item of list) {
      const supported = item.evidence ?? (isNamed ? 'list' : null);
      if (!item.excluded && supported !== null) found.push(candidate(item, passage, sentence, words, supported));
    }
  }
  return merged(found, passage);
}

/** The quotes of a sentence in lists, in order: those with nothing but 、 or 和 between them stand together. */
function listsOf(judged: readonly Judged[], passage: Passage): Judged[][] {
  const lists: Judged[][] = [];
  for (const item of judged) {
    const list = lists[lists.length - 1];
    if (list && joined(list[list.length - 1], item, passage)) list.push(item);
    else lists.push([item]);
  }
  return lists;
}

/** True where nothing but 、 or 和 stands between the two. */
function joined(a: Judged | undefined, b: Judged, passage: Passage): boolean {
  if (!a) return false;
  const [first, second] = a.quote.span.start < b.quote.span.start ? [a, b] : [b, a];
  const between = passage.text.slice(first.quote.span.end, second.quote.span.start);
  return /^(?:、|和|与|及|以及|或)?$/u.test(between) && (first.head === '' || between !== '' || first === a);
}

function judge(quote: Quote, passage: Passage, sentence: Sentence, words: InitiativeWords, local: string): Judged {
  const inner = passage.text.slice(quote.inner.start, quote.inner.end).trim();
  const before = passage.masked.slice(Math.max(sentence.start, quote.span.start - 24), quote.span.start);
  const after = passage.masked.slice(quote.span.end, Math.min(sentence.end, quote.span.end + 24));
  /** What stands before the list that the quote is of: 被誉为“…”“…”. */
  const led = passage.masked
    .slice(Math.max(sentence.start, quote.span.start - 60), quote.span.start)
    .replace(/(?:“[^“”]{0,26}”[、和与]?){0,6}$/u, '');
  const known = words.known.has(bare(inner));
  const headed = words.headAfter.exec(after)?.[1] ?? '';
  // 等品牌, 的行动, 理念引领基层警务: the head belongs to something else.
  const head =
    /^及|^[和与以]/u.test(headed) ||
    /^(?:实战|技能|比武|大比武|竞赛|大赛|会议|培训)/u.test(after.slice(headed.length)) ||
    (/^(?:融入|纳入|嵌入|赋能|助力|下沉)|[的等将把在及]|参与|加入|协助|引领|转化|理念|推动|牵引|打造|开展|建设|宣传|要求|活动|服务(?![站队点团专中平机制模体品窗区驿台厅圈号岗卡联承]|$)/u.test(
      headed,
    ) &&
      !/服务[\u4e00-\u9fff]{0,2}(?:机制|制度|模式|平台|体系|品牌)$/u.test(headed))
      ? ''
      : headed;
  const verb =
    words.verbBefore.test(before) ||
    /(?:推行|推出|开展|实行|深化|打造|创新|建立|开通|推广|提供|组建|成立)[\u4e00-\u9fff]{1,8}$/u.test(before);
  const excluded =
    inner.length < 2 ||
    inner.length > (head === '' ? 26 : 34) ||
    (words.isOther(inner) &&
      !known &&
      !/^[我你企警民][一-龥][我你企警民][一-龥]$/u.test(inner) &&
      (head === '' || inner.length > 6 || /[。！？!?]/u.test(inner))) ||
    (SPEECH.test(before) && /[，,。！？]/u.test(inner)) ||
    (!known && (CASE_AFTER.test(after) || LURED_BEFORE.test(before))) ||
    AWARD_AFTER.test(after) ||
    (!known && AIM_AFTER.test(after)) ||
    (inner.length <= 2 && head === '' && !known && !(verb && words.looseAfter.test(after))) ||
    WEIGHTY.test(inner + head) ||
    (head === '' && PLAYS_BEFORE.test(led)) ||
    (!known && !words.hasShape(inner) && head === '' && (TURNS_AFTER.test(after) || TURNED_BEFORE.test(before))) ||
    (/[、，,]/u.test(inner) &&
      bare(inner).replace(/[、，,]/gu, '').length > 3 &&
      head === '' &&
      !known &&
      !/^(?:理念|定位|活动|专项|等?机制|服务)/u.test(after) &&
      !WAY_AFTER.test(after) &&
      !(SIDE_BY_SIDE.test(inner) && ADOPTED_BEFORE.test(before)) &&
      !words.hasShape(inner) &&
      words.cued(inner).length === 0) ||
    (local !== '' && (head === '' || /号$/u.test(head)) && isNameOfPlace(inner, local)) ||
    (AWARD_NAME.test(inner) &&
      !TEAM.test(head) &&
      !WORKS.test(head) &&
      (AWARD_BEFORE.test(before) || !/^(?:创建|建设)/u.test(after)) &&
      !known) ||
    (!known && !words.hasShape(inner) && head === '' && FIGURE.test(before) && !WAY_AFTER.test(after)) ||
    (/^[\d.,%·]+$/u.test(inner) && (head === '' || !/^[1-9]{3}$|^[1-9]{5}$/u.test(inner) || LINE.test(inner)));
  const cued = /反诈|防骗|无诈|防诈|义警/u.test(inner) && inner.length >= 4 && inner.length <= 12;
  const evidence = known
    ? 'known'
    : words.hasShape(inner) || (inner.length >= 5 && inner.length <= 14 && words.headAtEnd.test(inner))
      ? 'shape'
      : head !== ''
        ? 'head'
        : verb ||
            cued ||
            LISTED_AFTER.test(after) ||
            (WAY_AFTER.test(after) && inner.split(/[、，,]/u).length <= 3) ||
            (inner.length >= 4 &&
              ((ACTS_AFTER.test(after) && !MEANS_BEFORE.test(before)) || COUNTED_BEFORE.test(before)))
          ? 'verb'
          : words.looseAfter.test(after)
            ? 'loose'
            : null;
  return { quote, inner, evidence, excluded, head };
}

/** 平安十堰, 十堰公安: the place itself, and what every place is called. */
function isNameOfPlace(inner: string, local: string): boolean {
  if (!inner.includes(local)) return false;
  return ['', '平安', '法治', '智慧', '数字', '大美', '幸福', '美丽'].some((before) =>
    ['', '公安', '警方', '答卷'].some((after) => inner === before + local + after),
  );
}

function candidate(
  item: Judged,
  passage: Passage,
  sentence: Sentence,
  words: InitiativeWords,
  supported: string,
): Candidate {
  const { quote, inner, head } = item;
  const known = words.known.get(bare(inner));
  const short = bare(inner).replace(/[、，,]/gu, '').length <= 3;
  // The head belongs to the name; 改革 after a known name does not make it another.
  const withHead =
    head !== '' &&
    head.length <= 12 &&
    (known === undefined || NAME_LONG_HEAD.test(head) || (short && PEOPLE_OR_THING.test(head)));
  let end = quote.span.end + (withHead ? head.length : 0);
  if (!withHead && short && known === undefined) {
    const rest =
      /^(?!.{0,8}(?:等|的|理念|服务|活动|工作|推广|运用|应用|建设|开展|提升|落地|覆盖))[\u4e00-\u9fff]{2,8}?(?=[，,。；、\d]|$)/u.exec(
        passage.masked.slice(quote.span.end, sentence.end),
      );
    if (rest) end = quote.span.end + rest[0].length;
  }
  const before = withHead || end > quote.span.end ? 0 : prefixOf(inner, quote.span.start, passage, sentence, words);
  const whole = end > quote.span.end || before > 0;
  const start = whole ? quote.span.start - before : quote.inner.start;
  return {
    name: whole
      ? `${passage.text.slice(start, quote.span.start)}“${inner}”${passage.text.slice(quote.span.end, end)}`
      : inner,
    core: inner,
    start,
    end: whole ? Math.max(end, quote.span.end) : quote.inner.end,
    rule: `initiative/quoted-${supported}`,
    themes: known?.themes ?? null,
    kind: known?.kind ?? 'practice',
    passage,
    sentence,
  };
}

/**
 * How many characters before a quote belong to its name: 人才落户“直通车” → 4, 政务服务“微改革” → 4. What is quoted is a head noun alone, and
 * what stands before it begins with the clause or behind a verb.
 */
function prefixOf(inner: string, at: number, passage: Passage, sentence: Sentence, words: InitiativeWords): number {
  if (words.headAtEnd.exec(inner)?.[0] !== inner && !/^微[\u4e00-\u9fff]{2}$/u.test(inner)) return 0;
  for (let length = 6; length >= 2; length--) {
    const start = at - length;
    if (start < sentence.start || !/^[\u4e00-\u9fff]+$/u.test(passage.masked.slice(start, at))) continue;
    const prefix = passage.masked.slice(start, at);
    if (/[的了在把将对为与和及等是有以]/u.test(prefix) || words.verbBefore.test(prefix)) continue;
    const before = passage.masked.slice(Math.max(sentence.start, start - 12), start);
    if (/(?:^|[，,、：:；])$/u.test(before) || words.verbBefore.test(before)) return length;
  }
  return 0;
}

/** Two quotes that touch, the second of a head only, are one name as printed: “万名机关民警下基层”“一线”活动. */
function merged(found: readonly Candidate[], passage: Passage): Candidate[] {
  const out: Candidate[] = [];
  for (const next of found) {
    const last = out[out.length - 1];
    const touching =
      last !== undefined &&
      /^”“$|^$/u.test(passage.text.slice(last.end, next.start).replace(/\s/gu, '')) &&
      /^”?“?$/u.test(passage.text.slice(last.end, next.start));
    if (last && touching && next.core.length <= 2 && next.rule !== 'initiative/quoted-known') {
      const tail = /^”?(?:活动|行动|机制|工程)/u.exec(passage.text.slice(next.end, next.end + 4))?.[0] ?? '”';
      const start = last.start - (passage.text.charAt(last.start) === '“' ? 0 : 1);
      const end = next.end + tail.length;
      out[out.length - 1] = { ...last, name: passage.text.slice(start, end), start, end };
    } else out.push(next);
  }
  return out;
}
