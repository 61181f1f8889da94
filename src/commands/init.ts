import { basename, join, resolve } from 'node:path';
import type { Ask } from '../host/ask.js';
import { listFiles, readWhole, writeTogether } from '../host/files.js';
import type { Host } from '../host/index.js';
import { readPackageFile } from '../host/lexicon-files.js';
import { isSourceName, readSource, SOURCE_EXTENSIONS } from '../host/readers/index.js';
import type { Note, Noted } from '../model/note.js';
import type { SourceDoc } from '../model/source-doc.js';
import type { JsonSchema } from '../pipeline/checked-yaml.js';
import { corpusYaml } from '../pipeline/corpus-yaml.js';
import { parsePeriod, withPeriod, withPlace } from '../pipeline/guess/answers.js';
import type { Doubt, Doubts, Guess } from '../pipeline/guess/guess-report.js';
import type { Why } from '../pipeline/guess/why.js';
import { DOUBTS_ZH, LEVELS_ZH } from '../pipeline/guess/words.js';
import type { GuessedCorpus, GuessedFile } from '../pipeline/guess-corpus.js';
import { readCorpus } from '../pipeline/read-corpus.js';
import { loadDivisions } from './divisions.js';
import { type Tell, tellIn } from './language.js';
import { absolute, shown } from './load.js';
import { type Outcome, refused } from './outcome.js';

export interface InitOptions {
  /** The corpus folder to be made; it may be there. */
  readonly folder: string;
  /** Reports, or folders that hold them; empty: what lies in `folder` already. */
  readonly files: readonly string[];
  /** Write corpus.yaml although there is one. */
  readonly force: boolean;
  /** Leave out files that cannot be read and make the corpus of the others. */
  readonly skipUnreadable: boolean;
}

/** A source on its way into the corpus. */
interface Taken {
  /** As the user named it, for notes. */
  readonly from: string;
  /** Its name in the corpus folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly doc: SourceDoc;
  /** It lies in the folder already, byte for byte. */
  readonly isThere: boolean;
}

/**
 * Makes a corpus folder out of files: copies of them, to the byte, and a corpus.yaml filled in as far as the texts tell, with `待核` where
 * that is uncertain. `ask` settles what is uncertain with a person, where there is one. All or nothing: any unreadable file is an error, and
 * then nothing is written, unless the caller or the person asked says to leave such files out; exit 1 then, and corpus.yaml names them.
 */
export async function initCommand(options: InitOptions, host: Host, ask?: Ask): Promise<Outcome> {
  const folder = absolute(host, options.folder);
  const place = shown(host, folder);
  const yamlPath = join(folder, 'corpus.yaml');
  const inTheWay = await whatIsInTheWay(options, folder, host);
  if (inTheWay !== null) return refused([inTheWay]);
  const paths = await sourcePaths(options, host, folder);
  if (paths.value === null) return refused(paths.notes);
  const { taken, unreadable, notes: readNotes } = await takeAll(paths.value, host, folder);
  host.signal.throwIfAborted();
  const skip = unreadable.length === 0 || options.skipUnreadable || (ask && (await mayLeaveOut(unreadable, ask, host)));
  if (taken.length === 0 || !skip) return refused([...readNotes, ...nothingWritten(taken.length, unreadable)]);
  const notes = readNotes.map((note): Note => (note.severity === 'error' ? { ...note, severity: 'warning' } : note));

  // Names are spelled out by a library that takes time to load: only where it is needed.
  const { corpusOf, guessFiles } = await import('../pipeline/guess-corpus.js');
  const guessed = guessFiles(
    taken.map(({ doc, name }) => ({ ...doc, file: name })),
    await loadDivisions(host),
  );
  const corpus = corpusOf(ask ? await settle(guessed, ask, host) : guessed);
  const yaml = corpusYaml(corpus, unreadable);
  const schema = JSON.parse(await readPackageFile(host.root, 'schemas/corpus.schema.json')) as JsonSchema;
  const check = readCorpus(yaml, shown(host, yamlPath), schema);
  if (check.value === null) return refused([...notes, ...check.notes]);

  const copies = taken.flatMap(({ name, bytes, isThere }): [string, Uint8Array][] => (isThere ? [] : [[name, bytes]]));
  host.signal.throwIfAborted();
  try {
    await writeTogether(folder, new Map<string, string | Uint8Array>([...copies, ['corpus.yaml', yaml]]));
  } catch (error) {
    return refused([...notes, unwritable(place, error)]);
  }
  const rows = rowsOf(corpus);
  return {
    exitCode: unreadable.length > 0 ? 1 : 0,
    lines: told(rows, { yaml: shown(host, yamlPath), place }, tellIn(host.language)),
    notes,
    json: {
      ok: true,
      folder: place,
      corpus: shown(host, yamlPath),
      files: taken.map(({ from, name, isThere }) => ({ from, file: name, copied: !isThere })),
      left_out: unreadable,
      reports: rows,
      notes,
    },
  };
}

