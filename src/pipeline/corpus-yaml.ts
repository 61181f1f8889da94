import type { Jurisdiction, Report } from '../model/corpus.js';
import type { Doubt } from './guess/guess-report.js';
import type { GuessedCorpus } from './guess-corpus.js';

const WHY: Readonly<Record<Doubt, string>> = {
  jurisdiction: '待核：是哪里的报告，文中不够明确',
  level: '待核：级别由上下文推得',
  period: '待核：起止时间由上下文推得',
  'two-reports': '待核：此文件似有几家单位的报告，逐段归属由正文判出；判错处用 parts 写明行号',
};

/**
 * The text of a corpus.yaml: what was worked out, with `# 待核：…` where it is uncertain. Reading it gives the same corpus
 * again.
 */
export function corpusYaml({ corpus, unsure }: GuessedCorpus): string {
  const lines = [
    '# 由 duizhao init 按各文件内容写成。带“待核”的条目请对照原文核实，核实后删去该注释。',
    `title: ${scalar(corpus.title)}`,
    '',
    'jurisdictions:',
  ];
  for (const place of corpus.jurisdictions) {
    const reports = corpus.reports.filter(({ jurisdiction }) => jurisdiction === place.id);
    // One report that is sure of the place settles it for the others.
    const all = reports.map(({ id }) => unsure.get(id) ?? []);
    const doubts = new Set(all.flat().filter((doubt) => all.every((of) => of.includes(doubt))));
    lines.push(...placeLines(place, doubts));
  }
  lines.push('', 'reports:');
  for (const report of corpus.reports) lines.push(...reportLines(report, new Set(unsure.get(report.id))));
  return `${lines.join('\n')}\n`;
}

function placeLines(place: Jurisdiction, doubts: ReadonlySet<Doubt>): string[] {
  return [
    `  - id: ${scalar(place.id)}`,
    `    name: ${scalar(place.name)}${comment(doubts, 'jurisdiction')}`,
    `    short: ${scalar(place.short)}`,
    `    level: ${place.level}${comment(doubts, 'level')}`,
    ...(place.aliases.length > 0 ? [`    aliases: [${place.aliases.map(scalar).join(', ')}]`] : []),
  ];
}

function reportLines(report: Report, doubts: ReadonlySet<Doubt>): string[] {
  const { period, published } = report;
  const days = `from: ${period.from ?? 'null'}, to: ${period.to ?? 'null'}, label: ${scalar(period.label)}`;
  return [
    `  - id: ${scalar(report.id)}`,
    `    jurisdiction: ${scalar(report.jurisdiction)}`,
    `    period: { ${days} }${comment(doubts, 'period')}`,
    ...(published
      ? [
          '    published:',
          `      date: ${published.date ?? 'null'}`,
          `      outlet: ${published.outlet === null ? 'null' : scalar(published.outlet)}`,
          `      title: ${published.title === null ? 'null' : scalar(published.title)}`,
        ]
      : []),
    '    sources:',
    ...report.sources.map(({ file }) => `      - file: ${scalar(file)}${comment(doubts, 'two-reports')}`),
  ];
}

function comment(doubts: ReadonlySet<Doubt>, doubt: Doubt): string {
  return doubts.has(doubt) ? `  # ${WHY[doubt]}` : '';
}

/**
 * A string as YAML: bare where it has a Chinese character and nothing that could mean something else, also inside [ ] and { };
 * else in double quotes (JSON's are YAML's).
 */
function scalar(value: string): string {
  const isChinese = /^[\p{sc=Han}\p{L}\p{N}“《【（][\p{L}\p{N}\p{sc=Han} _./“”‘’《》（）、，。；：！？—…·-]*$/u.test(
    value,
  );
  const isId = /^[A-Za-z][A-Za-z0-9._/-]*$/.test(value) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(value);
  return isId || (isChinese && /\p{sc=Han}/u.test(value) && !/ $/.test(value)) ? value : JSON.stringify(value);
}
