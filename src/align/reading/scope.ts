import type { Jurisdiction, Level } from '../../model/corpus.js';
import type { Fact } from '../../model/finding.js';
import { foldLabel } from './wording.js';

/** How much of the jurisdiction a figure covers: all of it, a named part, or more than it. */
export type Coverage =
  | { readonly kind: 'whole' }
  /** `byClass`: the wording restricts what is counted (突出, 涉疫), not who counts it. */
  | { readonly kind: 'part'; readonly of: string; readonly byClass?: true }
  | { readonly kind: 'wider'; readonly of: string };

/** Words for “all of us” that fit any level. e.g. 全局, 分局, 辖区 */
const ANY_WHOLE =
  /^(?:全局|全警|全域|辖区|辖内|分局|市局|县局|区局|省厅|总队|我局|本局|当地|本地|各地|各地公安机关|公安机关|(?:全市|全省|全区|全县|市县|省市县|市县两级|市县三级|市、县)?(?:三级|两级)?(?:公安机关|公安局|公安厅|公安|警方|民警|民辅警))$/u;
/** Words for the whole of one level. */
const LEVEL_WHOLE: readonly { readonly words: RegExp; readonly levels: readonly Level[] }[] = [
  { words: /^(?:全省|我省|本省|省|全区公安机关|全省公安机关|省公安厅|省内)$/u, levels: ['province'] },
  { words: /^(?:全自治区|我区|全区)$/u, levels: ['province', 'district', 'other'] },
  {
    words: /^(?:全市|我市|本市|市|全市公安机关|市公安局|市区县|市内|全州|我州|全盟)$/u,
    levels: ['city', 'county', 'province', 'other'],
  },
  {
    words: /^(?:全区|区|全区公安机关|区公安局|区公安分局|本区|新区|全新区|高新区)$/u,
    levels: ['district', 'county', 'other'],
  },
  { words: /^(?:全县|我县|本县|县|全县公安机关|县公安局|全旗)$/u, levels: ['county', 'other'] },
  { words: /^(?:全所|我所|本所|所里|派出所)$/u, levels: ['station', 'other'] },
];
/** e.g. 市反诈中心, 省公安厅反诈中心: the office that counts for the whole */
const CENTRE =
  /^(?:省|市|州|县|区|分局|市局|县局|省厅|省公安厅|市公安局|县公安局)?(?:打击治理)?(?:电信网络)?(?:新型违法犯罪)?(?:国家)?反(?:诈骗|诈|电诈|电信网络诈骗)中心$/u;
const WIDER: readonly { readonly words: RegExp; readonly levels: readonly Level[] }[] = [
  { words: /^(?:全国|我国|国内|公安部)/u, levels: ['province', 'city', 'district', 'county', 'station', 'other'] },
  { words: /^(?:全省|我省|本省|省公安厅|省厅)/u, levels: ['city', 'district', 'county', 'station'] },
  { words: /^(?:全市|我市|本市|市公安局|市局)/u, levels: ['district', 'station'] },
  { words: /^(?:全区|全县)/u, levels: ['station'] },
];

/**
 * Reads a fact's scope against its jurisdiction. No scope at all is the reporting bureau's own figure: the whole. A scope that
 * is neither the jurisdiction's name nor a word for all of it is a part (建设工地, 中心城区, 某派出所, a campaign); 全省 in a
 * city's report is wider than it.
 */
export function coverageOf(fact: Pick<Fact, 'scope' | 'flags'>, place: Jurisdiction | null): Coverage {
  const scope = fact.scope === null ? '' : foldLabel(fact.scope);
  if (fact.flags.includes('sub-unit')) return { kind: 'part', of: fact.scope ?? '' };
  if (scope === '') return { kind: 'whole' };
  const level = place?.level ?? 'other';
  if (place && namesOf(place).some((name) => scope === name || bureauOf(scope, name))) return { kind: 'whole' };
  if (LEVEL_WHOLE.some(({ words, levels }) => levels.includes(level) && words.test(scope))) return { kind: 'whole' };
  if (WIDER.some(({ words, levels }) => levels.includes(level) && words.test(scope)))
    return { kind: 'wider', of: fact.scope ?? '' };
  if (ANY_WHOLE.test(scope) || CENTRE.test(scope)) return { kind: 'whole' };
  return { kind: 'part', of: fact.scope ?? '' };
}

function namesOf({ name, short, aliases }: Jurisdiction): string[] {
  return [name, short, ...aliases].map(foldLabel).filter((text) => text !== '');
}

/** The jurisdiction's own bureau: its name with nothing but the office after it. e.g. 十堰市公安局, 武侯公安, 天府新区公安分局 */
function bureauOf(scope: string, name: string): boolean {
  return (
    scope.startsWith(name) &&
    /^(?:市|区|县|省|新区)?(?:公安机关|公安局|公安厅|公安分局|公安|分局|警方|反诈中心)?$/u.test(
      scope.slice(name.length),
    )
  );
}

/**
 * A restriction in the wording of a label, or null: a site, a class, a campaign, volunteers. `text` is what the label says beyond
 * its indicator. e.g. 突出, 十小场所消防, 工地, 涉疫, 平安义警等社会力量参与
 */
export function restrictionIn(text: string): string | null {
  const found =
    /街道|社区|小区|突出|重大|疑难|复杂|典型|重点(?!人员)|十小|九小|消防|枪|爆|疫|工地|园区|景区|校园|学校|医院|商圈|渔港|涉外|农村|城区|城镇|水域|地铁|夜间|夜市|节假日|假期|专项行动|行动|会战|战役|春节|大运会|亚运会|高考|展会|义警|志愿|社会力量|网格|辅警|义务|红袖标|马甲|老旧|未成年|老年|学生|妇女|儿童|以上|以下|主城/u.exec(
      text,
    );
  return found?.[0] ?? null;
}

/**
 * Somebody else did it, or did it with the bureau's help: a word for it in the label, or volunteers in what the label says beyond
 * its indicator. e.g. 带动全省破案, 服务破案, 协助抓获, 平安义警等社会力量参与 (but not 带动群防力量)
 */
export function otherDoer(label: string, rest: string): string | null {
  const helped = /(?:带动|服务|协助|协同|指导)(?=.{0,10}(?:破案|侦破|破获|抓获))/u.exec(label);
  return (helped ?? /参与|义警|志愿|社会力量|马甲/u.exec(rest))?.[0] ?? null;
}

/** A site, an office or a campaign in the clause that the label may have lost. e.g. 建设工地矛盾化解率达97.6%、违法警情下降27.2% */
export function siteIn(clause: string): string | null {
  return (
    /工地|园区|景区|校园|商圈|专项行动|行动中|会战|中心城区|主城区|城区|农村地区|节假日|大运会|亚运会|[\p{Script=Han}]{2,6}派出所(?=[^、，,。]{0,12}(?:化解|破案|破获|抓获|警情|发案|接警))/u.exec(
      clause.replace(/\s/gu, ''),
    )?.[0] ?? null
  );
}