/** A file where the folder should be, or a corpus.yaml that nobody said may be lost; null for neither. */
async function whatIsInTheWay({ force }: InitOptions, folder: string, host: Host): Promise<Note | null> {
  const place = shown(host, folder);
  if ('bytes' in (await readWhole(folder)))
    return {
      code: 'call/not-a-folder',
      severity: 'error',
      message: `found the file ${place}, expected a folder to make or fill`,
      place: { file: place },
      hint: `name the folder first, then the files: duizhao init my-corpus ${place}`,
      zh: {
        message: `发现 ${place} 是文件，应为要新建或填充的文件夹`,
        hint: `请先写文件夹再写文件：duizhao init my-corpus ${place}`,
      },
    };
  const yamlPath = join(folder, 'corpus.yaml');
  if (force || (await isMissing(yamlPath))) return null;
  return {
    code: 'call/corpus-exists',
    severity: 'error',
    message: `found ${shown(host, yamlPath)} already, expected none`,
    place: { file: shown(host, yamlPath) },
    hint: 'give another folder, or --force to write it anew (your own corrections in it are lost)',
    zh: {
      message: `发现已有 ${shown(host, yamlPath)}，应为没有`,
      hint: '请另给文件夹，或用 --force 重写（其中您自己的改动会丢失）',
    },
  };
}

function unwritable(place: string, error: unknown): Note {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return {
    code: 'output/unwritable',
    severity: 'error',
    message: `found that ${place} cannot be written (${code}), expected a folder to write into`,
    place: { file: place },
    hint: 'give another folder, or mend its permissions or the space on its disk',
    zh: {
      message: `发现不能写入 ${place}（${code}），应为可写入的文件夹`,
      hint: '请另给文件夹，或处理其权限或磁盘空间',
    },
  };
}

/** What was worked out for each report, and what of it is doubtful and why. */
const rowsOf = ({ corpus: { reports, jurisdictions }, unsure }: GuessedCorpus) =>
  reports.map(({ id, jurisdiction, period, published, sources }) => {
    const of = jurisdictions.find((known) => known.id === jurisdiction);
    const why = unsure.get(id) ?? {};
    return {
      id,
      file: sources[0]?.file ?? '',
      jurisdiction,
      name: of?.name ?? '',
      level: of?.level ?? 'other',
      period,
      published,
      unsure: Object.keys(why),
      why,
    };
  });

/** The answer for a terminal: each report with its doubts, then the file and what to do next. */
function told(
  rows: ReturnType<typeof rowsOf>,
  { yaml, place }: { readonly yaml: string; readonly place: string },
  tell: Tell,
): string[] {
  const doubtful = rows.filter(({ unsure }) => unsure.length > 0).length;
  const lines = rows.flatMap(({ file, name, level, period, why }) => [
    tell(`${file} → ${name} (${level}), ${period.label}`, `${file} → ${name}（${LEVELS_ZH[level]}），${period.label}`),
    ...doubtsOf(why).map(([doubt, { en, zh }]) => tell(`    ? ${doubt}: ${en}`, `    ？${DOUBTS_ZH[doubt]}：${zh}`)),
  ]);
  lines.push(
    doubtful > 0
      ? tell(
          `${yaml}: ${doubtful} of ${rows.length} reports ${doubtful === 1 ? 'has' : 'have'} entries marked 待核; look them over`,
          `${yaml}：${rows.length} 份报告中有 ${doubtful} 份含标为“待核”的条目，请核对`,
        )
      : yaml,
    `${tell('next: ', '下一步：')}duizhao compare ${quoted(place)}`,
  );
  return lines;
}

const doubtsOf = (doubts: Doubts): [Doubt, Why][] => Object.entries(doubts) as [Doubt, Why][];

