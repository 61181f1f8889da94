import type { Jurisdiction } from '../model/corpus.js';
import type { Lexicon } from '../model/lexicon.js';
import type { CutWord } from '../model/tokenised-doc.js';

/**
 * ICTCLAS tags that carry a topic: nouns (not persons nr, places ns, bodies nt), verbs and verbal nouns, adjectives,
 * idioms, abbreviations and the lexicon's own words. Function words, numerals, measure words, times and marks are none.
 */
const TOPIC = /^(?:n[zgl]?|v[ndgil]?|a[ndgl]?|i|j|l|b|user|[a-z]{2,}-[a-z-]+)$/;
const NAME = /^n[rst]/;

/** Words every report of the kind is full of, whatever it is about; and light verbs. */
const EMPTY = new Set(
  [
    '进行 开展 加强 推进 推动 提升 提高 实现 做好 做到 坚持 全面 深入 积极 持续 不断 有效 有力 切实 认真 着力 大力 努力',
    '工作 公安 公安局 公安机关 民警 警方 警察 全市 全省 全区 全县 全国 全局 分局 市局 省厅 辖区 方面 情况 问题 重点 目标 任务 基础 能力 水平 作用 成效 时间 人员 今年 今年以来 年来 公安分局 派出机构 公安厅 总书记 重要讲话 重要指示 新时代 广大 人民 人民群众 群众',
    '成为 具有 包括 通过 围绕 聚焦 突出 强化 深化 落实 确保 建立 完善 形成 组织 打造 建设 发展 创新 取得 获得 没有 涉及 发生 作出 启动 投入 发挥 保障 保持 继续 不能 成功 先后 分别 达到 大家 超过 全部 年度 完成 新增 年均 建成 建立 忘记 实施 减少 增加 办好 支队 大队 中队 需要 可以 能够 应当 要求 记者 通讯员 图为 供图 摄影',
  ]
    .join(' ')
    .split(' '),
);

/** Says whether a word may count as a term: no stop word, digit, single character, person, place, or part of a bureau's own name. */
export function termFilter(jurisdictions: readonly Jurisdiction[], lexicon: Lexicon): (word: CutWord) => boolean {
  const own = jurisdictions.flatMap(({ name, short, aliases }) => [name, short, ...aliases]);
  const offices = new Set(lexicon.field?.offices ?? []);
  const units = new Set(lexicon.units.flatMap(({ forms }) => forms));
  const places = new Set([...(lexicon.honours.provinces ?? []), ...(lexicon.honours.cities ?? [])]);
  return ({ word, tag }) => {
    if (!/^\p{sc=Han}{2,}$/u.test(word) || EMPTY.has(word) || offices.has(word) || units.has(word)) return false;
    if (NAME.test(tag) || !TOPIC.test(tag) || places.has(word)) return false;
    // 零一二… is a number whatever the tokeniser calls it.
    if (/^[零〇一二两三四五六七八九十百千万亿]+$/u.test(word)) return false;
    return !own.some((name) => name.includes(word) || (word.length >= 3 && name.length >= 2 && word.includes(name)));
  };
}
