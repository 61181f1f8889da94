import type { Emphasis } from '../model/comparison.js';
import { toTerms } from './distinctive-terms.js';
import type { CompareInput } from './input.js';
import { toShares } from './shares.js';

const METHOD = {
  zh:
    '篇幅占比：谈及某主题的句子（句中有该主题的事实、荣誉或举措，或有该主题的用词）字数占全文字数之比，重复段落、版头、署名不计；' +
    '区间为威尔逊95%区间，样本量取句长加权的有效句数（Kish），不按字数算；参照值为其余各篇合并的占比；' +
    '只有区间不含参照值、且两样本检验经Holm法对全部格子校正后仍显著（5%）的，才说“多于”或“少于”，有效句数不足十句的不作判断。' +
    '相邻句子并不独立，区间偏窄，宜看大差别。特征词：带信息先验的对数优势比z值（Monroe、Colaresi、Quinn 2008），' +
    '先验取各篇合并词频、相当于一篇的分量；至少出现3次且见于2句；z值用来排序，不作检验。篇幅反映报告写什么，不等于工作做得多。',
  en:
    'Share of text: characters of the sentences that speak of a theme (a fact, honour or practice of the theme stands in them, or a word of the theme) ' +
    'over all characters; repeats, mastheads and bylines are left out. Intervals are Wilson 95% intervals on the effective number of sentences (Kish), ' +
    'not on characters; the null is the pooled share of all other reports. “More” or “less” is said only where the interval excludes the null and a ' +
    'two-sample test, adjusted over all cells after Holm, is significant at 5%, and never on fewer than ten effective sentences. Neighbouring sentences are not independent, so the intervals are on the ' +
    'narrow side. Distinctive words: z-score of the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008), the prior being the ' +
    'pooled word counts with the weight of one report; at least 3 uses in 2 sentences; z ranks, it does not test. Space shows what a report writes about, not how much work was done.',
};

/** What the reports give their space to, the words that mark them out, and how both were worked out. */
export function toEmphasis(input: CompareInput): Emphasis {
  return { cells: toShares(input), terms: toTerms(input), method: METHOD };
}
