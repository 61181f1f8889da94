import { type Claim, claimOf, type Setting } from './claim.js';
import { tidy } from './label.js';
import { readAfter, readPhrase } from './phrase.js';

/** “零发案”, 命案发案为零, 零投诉: a zero said in words. Slogans are flagged; the zero of a statistic is not. */
export function zeroClaim(setting: Setting): Claim | null {
  const { figure, clause, memory } = setting;
  const { quantity } = figure;
  const noun = quantity.printed.replace(/^[“"]?[零0]/, '').replace(/[”"]$/, '');
  const others = clause.figures.some((f) => f.quantity.form !== 'zero');
  if (others) return null;
  // 无一起“民转刑”案件: the thing stands behind
  const behind = /^(?:无|没有|未发生|未)一?[起件例]$/.test(quantity.printed) ? readAfter(figure.after).noun : '';
  if (behind !== '')
    return claimOf(setting, { label: tidy(`${behind}数`), kind: 'count', value: 0, rule: 'fact/zero', noun: behind });
  const subject = readPhrase(figure.before.replace(/[“"]$/, ''));
  const thing = `${subject.verb}${subject.noun}`;
  const stat = noun === '' || /^(?:为|是|降至)$/.test(noun);
  // 命案发案|零发案: said twice
  const about = thing.endsWith(noun) ? thing.slice(0, thing.length - noun.length) : thing;
  const label = tidy(stat ? `${thing || memory.label}${/数|率|量$/.test(thing) ? '' : '数'}` : `${about}${noun}数`);
  if (label === '数') return null;
  return claimOf(setting, {
    label,
    kind: 'count',
    value: 0,
    unit: quantity.unit && quantity.unit !== '' ? quantity.unit : '起',
    rule: 'fact/zero',
    flags: stat ? quantity.flags : [...quantity.flags, 'zero-slogan'],
    noun: thing,
    leansBack: thing === '',
  });
}
