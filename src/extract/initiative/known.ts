import { matchesOf } from '../../text/matches.js';
import type { Passage, Sentence } from '../reading/passages.js';
import type { Candidate } from './candidate.js';
import { bare, type InitiativeWords } from './words.js';

/** 一村一辅警 and its like without quotation marks. */
const ONE_TO_ONE =
  /[一1](?:村|社区|社|居|格|校|街|企|园|园区|项目|商圈|楼|户|店|站|所|区|镇)(?:[（(][\u4e00-\u9fff]{1,2}[)）])?[一1](?:警务助理|警务室|警务员|辅警|民警|警官|警长|警|专班|品牌|一团队|团队){1,2}(?:一团队|一专班)?/gu;

/** 1+1+N护企模式 without quotation marks. */
const FORMULA = /[\dNX]{1,2}(?:[+＋][\dNX]{1,2}){1,4}[\u4e00-\u9fff]{0,8}?(?:机制|模式|体系|工作法|制度|平台)/gu;

/** Built already: 全市建成智慧安防小区, not 力争建成智慧安防小区. */
const BUILT = /(?:^|[，,；;、])(?![^，,；;、]{0,12}(?:力争|计划|将|拟|目标|争取|到20))[^，,；;、]{0,16}建成(?:了)?$/u;

/** Known names and one-for-one names wherever they stand outside quotation marks. */
export function knownIn(passage: Passage, sentence: Sentence, words: InitiativeWords): Candidate[] {
  const found: Candidate[] = [];
  const text = passage.masked.slice(sentence.start, sentence.end);
  const add = (name: string, at: number, rule: string): void => {
    const start = sentence.start + at;
    const end = start + name.length;
    if (found.some((f) => f.start < end && start < f.end)) return;
    const known = words.known.get(bare(name));
    found.push({
      name,
      core: name,
      start,
      end,
      rule,
      themes: known?.themes ?? null,
      kind: known?.kind ?? 'practice',
      passage,
      sentence,
    });
  };
  for (const match of matchesOf(text, ONE_TO_ONE)) add(match[0], match.index, 'initiative/one-to-one');
  for (const match of matchesOf(text, FORMULA)) add(match[0], match.index, 'initiative/formula');
  for (const match of matchesOf(text, words.knownPattern)) {
    const before = text.charAt(match.index - 1);
    const after = text.charAt(match.index + match[0].length);
    // A short name inside a longer word is not meant: 即办 in 立即办理, 断流 in 不断流.
    if (
      match[0].length <= 3 &&
      ((/[\u4e00-\u9fff]/u.test(before) && !/[的了行进推、化实]/u.test(before)) || /[理结好的件]/u.test(after))
    )
      continue;
    // 建成智慧安防小区320个: a common noun is a name in quotation marks, or where it has been built.
    if (words.isCommonNoun(match[0]) && !BUILT.test(text.slice(0, match.index))) continue;
    // 警企服务站点: places in general.
    if (after === '点' && /站$/u.test(match[0])) continue;
    // 全程网办率, 全程网办比例: an indicator.
    if (/^(?:率|比例|占比)/u.test(text.slice(match.index + match[0].length))) continue;
    // 项目警长包联制
    const system = /^(?:包联|包保|联络|负责|轮值)?制(?![度作定约止])/u.exec(text.slice(match.index + match[0].length));
    add(match[0] + (system?.[0] ?? ''), match.index, 'initiative/known');
  }
  return found;
}
