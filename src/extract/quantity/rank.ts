import { readNumeral } from '../../text/numerals.js';
import { type Found, finish, numeralAt, type Reading } from './reading.js';

/** What makes a bare 第一 a placing: 位居全省第一, 团体第一, 总量主城区第1. */
const PLACING =
  /(?:排名|排行|排位|排在|排|位居|位列|名列|列|居|获|获得|夺得|夺|取得|拿下|斩获|摘得|摘取|团体|个人|总分|成绩|积分|得分|总量|综合|全国|全省|全市|全区|全县|全州|全盟|全疆|全系统|主城区|同类|参赛|并列|保持|蝉联|勇夺|荣登|跃居|跃升|跻身|升至|升到|前移至|第[一二三四五六七八九十0-9]{1,3}[名位]?(?:[、和及]|，|,))[^，。；,;！？\n]{0,9}$/;

const BOUNDARY = /^(?:$|[\s，。；、,;！!？?）)”"』」】和及与的])/;

/** 第一名, 第2位, 全省第一, 第四次, 连续第三年. Ordinals of other things (第三届, 第二条) are no quantity. */
export function readOrdinal(reading: Reading, at: number): Found | null {
  const { text, mask } = reading;
  if (text[at] !== '第' || mask[at] === 1) return null;
  let from = at + 1;
  while (text[from] === ' ') from++;
  const numeral = readNumeral(text, from);
  if (!numeral || numeral.vague || numeral.valueTo !== null || numeral.value < 1 || numeral.value > 9999) return null;
  let next = numeral.end;
  while (text[next] === ' ') next++;
  const rest = text.slice(next, next + 6);
  const before = text.slice(Math.max(0, at - 14), at);
  const base = {
    value: numeral.value,
    step: 1,
    numberStart: numeral.start,
    numberEnd: numeral.end,
    start: at,
  };
  const settled: Found = { quantities: [], end: numeral.end };
  const years = /^(?:个)?(年度?|届|次|季度|个月)/.exec(rest);
  const streak = /(?:连续|蝉联)$/.test(before);
  if (streak && years) {
    const end = next + years[0].length;
    const quantity = finish(reading, {
      ...base,
      form: 'streak',
      rule: 'quantity/streak',
      unit: years[1]?.startsWith('年') ? '年' : (years[1] ?? '年'),
      end,
      start: at - 2,
    });
    return { quantities: [quantity], end };
  }
  if (/^(?:名次|名|位)(?![置称单])/.test(rest)) {
    // 放在第一位 is no placing
    if (/(?:放在|摆在|置于|作为|放到|摆到|当作|看作)(?:了|最)?$/.test(before) && numeral.value === 1) return settled;
    const unit = rest.startsWith('名') ? '名' : '位';
    const end = next + (rest.startsWith('名次') ? 2 : 1);
    return { quantities: [finish(reading, { ...base, form: 'rank', rule: 'quantity/rank', unit, end })], end };
  }
  if (
    /^(?:次|度)(?!全国|会议|全体|全会|党|代表|工业|世界|人口|普查|经济|联席|常委|学习|浪潮|机会|集中|课|冲锋)/.test(
      rest,
    )
  ) {
    const flags = numeral.value === 1 ? ['indefinite'] : [];
    return {
      quantities: [
        finish(reading, { ...base, form: 'occurrence', rule: 'quantity/occurrence', unit: '次', end: next + 1, flags }),
      ],
      end: next + 1,
    };
  }
  if (BOUNDARY.test(rest) && PLACING.test(before)) {
    return {
      quantities: [
        finish(reading, { ...base, form: 'rank', rule: 'quantity/rank-bare', unit: '名次', end: numeral.end }),
      ],
      end: numeral.end,
    };
  }
  return settled;
}

/** 前三名, 前10位; 前十 only after 排名/位居/进入 …. Value is the last place that counts. */
export function readTopPlaces(reading: Reading, at: number): Found | null {
  const { text, mask } = reading;
  if (text[at] !== '前' || mask[at] !== 0) return null;
  if (/[提之以目当此向往面空年月日天跟眼生史先]$/.test(text.slice(Math.max(0, at - 1), at))) return null;
  let from = at + 1;
  while (text[from] === ' ') from++;
  const numeral = readNumeral(text, from);
  if (!numeral || numeral.vague || numeral.valueTo !== null || numeral.value < 1 || numeral.value > 9999) return null;
  let next = numeral.end;
  while (text[next] === ' ') next++;
  const word = /^(?:名|位|强|甲)(?!称|单|于)/.exec(text.slice(next, next + 2));
  const before = text.slice(Math.max(0, at - 14), at);
  if (
    !word &&
    !(
      BOUNDARY.test(text.slice(next, next + 1)) &&
      /(?:排名|位居|位列|名列|居|列|进入|跻身|保持|进|跃居|跃升|全国|全省|全市|全区|稳居|挺进|迈入|冲进)[^，。；,;\n]{0,8}$/.test(
        before,
      )
    )
  )
    return null;
  const end = word ? next + 1 : numeral.end;
  const quantity = finish(reading, {
    form: 'rank',
    rule: 'quantity/top-places',
    value: numeral.value,
    step: 1,
    unit: word?.[0] === '位' ? '位' : '名',
    numberStart: numeral.start,
    numberEnd: numeral.end,
    end,
    start: at,
    flags: ['top'],
  });
  return {
    quantities: [
      { ...quantity, approx: 'at-most', bounds: { low: 1, high: numeral.value, lowOpen: false, highOpen: false } },
    ],
    end,
  };
}

/** 六连冠, 三连胜, 四度蝉联, 十二连降. Value is the length of the row. */
export function readWinningRow(reading: Reading, at: number): Found | null {
  const { text, mask } = reading;
  if (mask[at] === 1) return null;
  const numeral = numeralAt(reading, at);
  if (!numeral || numeral.vague || numeral.valueTo !== null || numeral.value < 2 || numeral.value > 99) return null;
  const word = /^(?:连(?:冠|胜|优|升|降|增|进|贯|创|获|夺|A|下降)|度蝉联)/.exec(
    text.slice(numeral.end, numeral.end + 4),
  );
  if (!word) return null;
  const end = numeral.end + word[0].length;
  const quantity = finish(reading, {
    form: 'streak',
    rule: 'quantity/winning-row',
    value: numeral.value,
    step: 1,
    unit: word[0].startsWith('度') ? '次' : word[0],
    numberStart: numeral.start,
    numberEnd: numeral.end,
    end,
    start: at,
  });
  return { quantities: [quantity], end };
}

/** Words that say a place without a numeral, and the place. */
const PLACES: Readonly<Record<string, number>> = { 首位: 1, 榜首: 1, 之首: 1, 冠军: 1, 亚军: 2, 季军: 3 };

/** 位列全省首位, 位居榜首, 居各分局之首, 获团体亚军: a place without a numeral, behind a verb that goes with it. */
export function readFirstPlace(reading: Reading, at: number): Found | null {
  const { text, mask } = reading;
  const word = text.slice(at, at + 2);
  const value = PLACES[word];
  if (mask[at] !== 0 || value === undefined) return null;
  const before = text.slice(Math.max(0, at - 14), at);
  const fits = word.endsWith('军')
    ? /(?:获|夺|夺得|摘得|斩获|捧得|拿下|取得|勇夺|赢得)[^，。；,;、\n]{0,9}$/.test(before)
    : /(?:位居|位列|居|列|排名|名列|高居|稳居|排在|占据|跃居)[^，。；,;\n]{0,10}$/.test(before);
  if (!fits) return null;
  const end = at + 2;
  const quantity = finish(reading, {
    form: 'rank',
    rule: 'quantity/first-place',
    value,
    step: 1,
    unit: word.endsWith('军') ? '名' : '位',
    numberStart: at,
    numberEnd: end,
    end,
    start: at,
  });
  return { quantities: [quantity], end };
}
