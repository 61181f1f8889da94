import type { Corpus, Jurisdiction, Report } from '../model/corpus.js';
import type { Note, Noted, Place } from '../model/note.js';
import { type CheckedYaml, checked, type JsonSchema, parseCheckedYaml } from './checked-yaml.js';
import { corpusErrors } from './corpus-checks.js';
import type { RawCorpus, RawJurisdiction, RawReport } from './raw-corpus.js';

/** Errors that are gathered before the rest is left for the next run. */
const MOST_NOTES = 100;

/**
 * Reads corpus.yaml. On any error the value is null and the notes say what and where; errors are gathered, not only the
 * first. Checked beyond the schema: ids that come twice, reports of unknown jurisdictions, periods that end before they
 * begin, days that do not exist, paths that leave the corpus folder, overlapping parts of one page.
 */
export function readCorpus(text: string, file: string, schema: JsonSchema): Noted<Corpus | null> {
  return corpusOf(parseCheckedYaml<RawCorpus>(text, file, schema));
}

/** The same of a value that was read already; every error is said to be at `place`. */
export function readCorpusValue(value: unknown, place: Place, schema: JsonSchema): Noted<Corpus | null> {
  return corpusOf(checked<RawCorpus>(value, () => place, schema));
}

function corpusOf(parsed: Noted<CheckedYaml<RawCorpus> | null>): Noted<Corpus | null> {
  if (parsed.value === null) return { value: null, notes: parsed.notes };
  const { data, placeOf } = parsed.value;
  const notes: Note[] = [];
  for (const { code, path, related, wording } of corpusErrors(data)) {
    if (notes.length >= MOST_NOTES) break;
    notes.push({
      code,
      severity: 'error',
      ...wording,
      place: placeOf(path),
      ...(related ? { related: placeOf(related) } : {}),
    });
  }
  if (notes.length > 0) return { value: null, notes };
  const jurisdictions = data.jurisdictions.map(jurisdictionOf);
  const title = data.title ?? titleOf(jurisdictions);
  return { value: { title, jurisdictions, reports: data.reports.map(reportOf) }, notes: [] };
}

/** With what was left out filled in. */
function jurisdictionOf(raw: RawJurisdiction): Jurisdiction {
  const { population, officers, firms } = raw;
  return {
    id: raw.id,
    name: raw.name,
    short: raw.short ?? raw.name,
    level: raw.level ?? 'other',
    aliases: raw.aliases ?? [],
    denominators: {
      ...raw.denominators,
      ...(population ? { population } : {}),
      ...(officers ? { officers } : {}),
      ...(firms ? { firms } : {}),
    },
  };
}

function reportOf({ id, jurisdiction, period, published, sources }: RawReport): Report {
  const from = period?.from ?? null;
  const to = period?.to ?? null;
  return {
    id,
    jurisdiction,
    period: { label: period?.label ?? labelOf(from, to), from, to },
    published: published
      ? { date: published.date ?? null, outlet: published.outlet ?? null, title: published.title ?? null }
      : null,
    sources: sources.map(({ file, parts }) => ({ file: file.replaceAll('\\', '/'), parts: parts ?? null })),
  };
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
