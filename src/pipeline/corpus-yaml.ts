import type { Jurisdiction, Report } from '../model/corpus.js';
import type { Doubt, Doubts } from './guess/guess-report.js';
import type { GuessedCorpus } from './guess-corpus.js';

/** What to settle, before why. */
const SETTLE: Readonly<Record<Doubt, string>> = {
  jurisdiction: '待核：是哪里的报告',
  level: '待核：级别',
  period: '待核：起止时间',
  'two-reports': '待核：哪些段落是它的（逐段归属由正文判出，判错处用 parts 写明行号）',
};

/**
 * The text of a corpus.yaml: what was worked out, with `# 待核：…` where it is uncertain. Reading it gives the same corpus
 * again. Files that were left out are named in comments.
 */
export function corpusYaml({ corpus, unsure }: GuessedCorpus, leftOut: readonly string[] = []): string {
  const lines = [
    '# 由 duizhao init 按各文件内容写成。带“待核”的条目请对照原文核实，核实后删去该注释。',
    ...leftOut.map((file) => `# 未收入（无法读取）：${file.replace(/[\r\n]+/g, ' ')}`),
    `title: ${scalar(corpus.title)}`,
    '',
    'jurisdictions:',
  ];
  for (const place of corpus.jurisdictions) {
    const reports = corpus.reports.filter(({ jurisdiction }) => jurisdiction === place.id);
    // One report that is sure of the place settles it for the others.
    const [first = {}, ...others] = reports.map(({ id }) => unsure.get(id) ?? {});
    const shared = Object.entries(first).filter(([doubt]) => others.every((of) => doubt in of));
    lines.push(...placeLines(place, Object.fromEntries(shared)));
  }
  lines.push('', 'reports:');
  for (const report of corpus.reports) lines.push(...reportLines(report, unsure.get(report.id) ?? {}));
  return `${lines.join('\n')}\n`;
}

function placeLines(place: Jurisdiction, doubts: Doubts): string[] {
  return [
    `  - id: ${scalar(place.id)}`,
    `    name: ${scalar(place.name)}${comment(doubts, 'jurisdiction')}`,
    `    short: ${scalar(place.short)}`,
    `    level: ${place.level}${comment(doubts, 'level')}`,
    ...(place.aliases.length > 0 ? [`    aliases: [${place.aliases.map(scalar).join(', ')}]`] : []),
  ];
}

function reportLines(report: Report, doubts: Doubts): string[] {
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

function comment(doubts: Doubts, doubt: Doubt): string {
  const why = doubts[doubt];
  return why ? `  # ${SETTLE[doubt]}——${why.zh}` : '';
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
