import type { Lexicon, UnitEntry } from '../../model/lexicon.js';

/** A unit found in a text. */
export interface UnitMatch {
  readonly entry: UnitEntry;
  /** Exclusive end in the text. */
  readonly end: number;
}

/**
 * Words that begin with a unit's character and are no unit, after a number without a classifier: 5支队, 12网格员, 20场所.
 * Only what may really follow a number: 起诉 does not, and 3起诉讼, 3个案件, 36处警务室 must be read. Sticky patterns of what
 * may not stand behind the unit; only for whole forms.
 */
const OTHER_WORD: Readonly<Record<string, RegExp>> = {
  人: /民币/y,
  位: /(?:于|居)/y,
  口: /(?:径|岸|罩)/y,
  宗: /教/y,
  例: /如/y,
  项: /链/y,
  条: /(?:件|例(?![外行])|款|约)/y,
  笔: /(?:试|录|记)/y,
  单: /位/y,
  家: /属(?![地于])/y,
  户: /(?:籍|政)/y,
  所: /(?:有|长|谓|在|属|以|需)/y,
  座: /谈/y,
  站: /(?:长|位)/y,
  店: /(?:铺|面)/y,
  企: /(?:业|一警)/y,
  村: /(?:民|委|干|支书|居|级)/y,
  镇: /(?:级|党委)/y,
  乡: /(?:村|土|亲|愁|级)/y,
  省: /(?:厅|委|级|内|外|直|公安|际|道)/y,
  市: /(?:民|场|委|局|级|直|内|区|长|公安|政|域|值|面)/y,
  县: /(?:级|委|局|公安|域|长|政|城)/y,
  区: /(?:级|委|局|分局|域|别|间|长|政|公安|划|块)/y,
  国: /(?:家|内|际|道|庆|有|企|旗|籍|产|务|安|民|土)/y,
  州: /(?:级|局|长|委|公安)/y,
  路: /(?:面|段|口|灯|边)/y,
  岗: /(?:位|亭|哨)/y,
  门: /(?:口|店|槛|牌|诊|户|类|卡|禁)/y,
  支: /(?:队(?![伍员])|部(?!队)|行(?![动业])|付)/y,
  队: /(?:伍|长|员|列)/y,
  组: /(?:织|长)/y,
  对: /(?:象|于|外|一)/y,
  班: /(?:子|长|组|级)/y,
  批: /(?:准|捕|示)/y,
  帮: /(?:扶|助|教)/y,
  团: /(?:伙|队|体|员)/y,
  台: /(?:湾|账(?!号)|风|州)/y,
  部: /(?:门|委|署(?!名)|级|督|长)/y,
  架: /(?:构|桥)/y,
  列: /(?:入|为|车|席|出|举)/y,
  份: /(?:额|子)/y,
  本: /(?:科|地|市|省|区|县|级|报|局)/y,
  块: /(?:链|状)/y,
  集: /(?:体|团|中|合|市|镇|群|成|资|装|结|训|约|聚|会|权|美)/y,
  片: /(?:区|段|警)/y,
  面: /(?:部|积|对|向|临)/y,
  根: /(?:据|本|治|源)/y,
  头: /(?:目|条|部|脑|像)/y,
  首: /(?:次|个|位|批|先|要|创|府|例|届|家|发|问|违)/y,
  种: /(?:植(?!入)|族)/y,
  类: /(?:似|型|别|比)/y,
  道: /(?:路|德|具|口)/y,
  层: /(?:面|级|次)/y,
  排: /(?:查|名|除|队|放|列|摸|污)/y,
  床: /位/y,
  票: /(?:据|证|房)/y,
  字: /(?:样|号)/y,
  步: /(?:骤|行|枪|入|伐)/y,
  期: /(?:间|望|末|货|刊)/y,
  轮: /(?:胎|椅|值)/y,
  波: /(?:段|及|动)/y,
  次: /(?:日(?![常均])|序|月|要)/y,
  场: /(?:所(?![有属])|景|馆|地|合(?![作唱练]))/y,
  回: /(?:访|收|应|归|落|升)/y,
  课: /(?:堂|程|题|件)/y,
  节: /(?:点|日|约|省|假)/y,
  分: /(?:点|别|局|管|析|之|布|类|批|级|享|组|散|工|解|流|层|支|包|为|段|成|公司|中心|阶段|区|色|行业|钟|秒|领域|片|赴|担|站|发|离|配|头|文|会|数|值|制)/y,
  度: /(?:假|过|电|量)/y,
  年: /(?:度|级|底|初|末|代|龄|轻|检|审|报|薪|货|计划|行动|规划|画|味|关)/y,
  周: /(?:年|边|岁|刊|末|报)/y,
  天: /(?:网|然气|津|府|眼|线|河)/y,
  日: /(?:常|报|益|本|期|夜|志|趋|用|产|行动|攻坚|会战)/y,
  秒: /(?:级|杀|批|办|懂|回)/y,
  晚: /(?:上|会|报|高峰|点|年)/y,
  里: /(?:程|面|头)/y,
  升: /(?:级|至|到|高|温|旗|降|学|华|腾|值|格)/y,
  发: /(?:案|布|生|现|出|送|展|起|动|挥|放|改|言|行|明|达|电|票|射|力|车|货|证|文|往|掘|育|扬|源|表|信|帖|短|函|率|人|于)/y,
  卷: /(?:入|宗|烟|走)/y,
  克: /(?:服|难|制|扣)/y,
  米: /(?:粉|饭|面|线)/y,
  元: /(?:旦|宵|素|首|宇宙|器件)/y,
  包: /(?:括|含|保|联|案|容|裹|围|装|办|庇|村|片|干|揽|抓|户|销|组)/y,
  只: /(?:要|有|能|是|需|用|为|跑|见|占|因|身|剩|增|减|做|想|靠)/y,
  车: /(?:辆|主|站|管|驾|祸|流|速|门|城|间|型|队|道|牌|位|上)/y,
  船: /(?:舶|长|员|主|只|运)/y,
  双: /(?:减|降|向|升|提|创|控|联|随机|重|边|手|十|休|语)/y,
  副: /(?:局|所|书记|主任|厅|支队|大队|县|市|区|省|处|科|总|部|镇|乡|主席|院|校|秘书)/y,
  栋: /梁/y,
  伙: /(?:同|伴|食|计)/y,
  网格: /(?:员|长)/y,
  社区: /(?:民警|警务|矫正)/y,
};

