import { changeBefore } from './change.js';
import { changeSubject } from './change-claim.js';
import { claimOf, type Memory } from './claim.js';
import type { Clause } from './clause.js';
import { domainOf, levelLabel, tidy, wantsDomain } from './label.js';
import { kindOfUnit } from './level/index.js';
import type { Pairing } from './respectively/index.js';

/** What names the year of a member: 由2021年的, 2022年的, 降至2023年的, 再到2024年的. */
const OF_YEAR = /((?:19|20)\d{2})年(?:底|末)?的?(?:近|约|超)?$/;

/**
 * 入室盗窃发案由2021年的1940起、2022年的1305起降至2023年的868起: three years or more are a series of levels, one a year; two are a change
 * (`fromTo`). Null where the clause is none.
 */
export function yearSeries(clause: Clause, memory: Memory): Pairing | null {
  const [first] = clause.figures;
  if (!first || clause.figures.length < 3) return null;
  const lead = /^(.*?)(?:由|从)(?:19|20)\d{2}年(?:底|末)?的?(?:近|约|超)?$/.exec(first.before.trim());
  const run = clause.figures.filter((f) => OF_YEAR.test(f.before.trim()) && f.quantity.unit === first.quantity.unit);
  if (!lead || run.length < 3 || run.length !== clause.figures.length) return null;
  const subject = changeSubject(lead[1] ?? '');
  const name = subject || memory.label;
  if (name === '') return null;
  const { unit } = first.quantity;
  const share = unit === '%';
  const plain = subject === '' || share ? name : levelLabel({ verb: '', noun: subject }, unit);
  const label = tidy(memory.domain && wantsDomain(plain) && !domainOf(plain) ? memory.domain + plain : plain);
  const claims = run.map((figure) => {
    const year = OF_YEAR.exec(figure.before.trim())?.[1] ?? '';
    const to = changeBefore(figure.before.trim().replace(OF_YEAR, ''));
    return claimOf(
      { figure, clause, memory },
      {
        label,
        kind: share ? 'share' : kindOfUnit(unit),
        direction: to?.how === 'to' ? to.direction : 'none',
        rule: 'fact/year-series',
        span: clause.span,
        noun: subject || memory.noun,
        leansBack: subject === '',
        own: { label: `${year}年`, from: `${year}-01-01`, to: `${year}-12-31` },
      },
    );
  });
  return { claims, used: new Set(run) };
}
