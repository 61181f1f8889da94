import type { Sentence } from '../../model/comparison.js';
import type { Honour, HonourLevel } from '../../model/finding.js';
import { LEVELS, toLedger } from '../ledger.js';
import type { SentenceContext } from './context.js';
import { listEn, listZh } from './count-words.js';
import { joined, linked, type Piece, toParts } from './parts.js';

const THEME = 'honours';
const NAMES: Readonly<Record<HonourLevel, readonly [string, string]>> = {
  national: ['国家级', 'national'],
  provincial: ['省级', 'provincial'],
  municipal: ['市级', 'municipal'],
  other: ['其他', 'other'],
};
const MOST_NAMED = 4;

/** What the ledger adds up to, level by level, then the pooled totals and the city's own honours, which are not added. */
export function honoursSentences(context: SentenceContext): Sentence[] {
  if (!context.input.themes.some(({ id }) => id === THEME)) return [];
  const { entries, totals } = toLedger(context.input);
  const sentences: Sentence[] = [];
  for (const level of LEVELS.slice(0, 2)) {
    const own = totals.filter((total) => total.level === level);
    if (own.length === 0) continue;
    const [zh, en] = NAMES[level];
    const silent = context.input.jurisdictions
      .filter(({ id }) => !own.some((total) => total.jurisdiction === id))
      .map(({ short }) => short);
    sentences.push({
      theme: THEME,
      zh: toParts([
        `点名可查的${zh}荣誉，`,
        ...joined(
          own.map(({ jurisdiction, count, honours }) => linked(`${context.short(jurisdiction)}${count}项`, honours)),
          '，',
        ),
        silent.length === 0 ? '' : `；${listZh(silent)}的报告没有点名`,
        '。各篇年限与取舍不同，只作清点，不排先后。',
      ]),
      en: toParts([
        `Named ${en} honours: `,
        ...joined(
          own.map(({ jurisdiction, count, honours }) => linked(`${context.short(jurisdiction)} ${count}`, honours)),
          ', ',
        ),
        silent.length === 0 ? '' : `; ${listEn(silent)} ${silent.length === 1 ? 'names' : 'name'} none`,
        '. The reports cover different years and choose what they show: a count, not a ranking.',
      ]),
    });
  }
  const quoted = (kind: 'pooled' | 'city'): Piece[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_NAMED)
      .flatMap(({ honour, jurisdiction }): Piece[] => {
        const record = context.honours.get(honour);
        return record === undefined ? [] : [linked(`${context.short(jurisdiction)}${titled(record)}`, [honour])];
      });
  const pooled = quoted('pooled');
  if (pooled.length > 0)
    sentences.push({
      theme: THEME,
      zh: toParts(['只报总数的奖励另列，不与点名的荣誉相加：', ...joined(pooled, '，'), '。']),
      en: toParts([
        'Awards given as totals only are listed apart and not added to the named ones: ',
        ...joined(pooled, ', '),
        '.',
      ]),
    });
  const city = quoted('city');
  if (city.length > 0)
    sentences.push({
      theme: THEME,
      zh: toParts(['城市的荣誉和排名另列，不算公安自己的：', ...joined(city, '，'), '。']),
      en: toParts([
        'Honours and standings of the city are listed apart, they are not the police’s own: ',
        ...joined(city, ', '),
        '.',
      ]),
    });
  return sentences;
}

/** “集体奖励”83个: the title with the number as the text prints it, measure word included. */
function titled({ title, count, source }: Honour): string {
  const bare = title.replace(/[\s“”]+/gu, '');
  if (count === null || bare.includes(String(count))) return `“${bare}”`;
  const exact = source.exact.replace(/[\s,]+/gu, '');
  const printed = new RegExp(`${count}[余多]?(?:人次|[个名人项件次枚位])?`, 'u').exec(exact)?.[0] ?? String(count);
  return `“${bare}”${printed}`;
}