/** Units that after a Chinese numeral are more often part of another word: 三省, 四区, 两路, 五门; only read after Arabic digits or an approximator. */
const NEEDS_FIGURES = new Set(
  '省 市 县 区 国 州 村 镇 乡 县区 省市 市县 地市 市州 乡镇 园区 部门 单位 学校 街道 网格 门 层 路 点 班 组 对 队 分 度 道 步 字 面 方 里 日 月 岗 亭 站 店 企 课 首 类 大类 口 只 把 节 排 列 端 键 票 床 席 头 包 发 升 车 船 根 片 块 团 帮 伙 双 副 员 题 本 版 卷 回 斤 克 环节 领域 方面 端 晚 拨 对 碗 杯 窗口 声 单'.split(
    ' ',
  ),
);

/** 期 after one Chinese digit is a phase (雪亮工程三期) unless a verb holds courses or issues (举办三期). */
const HELD = /(?:举办|开办|开展|组织|推出|刊发|编发|下发|召开|推送|发布|印发|编印)了?$/;

/** True where Chinese digits before the unit name a phase of building and count nothing. */
export const isPhase = (entry: UnitEntry, value: number, before: string): boolean =>
  entry.id === '期' && value < 10 && !HELD.test(before);

/** True where the unit is not read after Chinese digits alone. */
export const needsFigures = (entry: UnitEntry): boolean => NEEDS_FIGURES.has(entry.id);

interface Form {
  readonly form: string;
  readonly entry: UnitEntry;
}

const matchers = new WeakMap<readonly UnitEntry[], ReadonlyMap<string, readonly Form[]>>();

function formsByFirst(units: readonly UnitEntry[]): ReadonlyMap<string, readonly Form[]> {
  const known = matchers.get(units);
  if (known) return known;
  const map = new Map<string, Form[]>();
  for (const entry of units) {
    for (const form of entry.forms) {
      const first = form.charAt(0);
      const list = map.get(first) ?? [];
      list.push({ form, entry });
      map.set(first, list);
    }
  }
  for (const list of map.values()) list.sort((a, b) => b.form.length - a.form.length);
  matchers.set(units, map);
  return map;
}

/** The longest unit of the lexicon that stands at `at` and is not the beginning of another word; null where there is none. */
export function matchUnit(text: string, at: number, lexicon: Lexicon): UnitMatch | null {
  const forms = formsByFirst(lexicon.units).get(text.charAt(at));
  if (!forms) return null;
  for (const { form, entry } of forms) {
    if (!text.startsWith(form, at)) continue;
    const end = at + form.length;
    const other = OTHER_WORD[form];
    if (other) {
      other.lastIndex = end;
      if (other.test(text)) continue;
    }
    return { entry, end };
  }
  return null;
}
