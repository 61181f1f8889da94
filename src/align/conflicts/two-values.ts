import type { Conflict } from '../../model/comparison.js';
import type { Fact } from '../../model/finding.js';
import { type Observation, observe } from '../observation.js';
import { disjoint } from '../reading/interval.js';
import { sameSpan } from '../reading/span.js';
import { coreOf, likeness } from '../reading/wording.js';
import { type ConflictFinder, conflict } from './conflict.js';

/**
 * Two values for one thing: same indicator or same wording, same kind, unit, period and scope, and intervals that exclude each
 * other. 190余 and 193 are one observation. Also an annual average that is more than the total it is an average of.
 */
export const twoValuesFinder: ConflictFinder = {
  kind: 'two-values',
  find: (facts, context) => {
    const found: Conflict[] = [];
    const observations = facts
      .filter(({ status }) => status === 'actual')
      .flatMap((fact) => observe(fact, context) ?? []);
    for (const [i, a] of observations.entries()) {
      for (const b of observations.slice(i + 1)) {
        if (a.family !== b.family || a.unit !== b.unit || isPartOf(a.fact, b.fact)) continue;
        if (oneIsTotal(a.fact, b.fact)) continue;
        if (!namesItself(a.fact) || !namesItself(b.fact)) continue;
        if (sameThing(a, b) && sameSpan(a.span, b.span) && disjoint(a.interval, b.interval)) {
          found.push(
            conflict('two-values', [a.fact, b.fact], {
              zh: `同一报道对“${a.fact.indicator.label}”（${a.span.label}）给出两个数：${a.fact.printed}与${b.fact.printed}`,
              en: `One report gives two figures for “${a.fact.indicator.label}” (${a.span.label}): ${a.fact.printed} and ${b.fact.printed}`,
            }),
          );
          continue;
        }
        const [average, total] = a.span.grain === 'average' ? [a, b] : [b, a];
        if (exceedsTotal(average, total)) {
          found.push(
            conflict('two-values', [average.fact, total.fact], {
              zh: `“${average.fact.indicator.label}”说每年${average.fact.printed}，“${total.fact.indicator.label}”说${total.span.label}共${total.fact.printed}，两者对不上`,
              en: `“${average.fact.indicator.label}” says ${average.fact.printed} a year, “${total.fact.indicator.label}” says ${total.fact.printed} over ${total.span.label}; they do not agree`,
            }),
          );
        }
      }
    }
    return found;
  },
};

function isPartOf(a: Fact, b: Fact): boolean {
  return a.parts?.includes(b.id) === true || b.parts?.includes(a.id) === true;
}

/**
 * Whether the clause of the figure itself says what is counted, at least two characters of it. What a figure takes over from the clause
 * before is a reading, and no report is charged with a contradiction upon a reading.
 */
function namesItself({ indicator, source, printed }: Fact): boolean {
  const at = source.exact.lastIndexOf(printed);
  const before = source.exact.slice(0, at < 0 ? undefined : at);
  const clause = source.exact.slice(Math.max(...['，', ',', '；', '。'].map((mark) => before.lastIndexOf(mark))) + 1);
  const label = [...indicator.label.replace(/(?:总?数|总?量|人次|金额|率)$/u, '')];
  return label.length < 2 || label.some((char, i) => i > 0 && clause.includes(`${label[i - 1]}${char}`));
}

/** e.g. 新增高清探头640路,累计达到3850路: an increase and a total, though one noun serves both. */
function oneIsTotal(a: Fact, b: Fact): boolean {
  const total = ({ source }: Fact): boolean => /累计|总数|总量|达到|已有|共有/u.test(source.exact);
  const added = ({ source, indicator }: Fact): boolean =>
    /新增|新建|新装|其中/u.test(source.exact) || /新增|新建/u.test(indicator.label);
  return (total(a) && added(b)) || (total(b) && added(a));
}

/** The same indicator in the same words, or the same wording; the same scope, base and direction of reading. */
function sameThing(a: Observation, b: Observation): boolean {
  if (a.family === 'rank' || a.family === 'duration') return false;
  if (
    (a.fact.scope ?? '') !== (b.fact.scope ?? '') ||
    a.rest !== b.rest ||
    (a.fact.basis ?? '') !== (b.fact.basis ?? '')
  )
    return false;
  if (a.entry !== null || b.entry !== null)
    return a.entry?.id === b.entry?.id && coreOf(a.fact.indicator.label) === coreOf(b.fact.indicator.label);
  return [...a.rest].length >= 3 && a.fact.indicator.label === b.fact.indicator.label;
}

/** e.g. 年均带动破案1.6万余起 against 近两年服务破案1万余起: the average would come to far more than the total. */
function exceedsTotal(average: Observation, total: Observation): boolean {
  if (average.family !== 'level' || average.span.grain !== 'average' || total.span.grain !== 'several-years')
    return false;
  if (!oneWork(average.fact, total.fact)) return false;
  const low = average.interval.low;
  const high = total.interval.high ?? total.fact.value;
  // The years of the two may differ a little: a fifth is allowed.
  const years = (total.span.days ?? 0) / 365;
  return low !== null && 0.8 * low * years > high;
}

const HELP = /带动|服务|协助|推动|牵引/u;
const VERBS = /破案|破获|侦破|抓获|化解|调处|排查|整改|劝阻|止付|返还|办理|培训|走访/u;

/** The same work in nearly the same words, or told of one office's help with one verb. */
function oneWork(average: Fact, total: Fact): boolean {
  const bare = ({ indicator }: Fact): string =>
    coreOf(indicator.label).replace(/年均|平均每年|带动|服务|提供|组织/gu, '');
  const left = bare(average);
  const right = bare(total);
  if ([...left].length >= 2 && likeness(left, right) >= 0.6) return true;
  const helped = HELP.test(average.indicator.label) && HELP.test(total.indicator.label);
  const verb = VERBS.exec(average.indicator.label)?.[0];
  return (
    helped &&
    average.scope !== null &&
    average.scope === total.scope &&
    verb !== undefined &&
    total.indicator.label.includes(verb)
  );
}
