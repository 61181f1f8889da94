import { matchesOf } from '../../text/matches.js';
import type { Passage, Sentence } from '../reading/passages.js';
import { quotesWithin } from '../reading/quotes.js';
import type { Candidate } from './candidate.js';

const DOCUMENT =
  /(?:措施|举措|意见|办法|细则|守则|方案|规定|清单|计划|指引|[\d一二三四五六七八九十]+条|机制|规范|要点|手册)$/u;
const ISSUED = /(?:出台|制定|印发|发布|推出|编制|落实|实施|建立)[^，,。；]{0,40}$/u;
const ARTICLES =
  /(?:出台|制定|推出|制定出台|先后出台|发布|、|实施)(?:了)?([\u4e00-\u9fff“”]{4,18}?[\d一二三四五六七八九十]{1,3}(?:条|项)(?:意见|措施|举措|办法|硬举措))/gu;
/** 出台护航民营经济发展“二十条”: what it is for stands before the quote. Group 1 is the name. */
const QUOTED_ARTICLES =
  /(?:出台|制定|推出|发布|印发|实施|落实)(?:了)?([\u4e00-\u9fff]{4,18}“(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?:措施|举措|意见)?”)/gu;
const GOOD_DEEDS =
  /(?:[\u4e00-\u9fff]{0,2}(?:为民|便民|惠民|惠企|便企|利企|利民|爱民|助企|安企)[\u4e00-\u9fff]{0,6}?)(?:[\d]{1,2}|[一二三四五六七八九十]{1,2})(?:件|项)(?:好事)?实事/gu;

/** Measures that are named by their document: 《服务企业复工复产29条措施》, 优化营商环境十五条措施, 为民服务十件实事. */
export function documentsIn(passage: Passage, sentence: Sentence): Candidate[] {
  const found: Candidate[] = [];
  const push = (start: number, end: number, rule: string): void => {
    if (found.some((f) => f.start < end && start < f.end)) return;
    const name = passage.text.slice(start, end);
    found.push({
      name,
      core: name.replace(/[“”]/gu, ''),
      start,
      end,
      rule,
      themes: null,
      kind: 'practice',
      passage,
      sentence,
    });
  };
  for (const quote of quotesWithin(passage.quotes, sentence)) {
    if (quote.kind !== 'book' || quote.span.start < sentence.start || quote.span.end > sentence.end) continue;
    const inner = passage.text.slice(quote.inner.start, quote.inner.end);
    const before = passage.masked.slice(sentence.start, quote.span.start);
    if (
      DOCUMENT.test(inner.replace(/[（(][^）)]*[）)]$/u, '')) &&
      ISSUED.test(before) &&
      !/^中华人民共和国|^(?:中共)?中央|国务院|^关于.*(?:意见|决定)$|法$|条例$|总体规划/u.test(inner)
    )
      push(quote.inner.start, quote.inner.end, 'initiative/document');
  }
  const text = passage.masked.slice(sentence.start, sentence.end);
  for (const match of matchesOf(text, ARTICLES)) {
    const name = match[1] ?? '';
    const at = sentence.start + match.index + match[0].length - name.length;
    if (!name.includes('□')) push(at, at + name.length, 'initiative/articles');
  }
  for (const match of matchesOf(passage.text.slice(sentence.start, sentence.end), QUOTED_ARTICLES)) {
    const name = match[1] ?? '';
    const at = sentence.start + match.index + match[0].length - name.length;
    push(at, at + name.length, 'initiative/articles');
  }
  for (const match of matchesOf(text, GOOD_DEEDS))
    push(sentence.start + match.index, sentence.start + match.index + match[0].length, 'initiative/good-deeds');
  return found;
}
