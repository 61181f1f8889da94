import { matchesOf } from '../../text/matches.js';
import type { Passage, Sentence } from '../reading/passages.js';
import { MASK } from '../reading/quotes.js';
import type { Candidate } from './candidate.js';
import type { InitiativeWords } from './words.js';

/** Heads that name a place or a body: two characters before them make a name (商户党支部, 驻企警务站). */
const PLACE =
  /(?:警务室|调解室|服务站|工作站|警务站|警务驿站|联络站|联络点|服务点|调解站|工作室|服务队|巡防队|巡防队伍|巡逻队|义警队|反诈队|宣讲团|反诈团|服务团|联盟|大篷车|专窗|直通车|微课堂|学堂|讲堂|夜校|驿站|专员|联络员|联络官|党支部|警官|警长|宣传团|宣传队|宣讲队|普法队|志愿队|小分队|守望队|互助队|评理团|小程序|APP|App|明白卡|攻坚队|阿姨团|调解团|先锋队|红袖套|会客厅|机器人|议事会|议事厅|议事亭|评理堂|说理堂|院坝会|说事点|信息站|会诊室|门诊|服务专线|小剧场|广播站|骑手队|护校队|姐妹团|帮扶团|联防队|义警队伍|宣防队|调解船|劝导队|红马甲|讲师团)$/u;
/** Heads that name a way of working: more must stand before them, and a verb that makes something. */
const WAY =
  /(?:机制|模式|制度|体系|平台|系统|战略|工程|行动|专项行动|攻坚战|计划|行动计划|提升计划|改革|大模型|品牌|专班|包联制|包保制|警长制|点单制|会商制|工作法|调解法|警务|联防|绿色通道|流程|工作规范)$/u;
const MAKING =
  /(?:创新|推行|建立|首创|探索|探索建立|研发|开发|推出|落实|打造|构建|健全|上线|启动|实施|开展|推进|深化|部署开展|组建|成立|设立|建设|大力推进|大力实施|全面推行|指导建立|牵头建立|建成|创新实施|率先启动|率先建立|创新推出|常态推进|实行|完善|推广|布设|开设|挂牌成立|派驻|设置|组织开展|深入开展|试点|试行|推出|制定|印发|开辟|开通|首推|独创|提炼|总结|提炼出|总结出|探索出|摸索出|形成)(?:了|出)?(?:[“”])?(?:一批|一套|以)?$/u;
const GENERIC =
  /^(?:长效|常态化?|工作|相关|有关|各项|各类|一系列|系列|多项|新型|现代|专业|高效|协同|联动|协作|合作|联合|综合|一体化?|立体化?|社会|治安|防控|全方位|快速|反应|处置|责任|考核|激励|公安|警务|服务|新|科学|完善|精准|基层|管理|保障|监督|指挥|运行|共建|共治|共享|重点|专门|特色|群众|反诈|打击|防范|治理|矛盾纠纷|纠纷|调处|排查|化解|多元|预警|劝阻|宣传|社区|农村|人群|重点人群|实时|动态|及时|公共|法律|政务|便民|平安|建设|大数据|信息|智慧|科技|安全|整治|专项|各|本|该|这一|上述|公安机关|派出所|企业|区级|县级|市级|省级|三级|省市县|社会治安|基层治理|打防|和|与|及|、|的|电信网络|电信|诈骗|网络|违法|犯罪|行政|审批|业务|窗口|许可|新时代|党支部|风险|隐患|走访|巡逻|便利|改革|警企|党建|队伍|全警|民警|严打|夏季|冬季|春季|集中|统一|品牌|新建|改建|扩建|示范|标准化?|规范化?|达标|精品|星级|办理|全部|所有|各级|区域|辖区|本地|街道|镇街|乡镇|村居|校园|小区|园区|城区|部门|行业|领域|流程|闭环|日常|定期|通报|研判|评估|督导|督查|检查|巡查|回访|值班|值守|接处警|报警|警情|办案|执法|法制|刑事|交通|道路|消防|应急|救援|疏导|管控|稳控|核查|处理|应对)*$/u;

/** Heads few bodies have: a name even where it is the subject, or stands after a word that every report uses (警务驿站). */
const DISTINCT =
  /(?:驿站|会客厅|大篷车|直通车|议事会|议事厅|议事亭|评理团|评理堂|说理堂|夜校|讲堂|学堂|联盟|义警队|宣讲团|反诈团|讲师团|服务团|红马甲|院坝会|联络点|说事点|机器人|明白卡|连心卡)$/u;
/** 警企会客厅每周四开门, 骑手义警队上报隐患: what a subject does. */
const DOES =
  /^(?:也|已|都|先后|累计|全年|今年|共|还)?(?:每[周月天晚日年]|开门|开讲|接待|受理|化解|调解|调处|服务|走进|开进|巡逻|巡查|上报|宣讲|上线|运行|挂牌|入驻|落户|覆盖|成为)/u;
/** 老支书牵头的吴婶调解工作室: who is behind it says it is one of its own. */
const LED_BY = /(?:牵头|领衔|主持|坐堂|坐诊|创办|带领|命名|发起|打造|推出|首创)(?:组建|成立|创办|建立)?的$/u;
/** 建立由公安、法院组成的…机制: what it is made of stands between. */
const MADE_OF = /(?:建立|构建|组建|成立|搭建)[^，,。]{2,30}(?:组成|参与|参加|共同参与)的$/u;

