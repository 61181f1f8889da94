import { approximatorBefore } from './approximators.js';
import type { Figure } from './figure.js';
import { type Found, finish, type Reading } from './reading.js';

/** What tells that a bare number counts something: 用户突破20万, 总量达到3000. */
const COUNTS =
  /(?:达到|达|至|到|为|共|共计|总计|合计|总数|总量|数量|人数|次数|件数|起数|量|有|近|超|超过|突破|逾|约|不足|不到|仅|累计|[:：])[ \u3000]?$/;

/** A rate whose measure goes without saying: 千人发案率0.61, 万人警力比为11.4. */
const RATIO =
  /(?:[十百千万][人车户]?[^，。；,;\d]{0,6}(?:率|比(?!武|赛))|指数|系数)(?:为|达到|达|是|降至|降到|升至)?[ \u3000]?$/;

const CLAUSE_END = /^(?:$|[，。；、,;！!）)])/;

/** 止付与损失之比为|1.76：1 */
const TO_ONE = /^[：:]1(?![\d.])/;
const PROPORTION = /(?:之比|比例|比值)(?:约?为|达到?|是|约)?[ \u3000]?$/;

/** Behind a plain number: signs of a date, a version or a serial number. */
const SERIAL = /^[.:：\-—/年月日号级版条款章]/;

/** A number that counts something although no unit stands behind it: 用户突破20万, 超10万客流, 单日破千. */
export function readUnitless(reading: Reading, at: number, figure: Figure): Found | null {
  const { text } = reading;
  const { numeral, leaning } = figure;
  const next = text.slice(figure.end, figure.end + 1);
  const more = leaning === 'more';
  const large = figure.factor > 1 && !numeral.bare;
  const hedgedWord =
    numeral.bare && CLAUSE_END.test(next) && approximatorBefore(text, at, true, reading.floor) !== null;
  const toOne =
    TO_ONE.test(text.slice(figure.end, figure.end + 3)) && PROPORTION.test(text.slice(Math.max(0, at - 8), at));
  if (!hedgedWord && !toOne) {
    // Chinese numerals only where they are large: 十堰, 三农 are none
    const enough = numeral.script !== 'chinese' || (large && numeral.value >= 20000) || (more && numeral.value >= 100);
    if (!enough) return null;
    const counted = COUNTS.test(text.slice(Math.max(0, at - 4), at));
    const ratio = RATIO.test(text.slice(Math.max(0, at - 14), at)) && CLAUSE_END.test(next);
    const plain = ratio || (counted && (numeral.grouped || numeral.value >= 1000 || CLAUSE_END.test(next)));
    if (!large && !more && !plain) return null;
    if (!large && SERIAL.test(next)) return null;
  }
  const quantity = finish(reading, {
    form: 'level',
    rule: 'quantity/unitless',
    value: figure.value,
    valueTo: figure.valueTo,
    unit: '',
    step: figure.step,
    numberStart: at,
    numberEnd: figure.numberEnd,
    end: toOne ? figure.end + 2 : leaning === 'more' || leaning === 'from' ? figure.end : figure.numberEnd,
    bare: numeral.bare,
    leaning,
    flags: ['no-unit'],
  });
  return { quantities: [quantity], end: Math.max(quantity.repairedSpan.end, figure.numberEnd) };
}
