import { type KnownPlaces, PEOPLES } from './known-places.js';
import { countOf, footOf, headOf, type PageLine } from './page-lines.js';

/** A place in whose name a bureau speaks, as a text names it. */
export interface Bureau {
  /** The place without its kind. e.g. 株洲, 武侯, 高新 */
  readonly stem: string;
  /** What it is called before 公安, 警方, 分局, 派出所 …, each with how often; heavier in the head and the foot of the page. */
  readonly forms: ReadonlyMap<string, number>;
  /** Mentions, weighted. */
  readonly weight: number;
  /** Mentions, plain. */
  readonly count: number;
  /** Named in the head of the page, or signed at its foot. */
  readonly isNamedOnTop: boolean;
  /** Where a line of the page is its name and nothing more, or opens with it and a colon: index among the lines. */
  readonly headings: readonly number[];
}

// e.g. 十堰公安, 株洲市公安局, 湖北省公安厅, 江洲分局, 临港警方, 柳巷派出所
const ORGAN =
  /公安厅|公安局|公安分局|公安机关|公安|警方|分局|派出所|(?<=[省市县区州旗])(?:人民政府|人民代表大会|人大常委会|副?[省市县区州旗]长)/g;
/** Organs that are no police: they name the place on top of a page, after its kind. e.g. 松陵市副市长、市公安局局长 */
const CIVIL = /^(?:人民政府|人民代表大会|人大常委会|副?[省市县区州旗]长)$/;
/** Kinds of places, the longer before the shorter. */
const KIND =
  /(?:工业园区|产业园区|高新技术产业开发区|高新技术开发区|经济技术开发区|经济开发区|高新区|经开区|开发区|示范区|度假区|风景区|管委会|保税区|新区|新城|自治区|自治州|自治县|地区|林区|矿区|省|市|州|盟|区|县|旗)$/;
/** No character of a place’s name, or none at its beginning. */
const NEVER = /[的了是在与对为把被让及其等全各我本该这那着过并且但而就都也将以于至到从由向使给跟和或得]/;
/** Words that stand before 公安 and name no place. */
const NO_PLACE =
  /^(?:全国|我国|中国|国家|人民|各级|各地|外地|异地|当地|属地|基层|广大|上级|下级|机关|党委|政府|部门|地方|铁路|民航|森林|交通|海关|边防|水上|航运|智慧|数字|平安|法治|科技|现代|新型|新时|时代|世界|国际|加强|推进|推动|促进|做好|开展|深化|强化|聚焦|围绕|支持|关心|服务|献身|打造|提升|提高|助力|成为|展现|彰显|见证|记者|通过|根据|牵引|引领|依托|全力|坚持|近年|年来|以来|今年|去年|目前|如今|今后|本报|作为|贯彻|落实|执行|按照|服从|接受|组织|指导|会同|配合|联合|协同|委托|党建|政工|优秀|先进|示范|模范|标准|枫桥|式公|县级|市级|省级|区级|地级|城区|市区|郊区|城市|农村|社区|辖区|园区|片区|山区|牧区|景区|校区|厂区|小区|街道|乡镇|中心|沿街|周边|附近|两个|三个|十个|多个|所有|部分|首个|首批|创建|命名|获评|评为|建成|新建|驻村|驻所|属各|所属|直属|城关|主城|相关|有关|兄弟|毗邻|邻近|一线|刑侦|经侦|交警|治安|巡特|特警|网安|法制|禁毒|出入|户政|专门|专业|反诈|重点|老城|新城|本地|县市|省市|市县|区县|省公|市公|县公|区公)$/;

/** How often a word stands in the text. */
type Count = (word: string) => number;

interface Draft {
  forms: Map<string, number>;
  weight: number;
  count: number;
  isNamedOnTop: boolean;
  headings: Set<number>;
}

/** Every place that is named before a police organ, heaviest first; equal weights in the order of the text. */
export function bureausOf(text: string, lines: readonly PageLine[], known: KnownPlaces): Bureau[] {
  const top = new Set([...headOf(lines), ...footOf(lines)].map(({ index }) => index));
  const drafts = new Map<string, Draft>();
  const counts = new Map<string, number>();
  const count: Count = (word) => {
    const known = counts.get(word) ?? countOf(text, word);
    counts.set(word, known);
    return known;
  };
  for (const line of lines) {
    for (const found of line.text.matchAll(ORGAN)) {
      const [organ] = found;
      const run = runBefore(line.text, found.index);
      const after = line.text.slice(found.index + organ.length, found.index + organ.length + 14);
      // The parent in 岳城市公安局望湖分局 names its branch, not itself.
      const isParent = organ === '公安局' && /^[\p{sc=Han}]{2,12}?(?:分局|派出所)/u.test(after);
      if (run === '' || isParent) continue;
      const isCivil = CIVIL.test(organ);
      if (isCivil && !(KIND.test(run) && top.has(line.index))) continue;
      const named = placeOf(count, run, known);
      const place = organ === '派出所' && named ? { ...named, stem: `${named.stem}派出所` } : named;
      if (place === null || (organ === '分局' && place.stem.endsWith('公安'))) continue;
      const draft = drafts.get(place.stem) ?? {
        forms: new Map<string, number>(),
        weight: 0,
        count: 0,
        isNamedOnTop: false,
        headings: new Set<number>(),
      };
      const onTop = top.has(line.index);
      const weight = onTop ? 4 : 1;
      const form = `${place.written}${organ}`;
      if (!isCivil) draft.forms.set(form, (draft.forms.get(form) ?? 0) + weight);
      draft.weight += weight;
      draft.count++;
      draft.isNamedOnTop ||= onTop;
      const rest = line.text.slice(found.index + organ.length);
      const before = line.text.slice(0, found.index - run.length);
      if (before === '' && run.length <= 10 && (rest === '' || (/^[：:丨|]/.test(rest) && line.text.length <= 48)))
        draft.headings.add(line.index);
      drafts.set(place.stem, draft);
    }
  }
  return [...drafts]
    .map(([stem, draft]): Bureau => ({ stem, ...draft, headings: [...draft.headings] }))
    .filter((bureau) => !bureau.stem.endsWith('派出所') || isStationReport(bureau))
    .filter((bureau) => known.has(bureau.stem) || !isOneWordInPassing(bureau))
    .sort((a, b) => b.weight - a.weight);
}

