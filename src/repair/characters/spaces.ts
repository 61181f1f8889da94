import { splitLines } from '../../text/lines.js';
import { matchesOf } from '../../text/matches.js';
import type { Change } from '../../text/source-map.js';
import { isWordPair } from '../../text/word-pairs.js';
import type { CharacterRule, RepairMeta } from '../rule.js';

const meta: RepairMeta = {
  id: 'stray-space',
  description:
    'Spaces that character recognition or typesetting left inside numbers, between a number and its unit, and between Chinese characters of a sentence are skipped; spaces that part the halves of a heading, names in a byline or the columns of a table stay.',
  examples: [
    { source: '追回3 000余万元', repaired: '追回3000余万元' },
    { source: '警情同比下降 6. 5 %，抓获 328 人。', repaired: '警情同比下降6.5%，抓获328人。' },
    {
      source: '全市公安机关化解各类矛 盾纠纷，排查安全隐患。',
      repaired: '全市公安机关化解各类矛盾纠纷，排查安全隐患。',
    },
    {
      source: '改革强警 催生打防管治强劲动能',
      repaired: '改革强警 催生打防管治强劲动能',
      why: 'two halves of a heading',
    },
    { source: '记者吴守全 通讯员吴涛 赵伟', repaired: '记者吴守全 通讯员吴涛 赵伟' },
    {
      source: '1 安保工作取得完胜。在省厅领导下，打赢硬仗。',
      repaired: '1 安保工作取得完胜。在省厅领导下，打赢硬仗。',
      why: 'the number of a heading',
    },
    { source: '平 安 义 警', repaired: '平安义警', why: 'letter-spaced' },
    { source: '刑事案件 下降12% 治安案件 下降5%', repaired: '刑事案件 下降12% 治安案件 下降5%' },
  ],
};

const han = /[\u3400-\u9fff]/;
const digit = /[0-9]/;
const mark = /[，。、；：！？]/;
/** What may follow a number as its unit or approximator. */
const unitStart =
  /[万亿余多几个件起人名次条项家处宗例户辆台部所支场届期类种批元年月日时分秒天周倍成岁只张座套栋页篇字级位段笔片吨克斤升米公里层间以左上]/;
/** Names set apart by spaces: bylines, credits, datelines. */
const names = /记者|通讯员|编辑|责编|撰文|摄影|供图|制图|校对|策划|审核|星期|[文图]\//;
const openers = /^(?:今年|去年|近年|截至|目前|全市|全县|全省|全区|全年|一年来|五年来|20\d\d年|同时|此外|其中|下一步)/;

/** See `meta`. Works line by line. */
export const spaces: CharacterRule = {
  meta,
  changes: (text) => {
    const changes: Change[] = [];
    for (const { start, end } of splitLines(text)) {
      const line = text.slice(start, end);
      const indent = line.length - line.trimStart().length;
      const body = line.trim();
      if (!body.includes(' ')) continue;
      for (const gap of strayIn(body)) {
        const at = start + indent + gap.start;
        changes.push({ span: { start: at, end: at + gap.end - gap.start }, insert: '' });
      }
    }
    return changes;
  },
};

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** The runs of spaces inside one line that stand for nothing. */
function strayIn(line: string): Gap[] {
  const isProse = (line.match(/[，。；]/g)?.length ?? 0) >= 2 || (line.length >= 40 && /[，。；]/.test(line));
  const hasNames = line.length <= 80 && names.test(line) && !isProse;
  const spaced = letterSpaced(line);
  const stray: Gap[] = [];
  let next = 0;
  for (const match of matchesOf(line, / +/g)) {
    const gap = { start: match.index, end: match.index + match[0].length };
    while ((spaced[next]?.end ?? Number.POSITIVE_INFINITY) <= gap.start) next++;
    const isSpaced = (spaced[next]?.start ?? Number.POSITIVE_INFINITY) < gap.start;
    if (isSpaced || isStray(line, gap, { isProse, hasNames })) stray.push(gap);
  }
  return stray;
}

/** Stretches of single Chinese characters with one space between each two: 平 安 义 警. */
function letterSpaced(line: string): Gap[] {
  return matchesOf(line, /(?<![\u3400-\u9fff])[\u3400-\u9fff](?: [\u3400-\u9fff]){2,}(?![\u3400-\u9fff])/g).map(
    (m) => ({
      start: m.index,
      end: m.index + m[0].length,
    }),
  );
}

function isStray(line: string, gap: Gap, of: { readonly isProse: boolean; readonly hasNames: boolean }): boolean {
  const before = line[gap.start - 1] ?? '';
  const after = line[gap.end] ?? '';
  if (mark.test(before) || mark.test(after)) return true;
  if (digit.test(before) && digit.test(after)) return isThousandsGap(line, gap);
  if ((digit.test(before) && after === '.') || (before === '.' && digit.test(after))) {
    const head = line.slice(Math.max(0, gap.start - 4), gap.start);
    return /[0-9]\.?$/.test(head) && !(gap.start <= 3 && /^[0-9]{1,2}\.?$/.test(head));
  }
  if (digit.test(before) && after === '%') return true;
  if (digit.test(before) && han.test(after)) {
    const isNumbering = gap.start <= 2 && /^[0-9]{1,2}$/.test(line.slice(0, gap.start));
    return isNumbering ? false : unitStart.test(after) || of.isProse;
  }
  if (before === '%' && han.test(after)) return of.isProse || /^(?:以|左|的|和)/.test(after);
  if (han.test(before) && digit.test(after))
    return !of.hasNames && (of.isProse || !/^\d{4}[年.\-/]/.test(line.slice(gap.end, gap.end + 6)));
  if (!of.isProse) return false;
  if (han.test(before) && han.test(after)) return isWordPair(before, after) || !parts(line, gap);
  return (han.test(before) && /[A-Za-z“（《]/.test(after)) || (/[A-Za-z”）》]/.test(before) && han.test(after));
}

/** 3 000: one space, one to three digits before it, groups of three after it. */
function isThousandsGap(line: string, gap: Gap): boolean {
  if (gap.end - gap.start !== 1) return false;
  const before = /(?:^|[^0-9])([0-9]{1,3}(?: [0-9]{3}){0,3})$/.exec(line.slice(Math.max(0, gap.start - 20), gap.start));
  const after = /^([0-9]{3}(?: [0-9]{3}){0,3})(?![0-9])\s?(.?)/.exec(line.slice(gap.end, gap.end + 20));
  return before !== null && after !== null && (after[2] === '' || /[^0-9 ]/.test(after[2] ?? ''));
}

/** In a sentence a space parts two statements where both are long enough and the second begins like one. */
function parts(line: string, gap: Gap): boolean {
  const left = /[^，。；、：]*$/.exec(line.slice(Math.max(0, gap.start - 40), gap.start))?.[0] ?? '';
  return left.length >= 6 && openers.test(line.slice(gap.end, gap.end + 8));
}
