import type { SourceText } from '../model/comparison.js';
import type { Jurisdiction, Report } from '../model/corpus.js';
import type { Finding } from '../model/finding.js';
import type { Lexicon } from '../model/lexicon.js';
import type { Note, Noted } from '../model/note.js';
import type { Cut } from '../model/tokenised-doc.js';
import type { JsonSchema } from './checked-yaml.js';
import { sourceText } from './compare.js';
import { type PackedPassage, packPassage } from './packed-passage.js';
import { readCorpusValue } from './read-corpus.js';
import { readFile, readReport } from './read-report.js';

/** What a report's line of `extract` holds besides its records: all that `compare --records` needs. */
export interface ExtractedReport {
  readonly type: 'report';
  readonly report: Report;
  readonly jurisdiction: Jurisdiction;
  readonly sources: readonly SourceText[];
  readonly passages: readonly PackedPassage[];
  /** Ids of the report's records, in their order. */
  readonly records: readonly string[];
  readonly notes: readonly Note[];
}

/** A line that was refused, in the place of its records. */
export interface Refused {
  readonly type: 'refused';
  readonly notes: readonly Note[];
}

export type ExtractedLine = ExtractedReport | Finding | Refused;

export interface ExtractContext {
  readonly lexicon: Lexicon;
  readonly cut: Cut;
  /** schemas/corpus.schema.json */
  readonly schema: JsonSchema;
  /** What the input is called in notes, e.g. `-`. */
  readonly file: string;
}

interface Given {
  readonly id?: unknown;
  readonly jurisdiction?: unknown;
  readonly period?: unknown;
  readonly published?: unknown;
  readonly file?: unknown;
  readonly text?: unknown;
  readonly sources?: unknown;
}

/**
 * One line of JSON in — `{ id, jurisdiction: { id, name, level, aliases … }, period: { from, to }, text }`, or `sources: [{ file, text }]` for a
 * report of several files — and its records out: a line of type `report` first, then facts, honours and initiatives. What is no such
 * report gives one line of type `refused` with notes that name the line. Every report stands alone. Never throws.
 */
export function extractLine(line: string, number: number, context: ExtractContext): ExtractedLine[] {
  const place = { file: context.file, line: number };
  const refuse = (notes: readonly Note[]): ExtractedLine[] => [
    { type: 'refused', notes: notes.map(({ related: _related, ...note }) => ({ ...note, place })) },
  ];
  try {
    const given = parsed(line);
    if (given.value === null) return refuse(given.notes);
    const { report, jurisdiction, texts } = given.value;
    const corpus = readCorpusValue({ jurisdictions: [jurisdiction ?? null], reports: [report] }, place, context.schema);
    const described = corpus.value?.reports[0];
    const owner = corpus.value?.jurisdictions[0];
    if (corpus.value === null || !described || !owner) return refuse(corpus.notes);
    const files = texts.map(([file, text]) =>
      readFile({ file, text, encoding: 'utf-8', units: [] }, corpus.value ?? EMPTY, context.cut),
    );
    const read = readReport(described, owner, files, context.lexicon);
    const { findings } = read.value;
    return [
      {
        type: 'report',
        report: described,
        jurisdiction: owner,
        sources: files.map(sourceText),
        passages: read.value.text.passages.map(packPassage),
        records: findings.map(({ id }) => id),
        notes: [...files.flatMap(({ notes }) => notes), ...read.notes],
      },
      ...findings,
    ];
  } catch (error) {
    return refuse([
      {
        code: 'extract/failed',
        severity: 'error',
        message: `found a report that could not be read (${(error as Error).message}), expected none`,
        hint: 'please report it with this line; the other lines are not affected',
        zh: {
          message: `发现无法读取的报告（${(error as Error).message}），本不应出现`,
          hint: '请连同这一行报告给我们；其他行不受影响',
        },
      },
    ]);
  }
}

const EMPTY = { title: '', jurisdictions: [], reports: [] };

function parsed(line: string): Noted<{
  readonly report: unknown;
  readonly jurisdiction: unknown;
  readonly texts: readonly (readonly [string, string])[];
} | null> {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    return wrong(
      `a line that is no JSON (${(error as Error).message.slice(0, 80)})`,
      `不是 JSON 的一行（${(error as Error).message.slice(0, 80)}）`,
    );
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return wrong('a line that is no object', '不是对象的一行');
  const { id, jurisdiction, period, published, file, text, sources } = data as Given;
  const list = sources ?? [{ file: file ?? `${String(id)}.txt`, text }];
  if (!Array.isArray(list) || list.length === 0) return wrong('sources that are no list', 'sources 不是列表');
  const texts: [string, string][] = [];
  for (const source of list as readonly Given[]) {
    if (typeof source?.file !== 'string' || typeof source.text !== 'string')
      return wrong('a report without a text', '没有正文的报告');
    texts.push([source.file, source.text]);
  }
  const place = typeof jurisdiction === 'object' && jurisdiction !== null ? (jurisdiction as Given).id : undefined;
  return {
    value: {
      jurisdiction,
      texts,
      report: {
        id,
        jurisdiction: place,
        sources: texts.map(([name]) => ({ file: name })),
        ...(period === undefined ? {} : { period }),
        ...(published === undefined ? {} : { published }),
      },
    },
    notes: [],
  };
}

function wrong(found: string, chinese: string): Noted<null> {
  return {
    value: null,
    notes: [
      {
        code: 'extract/line',
        severity: 'error',
        message: `found ${found}, expected { id, jurisdiction: { id, name, level }, period: { from, to }, text }`,
        hint: 'write one report a line, as JSON',
        zh: {
          message: `发现${chinese}，应为 { id, jurisdiction: { id, name, level }, period: { from, to }, text }`,
          hint: '请每行写一份报告，用 JSON 格式',
        },
      },
    ],
  };
}