async function isMissing(path: string): Promise<boolean> {
  const read = await readWhole(path);
  return 'reason' in read && read.reason === 'missing';
}

/** Absolute paths of the files given, folders opened, each once. */
async function sourcePaths(options: InitOptions, host: Host, folder: string): Promise<Noted<string[] | null>> {
  const notes: Note[] = [];
  const paths: string[] = [];
  const given = options.files.length > 0 ? options.files.map((file) => absolute(host, file)) : [folder];
  for (const path of given) {
    const inFolder = (await listFolder(path))?.filter(isSourceName);
    if (inFolder === undefined) paths.push(path);
    // “a (1).txt” after “a.txt”: of two copies the one with its own name is kept.
    else if (inFolder.length > 0) paths.push(...[...inFolder].sort(byStem).map((name) => join(path, name)));
    else
      notes.push({
        code: 'call/no-sources',
        severity: 'error',
        message: `found no file of a known kind (${SOURCE_EXTENSIONS.join(', ')}) in ${shown(host, path)}, expected at least one`,
        place: { file: shown(host, path) },
        hint: 'give the reports after the folder: duizhao init DIR FILES…',
        zh: {
          message: `发现 ${shown(host, path)} 中没有已知类型的文件（${SOURCE_EXTENSIONS.join('、')}），应为至少一个`,
          hint: '请在文件夹之后写报告文件：duizhao init 文件夹 文件…',
        },
      });
  }
  return { value: notes.length > 0 ? null : [...new Set(paths.map((path) => resolve(path)))], notes };
}

/** In the order of the names without their endings. */
function byStem(a: string, b: string): number {
  const [x, y] = [a, b].map((name) => name.replace(/\.[^.]*$/, ''));
  return x === y || x === undefined || y === undefined ? (a < b ? -1 : 1) : x < y ? -1 : 1;
}

/** Names of the files in a folder; undefined for what is no folder. A folder that is not there yet is empty. */
async function listFolder(path: string): Promise<string[] | undefined> {
  try {
    const read = await readWhole(path);
    if ('bytes' in read || (read.reason !== 'not-a-file' && !/[/\\]$/.test(path))) return undefined;
    return await listFiles(path);
  } catch {
    return undefined;
  }
}

/** What came of reading the files: sources, and the names of those that could not be read, with an error for each. */
interface AllTaken {
  readonly taken: readonly Taken[];
  readonly unreadable: readonly string[];
  readonly notes: readonly Note[];
}

async function takeAll(paths: readonly string[], host: Host, folder: string): Promise<AllTaken> {
  const unreadable: string[] = [];
  const notes: Note[] = [];
  const taken: Taken[] = [];
  // Some file systems hold A.txt and a.txt for one name.
  const names = new Set(['corpus.yaml', 'review.yaml']);
  for (const path of paths) {
    host.signal.throwIfAborted();
    const from = shown(host, path);
    const read = await readWhole(path);
    if (!('bytes' in read)) {
      notes.push({
        code: `source/${read.reason}`,
        severity: 'error',
        message: `found ${read.reason === 'missing' ? 'no such file' : `what cannot be read: ${read.detail}`}, expected a report`,
        place: { file: from },
        hint: read.reason === 'too-large' ? 'cut it into one file a report' : 'check the name and the permissions',
        zh: {
          message: `发现${read.reason === 'missing' ? '没有这个文件' : `文件无法读取（${read.detail}）`}，应为报告`,
          hint: read.reason === 'too-large' ? '请拆成每份报告一个文件' : '请检查文件名和权限',
        },
      });
      unreadable.push(from);
      continue;
    }
    const twin = taken.find(({ bytes }) => Buffer.compare(bytes, read.bytes) === 0);
    if (twin) {
      notes.push({
        code: 'source/same-content',
        severity: 'warning',
        message: `found ${from} to be ${twin.from} to the byte; took it once`,
        place: { file: from },
        hint: 'if another report was meant, give its file',
        zh: { message: `发现 ${from} 与 ${twin.from} 完全相同，只取一次`, hint: '请在本意是另一份报告时给出那份文件' },
      });
      continue;
    }
    const text = await readSource(read.bytes, from);
    notes.push(...text.notes);
    if (text.value === null) {
      unreadable.push(from);
      continue;
    }
    const { name, isThere } = await nameIn(folder, path, read.bytes, names);
    names.add(name.toLowerCase());
    if (name !== basename(path))
      notes.push({
        code: 'source/renamed',
        severity: 'info',
        message: `found another file of the name ${basename(path)}; copied ${from} as ${name}`,
        place: { file: from },
        zh: { message: `发现另有文件名为 ${basename(path)}，已把 ${from} 复制为 ${name}` },
      });
    taken.push({ from, name, bytes: read.bytes, doc: text.value, isThere });
  }
  return { taken, unreadable, notes };
}

