import { describe, expect, test } from 'vitest';
import { lines } from '../../support/facts.js';

/** Parts that look like their whole, brands that are none (invented sentences). */
const WORDINGS: readonly (readonly [text: string, facts: readonly string[]])[] = [
  [
    '等候时间由40分钟缩短到8分钟以内，群众办事平均跑动次数由1.8次降至0.3次。',
    ['等候时间 40→8分钟 change down at-most', '群众办事平均跑动次数 1.8→0.3次 change down'],
  ],
  [
    '调处矛盾纠纷3860件，当场调处2950件，占76.4%，司法确认412件。',
    [
      '矛盾纠纷调处数 3860件 count',
      '矛盾纠纷当场调处数 2950件 count',
      '矛盾纠纷当场调处占比 76.4% share',
      '矛盾纠纷司法确认数 412件 count',
    ],
  ],
  [
    '265个村实现“无发案”，建成平安小分队312支4860人，年内参与巡防18.3万人次。',
    [
      '“无发案”村数 265个 count',
      '平安小分队数 312支 count',
      '平安小分队人数 4860人 count',
      '参与巡防人次 183000人次 count @年内(2023-01-01~2023-12-31)',
    ],
  ],
];

describe('what only looks the same again', () => {
  test.each(WORDINGS)('%s', (text, facts) => expect(lines(text)).toEqual(facts));
});
