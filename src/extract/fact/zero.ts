import { type Claim, claimOf, type Setting } from './claim.js';
import { tidy } from './label.js';
import { readPhrase } from './phrase.js';

/** “零发案”, 命案发案为零, 零投诉: a zero said in words. Slogans are flagged; the zero of a statistic is not. */
export function zeroClaim(setting: Setting): Claim | null {
  const { figure, clause, memory } = setting;
  const { quantity } = figure;
  const noun = quantity.printed.replace(/^[“"]?[零0]/, '').replace(/[”"]$/, '');
  const others = clause.figures.some((f) => f.quantity.form !== 'zero');
  if (others) return null;
  const subject = readPhrase(figure.before.replace(/[“"]$/, ''));
  const thing = `${subject.verb}${subject.noun}`;
  const stat = noun === '' || /^(?:为|是|降至)$/.test(noun);
  const label = tidy(stat ? `${thing || memory.label}${/数|率|量$/.test(thing) ? '' : '数'}` : `${thing}${noun}数`);
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
