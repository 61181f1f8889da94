import type { Change } from '../../text/source-map.js';
import { isTraditional, maySimplify, simplified } from '../../text/traditional.js';
import type { CharacterRule, RepairMeta } from '../rule.js';

const meta: RepairMeta = {
  id: 'fold-traditional',
  description:
    'Traditional characters read as their simplified forms, one for one, so that words match; quotes still come from the source as printed.',
  examples: [
    { source: '破獲電信網絡詐騙案件', repaired: '破获电信网络诈骗案件' },
    { source: '波瀾壮阔', repaired: '波澜壮阔', why: 'single ones out of character recognition too' },
    { source: '乾隆年间的老街', repaired: '乾隆年间的老街', why: 'simplified Chinese has 乾 too' },
    { source: '三年後，破案數較去年增長，餘款於年底追繳', repaired: '三年后，破案数较去年增长，余款于年底追缴' },
  ],
};

/** See `meta`. */
export const traditional: CharacterRule = {
  meta,
  changes: (text) => {
    const wholeText = isTraditional(text);
    const changes: Change[] = [];
    for (let i = 0; i < text.length; i++) {
      if (!maySimplify(text.charCodeAt(i))) continue;
      const insert = simplified(text[i] ?? '', wholeText);
      if (insert !== null) changes.push({ span: { start: i, end: i + 1 }, insert });
    }
    return changes;
  },
};
