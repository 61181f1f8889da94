import { type ConflictFinder, conflict } from './conflict.js';

/** 今年 in a text printed the year after its period: the facts are read as the period's, and that is said once a report. */
export const printDateFinder: ConflictFinder = {
  kind: 'print-date',
  find: (facts, context) => {
    const odd = facts.filter(({ flags }) => flags.includes('deictic-vs-print'));
    const [first] = odd;
    if (!first) return [];
    const report = context.reports.find(({ id }) => id === first.report);
    const date = report?.published?.date ?? null;
    const year = first.period.from?.slice(0, 4) ?? '';
    return [
      conflict('print-date', odd, {
        zh: `文中的“今年”${date === null ? '' : `刊于${date}，`}按上下文读作${year}年，请核对`,
        en: `The text says “this year”${date === null ? '' : `, was printed on ${date}`} and is read as ${year}; please check`,
      }),
    ];
  },
};
