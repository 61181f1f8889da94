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
const MOST_NAMED = 5;
const MOST_A_PLACE = 2;

/** What the ledger adds up to, level by level, then the pooled totals and the city's own honours, which are not added. */
export function honoursSentences(context: SentenceContext): Sentence[] {
  if (!context.input.themes.some(({ id }) => id === THEME)) return [];
  const { field } = context.input.lexicon;
  const { entries, totals } = toLedger(context.input);
  const sentences: Sentence[] = [];
  for (const level of LEVELS.slice(0, 2)) {
    const own = totals.filter((total) => total.level === level);
    if (own.length === 0) continue;
    const [zh, en] = NAMES[level];
    // Who gives totals of this level has more than is named; who gives neither, says nothing of it.
    const pooling = new Set(
      entries.filter((entry) => entry.kind === 'pooled' && entry.level === level).map((entry) => entry.jurisdiction),
    );
    const others = context.input.jurisdictions.filter(({ id }) => !own.some((total) => total.jurisdiction === id));
    const totalOnly = others.filter(({ id }) => pooling.has(id)).map(({ short }) => short);
    const silent = others.filter(({ id }) => !pooling.has(id)).map(({ short }) => short);
    const more = (id: string, words: string) => (pooling.has(id) ? words : '');
    sentences.push({
      theme: THEME,
      zh: toParts([
        `点名可查的${zh}荣誉，`,
        ...joined(
          own.map(({ jurisdiction: id, count, honours }) =>
            linked(`${context.short(id)}${count}项${more(id, '（另有总数）')}`, honours),
          ),
          '，',
        ),
        totalOnly.length === 0 ? '' : `；${listZh(totalOnly)}只报总数`,
        silent.length === 0 ? '' : `；${listZh(silent)}的报告没有点名`,
        '。各篇年限与取舍不同，只作清点，不排先后。',
      ]),
      en: toParts([
        `Named ${en} honours: `,
        ...joined(
          own.map(({ jurisdiction: id, count, honours }) =>
            linked(`${context.short(id)} ${count}${more(id, ' (and totals)')}`, honours),
          ),
          ', ',
        ),
        totalOnly.length === 0 ? '' : `; ${listEn(totalOnly)} ${totalOnly.length === 1 ? 'gives' : 'give'} totals only`,
        silent.length === 0 ? '' : `; ${listEn(silent)} ${silent.length === 1 ? 'names' : 'name'} none`,
        '. The reports cover different years and choose what they show: a count, not a ranking.',
      ]),
    });
  }
  const quoted = (kind: 'pooled' | 'city'): Piece[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.count - a.count)
      .filter(
        (entry, i, list) =>
          list.slice(0, i).filter((other) => other.jurisdiction === entry.jurisdiction).length < MOST_A_PLACE,
      )
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
      zh: toParts([`城市的荣誉和排名另列，不算${field?.zh ?? '公安'}自己的：`, ...joined(city, '，'), '。']),
      en: toParts([
        field === undefined
          ? 'Honours and standings of the city are listed apart, they are not the police’s own: '
          : `Honours and standings of the city are listed apart, they are not those of ${field.en}: `,
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
