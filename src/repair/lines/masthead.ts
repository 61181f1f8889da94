import type { LineRule } from '../rule.js';

// e.g. 2024.1.10, 2024年1月10日 星期三, 2024-07-12 18:30
const date = /\d{4}\s?[.\-/年]\s?\d{1,2}\s?[.\-/月]\s?\d{1,2}日?/;
const dateOnly = /^\d{4}\s?[.\-/年]\s?\d{1,2}\s?[.\-/月]\s?\d{1,2}日?(?:\s\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/;
// e.g. 第06版 公安专刊, A07版, 特03
const page = /第\s?[A-Z]?\d{1,3}\s?版|(?:^|\s)[A-Z]?\d{1,2}\s?版|[\s\u4e00-\u9fff]特\s?\d{1,2}$|版面[：:]/;
const paper = /(?:日报|晚报|晨报|早报|时报|商报|法治报|法制报|都市报|周刊|新闻|电视台|客户端|公众号|发布|在线|新闻网)/;
const webMeta =
  /^(?:来源|发布时间|发布日期|发表时间|发文日期|信息来源|稿源|索引号|发布机构|文号)[：:]|发布时间[：:]|发布日期[：:]|发表于\S{2,}$|^原创\s|字体[：:]|浏览(?:次数|量)|阅读\s?(?:量|次数|\d)|点击(?:量|次数)?[：:]|点赞\s?\d|在看\s?\d|^分享到/;
const pageNumber =
  /^(?:[-—–·\s]{1,4}\d{1,4}[-—–·\s]{1,4}|第\s?\d{1,4}\s?页(?:[，\s/]?共\s?\d{1,4}\s?页)?|[A-Z]?\d{1,3}\s?版|\d{1,3}\s?\/\s?\d{1,3}|\d{1,3}|[A-Z]\d{1,2})$/;

/** Furniture of the page or site: paper, date, page number, source line. */
export const masthead: LineRule = {
  id: 'masthead',
  description: 'Furniture of the printed page or the site: name of the paper, date, page, source line, counters.',
  examples: [
    { line: '成都日报 2024年1月10日 星期三', is: true },
    { line: '2024.1.10', is: true },
    { line: '第四个中国人民警察节特别报道 特03', is: true },
    { line: '2023-02-03 九溪新闻', is: true },
    { line: '来源：平安沧湾 发布时间：2024-01-08', is: true },
    { line: '原创 江洲公安 江洲公安 2024-07-12 18：30 发表于江南', is: true },
    { line: '阅读 1.2万 点赞 356 在看 128', is: true },
    { line: '— 3 —', is: true },
    { line: '云衡日报', is: true },
    { line: '2022年12月28日', is: true },
    { line: '2022年云州公安工作巡礼', is: false },
    { line: '2023年12月26日，市公安局召开会议', is: false },
    { line: '新闻发布会通报2023年全省公安工作情况', is: false },
  ],
  test: (line) => {
    if (line.length > 60 || /[，。；！？]/.test(line)) return false;
    if (line.length <= 14 && pageNumber.test(line)) return true;
    if (dateOnly.test(line) || /星期[一二三四五六日天]/.test(line) || webMeta.test(line) || page.test(line))
      return true;
    if (date.test(line) && paper.test(line) && /\s/.test(line)) return true;
    return (
      line.length <= 12 && /^[\u4e00-\u9fff]{1,8}(?:日报|晚报|晨报|早报|时报|商报|法治报|法制报|都市报)$/.test(line)
    );
  },
};
