import type { Claim } from './claim.js';
import type { Clause, Sentence } from './clause.js';
import { remembered } from './remembered.js';

// e.g. “3·15”银行卡特大网络传销案, 部督“7·30”电信诈骗案, 汉川“6406”专案
const NAMED_CASE =
  /[一-鿿]{0,3}[“"](?:\d{1,4}[·.．\-—](?:\d{1,2}[^”"\n]{0,8})?|\d{3,4})[”"](?![^，,。；;]{0,12}(?:行动|专项|战役))[^，,。；;、“”"\d]{0,24}?(?:专案|案件|大案|案)(?![件例率数])/;
// e.g. 打掉一个虚假贷款电诈团伙, 侦破一起“代加工”电诈案件
// not of a count that has ended: 打掉犯罪集团1个、团伙3个, 立案31起、破案30起
const ONE_CASE =
  /(?:一起|一个|一伙|一处|(?<!\d)1[起个])(?![、和及])[^，,。；;]{0,30}?(?:案件|案|团伙|窝点|犯罪网络|犯罪集团|链条)/;
// e.g. 该案涉及全国31个省
const POINTED = /^(?:目前[，,]?)?(?:该案|此案|该团伙|该犯罪(?:团伙|集团|网络))/;
// e.g. 破获1起29年命案积案: a count, however small
const COLD_CASES = /^1起[^，,。]{0,12}积案/;
const SEVERAL_CASES =
  /案[^，,。；;]{0,6}(?:等[^，,。；;、“”]{0,10}\d|等一批|等一系列|等大要案|等系列|等\d+|等多起|等重大)|案、[^，,。；;]{0,8}[“"][^”"]{0,3}\d/;
const TIME_UNITS = new Set(['秒', '分钟', '小时', '个小时', '天', '年', '个月', '晚', '日']);
const STATISTIC = /平均|缩短|压缩|时限|周期|时长|均|全部|总|累计|共|同比|连续|全(?:市|省|县|区|年)|以来/;
const SCENE =
  /(?<!每)(?:月\d{1,2}日|当天|当晚|清晨|凌晨|傍晚|一天|前不久|近日|日前|[上下]午|晚上?)[^，,。]{0,6}(?:时许|时|点)|[王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚](?:女士|先生|阿姨|大爷|大妈|大娘|奶奶|爷爷|大叔|师傅)|(?<![长警员志导官])[王李张刘陈杨赵黄周吴]某|小伙|夫妇|一[位名](?:老人|女士|男士|群众|市民|居民|老太|大[妈爷娘叔]|阿姨|小女?孩|学生|乘客)|执意|的一个(?:下午|上午|晚上|早晨)|家住/;

/** What a told incident or one case makes of the figures in its sentence. */
export interface Incident {
  readonly kind: 'case' | 'scene';
  /** Name of the case, for the scope; null where none is named. */
  readonly name: string | null;
  /** Pointed at (该案), so that 共 sums up what is in it. */
  readonly pointed?: boolean;
}

/** The case a clause is about, or null: one named case, or one case told without a name. */
export function caseIn(text: string): Incident | null {
  if (!/案|团伙|窝点|链条|犯罪/.test(text)) return null;
  if (POINTED.test(text)) return { kind: 'case', name: null, pointed: true };
  if (SEVERAL_CASES.test(text)) return null;
  const named = NAMED_CASE.exec(text);
  if (named) return { kind: 'case', name: named[0].replace(/^[^“"]*(?:其中|[破获办理])|^(?:的|在|和|与|成功)+/, '') };
  const one = ONE_CASE.exec(text);
  if (one && !COLD_CASES.test(text.slice(one.index)) && !/未|无|没有/.test(text.slice(0, one.index)))
    return { kind: 'case', name: one[0].replace(/^(?:一[起个伙处]|1[起个])/, '') };
  return null;
}

/** True when a sentence tells a scene: persons, a time of day. */
export function tellsScene(sentence: Sentence): boolean {
  return tellsSceneIn(sentence.text);
}

const tellsSceneIn = remembered((text: string): boolean => SCENE.test(text) && !/每天|每晚|每日/.test(text));

/** True when this one figure is a detail of a told incident: 3分钟就赶到现场, 步行8分钟. */
export function isScene(
  claim: Pick<Claim, 'unit' | 'label' | 'basis' | 'kind'>,
  clause: Clause,
  sentence: Sentence,
  storyBefore: boolean,
): boolean {
  if (claim.kind === 'change' || claim.kind === 'rank' || claim.kind === 'share' || claim.kind === 'ratio')
    return false;
  // 从东头走到西头不过600米
  if (/^(?:米|公里|里|千米|步)$/.test(claim.unit) && /走到|步行|相距|距离|不过|不远|沿着/.test(clause.text))
    return true;
  // 连续36小时奋战
  if (claim.unit === '小时' && /连续/.test(clause.text)) return true;
  // “我这20万元就没了！”
  if (
    clause.inSpeech &&
    /[我您你俺]/.test(clause.text) &&
    !/我(?:市|县|区|局|省|们(?:分局|所|县|市))/.test(clause.text)
  )
    return true;
  if (tellsScene(sentence) && /连续/.test(clause.text) && !/平均|同比|全(?:市|省|县|区|年)|以来/.test(clause.text))
    return true;
  if (STATISTIC.test(clause.text)) return false;
  if (
    TIME_UNITS.has(claim.unit) &&
    (clause.inSpeech || /用了?|仅|只|就|内|后|前|步行|赶到|走了|闹了|快|还有/.test(clause.text))
  )
    return true;
  if (tellsScene(sentence)) return true;
  return storyBefore && clause.inSpeech;
}
