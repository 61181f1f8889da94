import type { LineRule } from '../rule.js';
import { isUnfinished } from './unfinished.js';

// e.g. ## 努力建设更高水平的平安湖北
const markdown = /^#{1,6}[ \t]+/;
// e.g. 一、上半年主要工作; （二）持续深化反诈人民战争; 第三章 打击; 01 快！抢在骗子前面; 1. 打击犯罪; PART 2
const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]\s?|（[一二三四五六七八九十]{1,3}）|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]{1,3}[章节部篇编][ 、：]?|(?:PART|Part|part|NO|No)[. ]?\d{1,2}|0\d(?!\d)[ .、：]?|\d{1,2}(?:[.．、](?!\d)\s?|\s)(?=[\u4e00-\u9fff“]))/;
// e.g. 【加强队伍建设】, ★关键词：平安★
const bracketed = /^(?:【[^【】]{1,30}】|〔[^〔〕]{1,30}〕|([★☆◆◇●■※▪])\s*[^，。；]{2,20}\s*\1)$/;

/** How long a heading may be; titles of official papers reach 40 characters and more. */
export const HEADING_MAX = 36;
const TITLE_MAX = 60;

/** Length of the marker (## ) before the heading's words; 0 where there is none. */
export function headingMarker(line: string): number {
  return markdown.exec(line)?.[0].length ?? 0;
}

/** Length of a number before a heading's words, its separator included; 0 where there is none. e.g. `一、` → 2 */
export function headingNumber(line: string): number {
  return numbered.exec(line)?.[0].length ?? 0;
}

/** Ends a sentence: a full stop, question or exclamation mark, closing marks after it aside. */
export function endsSentence(text: string): boolean {
  const tail = text.slice(-6);
  return /[。！？!?…][”’）)】》\]]{0,3}$/.test(tail) || /[A-Za-z%)]\.[”")]?$/.test(tail);
}

/** Headings one can tell by their marks alone. */
export const heading: LineRule = {
  id: 'heading',
  description:
    'A heading by its own marks: ##, 【…】, ——…, 一、…; headings without marks are weighed by `headingScore`.',
  examples: [
    { line: '## 努力建设更高水平的平安湖北', is: true },
    { line: '【加强队伍建设】', is: true },
    { line: '——云州市公安局近年工作概览', is: true },
    { line: '一、上半年主要工作', is: true },
    { line: '（二）持续深化反诈人民战争', is: true },
    { line: '01 快！抢在骗子前面', is: true },
    { line: '一、“快”字当头，让违法犯罪无处遁形', is: true },
    { line: '（一）坚决打击突出违法犯罪。第一季度组织开展“冬春攻势”，破案1208起。', is: false },
    { line: '一是做强派出所', is: false },
    { line: '2023年破案1208起', is: false },
    { line: '1200余名警力', is: false },
  ],
  test: (line) => {
    if (markdown.test(line) || bracketed.test(line)) return true;
    if (/^——[^—]/.test(line) && line.length <= TITLE_MAX && !/[。；]$/.test(line)) return true;
    const number = headingNumber(line);
    return (
      number > 0 &&
      line.length <= HEADING_MAX &&
      !/[。；，、：]$/.test(line) &&
      !/[。；]./.test(line) &&
      !isFigure(line.slice(number)) &&
      !isUnfinished(line)
    );
  },
};

// e.g. 98起, 3.2万人次, 30.4%, 9个百分点, 4分52秒
const figure =
  /\d(?:[\d.,]*)(?:[万亿余多]{0,3}(?:[起件人名次个家处项条元户辆张吨公克里台部所支场例宗秒倍天]|分钟|小时)|%|[万亿]|余)/;

/** The text gives a figure with a unit. */
export function isFigure(text: string): boolean {
  return figure.test(text);
}

