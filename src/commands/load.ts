import { join } from 'node:path';
import { decode } from '../host/decode.js';
import { listFiles, type Read, readInside, readWhole } from '../host/files.js';
import type { Host } from '../host/index.js';
import { readLexiconFiles, readPackageFile } from '../host/lexicon-files.js';
import { isSourceName, readSource, SOURCE_EXTENSIONS } from '../host/readers/index.js';
import type { Corpus } from '../model/corpus.js';
import type { Lexicon } from '../model/lexicon.js';
import type { Note, Noted } from '../model/note.js';
import type { Review } from '../model/review.js';
import type { SourceDoc } from '../model/source-doc.js';
import type { JsonSchema } from '../pipeline/checked-yaml.js';
import { contentKey, Memo } from '../pipeline/memo.js';
import { readCorpus } from '../pipeline/read-corpus.js';
import { readLexicon } from '../pipeline/read-lexicon.js';
import { readReviews } from '../pipeline/review.js';
import { loadDivisions } from './divisions.js';
import { kept } from './kept.js';
import { absolute, shown } from './load-paths.js';

export { absolute, shown } from './load-paths.js';

/** A corpus with its texts. */
export interface LoadedCorpus {
  readonly folder: string;
  readonly corpus: Corpus;
  readonly sources: ReadonlyMap<string, SourceDoc>;
  /** What a person settled in review.yaml beside the texts, if there is one. */
  readonly reviews: { readonly file: string; readonly reviews: readonly Review[] } | undefined;
}

async function schemaOf(host: Host, name: string): Promise<JsonSchema> {
  return JSON.parse(await readPackageFile(host.root, `schemas/${name}.schema.json`)) as JsonSchema;
}

/** The package's lexicon with the user's over it; value null on any error. `memo` gives the very lexicon of before while no file of it changed. */
export async function loadLexicon(host: Host, folder?: string, memo = new Memo()): Promise<Noted<Lexicon | null>> {
  const own = await readLexiconFiles(join(host.root, 'lexicon'));
  if (own.value === null) return { value: null, notes: own.notes };
  const folders = [own.value];
  if (folder !== undefined) {
    const files = await readLexiconFiles(absolute(host, folder), (path) => shown(host, path));
    if (files.value === null) return { value: null, notes: files.notes };
    if (files.value.length === 0) {
      const note: Note = {
        code: 'lexicon/empty',
        severity: 'error',
        message: `found no .yaml file in ${folder}, expected at least one`,
        place: { file: folder },
        hint: 'give the folder that holds themes.yaml, indicators.yaml …',
        zh: {
          message: `发现 ${folder} 中没有 .yaml 文件，应为至少一个`,
          hint: '请给出含 themes.yaml、indicators.yaml 等的文件夹',
        },
      };
      return { value: null, notes: [note] };
    }
    folders.push(files.value);
  }
  const schema = await schemaOf(host, 'lexicon');
  return memo.get(contentKey('lexicon', folders, schema), () =>
    kept(host, 'lexicon', [folders, schema], async () => {
      // the package's own patterns are looked through by a test
      const own = folder === undefined ? {} : { isSlow: (await import('../pipeline/slow-pattern.js')).isSlowPattern };
      return readLexicon(folders, schema, own);
    }),
  );
}

/**
 * Reads a corpus folder (or its corpus.yaml) and all its texts. Without corpus.yaml each source file counts as one report and
 * the notes say what was worked out. Value null on any error; errors of several files are gathered. All files are read; what `memo` knows
 * by content is not parsed again.
 */