/** A station is named on top and again and again; other texts name stations in passing. */
function isStationReport({ count, isNamedOnTop }: Bureau): boolean {
  return isNamedOnTop && count >= 4;
}

/** Two characters before 公安 once, with nothing that shows a place: any word could stand there. e.g. 发挥 in 充分发挥公安… */
function isOneWordInPassing({ stem, forms, count, isNamedOnTop }: Bureau): boolean {
  return (
    count === 1 && !isNamedOnTop && [...forms.keys()].every((form) => /^(?:公安|警方)/.test(form.slice(stem.length)))
  );
}

/** The Chinese characters right before an offset, at most 16, from the end of the organ before it. e.g. 江洲 in 江洲市公安局江洲|分局 */
function runBefore(line: string, at: number): string {
  const run = /[\p{sc=Han}]{0,16}$/u.exec(line.slice(Math.max(0, at - 16), at))?.[0] ?? '';
  return run.replace(/^.*(?:公安局|公安厅|公安机关|公安|警方|分局|派出所)/u, '');
}

/** A place at the end of a run of characters: its stem, and how it is written there. */
interface Place {
  readonly stem: string;
  readonly written: string;
}

function placeOf(count: Count, run: string, known: KnownPlaces): Place | null {
  const kind = KIND.exec(run)?.[0] ?? '';
  // e.g. 福州, whose 州 is part of the name; but 长沙县 is 长沙 and its kind, not 沙县
  const whole = knownEnding(run, known);
  const beforeKind = kind === '' ? '' : (knownEnding(run.slice(0, -kind.length), known) ?? '');
  if (whole !== null && whole.length > beforeKind.length + (beforeKind === '' ? 0 : kind.length))
    return { stem: whole, written: whole };
  const zone = /^(?:高新|经济|经开|工业园|产业园)/.exec(kind)?.[0];
  const typed = kind === '' ? run : run.slice(0, -kind.length);
  const bare = kind.startsWith('自治') ? typed.replace(PEOPLES, '') : typed;
  const full = run.slice(bare.length);
  if (zone !== undefined) {
    // 岳城高新区 is 高新 of 岳城 where the text calls its bureau 高新公安; 临港经开区 is 临港 where it says 临港公安.
    const short = zone === '高新' ? '高新' : zone.endsWith('园') ? kind : '经开';
    const own = stemOf(count, bare, known);
    if (own !== null && count(`${own}公安`) + count(`${own}警方`) + count(`${own}分局`) > 0)
      return { stem: own, written: own + kind };
    return { stem: short, written: (own ?? '') + kind };
  }
  const tiny = bare.slice(-1) + kind;
  // e.g. 献县公安局: the kind is part of a name of two characters
  if (kind === '县' && count(tiny) >= 2 && (bare.length === 1 || count(bare.slice(-2) + kind) < 0.5 * count(tiny)))
    return { stem: tiny, written: tiny };
  const stem = stemOf(count, bare, known);
  if (stem === null) return null;
  const parent = GENERIC.test(stem) ? (stemOf(count, bare.slice(0, -stem.length), known) ?? '') : '';
  return { stem, written: parent + stem + full };
}

/** The longest known place that a run of characters ends in. */
function knownEnding(run: string, known: KnownPlaces): string | null {
  for (let length = Math.min(7, run.length); length >= 2; length--) {
    const name = run.slice(-length);
    if (known.has(name)) return name;
  }
  return null;
}

/** Names of zones that every city has one of: alone they say nothing. */
const GENERIC = /^(?:高新|经开|开发|城区|新区|新城|工业园区|产业园区)$/;

export function isGenericZone(stem: string): boolean {
  return GENERIC.test(stem);
}

/**
 * The place at the end of a run whose left border nothing marks: a known one, else the last two characters and as many before them as
 * nearly always stand with them in this text. e.g. 推动株洲 → 株洲, since 动株洲 stands there once and 株洲 often.
 */
function stemOf(count: Count, run: string, known: KnownPlaces): string | null {
  const name = knownEnding(run, known);
  if (name !== null) return name;
  let stem = run.slice(-2);
  if (stem.length < 2 || NEVER.test(stem) || NO_PLACE.test(stem)) return null;
  let often = count(stem);
  for (let length = 3; length <= Math.min(5, run.length); length++) {
    const longer = run.slice(-length);
    if (NEVER.test(longer[0] ?? '') || /^[市县区省州年月日来地局新深]/.test(longer)) break;
    const longerOften = count(longer);
    if (often < 2 || longerOften < 0.75 * often) break;
    stem = longer;
    often = longerOften;
  }
  return NO_PLACE.test(stem) ? null : stem;
}
