import type { ReasonCode, Row, Sentence, Verdict } from '../../model/comparison.js';
import type { SentenceContext } from './context.js';
import { countEn, countZh, listEn, listZh } from './count-words.js';
import { linked, type Piece, toParts } from './parts.js';
import { shownFacts } from './row-sentence.js';

const VERDICTS: readonly {
  readonly id: Verdict;
  readonly zh: string;
  readonly en: readonly [one: string, many: string];
}[] = [
  { id: 'comparable', zh: '可直接相比的', en: ['may be compared as it stands', 'may be compared as they stand'] },
  { id: 'needs-normalising', zh: '须先折算的', en: ['needs scaling first', 'need scaling first'] },
  { id: 'side-by-side', zh: '只能并列的', en: ['may only stand side by side', 'may only stand side by side'] },
  { id: 'not-comparable', zh: '不可比的', en: ['is not comparable', 'are not comparable'] },
];

const REASONS: Partial<Record<ReasonCode, readonly [string, string]>> = {
  STAGE: ['所处环节', 'recording stage'],
  UNIT: ['单位', 'unit'],
  KIND: ['数字的性质（总量、增减、占比）', 'kind of figure (level, change, share)'],
  BASE: ['对比的基期', 'base of the change'],
  PERIOD: ['期间', 'period'],
  SCOPE: ['范围', 'scope'],
  LEVEL: ['行政层级', 'administrative level'],
  CONCEPT: ['所指', 'what is meant'],
  STATUS: ['实绩与目标之别', 'actual or target'],
  DENOMINATOR: ['分母', 'denominator'],
  ATTRIBUTION: ['归属单位', 'unit it belongs to'],
  RECORDING: ['立案登记做法', 'recording practice'],
  COUNTERFACTUAL: ['估算办法', 'way of estimating'],
};

/** How far the rows allow a comparison at all; null where no row has figures of two places. Counts are in words. */
export function overviewSentence(context: SentenceContext): Sentence | null {
  const rows = context.input.rows.filter((row) => shownFacts(row, context).length > 1);
  if (rows.length === 0) return null;
  const groups = VERDICTS.map((verdict) => ({ ...verdict, rows: rows.filter((row) => row.verdict === verdict.id) }));
  const evidence = (list: readonly Row[]) => list.flatMap((row) => shownFacts(row, context).map(({ id }) => id));
  const filled = groups.filter((group) => group.rows.length > 0);
  const why = frequentReasons(rows.filter((row) => row.verdict !== 'comparable'));
  const none = !filled.some((group) => group.id === 'comparable');
  const zh: Piece[] = [
    `${countZh(context.input.jurisdictions.length)}地报告里至少两地都有数字的指标共`,
    linked(`${countZh(rows.length)}行`, evidence(rows)),
    none ? '，没有一行可以直接相比：' : '：',
    ...filled.flatMap((group, i): Piece[] => [
      i === 0 ? '' : '，',
      group.zh,
      linked(`${countZh(group.rows.length)}行`, evidence(group.rows)),
    ]),
    '。',
    why.length === 0 ? '' : `不能直接相比的，多因${listZh(why.map(([word]) => word))}不同或没有写明。`,
  ];
  const en: Piece[] = [
    `Of the ${countEn(context.input.jurisdictions.length)} jurisdictions at least two give figures in `,
    linked(`${countEn(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`, evidence(rows)),
    none ? `, ${rows.length === 1 ? 'which may not' : 'none of which may'} be compared as it stands: ` : ': ',
    ...filled.flatMap((group, i): Piece[] => [
      i === 0 ? '' : ', ',
      linked(countEn(group.rows.length), evidence(group.rows)),
      ` ${group.en[group.rows.length === 1 ? 0 : 1]}`,
    ]),
    '.',
    why.length === 0
      ? ''
      : ` What keeps them apart most often: ${listEn(why.map(([, word]) => word))}, different or not stated.`,
  ];
  return { zh: toParts(zh), en: toParts(en) };
}

function frequentReasons(rows: readonly Row[]): (readonly [string, string])[] {
  const counts = new Map<ReasonCode, number>();
  for (const { details, reasons, verdict } of rows) {
    const decisive = details.filter((detail) => detail.verdict === verdict).map((detail) => detail.code);
    for (const code of new Set(decisive.length > 0 ? decisive : reasons)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .flatMap(([code]) => (REASONS[code] === undefined ? [] : [REASONS[code]]))
    .slice(0, 3);
}