/** Asks once whether files that cannot be read are to be left out. */
async function mayLeaveOut(unreadable: readonly string[], ask: Ask, host: Host): Promise<boolean> {
  const tell = tellIn(host.language);
  const answer = await ask(
    tell(
      `${unreadable.join(', ')}: cannot be read; leave ${unreadable.length === 1 ? 'it' : 'them'} out? [y/N] `,
      `${unreadable.join('、')}：无法读取，略去继续吗？[y/N] `,
    ),
  );
  return /^(?:y|yes|是|好|略去)$/i.test(answer);
}

function nothingWritten(readable: number, unreadable: readonly string[]): Note[] {
  if (readable === 0) return [];
  const all = readable + unreadable.length;
  return [
    {
      code: 'call/nothing-written',
      severity: 'error',
      message: `found that ${unreadable.length} of ${all} files cannot be read (above), expected to read them all: nothing was written`,
      hint: `mend what is wrong, or go on with the other ${readable}: --skip-unreadable`,
      zh: {
        message: `发现 ${all} 个文件中有 ${unreadable.length} 个无法读取（见上），应为全部可读：没有写出任何内容`,
        hint: `请修好它们，或加 --skip-unreadable 略去，只用其余 ${readable} 个`,
      },
    },
  ];
}

/** A name for the copy that nothing else has: the file's own, or with a number. What lies there already, the same, is kept. */
async function nameIn(
  folder: string,
  path: string,
  bytes: Uint8Array,
  names: ReadonlySet<string>,
): Promise<{ name: string; isThere: boolean }> {
  const own = basename(path);
  const [, stem = own, ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(own) ?? [];
  for (let n = 1; ; n++) {
    const name = n === 1 ? own : `${stem}-${n}${ending}`;
    if (names.has(name.toLowerCase())) continue;
    const there = await readWhole(join(folder, name));
    if ('bytes' in there && Buffer.compare(there.bytes, bytes) === 0) return { name, isThere: true };
    if ('reason' in there && there.reason === 'missing') return { name, isThere: false };
  }
}

/** Asks about what is uncertain, and only about that: a bare return keeps what was worked out. */
async function settle(files: readonly GuessedFile[], ask: Ask, host: Host): Promise<GuessedFile[]> {
  const tell = tellIn(host.language);
  const out: GuessedFile[] = [];
  for (const { file, guesses } of files) {
    const settled: Guess[] = [];
    for (const guess of guesses) {
      host.signal.throwIfAborted();
      let now = guess;
      const { jurisdiction: whose, period: when } = now.unsure;
      if (whose) {
        const answer = await ask(
          tell(
            `${file}: whose report is it? (${whose.en}) [${now.name ?? 'the text does not say'}] `,
            `${file}：是哪里的报告？（${whose.zh}）[${now.name ?? '文中未写'}] `,
          ),
        );
        const name = answer === '' ? now.name : answer;
        if (name !== null) now = withPlace(now, name);
      }
      if (when) {
        const answer = await ask(
          tell(
            `${file}: which period does it report? (${when.en}; e.g. 2023, 2024上半年, 2019-2023, 2023-01-01..2023-10-31) [${now.period.label}] `,
            `${file}：报告的是什么时间？（${when.zh}；可写 2023、2024上半年、2019-2023、2023-01-01..2023-10-31）[${now.period.label}] `,
          ),
        );
        const period = answer === '' ? null : parsePeriod(answer);
        if (answer !== '' && period === null)
          host.say(
            tell(
              `“${answer}” is no period; kept “${now.period.label}”, marked 待核`,
              `“${answer}”不是时间，保留“${now.period.label}”并标为待核`,
            ),
          );
        // A bare return settles a period that was found; an unknown one stays open.
        if (period !== null) now = withPeriod(now, period);
        else if (answer === '' && now.period.from !== null) now = withPeriod(now, now.period);
      }
      settled.push(now);
    }
    out.push({ file, guesses: settled });
  }
  return out;
}

function quoted(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
