import type { Change } from '../../text/source-map.js';
import type { CharacterRule, RepairMeta } from '../rule.js';

const meta: RepairMeta = {
  id: 'emphasis',
  description:
    'The asterisks and underscores with which Markdown sets words in bold or italics are skipped where they stand in pairs around words of one line; single ones stay.',
  examples: [
    { source: '电诈发案**643**起，同比下降**21%**。', repaired: '电诈发案643起，同比下降21%。' },
    { source: '*2025年1月8日*发布', repaired: '2025年1月8日发布' },
    { source: '__一、反诈__', repaired: '一、反诈' },
    { source: '群众张**、李**为民警点赞', repaired: '群众张**、李**为民警点赞', why: 'masked names' },
    { source: '数据带*者为估算，另见*注。', repaired: '数据带*者为估算，另见*注。', why: 'footnote marks' },
    { source: '3*5*7', repaired: '3*5*7', why: 'a sum' },
  ],
};

/** Pairs of markers with words between them; what they enclose neither begins nor ends with white space or a mark of its own. */
const PAIRS: readonly RegExp[] = [
  /(\*\*)[^\s*、，。；：！？][^*\n]{0,200}(?<![\s、，])(\*\*)/g,
  /(__)[^\s_][^_\n]{0,200}(?<!\s)(__)/g,
  /(?<![^\s，。；：、（“])(\*)[^\s*][^*\n]{1,200}(?<!\s)(\*)(?!\*)/g,
];

/** See `meta`. */
export const emphasis: CharacterRule = {
  meta,
  changes: (text) => {
    if (!/\*|__/.test(text)) return [];
    const changes: Change[] = [];
    for (const pair of PAIRS)
      for (const { 0: all, 1: mark = '', index } of text.matchAll(pair)) {
        const end = index + all.length;
        changes.push({ span: { start: index, end: index + mark.length }, insert: '' });
        changes.push({ span: { start: end - mark.length, end }, insert: '' });
      }
    return changes.sort((a, b) => a.span.start - b.span.start);
  },
};