const timeOpener =
  /^(?:今年|去年|近年来|近[几两三五]年|一年来|[两三四五]年来|年初|年内|上半年|下半年|[一二三四]季度|目前|截至|截止|与此同时|同时|此外|其中|下一步|据统计|据悉|据了解|20\d\d年|\d{1,2}月|自20|全年)/;
const adverbs =
  /共[\u4e00-\u9fff]{1,4}|累计|先后|同比|其中|已经|分别|截至|以来|荣获|获评|位居|被评|被授予|抓获|破获|侦破/;

/** What speaks for and against a line without marks being a heading, besides its own words. */
export interface HeadingSurroundings {
  /** The line opens the document or follows one that is a heading or masthead. */
  readonly isAtTop: boolean;
  /** Other lines of the document have the same form (这五年，…, 向“…”要…). */
  readonly hasSiblings: boolean;
}

/**
 * How much a line without marks reads like a heading: positive for a heading, negative for a piece of a sentence.
 * e.g. 培根铸魂 凝聚忠诚担当奋进伟力 → 4.5, 全县共发电信网络诈骗案件 → −2
 */
export function headingScore(line: string, around: HeadingSurroundings): number {
  if (line.length > TITLE_MAX || (line.length > HEADING_MAX && !around.isAtTop)) return -4;
  let score = 1;
  if (/[，、；：,—]$/.test(line) && !/——$/.test(line)) score -= 4;
  const parts = line.split(/[ ，；！？|｜]|——/).filter((p) => p !== '');
  if (parts.length >= 2 && parts.length <= 4 && isParallel(parts)) score += 2.5;
  if (/[\u4e00-\u9fff”）][ |｜][\u4e00-\u9fff“（]/.test(line)) score += 2;
  if (headingNumber(line) > 0) score += 2;
  if (around.hasSiblings) score += 2;
  if (around.isAtTop) score += 1.5;
  if (line.length >= 6 && line.length <= 24) score += 0.5;
  if (line.length <= 3) score += /[篇榜章]$/.test(line) ? 1 : -2.5;
  // a bureau opens its part of the page: 成都武侯公安
  if (line.length <= 12 && /(?:公安|警方|公安局|分局)$/.test(line) && !/^[全市县区省]/.test(line)) score += 1;
  if (isFigure(line)) score -= 2.5;
  if (timeOpener.test(line)) score -= parts.length < 2 ? 1 : 3;
  if (isUnfinished(line)) score -= 3;
  if (/^全[市县省区局年]/.test(line)) score -= 1;
  if (/^(?:在|对|从|据|当|由于|随着)[^“]{2,}，/.test(line)) score -= 2;
  if (adverbs.test(line)) score -= 1.5;
  const commas = line.match(/[，；]/g)?.length ?? 0;
  if (commas > 0 && !isParallel(parts)) score -= 1.5 * commas;
  const listed = line.split('、');
  if (listed.length > 1 && !isParallel(listed)) score -= listed.length - 1;
  if (/。./.test(line)) score -= 6;
  if (/；/.test(line)) score -= 3;
  if (/^(?:[问答]：|记者：|这是|这也|该|其|他|她|我们?[^爱要是]|它|那)/.test(line)) score -= 3;
  return score;
}

/** Halves of a heading are about equally long: 重拳打击，雷霆万钧. */
function isParallel(parts: readonly string[]): boolean {
  if (parts.length < 2) return false;
  const lengths = parts.map((p) => p.replace(/[“”《》]/g, '').length);
  return (
    Math.min(...lengths) >= 2 &&
    Math.max(...lengths) - Math.min(...lengths) <= Math.max(1, Math.min(...lengths) * 0.5) &&
    Math.max(...lengths) <= 16
  );
}

/** What lines of the same form share: their first and last two characters and how many parts they have. */
export function formOf(line: string): string {
  const number = headingNumber(line);
  if (number > 0) return 'numbered';
  const parts = line.split(/[ ，]/).map((p) => p.replace(/[“”《》]/g, '').length);
  return `${line.slice(0, 2)}…${parts.length}`;
}
