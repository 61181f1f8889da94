import type { SourceText } from '../model/comparison.js';
import type { Corpus, Jurisdiction } from '../model/corpus.js';
import type { Finding } from '../model/finding.js';
import type { Note, Noted } from '../model/note.js';
import type { ExtractedReport } from './extract-line.js';
import { asLine } from './line-shape.js';
import { unpackPassage } from './packed-passage.js';
import { titleOf } from './read-corpus.js';
import type { ReadReport } from './read-report.js';

/** What `compareRead` takes, out of the lines of `extract`. */
export interface Gathered {
  readonly corpus: Corpus;
  readonly sources: readonly SourceText[];
  readonly read: readonly ReadReport[];
  readonly notes: readonly Note[];
}

/** Where a line stands. */
interface LinePlace {
  readonly file: string;
  readonly line: number;
}

/** Notes that are gathered before the rest is left for the next run. */
const MOST_NOTES = 50;

/**
 * Puts lines of `extract` together again, in whatever order and number of files they come; the same line twice counts once. Reports come
 * in the order of their ids and their records in their own, so that any order of lines gives the same result. Errors: lines that are none
 * of extract's, records without their report and reports without some of their records (lost lines), two reports of one id, two texts of one name.
 */
class Gatherer {
  readonly #reports = new Map<string, { readonly line: string; readonly report: ExtractedReport }>();
  readonly #findings = new Map<string, Finding>();
  readonly #notes: Note[] = [];

  /** Takes one line, and keeps no more of it than the comparison needs. */
  add(line: string, place: LinePlace): void {
    const data = readLine(line);
    if (typeof data === 'string') {
      const [en, zh] =
        data === ''
          ? ['a line that is no JSON', '不是 JSON 的一行']
          : [`a line of another kind (${data})`, `不是 extract 所写的一行（${data}）`];
      this.#wrong('line', `${en}, expected one that extract wrote`, `${zh}，应为 extract 写出的行`, place);
    } else if (data.type === 'report') this.#addReport(line, data, place);
    else if (data.type === 'refused')
      this.#notes.push(...data.notes.map((note): Note => ({ ...note, severity: 'warning' })));
    else this.#addFinding(data, place);
  }

  /** What all lines come to; null with notes where something is wrong with them. */
  done(): Noted<Gathered | null> {
    const extracted = [...this.#reports.values()]
      .map(({ report }) => report)
      .sort((a, b) => byText(a.report.id, b.report.id));
    if (extracted.length === 0) this.#wrong('empty', 'no report, expected at least one', '没有报告，应至少有一份');
    const jurisdictions = this.#jurisdictionsOf(extracted);
    const sources = this.#sourcesOf(extracted);
    const read = extracted.map((report) => this.#readReport(report));
    this.#checkOrphans(extracted);
    const notes = this.#notes;
    if (notes.some(({ severity }) => severity === 'error')) return { value: null, notes };
    const reports = extracted.map(({ report }) => report);
    return {
      value: {
        corpus: { title: titleOf(jurisdictions), jurisdictions, reports },
        sources,
        read,
        notes: [...inOneOrder(notes), ...extracted.flatMap(({ notes: own }) => own)],
      },
      notes: [],
    };
  }

  #addReport(line: string, report: ExtractedReport, place: LinePlace): void {
    const { id } = report.report;
    const known = this.#reports.get(id);
    if (known === undefined) this.#reports.set(id, { line, report });
    else if (known.line !== line)
      this.#wrong(
        'report-twice',
        `two reports of the id “${id}”, expected each once`,
        `两份 id 为“${id}”的报告，应为各一份`,
        place,
      );
  }

  #addFinding(finding: Finding, place: LinePlace): void {
    const { id } = finding;
    const known = this.#findings.get(id);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(finding))
      this.#wrong(
        'record-twice',
        `two records of the id “${id}” that differ, expected one`,
        `两条 id 为“${id}”而内容不同的记录，应为一条`,
        place,
      );
    this.#findings.set(id, finding);
  }

  #readReport({ report, jurisdiction, passages, records }: ExtractedReport): ReadReport {
    const findings = records.flatMap((id) => this.#findings.get(id) ?? []);
    const lost = records.length - findings.length;
    if (lost > 0)
      this.#wrong(
        'lost',
        `${lost} of ${records.length} records of the report “${report.id}” missing, expected all`,
        `报告“${report.id}”的 ${records.length} 条记录缺 ${lost} 条`,
      );
    return {
      report,
      findings,
      text: { report: report.id, jurisdiction: jurisdiction.id, passages: passages.map(unpackPassage) },
    };
  }

  /** Each place once, in the order of their ids. */
  #jurisdictionsOf(extracted: readonly ExtractedReport[]): readonly Jurisdiction[] {
    const known = new Map<string, Jurisdiction>();
    for (const { jurisdiction } of extracted) {
      const { id } = jurisdiction;
      const other = known.get(id);
      if (other === undefined) known.set(id, jurisdiction);
      else if (JSON.stringify(other) !== JSON.stringify(jurisdiction))
        this.#wrong(
          'jurisdiction',
          `two descriptions of the jurisdiction “${id}”, expected one`,
          `地区“${id}”有两种说明，应为一种`,
        );
    }
    return [...known.values()].sort((a, b) => byText(a.id, b.id));
  }

  /** Each text once, in the order of the reports. */
  #sourcesOf(extracted: readonly ExtractedReport[]): readonly SourceText[] {
    const known = new Map<string, SourceText>();
    for (const text of extracted.flatMap(({ sources }) => sources)) {
      const other = known.get(text.file);
      if (other !== undefined && other.sha256 !== text.sha256)
        this.#wrong(
          'source',
          `two texts called “${text.file}”, expected names that differ`,
          `两份名为“${text.file}”的原文，名称应不同`,
        );
      known.set(text.file, text);
    }
    return [...known.values()];
  }

  #checkOrphans(extracted: readonly ExtractedReport[]): void {
    const used = new Set(extracted.flatMap(({ records }) => records));
    const orphans = [...this.#findings.keys()].filter((id) => !used.has(id)).sort();
    if (orphans.length > 0)
      this.#wrong(
        'orphan',
        `${orphans.length} records without their report, e.g. ${orphans[0]}, expected the report’s line too`,
        `${orphans.length} 条记录没有对应的报告行，例如 ${orphans[0]}`,
      );
  }

  #wrong(code: string, english: string, chinese: string, place?: LinePlace): void {
    if (this.#notes.length >= MOST_NOTES) return;
    this.#notes.push({
      code: `records/${code}`,
      severity: 'error',
      message: `found ${english}`,
      hint: 'give all the lines that extract wrote, as it wrote them',
      zh: { message: `发现${chinese}`, hint: '请给出 extract 写出的全部行，不要改动' },
      ...(place === undefined ? {} : { place }),
    });
  }
}

/** A gatherer that holds nothing yet. */
export const gatherer = (): Gatherer => new Gatherer();

/** What a line holds, or of what other kind it is; empty for no JSON. */
function readLine(line: string): ReturnType<typeof asLine> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return '';
  }
  return asLine(value);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By file and line, then by what is said: the same order whatever order the lines came in. */
function inOneOrder(notes: readonly Note[]): Note[] {
  const keyOf = (note: Note): string =>
    [note.place?.file ?? '', String(note.place?.line ?? 0).padStart(12, '0'), JSON.stringify(note)].join('\n');
  return notes
    .map((note) => ({ note, key: keyOf(note) }))
    .sort((a, b) => byText(a.key, b.key))
    .map(({ note }) => note);
}
