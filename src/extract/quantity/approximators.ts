import type { Leaning } from './bounds.js';

/** An approximator before or after a number. `at` is its outer edge: start of a word before, end of a word after. */
export interface Approximator {
  readonly leaning: Leaning;
  readonly at: number;
}

/** Words directly before a number. The first that fits counts, so longer ones stand first. */
const BEFORE: readonly { readonly words: readonly string[]; readonly leaning: Leaning; readonly not?: RegExp }[] = [
  {
    words: ['不超过', '不超', '不多于', '不高于', '不大于', '不长于', '未超过', '≤'],
    leaning: 'upto',
  },
  { words: ['至多', '最多', '顶多'], leaning: 'upto' },
  {
    words: ['不少于', '不低于', '不小于', '不短于', '不下于', '不下', '至少', '起码', '最少', '少说', '≥'],
    leaning: 'from',
    not: /居高不下$/,
  },
  {
    words: ['超过', '超出', '突破', '冲破', '多于', '大于', '高于', '不止', '远超', '已超', '逾', '超', '>', '＞'],
    leaning: 'over',
    not: /(?:赶|反|高)超$/,
  },
  {
    words: ['将近', '接近', '几近', '逼近', '直逼', '几乎', '近'],
    leaning: 'nearly',
    not: /(?:附|最|邻|靠|临|亲|就|晚|远|走|拉)近$/,
  },
  {
    words: ['大约', '大概', '约莫', '差不多', '估计', '约', '≈'],
    leaning: 'about',
    not: /(?:预|签|合|相|契|节|条|特|制|公|邀|集|违|盟|纽|履|誓|婚|线|新)约$/,
  },
  {
    words: [
      '不足',
      '不到',
      '不满',
      '未满',
      '未到',
      '未达',
      '未达到',
      '少于',
      '低于',
      '小于',
      '不及',
      '短于',
      '<',
      '＜',
    ],
    leaning: 'under',
  },
];

/** Small words that may stand between approximator and number: 超过了20万, 约为3亿, 近有5000. */
const FILLER = /(?:了|为|有|达|达到|到|至)$/;

/** `上`, `过`, `破` approximate only bare multipliers: 上百, 过万, 破千. */
const BEFORE_BARE: Readonly<Record<string, Leaning>> = { 上: 'from', 过: 'over', 破: 'over', 成: 'from' };

/** A verb may stand between: 至少挽回3亿元, 最多可容纳60人. */
const AT_A_DISTANCE = /(至少|起码|最少|最多|至多)(?![的时是有为达者]|一次)[\u4e00-\u9fff]{1,5}$/;

/** Looks back from the first character of a number, at most ten characters; null where nothing approximates. */
export function approximatorBefore(text: string, at: number, bare: boolean, floor = 0): Approximator | null {
  const from = Math.max(floor, at - 10);
  let window = text.slice(from, at).replace(/[ \u3000]+$/, '');
  if (bare) {
    const leaning = BEFORE_BARE[window.at(-1) ?? ''];
    if (leaning && !/(?:以|之|路|网|线|通|经|超|突|侦|组|建|完|达|构)$/.test(window.slice(0, -1)))
      return { leaning, at: from + window.length - 1 };
  }
  for (let pass = 0; pass < 2; pass++) {
    for (const { words, leaning, not } of BEFORE) {
      for (const word of words) {
        if (!window.endsWith(word) || not?.test(window)) continue;
        return { leaning, at: from + window.length - word.length };
      }
    }
    const filler = FILLER.exec(window);
    if (!filler) break;
    window = window.slice(0, filler.index);
  }
  // 播放量破1.2亿: only of what piles up, for 破 is to clear a case as well
  if (/[量额值]破$/.test(window)) return { leaning: 'over', at: from + window.length - 1 };
  const far = AT_A_DISTANCE.exec(text.slice(from, at));
  if (far) return { leaning: /多$/.test(far[1] ?? '') ? 'upto' : 'from', at };
  return null;
}

/** What may follow a unit: 内, 多 and 余 after `time` (and length), 多 and 余 after `multiple` (倍), neither after others. */
export type Tail = 'time' | 'multiple' | 'plain';

const AFTER =
  /[ \u3000]{0,1}(?:(（含）|\(含\)|及|或)?(以上|之上|以下|之下|以内|之内)|(左右|上下|前后|许|光景|开外)|(有余)|(余|多)|(内)|(不到|不等))/y;

/** Looks at what directly follows number and unit. */
export function approximatorAfter(text: string, at: number, tail: Tail): Approximator | null {
  AFTER.lastIndex = at;
  const match = AFTER.exec(text);
  if (!match) return null;
  const end = AFTER.lastIndex;
  if (match[2]) {
    const word = match[2];
    if (/上/.test(word)) return { leaning: 'from', at: end };
    return { leaning: 'upto', at: end };
  }
  if (match[3]) {
    if (match[3] === '许' && /[可多诺久]/.test(text.charAt(end))) return null;
    if (match[3] === '前后' && tail !== 'time') return null;
    return { leaning: match[3] === '开外' ? 'over' : 'about', at: end };
  }
  if (match[4]) return { leaning: 'more', at: end };
  if (match[5]) {
    if (tail === 'plain') return null;
    if (match[5] === '多' && /[次种个项家地方样元层部角数年]/.test(text.charAt(end))) return null;
    return { leaning: 'more', at: end };
  }
  if (match[6]) {
    if (tail !== 'time' || /[部外容涵卷在科环]/.test(text.charAt(end))) return null;
    return { leaning: 'upto', at: end };
  }
  return null;
}