export async function loadCorpus(host: Host, path: string, memo = new Memo()): Promise<Noted<LoadedCorpus | null>> {
  const given = absolute(host, path);
  const isYaml = /\.ya?ml$/.test(given);
  const folder = isYaml ? join(given, '..') : given;
  const yamlPath = isYaml ? given : join(given, 'corpus.yaml');
  const yaml = await readWhole(yamlPath);
  if ('bytes' in yaml) {
    const file = shown(host, yamlPath);
    const text = decode(yaml.bytes, file);
    if (text.value === null) return { value: null, notes: text.notes };
    const schema = await schemaOf(host, 'corpus');
    const { text: yamlText } = text.value;
    const corpus = await memo.get(contentKey('corpus', file, yamlText, schema), () =>
      kept(host, 'corpus', [file, yamlText, schema], () => readCorpus(yamlText, file, schema)),
    );
    if (corpus.value === null) return { value: null, notes: corpus.notes };
    const texts = await readSources(
      host,
      folder,
      corpus.value.reports.flatMap((r) => r.sources.map((s) => s.file)),
      memo,
    );
    const late = texts.value ? partsBeyondEnd(corpus.value, texts.value, file) : [];
    const reviews = await loadReviews(host, folder, corpus.value);
    const notes = [...corpus.notes, ...texts.notes, ...late, ...reviews.notes];
    if (texts.value === null || late.length > 0 || reviews.value === null) return { value: null, notes };
    return { value: { folder, corpus: corpus.value, sources: texts.value, reviews: reviews.value.reviews }, notes };
  }
  if (isYaml || yaml.reason !== 'missing') return { value: null, notes: [fileNote(shown(host, yamlPath), yaml)] };

  let names: string[];
  try {
    names = (await listFiles(folder)).filter(isSourceName);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const detail = code === 'ENOTDIR' ? 'it is no folder' : code;
    return { value: null, notes: [fileNote(shown(host, folder), { reason: 'unreadable', detail })] };
  }
  if (names.length === 0) {
    return {
      value: null,
      notes: [
        {
          code: 'corpus/missing',
          severity: 'error',
          message: `found neither corpus.yaml nor a text file (${SOURCE_EXTENSIONS.join(', ')}) in ${shown(host, folder)}, expected one of them`,
          place: { file: shown(host, folder) },
          hint: 'give a folder with corpus.yaml or with reports, or make one with: duizhao init DIR FILES…',
          zh: {
            message: `发现 ${shown(host, folder)} 中既没有 corpus.yaml，也没有文本文件（${SOURCE_EXTENSIONS.join('、')}），应为有其中之一`,
            hint: '请给出含 corpus.yaml 或报告的文件夹，或用 duizhao init 文件夹 文件… 生成一个',
          },
        },
      ],
    };
  }
  const texts = await readSources(host, folder, names, memo);
  if (texts.value === null) return { value: null, notes: texts.notes };
  // Names are spelled out by a library that takes time to load: only where it is needed.
  const { guessCorpus } = await import('../pipeline/guess-corpus.js');
  const guessed = guessCorpus([...texts.value.values()], await loadDivisions(host));
  const reviews = await loadReviews(host, folder, guessed.value);
  const notes = [...texts.notes, ...guessed.notes, ...reviews.notes];
  if (reviews.value === null) return { value: null, notes };
  return { value: { folder, corpus: guessed.value, sources: texts.value, reviews: reviews.value.reviews }, notes };
}

async function loadReviews(
  host: Host,
  folder: string,
  corpus: Corpus,
): Promise<Noted<{ reviews: LoadedCorpus['reviews'] } | null>> {
  const path = join(folder, 'review.yaml');
  const file = shown(host, path);
  const read = await readWhole(path);
  if (!('bytes' in read))
    return read.reason === 'missing'
      ? { value: { reviews: undefined }, notes: [] }
      : { value: null, notes: [fileNote(file, read)] };
  const text = decode(read.bytes, file);
  if (text.value === null) return { value: null, notes: text.notes };
  const parsed = readReviews(text.value.text, file, await schemaOf(host, 'review'));
  if (parsed.value === null) return { value: null, notes: parsed.notes };
  const known = new Set(corpus.reports.map((report) => report.id));
  const strangers = parsed.value
    .filter((review) => !known.has(review.report))
    .map(
      (review): Note => ({
        code: 'review/unknown-report',
        severity: 'error',
        message: `found the report “${review.report}”, expected one of ${[...known].join(', ')}`,
        place: { file, line: review.line },
        hint: 'correct the id',
        zh: { message: `发现报告“${review.report}”，应为 ${[...known].join('、')} 之一`, hint: '请改正 id' },
      }),
    );
  return strangers.length > 0
    ? { value: null, notes: strangers }
    : { value: { reviews: { file, reviews: parsed.value } }, notes: [] };
}