/** 推出老年人办证上门服务、: the verb that introduces the list an item is of. */
const LIST_BEFORE =
  /(?:创新|推行|建立|首创|探索|研发|推出|打造|构建|健全|上线|实施|组建|成立|设立|实行|布设|开设|设置|试行|开辟|开通)(?:了|出)?[^，,。；：:]{5,56}、$/u;

/** Names without quotation marks that end in a head noun and follow a verb that introduces them: 指导建立商户联防机制. */
export function headedIn(passage: Passage, sentence: Sentence, words: InitiativeWords): Candidate[] {
  const found: Candidate[] = [];
  const { masked } = passage;
  const text = masked.slice(sentence.start, sentence.end);
  for (const match of matchesOf(text, words.head)) {
    const end = sentence.start + match.index + match[0].length;
    if (
      /[\u4e00-\u9fff]/u.test(masked.charAt(end)) &&
      /^(?:建设运行|化|体|性|者|长|力|理|里|子|片|头)/u.test(masked.slice(end, end + 3))
    )
      continue;
    const from = Math.max(sentence.start, end - 28);
    const window = masked.slice(from, end);
    const begins = nameStart(window, words);
    const start = from + begins + (window.charAt(begins) === '、' ? 1 : 0);
    const name = passage.text.slice(start, end);
    const body = name.slice(0, name.length - match[0].length);
    if (name.includes(MASK) || masked.slice(start, end).includes(MASK) || /[“”《》]/u.test(name)) continue;
    const before = masked.slice(Math.max(sentence.start, start - 12), start);
    const place = PLACE.test(name);
    const way = WAY.test(name);
    if (!place && !way) continue;
    const distinct =
      DISTINCT.test(name) && /^(?:警务|警企|警民|企业|反诈|平安|法治|社区|乡村|群众|便民|服务){1,3}$/u.test(body);
    if (body.length < 2 || name.length > 24 || words.isOther(name) || (GENERIC.test(body) && !distinct)) continue;
    const listed =
      /[”][、和与及]$/u.test(before) ||
      (/、$/u.test(before) && found.length > 0 && found[found.length - 1]?.end === start - 1);
    const alone =
      LED_BY.test(before) ||
      (DISTINCT.test(name) && /(?:^|[，,。；：:、])\s*$/u.test(before) && DOES.test(masked.slice(end, end + 8)));
    const isItem = LIST_BEFORE.test(masked.slice(Math.max(sentence.start, start - 60), start)) && body.length >= 4;
    if (
      isItem || listed || (place && alone)
        ? body.length < 2
        : place
          ? !(words.verbBefore.test(before) || /^[\s]*\d/u.test(masked.slice(end, end + 4)))
          : !(
              (MAKING.test(before) || MADE_OF.test(masked.slice(Math.max(sentence.start, start - 40), start))) &&
              body.length >= 3
            )
    )
      continue;
    const last = found[found.length - 1];
    if (last && last.end > start) {
      if (last.start <= start && end > last.end)
        found[found.length - 1] = {
          ...last,
          name: passage.text.slice(last.start, end),
          core: passage.text.slice(last.start, end),
          end,
        };
      continue;
    }
    found.push({
      name,
      core: name,
      start,
      end,
      rule: 'initiative/headed',
      themes: null,
      kind: 'practice',
      passage,
      sentence,
    });
  }
  return found;
}

/** Where a name begins in the text before its head: after the last verb, comma, 的 or measure word. */
function nameStart(window: string, words: InitiativeWords): number {
  let start = 0;
  const stops =
    /(?:全[国省市区县])?首[支个家批座]|(?:全部|所有|各|共|已|达|到|至)?\d+[个项支家座名处]|[”》][、和与及]|[，,。；：:！？（(）)\s”“》《]|一[条批套]|的|了(?!解)|[\d一二三四五六七八九十]+[个项支家座名]|为(?!民|群众|企|派出所)|将|把|在|对|向(?![阳日上前善])|从|等(?!级)|并|又|还|由|被|以(?!案)|及|(?<=[区站室队])和|通过|围绕|结合|依托/gu;
  for (const stop of matchesOf(window, stops)) {
    const after = stop.index + stop[0].length;
    if (after < window.length - 3 || /\d/u.test(stop[0])) start = Math.max(start, after);
  }
  for (let i = window.length - 4; i > start; i--) {
    if (words.verbBefore.test(window.slice(start, i))) {
      start = i;
      break;
    }
  }
  for (const comma of matchesOf(window, /、/gu)) {
    // 英烈服务站、万安调解室: two names.
    // 学生办证周末专场、企业办证绿色通道: two names; 工地、园区特色警务: one.
    const before = window.slice(start, comma.index);
    const item = comma.index - Math.max(start, window.lastIndexOf('、', comma.index - 1) + 1);
    if (
      comma.index > start &&
      (words.headAtEnd.test(before) || (item >= 6 && !before.includes('、') && window.length - comma.index > 6))
    )
      start = comma.index + 1;
  }
  return start;
}
