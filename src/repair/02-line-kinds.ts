import type { BlockKind } from '../model/repaired-doc.js';
import type { Span } from '../model/span.js';
import { splitLines } from '../text/lines.js';

/** A line that is not blank, as the later rules see it. Spans index the folded text. */
export interface Line {
  /** Without white space at its ends. */
  readonly span: Span;
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
  readonly shape: Shape;
  /** Where the content begins after a list or heading marker (`- `, `## `, ●), relative to the line. */
  readonly content: number;
}

/** What a line looks like by itself; `short` may be a heading, a caption or a fragment: its neighbours decide. */
export type Shape = Exclude<BlockKind, 'pull-quote' | 'paragraph'> | 'body' | 'short' | 'page-number' | 'ornament';

/** The longest heading without a comma; headings of this genre rarely pass 24 characters. */
const HEADING_MAX = 32;

const itemMarker =
  /^(?:[-*+•●○■□▪▫◆◇★☆►▸➤✦✅☑✔·][ \t]*|[①-⑳⑴-⒇][ \t]*|[（(]\d{1,2}[)）][ \t]*|\d{1,2}[.．)）、](?!\d)[ \t]*)/;
const markdownHeading = /^#{1,6}[ \t]+/;
const numberedHeading =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节部篇][ 、：]?)/;
const bracketHeading = /^(?:【[^【】]{1,24}】|〔[^〔〕]{1,24}〕)$/;
const captionMark =
  /^(?:[▲△▼▽▶◀►◄↑↓←→⬆⬇]|[（(](?:图|资料图|上图|下图|左图|右图)|(?:图为|图：|图片：|上图|下图|左图|右图|图[一二三四五六七八九十\d]{1,2}[ ：:]|资料图))/;
const captionEnd = /(?:摄|摄影|供图|资料图片?|图片提供)[）)]?[。]?$/;
const bylineForm =
  /^(?:[□■●○◎☆★/]?\s?)?(?:(?:本报|本刊|本网|本台|特约|见习|实习|全媒体|融媒体|[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|早报|时报|商报|都市报|法治报|法制报|周刊|网|新闻|传媒|电视台))\s?(?:全媒体|融媒体|首席|见习|特约)?\s?(?:记者|通讯员|评论员|特派员)|(?:记者|通讯员|撰文|撰稿|作者|文字?)[ ：:/／|丨])/;
const bylineTail =
  /^[^，。；]{0,40}(?:记者|通讯员)[ ：:/／]?[\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4})*[^，。；]{0,40}$/;
const creditForm =
  /(?:责任?编辑|责编|编辑|美术编辑|美编|版式|校对|审校|审核|监制|制图|绘图|制作|策划|统筹|摄影|供图|组稿|排版|视觉|设计|出品|投稿邮箱|值班编委|图片?)[ ：:/／丨|][^，。；]{1,30}|本版(?:图片|稿件|照片|文字|策划)|图片?均?由[^，。]{1,20}(?:提供|供图)|^[（(](?:图片|照片|资料|本文)[^，。]{0,20}(?:提供|供图|摄)[)）]$/;
const weekday = /星期[一二三四五六日天]/;
const dateOnly = /^(?:\d{4}[.\-/年]\d{1,2}[.\-/月]\d{1,2}日?)(?:\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/;
const pageForm =
  /^(?:[-—–·]\s?\d{1,4}\s?[-—–·]|第\s?[A-Z]?\d{1,3}\s?[版页]|[A-Z]?\d{1,3}\s?版|共?\s?\d{1,4}\s?页|\d{1,3}\s?\/\s?\d{1,3}|第\s?\d{1,3}\s?页\s?[/共]?.{0,8}|[A-Z]?\d{1,3})$/;
const mastheadForm =
  /(?:第\s?[A-Z]?\d{1,3}\s?版|[A-Z]\d{1,2}\s?版|特\s?\d{1,2}$|版面?[：:]|^[^，。]{0,16}[特专]版$|^来源[：:]|发布时间|发布日期|发表时间|字体[：:]|浏览(?:次数|量)|阅读(?:量|次数)|点击[：:]|^\d{4}年第\d{1,3}期|^总第\d+期|^特别报道|^[\u4e00-\u9fff]{2,10}(?:日报|晚报|晨报|时报)$)/;

const finalMark = /[。！？!?…](?:[”’）)】》」』]{0,3})$/;

/** True for a line that ends a sentence: a full stop, question or exclamation mark, closing marks after it aside. */
export function endsSentence(text: string): boolean {
  return finalMark.test(text);
}

/** The shape of one line, by its own looks. `text` has no white space at its ends. */
export function shapeOf(text: string): { readonly shape: Shape; readonly content: number } {
  const md = markdownHeading.exec(text);
  if (md) return { shape: 'heading', content: md[0].length };
  if (!/[\p{L}\p{N}]/u.test(text)) return { shape: 'ornament', content: 0 };
  if (bracketHeading.test(text)) return { shape: 'heading', content: 0 };
  if (captionMark.test(text) && text.length <= 160) return { shape: 'caption', content: 0 };
  if (text.length <= 120 && !endsSentence(text) && captionEnd.test(text)) return { shape: 'caption', content: 0 };
  if (text.length <= 12 && pageForm.test(text)) return { shape: 'page-number', content: 0 };
  if (text.length <= 80 && !endsSentence(text)) {
    if (dateOnly.test(text)) return { shape: 'masthead', content: 0 };
    if (weekday.test(text) && !/[，。]/.test(text)) return { shape: 'masthead', content: 0 };
    if (mastheadForm.test(text) && !/[，。]/.test(text)) return { shape: 'masthead', content: 0 };
    if (creditForm.test(text) && !/[，；]/.test(text)) return { shape: 'credit', content: 0 };
    if (bylineForm.test(text) || bylineTail.test(text)) return { shape: 'byline', content: 0 };
  }
  if (text.length <= 40 && creditForm.test(text) && /^[（(].*[)）]$/.test(text)) return { shape: 'credit', content: 0 };
  const item = itemMarker.exec(text);
  if (item && text.length > item[0].length) {
    // `1. 打击犯罪` alone on a line is a heading; `1.打击犯罪。全年…` an item.
    return { shape: 'item', content: item[0].length };
  }
  if (numberedHeading.test(text) && text.length <= HEADING_MAX && !endsSentence(text))
    return { shape: 'heading', content: 0 };
  if (text.startsWith('——') && text.length <= 48) return { shape: 'heading', content: 0 };
  if (
    text.length <= HEADING_MAX &&
    !/[，。；！？：,;:!?、]$/.test(text) &&
    (text.match(/[，；。]/g)?.length ?? 0) <= 1
  ) {
    return { shape: 'short', content: 0 };
  }
  return { shape: 'body', content: 0 };
}

/** The lines of a folded text that hold something, in order. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const raw of splitLines(text)) {
    let { start, end } = raw;
    while (start < end && text[start] === ' ') start++;
    while (end > start && text[end - 1] === ' ') end--;
    if (start === end) {
      gap++;
      continue;
    }
    const content = text.slice(start, end);
    lines.push({ span: { start, end }, text: content, gap, ...shapeOf(content) });
    gap = 0;
  }
  return lines;
}
