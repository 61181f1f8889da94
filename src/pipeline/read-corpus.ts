import type { Corpus, Denominator, Jurisdiction, Level, Part, Report } from '../model/corpus.js';
import type { Note, Noted, Wording } from '../model/note.js';
import { type JsonSchema, parseCheckedYaml } from './checked-yaml.js';

interface RawCorpus {
  title?: string;
  jurisdictions: RawJurisdiction[];
  reports: RawReport[];
}
interface RawJurisdiction {
  id: string;
  name: string;
  short?: string;
  level?: Level;
  aliases?: string[];
  population?: Denominator;
  officers?: Denominator;
  firms?: Denominator;
  denominators?: Record<string, Denominator>;
}
interface RawReport {
  id: string;
  jurisdiction: string;
  period?: { from?: string | null; to?: string | null; label?: string };
  published?: { date?: string | null; outlet?: string | null; title?: string | null };
  sources: { file: string; parts?: Part[] }[];
}

/** Errors that are gathered before the rest is left for the next run. */
const MOST_NOTES = 100;

/**
 * Reads corpus.yaml. On any error the value is null and the notes say what and where; errors are gathered, not only the
 * first. Checked beyond the schema: ids that come twice, reports of unknown jurisdictions, periods that end before they
 * begin, days that do not exist, paths that leave the corpus folder, overlapping parts of one page.
 */
export function readCorpus(text: string, file: string, schema: JsonSchema): Noted<Corpus | null> {
  const parsed = parseCheckedYaml<RawCorpus>(text, file, schema);
  if (parsed.value === null) return { value: null, notes: parsed.notes };
  const { data, placeOf } = parsed.value;
  const notes: Note[] = [];
  const wrong = (code: string, path: (string | number)[], wording: Wording, related?: (string | number)[]): void => {
    if (notes.length >= MOST_NOTES) return;
    notes.push({
      code,
      severity: 'error',
      ...wording,
      place: placeOf(path),
      ...(related ? { related: placeOf(related) } : {}),
    });
  };

  const twice = (kind: 'jurisdictions' | 'reports'): void => {
    const first = new Map<string, number>();
    for (const [i, { id }] of data[kind].entries()) {
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, i);
      else
        wrong(
          'corpus/id-twice',
          [kind, i, 'id'],
          {
            message: `found the id “${id}” twice in ${kind}, expected each once`,
            hint: 'give one of them another id',
            zh: { message: `发现 ${kind} 中 id“${id}”出现两次，应为各一次`, hint: '请给其中之一换一个 id' },
          },
          [kind, earlier, 'id'],
        );
    }
  };
  twice('jurisdictions');
  twice('reports');

  const known = new Set(data.jurisdictions.map((j) => j.id));
  for (const [i, report] of data.reports.entries()) {
    if (!known.has(report.jurisdiction)) {
      wrong('corpus/unknown-jurisdiction', ['reports', i, 'jurisdiction'], {
        message: `found the jurisdiction “${report.jurisdiction}”, expected one of ${[...known].join(', ')}`,
        hint: 'add it under jurisdictions or correct the id',
        zh: {
          message: `发现地区“${report.jurisdiction}”，应为 ${[...known].join('、')} 之一`,
          hint: '请在 jurisdictions 中添加该地区，或改正 id',
        },
      });
    }
    const { from, to } = report.period ?? {};
    for (const [key, day] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (day && !isDay(day)) wrong('corpus/no-such-day', ['reports', i, 'period', key], noSuchDay(day));
    }
    if (report.published?.date && !isDay(report.published.date)) {
      wrong('corpus/no-such-day', ['reports', i, 'published', 'date'], noSuchDay(report.published.date));
    }
    if (from && to && from > to) {
      wrong(
        'corpus/period-reversed',
        ['reports', i, 'period', 'from'],
        {
          message: `found a period from ${from} to ${to}, expected it to begin before it ends`,
          hint: 'exchange from and to',
          zh: { message: `发现时间段从 ${from} 到 ${to}，应为先始后终`, hint: '请对调 from 与 to' },
        },
        ['reports', i, 'period', 'to'],
      );
    }
    const files = new Set<string>();
    for (const [k, source] of report.sources.entries()) {
      if (/^([/\\]|[A-Za-z]:)/.test(source.file) || source.file.split(/[/\\]/).includes('..')) {
        wrong('corpus/path', ['reports', i, 'sources', k, 'file'], {
          message: `found the path “${source.file}”, expected one inside the corpus folder`,
          hint: 'move the file beside corpus.yaml and give its relative path',
          zh: {
            message: `发现路径“${source.file}”，应为语料文件夹内的路径`,
            hint: '请把文件放到 corpus.yaml 旁边，写相对路径',
          },
        });
      }
      if (files.has(source.file)) {
        wrong('corpus/source-twice', ['reports', i, 'sources', k, 'file'], {
          message: `found the file “${source.file}” twice in one report, expected it once`,
          hint: 'list it once and put its lines together in parts',
          zh: {
            message: `发现一份报告中文件“${source.file}”出现两次，应为一次`,
            hint: '请只列一次，把行号一并写在 parts 中',
          },
        });
      }
      files.add(source.file);
      for (const [p, part] of (source.parts ?? []).entries()) {
        if (part.to < part.from)
          wrong('corpus/part-reversed', ['reports', i, 'sources', k, 'parts', p], {
            message: `found lines ${part.from} to ${part.to}, expected from ≤ to`,
            hint: 'exchange from and to',
            zh: { message: `发现第 ${part.from} 行到第 ${part.to} 行，应为 from ≤ to`, hint: '请对调 from 与 to' },
          });
      }
    }
  }
  if (notes.length > 0) return { value: null, notes };

  const jurisdictions = data.jurisdictions.map((raw): Jurisdiction => {
    const denominators: Record<string, Denominator> = { ...raw.denominators };
    for (const key of ['population', 'officers', 'firms'] as const) {
      const value = raw[key];
      if (value) denominators[key] = value;
    }
    return {
      id: raw.id,
      name: raw.name,
      short: raw.short ?? raw.name,
      level: raw.level ?? 'other',
      aliases: raw.aliases ?? [],
      denominators,
    };
  });
  const reports = data.reports.map((raw): Report => {
    const from = raw.period?.from ?? null;
    const to = raw.period?.to ?? null;
    const published = raw.published
      ? { date: raw.published.date ?? null, outlet: raw.published.outlet ?? null, title: raw.published.title ?? null }
      : null;
    return {
      id: raw.id,
      jurisdiction: raw.jurisdiction,
      period: { label: raw.period?.label ?? labelOf(from, to), from, to },
      published,
      sources: raw.sources.map((source) => ({ file: source.file.replaceAll('\\', '/'), parts: source.parts ?? null })),
    };
  });
  return { value: { title: data.title ?? titleOf(jurisdictions), jurisdictions, reports }, notes: [] };
}

