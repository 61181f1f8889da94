import { join } from 'node:path';
import { writeTogether } from '../host/files.js';
import type { Host } from '../host/index.js';
import type { Comparison } from '../model/comparison.js';
import type { Note } from '../model/note.js';
import { compareReports } from '../pipeline/compare.js';
import { dataFiles } from './data-files.js';
import { absolute, loadCorpus, loadLexicon, shown } from './load.js';
import { type ExitCode, type Outcome, refused } from './outcome.js';

export const FORMATS = ['html', 'pdf', 'json', 'csv', 'xlsx', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

export interface CompareOptions {
  /** Corpus folder or its corpus.yaml. */
  readonly corpus: string;
  readonly out: string;
  readonly formats: readonly Format[];
  /** Empty: all. */
  readonly themes: readonly string[];
  /** Empty: all. */
  readonly jurisdictions: readonly string[];
  readonly template?: string;
  readonly lexicon?: string;
  readonly lang: 'zh-CN' | 'en';
  /** Exit 1 when anything needs a person's eyes. */
  readonly strict: boolean;
}

/** Compares a corpus and writes the brief and its data. */
export async function compareCommand(options: CompareOptions, host: Host): Promise<Outcome> {
  const clock = stopwatch(host);
  const [lexicon, corpus] = await Promise.all([loadLexicon(host, options.lexicon), loadCorpus(host, options.corpus)]);
  const loaded = [...lexicon.notes, ...corpus.notes];
  if (lexicon.value === null || corpus.value === null) return refused(loaded);
  const unknown = [
    ...unknownIds(
      'theme',
      options.themes,
      lexicon.value.themes.map((t) => t.id),
    ),
    ...unknownIds(
      'jurisdiction',
      options.jurisdictions,
      corpus.value.corpus.jurisdictions.map((j) => j.id),
    ),
  ];
  if (unknown.length > 0) return refused(unknown);
  clock.lap('read');

  const { value: comparison, notes: compareNotes } = compareReports({
    corpus: corpus.value.corpus,
    sources: corpus.value.sources,
    lexicon: lexicon.value,
    cut: host.makeCut(lexicon.value.words),
    themes: options.themes,
    jurisdictions: options.jurisdictions,
    reviews: corpus.value.reviews,
    onStage: (stage, count) => host.say(`${stage} ${count}`),
  });
  clock.lap('compare');

  const out = absolute(host, options.out);
  const files = new Map<string, string | Uint8Array>();
  if (options.formats.includes('json')) for (const [path, content] of dataFiles(comparison)) files.set(path, content);
  const notes: Note[] = [...loaded, ...compareNotes];
  await writeTogether(out, files);
  clock.lap('write');

  const missing = notes.some((note) => note.code.startsWith('machine/'));
  const doubtful = notes.some((note) => note.severity !== 'info');
  const exitCode: ExitCode = missing ? 3 : options.strict && doubtful ? 1 : 0;
  const written = [...files.keys()].map((path) => shown(host, join(out, path)));
  return {
    exitCode,
    lines: [...written, clock.line()],
    notes,
    json: { ok: exitCode === 0, files: written, milliseconds: clock.laps(), ...counts(comparison), notes },
  };
}

function counts(comparison: Comparison): Record<string, number> {
  return {
    reports: comparison.reports.length,
    facts: comparison.facts.length,
    honours: comparison.honour_records.length,
    initiatives: comparison.initiatives.length,
    rows: comparison.rows.length,
  };
}

function unknownIds(kind: 'theme' | 'jurisdiction', asked: readonly string[], known: readonly string[]): Note[] {
  return asked
    .filter((id) => !known.includes(id))
    .map((id) => ({
      code: `call/unknown-${kind}`,
      severity: 'error',
      message: `found the ${kind} “${id}”, expected one of ${known.join(', ')}`,
      hint: `correct --${kind}`,
    }));
}

interface Stopwatch {
  readonly lap: (stage: string) => void;
  readonly laps: () => Record<string, number>;
  readonly line: () => string;
}

function stopwatch(host: Host): Stopwatch {
  const start = host.now();
  let last = start;
  const laps: [string, number][] = [];
  return {
    lap: (stage) => {
      const now = host.now();
      laps.push([stage, Math.round(now - last)]);
      last = now;
    },
    laps: () => Object.fromEntries(laps),
    line: () =>
      `${laps.map(([stage, ms]) => `${stage} ${(ms / 1000).toFixed(2)} s`).join(' · ')} · total ${((last - start) / 1000).toFixed(2)} s`,
  };
}
