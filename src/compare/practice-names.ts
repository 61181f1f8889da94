/** A practice's name taken apart for comparison. */
export interface NameKeys {
  /** Without quotes, blanks, marks, years and what merely introduces it. */
  readonly full: string;
  /** `full` without the head noun: 净网 of 净网专项行动. */
  readonly stem: string;
  /** What stands in quotation marks, where that is a part of the name of four characters or more; else null. */
  readonly core: string | null;
}

// e.g. 新时代“枫桥经验”, 全省“净网”行动
const LEAD = /^(?:新时代|新型|创新|特色|深化|推行|开展|实施|全国|全省|全市|全区|全县|全力)(?=.{3})/u;
// e.g. 雪亮工程, 净网专项行动, 一企一警工作机制
const HEAD =
  /(?:专项)?(?:工作|警务|服务|治理)?(?:新)?(?:行动|机制|模式|工程|制度|体系|活动|平台|系统|品牌|项目|计划|举措|做法|战法)$/u;
const YEAR = /(?:19|20)\d\d年?/gu;

/** Takes a practice's name apart. Two names are of one practice when their keys meet, see `sameName`. */
export function nameKeys(name: string): NameKeys {
  let full = clean(name);
  full = full.replace(YEAR, '') || full;
  for (let turn = 0; turn < 3; turn += 1) full = full.replace(LEAD, '');
  // 净网专项行动 is 净网行动.
  full = full.replace(/(?<=.{2})(?:专项|集中)(?=行动$)/u, '');
  const stem = full.replace(HEAD, '');
  const quoted = /[“"「『]([^”"」』]{4,20})[”"」』]/u.exec(name)?.[1];
  const core = quoted === undefined ? null : clean(quoted);
  return {
    full,
    stem: stem.length >= 2 ? stem : full,
    // A formula such as “4+2” says nothing by itself, and a core must be less than the name.
    core: core !== null && core.length >= 4 && /\p{sc=Han}{2}/u.test(core) && core !== full ? core : null,
  };
}

/**
 * Whether two names are of one practice: equal words; equal words but for the head noun (净网行动, “净网”); or one name
 * quoted in the other (户口迁移“跨省通办”). Names that differ in a numeral are different practices (一村一警, 一居一警).
 */
export function sameName(a: NameKeys, b: NameKeys): boolean {
  if (a.full === b.full) return true;
  if (a.stem === b.stem && a.stem.length >= 3) return true;
  if (a.stem === b.full || b.stem === a.full) return true;
  if (a.core !== null && (a.core === b.core || a.core === b.full || a.core === b.stem)) return true;
  return b.core !== null && (b.core === a.full || b.core === a.stem);
}

/** Letters, digits and Han characters only, full-width folded. `+` stays: 1+2+13 and 12+13 are different formulas. */
export function clean(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '');
}
