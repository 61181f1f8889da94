import { claimOf } from '../claim.js';
import { withoutTimes } from '../period/find-times.js';
import { rankClaim } from '../rank.js';
import type { FigureList, PairRule } from './figure-list.js';

/** Rules for lists of places: 分列第三、第二位. */

const areRanks = ({ run }: FigureList): boolean =>
  run.length > 1 && run.every(({ quantity }) => quantity.form === 'rank');

/** 降幅分列全国第三位、第二位: each place belongs to one of the changes just named. */
export const placesOfCounted: PairRule = (list) => {
  const { clause, memory, run, word } = list;
  if (word === '' || !areRanks(list)) return undefined;
  const plain = withoutTimes(clause.text);
  const subject = /(降幅|增幅|涨幅|升幅|总量)(?:分列|分居|分别列|分别位|分别居)/.exec(plain)?.[1] ?? '';
  const counted = memory.claims.slice(-run.length);
  if ((subject === '' && !/^(?:分列|分居|分别[列位居])/.test(plain)) || counted.length !== run.length) return undefined;
  const region = /全[国省市县区州]/.exec(clause.text)?.[0] ?? '';
  const claims = run.map((figure, i) => {
    const { unit } = figure.quantity;
    return claimOf(
      { figure, clause, memory },
      {
        label: `${counted[i]?.label ?? ''}${subject}${region}名次`,
        kind: 'rank',
        unit: unit === '名' || unit === '位' ? unit : '名次',
        rule: 'fact/respectively',
        leansBack: true,
        span: clause.span,
      },
    );
  });
  return { used: new Set(run), claims };
};

/** 2021、2022、2023年分别位列第3、第2、第1名 */
export const placesAtTimes: PairRule = (list) => {
  const { clause, memory, run, times } = list;
  if (!areRanks(list) || times.length !== run.length) return undefined;
  const places = run.map((figure) => rankClaim({ figure, clause, memory }));
  const claims = places.flatMap((place, i) => {
    const time = times[i];
    return place && time ? [{ ...place, time, span: clause.span }] : [];
  });
  return claims.length === run.length ? { used: new Set(run), claims } : undefined;
};

/** Places, zeros and streaks are no measures that a list could give to its members. */
export const noMeasures: PairRule = ({ run }) =>
  run.every(({ quantity }) => /^(?:rank|zero|streak)$/.test(quantity.form)) ? null : undefined;