async function readSources(
  host: Host,
  folder: string,
  files: readonly string[],
  memo: Memo,
): Promise<Noted<Map<string, SourceDoc> | null>> {
  const sources = new Map<string, SourceDoc>();
  const notes: Note[] = [];
  const names = [...new Set(files)];
  for (let from = 0; from < names.length; from += READ_AT_ONCE) {
    const some = names.slice(from, from + READ_AT_ONCE);
    const read = await Promise.all(some.map((file) => readInside(folder, file)));
    for (const [i, file] of some.entries()) {
      const source = await sourceOf(read[i], file, { place: shown(host, join(folder, file)), memo });
      notes.push(...source.notes);
      if (source.value) sources.set(file, source.value);
    }
  }
  return { value: notes.some((note) => note.severity === 'error') ? null : sources, notes };
}

/** Files read at once: enough to keep the disk busy, few enough to hold in memory. */
const READ_AT_ONCE = 8;

async function sourceOf(
  read: Read | undefined,
  file: string,
  { place, memo }: { readonly place: string; readonly memo: Memo },
): Promise<Noted<SourceDoc | null>> {
  if (read === undefined || !('bytes' in read)) return { value: null, notes: read ? [fileNote(place, read)] : [] };
  return memo.get(contentKey('source', place, read.bytes), async () => {
    const { value, notes } = await readSource(read.bytes, place);
    return { value: value && { ...value, file }, notes };
  });
}

function fileNote(file: string, read: Exclude<Read, { bytes: Uint8Array }>): Note {
  const [found, zh] = (
    {
      missing: ['no such file', '没有这个文件'],
      outside: ['a path or a link that leads out of the corpus folder', '通往语料文件夹之外的路径或链接'],
      'not-a-file': [read.detail, '不是文件'],
      'too-large': [`a file of ${read.detail}`, `文件过大（${read.detail}）`],
      unreadable: [`a file that cannot be read (${read.detail})`, `文件无法读取（${read.detail}）`],
    } as const
  )[read.reason];
  const [hint, hintZh] =
    read.reason === 'too-large'
      ? ['cut it into one file a report', '请拆成每份报告一个文件']
      : read.reason === 'missing'
        ? [
            'check the name in corpus.yaml; paths are relative to it',
            '请检查 corpus.yaml 中的文件名；路径以它所在处为准',
          ]
        : read.reason === 'outside'
          ? ['copy the file into the folder', '请把文件复制到该文件夹中']
          : ['check the file and its permissions', '请检查文件及其权限'];
  return {
    code: `source/${read.reason}`,
    severity: 'error',
    message: `found ${found}, expected a source file`,
    place: { file },
    hint,
    zh: { message: `发现${zh}，应为源文件`, hint: hintZh },
  };
}

function partsBeyondEnd(corpus: Corpus, sources: ReadonlyMap<string, SourceDoc>, yaml: string): Note[] {
  const notes: Note[] = [];
  const counted = new Map<string, number>();
  for (const report of corpus.reports) {
    for (const { file, parts } of report.sources) {
      const lines = counted.get(file) ?? sources.get(file)?.text.split(/\r\n|\n|\r/).length ?? 0;
      counted.set(file, lines);
      for (const part of parts ?? []) {
        if (part.from > lines) {
          notes.push({
            code: 'corpus/part-beyond-end',
            severity: 'error',
            message: `found a part of report ${report.id} from line ${part.from}, expected one within the ${lines} lines of ${file}`,
            place: { file: yaml },
            hint: 'correct the line numbers in parts',
            zh: {
              message: `发现报告 ${report.id} 的一部分从第 ${part.from} 行开始，应为在 ${file} 的 ${lines} 行之内`,
              hint: '请改正 parts 中的行号',
            },
          });
        }
      }
    }
  }
  return notes;
}
