import type { Corpus, Report } from '../model/corpus.js';
import type { Lexicon } from '../model/lexicon.js';
import type { SourceDoc } from '../model/source-doc.js';
import { contentKey } from './memo.js';

/** Names for everything that reading a file or a report depends on, but for the program itself. */
export interface ReadingKeys {
  /** By file: its text, what it is cut with, and the reports that share it. A file without a text has none. */
  readonly files: ReadonlyMap<string, string>;
  /** By report id: its files, its own description and its jurisdiction's. A report of an unknown jurisdiction has none. */
  readonly reports: ReadonlyMap<string, string>;
}

export function readingKeys(corpus: Corpus, sources: ReadonlyMap<string, SourceDoc>, lexicon: Lexicon): ReadingKeys {
  const lexiconKey = contentKey(lexicon);
  const places = new Map(corpus.jurisdictions.map((jurisdiction) => [jurisdiction.id, jurisdiction]));
  const files = new Map<string, string>();
  for (const [file, sharing] of reportsByFile(corpus)) {
    const source = sources.get(file);
    if (!source) continue;
    const owners = sharing.map((report) => [report, places.get(report.jurisdiction)]);
    files.set(file, contentKey('file', lexiconKey, source, owners));
  }
  const reports = new Map<string, string>();
  for (const report of corpus.reports) {
    const jurisdiction = places.get(report.jurisdiction);
    if (!jurisdiction) continue;
    const own = report.sources.map(({ file }) => files.get(file) ?? null);
    reports.set(report.id, contentKey('report', lexiconKey, report, jurisdiction, own));
  }
  return { files, reports };
}

/** Every file with the reports that stand on it, both in the order of the corpus. */
export function reportsByFile({ reports }: Corpus): Map<string, Report[]> {
  const byFile = new Map<string, Report[]>();
  for (const report of reports)
    for (const { file } of report.sources) {
      const sharing = byFile.get(file);
      if (!sharing) byFile.set(file, [report]);
      else if (sharing.at(-1) !== report) sharing.push(report);
    }
  return byFile;
}
