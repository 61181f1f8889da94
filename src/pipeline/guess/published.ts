import { footOf, headOf, isCaption, type PageLine } from './page-lines.js';

/** Where and when a text says it was printed, and its title. */
export interface GuessedPublished {
  readonly date: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
}

const DAY = /(20\d\d|19\d\d)\s?[.\-/年]\s?(1[0-2]|0?[1-9])\s?[.\-/月]\s?(3[01]|[12]\d|0?[1-9])(?!\d)日?/;
// e.g. 日报, 法治报, 新闻网
const PAPER =
  /[\p{sc=Han}]{2,8}?(?:日报|晚报|晨报|早报|时报|商报|法治报|法制报|公安报|都市报|都市晨报|新闻网|新闻客户端|发布|政府网|电视台|广播电视台|融媒体中心|融媒)/u;
// e.g. 来源：南陵省人民政府新闻办公室
const SOURCE = /(?:来源|稿源|出处|发布机构|信息来源|发布单位)\s?[：:]\s?([^\s，。；|｜【】（）()]{2,30})/;
// e.g. 原创 江洲公安 江洲公安 2024-07-12
const ACCOUNT = /^(?:原创\s)?[^\s]{0,16}\s?([\p{sc=Han}A-Za-z]{2,16})\s+20\d\d-\d\d-\d\d/u;
const BYLINE =
  /^(?:本报|本网)?(?:全媒体)?(?:首席)?(?:记者|通讯员|策划|文\/|撰文|作者|供图|责任编辑|编辑|特约)|(?:全媒体)?记者\s|通讯员\s|^文[/／]/;
const FURNITURE =
  /特别报道|特刊|专刊|专版|专题|第\s?[A-Z]?\d{1,3}\s?版|^[A-Z]?\d{1,3}版|星期[一二三四五六日天]|来源\s?[：:]|发布(?:时间|日期)|^原创\s|特\d{1,2}$|浏览|点击量|字体/;

/** The day of printing: a date in a line of the head or foot that is no sentence. */
export function dateOf(lines: readonly PageLine[]): string | null {
  const place = [...headOf(lines), ...footOf(lines)];
  const dated = place.filter(({ text }) => DAY.test(text) && !isCaption(text));
  const best =
    dated.find(({ text }) => /发布|发表|日期|时间|星期|版|来源/.test(text) && !/。$/.test(text)) ??
    dated.find(({ text }) => /[上下][）)]?$|会议|讲话|发言/.test(text) && /^[—（(]/.test(text)) ??
    dated.find(({ text }) => text.replace(DAY, '').replace(/[\s（）()—\-·]/g, '').length <= 12);
  const found = best && DAY.exec(best.text);
  if (!found) return null;
  const [, year = '', month = '', day = ''] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** Who printed it: what a source line says, else a paper, site or account in the head, else whoever signed. */
export function outletOf(lines: readonly PageLine[], aliases: readonly string[]): string | null {
  const head = headOf(lines);
  for (const { text } of [...head, ...footOf(lines)]) {
    const source = SOURCE.exec(text)?.[1];
    if (source) return source;
  }
  for (const { text } of head) {
    const account = ACCOUNT.exec(text)?.[1];
    if (account && !DAY.test(account)) return account;
  }
  for (const { text } of head) {
    if (text.length > 40 || /[。；]/.test(text)) continue;
    const paper = text
      .replace(/^本报/, '')
      .replace(/(?:全媒体)?记者.*$/, '')
      .match(PAPER)?.[0];
    if (paper && !/召开|举行|新闻发布/.test(paper)) return paper;
    // e.g. 2023-02-03 九溪新闻
    const site = /^20\d\d-\d\d-\d\d\s+([\p{sc=Han}]{2,12})$/u.exec(text)?.[1];
    if (site) return site;
  }
  const signed = footOf(lines).find(({ text }) => aliases.includes(text));
  return signed?.text ?? null;
}

/** A line of the head that can be a title. */
function isTitle(text: string): boolean {
  const bare = text.replace(DAY, '').trim();
  return (
    bare.length >= 5 &&
    text.length <= 60 &&
    !/[。；，：:]$/.test(text) &&
    !BYLINE.test(text) &&
    !FURNITURE.test(text) &&
    !isCaption(text) &&
    !/^[“"「][^”"」]*$/.test(text) &&
    !/^[\p{sc=Han}]{2,8}(?:日报|晚报|晨报|早报|时报|商报|法治报|法制报)$/u.test(text)
  );
}

/**
 * The title, with its second line where that follows (——…). Looked for in the head, from line `from` on; a first line with a
 * second one right below it is taken before one without.
 */
export function titleOfPage(lines: readonly PageLine[], from = 0): string | null {
  const head = headOf(from === 0 ? lines : lines.slice(from));
  const subtitle = head.findIndex(({ text }) => /^——[^—]/.test(text));
  const above = subtitle > 0 ? head[subtitle - 1] : undefined;
  if (above && isTitle(above.text)) return above.text + (head[subtitle]?.text ?? '');
  const hash = head.find(({ text }) => isTitle(text) && !/^——/.test(text));
  return hash?.text ?? null;
}
