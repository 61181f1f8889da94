import type { Corpus, Denominator, Jurisdiction, Level, Part, Report } from '../model/corpus.js';
import type { Note, Noted } from '../model/note.js';
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
  const wrong = (
    code: string,
    message: string,
    path: (string | number)[],
    hint: string,
    related?: (string | number)[],
  ): void => {
    notes.push({
      code,
      severity: 'error',
      message,
      place: placeOf(path),
      hint,
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
          `found the id “${id}” twice in ${kind}, expected each once`,
          [kind, i, 'id'],
          'give one of them another id',
          [kind, earlier, 'id'],
        );
    }
  };
  twice('jurisdictions');
  twice('reports');

  const known = new Set(data.jurisdictions.map((j) => j.id));
  for (const [i, report] of data.reports.entries()) {
    if (!known.has(report.jurisdiction)) {
      wrong(
        'corpus/unknown-jurisdiction',
        `found the jurisdiction “${report.jurisdiction}”, expected one of ${[...known].join(', ')}`,
        ['reports', i, 'jurisdiction'],
        'add it under jurisdictions or correct the id',
      );
    }
    const { from, to } = report.period ?? {};
    for (const [key, day] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (day && !isDay(day))
        wrong(
          'corpus/no-such-day',
          `found ${day}, expected a day that exists`,
          ['reports', i, 'period', key],
          'write dates as YYYY-MM-DD',
        );
    }
    if (report.published?.date && !isDay(report.published.date)) {
      wrong(
        'corpus/no-such-day',
        `found ${report.published.date}, expected a day that exists`,
        ['reports', i, 'published', 'date'],
        'write dates as YYYY-MM-DD',
      );
    }
    if (from && to && from > to) {
      wrong(
        'corpus/period-reversed',
        `found a period from ${from} to ${to}, expected it to begin before it ends`,
        ['reports', i, 'period', 'from'],
        'exchange from and to',
        ['reports', i, 'period', 'to'],
      );
    }
    for (const [k, source] of report.sources.entries()) {
      if (/^([/\\]|[A-Za-z]:)/.test(source.file) || source.file.split(/[/\\]/).includes('..')) {
        wrong(
          'corpus/path',
          `found the path “${source.file}”, expected one inside the corpus folder`,
          ['reports', i, 'sources', k, 'file'],
          'move the file beside corpus.yaml and give its relative path',
        );
      }
      if (report.sources.findIndex((other) => other.file === source.file) < k) {
        wrong(
          'corpus/source-twice',
          `found the file “${source.file}” twice in one report, expected it once`,
          ['reports', i, 'sources', k, 'file'],
          'list it once and put its lines together in parts',
        );
      }
      for (const [p, part] of (source.parts ?? []).entries()) {
        if (part.to < part.from)
          wrong(
            'corpus/part-reversed',
            `found lines ${part.from} to ${part.to}, expected from ≤ to`,
            ['reports', i, 'sources', k, 'parts', p],
            'exchange from and to',
          );
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
    : `${jurisdictions.length}地工作对照简报`;
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
