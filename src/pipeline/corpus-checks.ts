import type { Wording } from '../model/note.js';
import type { RawCorpus, RawReport } from './raw-corpus.js';

/** Something wrong in corpus.yaml that its schema cannot say: what, where, and where else to look. */
export interface Wrong {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly related?: readonly (string | number)[];
  readonly wording: Wording;
}

/** All that is wrong, in the order of the file's parts. */
export function* corpusErrors(data: RawCorpus): Generator<Wrong> {
  yield* idsThatComeTwice(data, 'jurisdictions');
  yield* idsThatComeTwice(data, 'reports');
  const known = new Set(data.jurisdictions.map(({ id }) => id));
  for (const [i, report] of data.reports.entries()) {
    const at = ['reports', i] as const;
    if (!known.has(report.jurisdiction))
      yield {
        code: 'corpus/unknown-jurisdiction',
        path: [...at, 'jurisdiction'],
        wording: unknownJurisdiction(report.jurisdiction, [...known]),
      };
    yield* wrongDays(report, at);
    yield* wrongSources(report, at);
  }
}

type ReportPath = readonly ['reports', number];

function* idsThatComeTwice(data: RawCorpus, kind: 'jurisdictions' | 'reports'): Generator<Wrong> {
  const first = new Map<string, number>();
  for (const [i, { id }] of data[kind].entries()) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, i);
    else
      yield {
        code: 'corpus/id-twice',
        path: [kind, i, 'id'],
        related: [kind, earlier, 'id'],
        wording: {
          message: `found the id “${id}” twice in ${kind}, expected each once`,
          hint: 'give one of them another id',
          zh: { message: `发现 ${kind} 中 id“${id}”出现两次，应为各一次`, hint: '请给其中之一换一个 id' },
        },
      };
  }
}

const unknownJurisdiction = (id: string, known: readonly string[]): Wording => ({
  message: `found the jurisdiction “${id}”, expected one of ${known.join(', ')}`,
  hint: 'add it under jurisdictions or correct the id',
  zh: {
    message: `发现地区“${id}”，应为 ${known.join('、')} 之一`,
    hint: '请在 jurisdictions 中添加该地区，或改正 id',
  },
});

/** Days that do not exist, and a period that ends before it begins. */
function* wrongDays({ period, published }: RawReport, at: ReportPath): Generator<Wrong> {
  const { from, to } = period ?? {};
  const days = [
    [from, ['period', 'from']],
    [to, ['period', 'to']],
    [published?.date, ['published', 'date']],
  ] as const;
  for (const [day, key] of days)
    if (day && !isDay(day))
      yield {
        code: 'corpus/no-such-day',
        path: [...at, ...key],
        wording: {
          message: `found ${day}, expected a day that exists`,
          hint: 'write dates as YYYY-MM-DD',
          zh: { message: `发现 ${day}，应为存在的日期`, hint: '请把日期写成 YYYY-MM-DD' },
        },
      };
  if (from && to && from > to)
    yield {
      code: 'corpus/period-reversed',
      path: [...at, 'period', 'from'],
      related: [...at, 'period', 'to'],
      wording: {
        message: `found a period from ${from} to ${to}, expected it to begin before it ends`,
        hint: 'exchange from and to',
        zh: { message: `发现时间段从 ${from} 到 ${to}，应为先始后终`, hint: '请对调 from 与 to' },
      },
    };
}

/** Paths that leave the corpus folder, files that come twice, and parts that end before they begin. */
function* wrongSources({ sources }: RawReport, at: ReportPath): Generator<Wrong> {
  const files = new Set<string>();
  for (const [k, { file, parts = [] }] of sources.entries()) {
    const path = [...at, 'sources', k, 'file'];
    if (leavesFolder(file))
      yield {
        code: 'corpus/path',
        path,
        wording: {
          message: `found the path “${file}”, expected one inside the corpus folder`,
          hint: 'move the file beside corpus.yaml and give its relative path',
          zh: {
            message: `发现路径“${file}”，应为语料文件夹内的路径`,
            hint: '请把文件放到 corpus.yaml 旁边，写相对路径',
          },
        },
      };
    if (files.has(file))
      yield {
        code: 'corpus/source-twice',
        path,
        wording: {
          message: `found the file “${file}” twice in one report, expected it once`,
          hint: 'list it once and put its lines together in parts',
          zh: {
            message: `发现一份报告中文件“${file}”出现两次，应为一次`,
            hint: '请只列一次，把行号一并写在 parts 中',
          },
        },
      };
    files.add(file);
    for (const [p, { from, to }] of parts.entries())
      if (to < from)
        yield {
          code: 'corpus/part-reversed',
          path: [...at, 'sources', k, 'parts', p],
          wording: {
            message: `found lines ${from} to ${to}, expected from ≤ to`,
            hint: 'exchange from and to',
            zh: { message: `发现第 ${from} 行到第 ${to} 行，应为 from ≤ to`, hint: '请对调 from 与 to' },
          },
        };
  }
}

const leavesFolder = (file: string): boolean => /^([/\\]|[A-Za-z]:)/.test(file) || file.split(/[/\\]/).includes('..');

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