/** The label of a period nobody named: 2022年 for a calendar year, else its days; “期间未注明” where nothing is known. */
export function labelOf(from: string | null, to: string | null): string {
  if (from && to && from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31'))
    return `${from.slice(0, 4)}年`;
  if (from && to) return `${from}至${to}`;
  return from ? `${from}以来` : to ? `截至${to}` : '期间未注明';
}

/** The title of a brief nobody named. */
export function titleOf(jurisdictions: readonly Jurisdiction[]): string {
  return jurisdictions.length <= 3
    ? `${jurisdictions.map((j) => j.short).join('、')}工作对照简报`
    : `${inWords(jurisdictions.length)}地工作对照简报`;
}

const digits = [...'〇一二三四五六七八九'];

/** 4 → 四, 13 → 十三, 40 → 四十; from a hundred on in digits. */
function inWords(n: number): string {
  if (n >= 100) return String(n);
  const tens = Math.floor(n / 10);
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`;
  return `${head}${n % 10 === 0 && tens > 0 ? '' : (digits[n % 10] ?? '')}`;
}

function noSuchDay(day: string): Wording {
  return {
    message: `found ${day}, expected a day that exists`,
    hint: 'write dates as YYYY-MM-DD',
    zh: { message: `发现 ${day}，应为存在的日期`, hint: '请把日期写成 YYYY-MM-DD' },
  };
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
