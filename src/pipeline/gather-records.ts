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

/** Gathers lines one by one; `add` keeps no more of them than the comparison needs. */
export interface Gatherer {
  readonly add: (line: string, place: { readonly file: string; readonly line: number }) => void;
  readonly done: () => Noted<Gathered | null>;
}

/**
 * Puts lines of `extract` together again, in whatever order and number of files they come; the same line twice counts once. Reports come
 * in the order of their ids and their records in their own, so that any order of lines gives the same result. Errors: lines that are none
 * of extract's, records without their report and reports without some of their records (lost lines), two reports of one id, two texts of one name.
 */
export function gatherer(): Gatherer {
  const reports = new Map<string, { readonly line: string; readonly report: ExtractedReport }>();
  const findings = new Map<string, Finding>();
  const notes: Note[] = [];
  const wrong = (code: string, english: string, chinese: string, place?: Note['place']): void => {
    if (notes.length < 50)
      notes.push({
        code: `records/${code}`,
        severity: 'error',
        message: `found ${english}`,
        hint: 'give all the lines that extract wrote, as it wrote them',
        zh: { message: `发现${chinese}`, hint: '请给出 extract 写出的全部行，不要改动' },
        ...(place === undefined ? {} : { place }),
      });
  };
  return {
    add: (line, place) => {
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        return wrong(
          'line',
          'a line that is no JSON, expected one that extract wrote',
          '不是 JSON 的一行，应为 extract 写出的行',
          place,
        );
      }
      const data = asLine(value);
      if (typeof data === 'string')
        return wrong(
          'line',
          `a line of another kind (${data}), expected one that extract wrote`,
          `不是 extract 所写的一行（${data}），应为 extract 写出的行`,
          place,
        );
      switch (data.type) {
        case 'report': {
          const { id } = data.report;
          const known = reports.get(id);
          if (known === undefined) reports.set(id, { line, report: data });
          else if (known.line !== line)
            wrong(
              'report-twice',
              `two reports of the id “${id}”, expected each once`,
              `两份 id 为“${id}”的报告，应为各一份`,
              place,
            );
          return;
        }
        case 'fact':
        case 'honour':
        case 'initiative':
          {
            const known = findings.get(data.id);
            if (known !== undefined && JSON.stringify(known) !== JSON.stringify(data))
              wrong(
                'record-twice',
                `two records of the id “${data.id}” that differ, expected one`,
                `两条 id 为“${data.id}”而内容不同的记录，应为一条`,
                place,
              );
            findings.set(data.id, data);
          }
          return;
        case 'refused':
          notes.push(...data.notes.map((note): Note => ({ ...note, severity: 'warning' })));
          return;
      }
    },
    done: () => {
      const sorted = [...reports.values()]
        .map(({ report }) => report)
        .sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
      const jurisdictions = new Map<string, Jurisdiction>();
      const sources = new Map<string, SourceText>();
      const used = new Set<string>();
      const read = sorted.map(({ report, jurisdiction, sources: texts, passages, records }): ReadReport => {
        const known = jurisdictions.get(jurisdiction.id);
        if (known === undefined) jurisdictions.set(jurisdiction.id, jurisdiction);
        else if (JSON.stringify(known) !== JSON.stringify(jurisdiction))
          wrong(
            'jurisdiction',
            `two descriptions of the jurisdiction “${jurisdiction.id}”, expected one`,
            `地区“${jurisdiction.id}”有两种说明，应为一种`,
          );
        for (const text of texts) {
          const other = sources.get(text.file);
          if (other !== undefined && other.sha256 !== text.sha256)
            wrong(
              'source',
              `two texts called “${text.file}”, expected names that differ`,
              `两份名为“${text.file}”的原文，名称应不同`,
            );
          sources.set(text.file, text);
        }
        const own = records.flatMap((id) => findings.get(id) ?? []);
        if (own.length < records.length)
          wrong(
            'lost',
            `${records.length - own.length} of ${records.length} records of the report “${report.id}” missing, expected all`,
            `报告“${report.id}”的 ${records.length} 条记录缺 ${records.length - own.length} 条`,
          );
        for (const id of records) used.add(id);
        return {
          report,
          findings: own,
          text: { report: report.id, jurisdiction: jurisdiction.id, passages: passages.map(unpackPassage) },
        };
      });
      const orphans = [...findings.keys()].filter((id) => !used.has(id));
      if (orphans.length > 0)
        wrong(
          'orphan',
          `${orphans.length} records without their report, e.g. ${orphans.sort()[0]}, expected the report’s line too`,
          `${orphans.length} 条记录没有对应的报告行，例如 ${orphans[0]}`,
        );
      if (sorted.length === 0) wrong('empty', 'no report, expected at least one', '没有报告，应至少有一份');
      if (notes.some(({ severity }) => severity === 'error')) return { value: null, notes };
      const places = [...jurisdictions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      const corpus: Corpus = {
        title: titleOf(places),
        jurisdictions: places,
        reports: sorted.map(({ report }) => report),
      };
      const said = notes
        .map((note) => ({ note, key: sortKey(note) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ note }) => note);
      return {
        value: {
          corpus,
          sources: [...sources.values()],
          read,
          notes: [...said, ...sorted.flatMap(({ notes: own }) => own)],
        },
        notes: [],
      };
    },
  };
}

/** By file and line, then by what is said: the same order whatever order the lines came in. */
function sortKey(note: Note): string {
  return [note.place?.file ?? '', String(note.place?.line ?? 0).padStart(12, '0'), JSON.stringify(note)].join('\n');
}
