import type { Corpus, Jurisdiction, Report } from '../model/corpus.js';
import type { Division } from '../model/lexicon.js';
import type { Note, Noted } from '../model/note.js';
import type { SourceDoc } from '../model/source-doc.js';
import { type Doubts, type Guess, guessReports } from './guess/guess-report.js';
import { idOf, unique } from './guess/ids.js';
import { knownPlaces } from './guess/known-places.js';
import { LEVELS_ZH } from './guess/words.js';
import { titleOf } from './read-corpus.js';

/** A corpus worked out from its texts, with what is uncertain about each of its reports (by id). */
export interface GuessedCorpus {
  readonly corpus: Corpus;
  readonly unsure: ReadonlyMap<string, Doubts>;
}

/** What one file says about the reports that stand in it. */
export interface GuessedFile {
  readonly file: string;
  readonly guesses: readonly Guess[];
}

/**
 * A corpus for texts that came without a corpus.yaml: one report a file, or several where several bureaus share the page.
 * Reports of the same place share their jurisdiction. Ids are the names' sounds, so that they stay when files are added.
 * Notes say for every file what was worked out and what is uncertain. `divisions` helps to see where a real place's name
 * begins.
 */
export function guessCorpus(sources: readonly SourceDoc[], divisions: readonly Division[] = []): Noted<Corpus> {
  const files = guessFiles(sources, divisions);
  const notes = files.flatMap(({ file, guesses }) => guesses.map((guess) => noteOf(file, guess)));
  return { value: corpusOf(files).corpus, notes };
}

/** What each text says about itself, in the order given. */
export function guessFiles(sources: readonly SourceDoc[], divisions: readonly Division[] = []): GuessedFile[] {
  const known = knownPlaces(divisions);
  return sources.map((source) => ({ file: source.file, guesses: guessReports(source, known) }));
}

/** Puts guesses together to a corpus; a file that names no place gives the place its own name. */
export function corpusOf(files: readonly GuessedFile[]): GuessedCorpus {
  const jurisdictions: Jurisdiction[] = [];
  const reports: Report[] = [];
  const unsure = new Map<string, Doubts>();
  const ids = new Set<string>();
  const reportIds = new Set<string>();
  for (const { file, guesses } of files) {
    for (const guess of guesses) {
      const name = guess.name ?? stemOf(file);
      let at = jurisdictions.findIndex((j) => j.name === name || (guess.short === j.short && guess.level === j.level));
      const earlier = jurisdictions[at];
      if (!earlier) {
        at = jurisdictions.length;
        jurisdictions.push({
          id: unique(idOf(guess.short ?? name, 'place'), ids),
          name,
          short: guess.short ?? name,
          level: guess.level,
          aliases: guess.aliases,
          denominators: {},
        });
      } else {
        const aliases = [...new Set([...earlier.aliases, ...guess.aliases])];
        jurisdictions[at] = { ...earlier, aliases };
      }
      const place = jurisdictions[at]?.id ?? 'place';
      const id = unique(`${place}${periodId(guess)}`, reportIds);
      const { published } = guess;
      const isPublished = published.date !== null || published.outlet !== null || published.title !== null;
      reports.push({
        id,
        jurisdiction: place,
        period: guess.period,
        published: isPublished ? published : null,
        sources: [{ file, parts: null }],
      });
      unsure.set(id, guess.unsure);
    }
  }
  return { corpus: { title: titleOf(jurisdictions), jurisdictions, reports }, unsure };
}

/** The name of a file without folder and ending. */
function stemOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[^.]+$/, '') || file;
}

/** e.g. -2023, -2024h1, -2019-2023; '' where the period is not known. */
function periodId({ period: { from, to } }: Guess): string {
  const [a, b] = [from?.slice(0, 4), to?.slice(0, 4)];
  if (!a) return b ? `-${b}` : '';
  if (b && a !== b) return `-${a}-${b}`;
  const months = `${from?.slice(5, 7)}-${to?.slice(5, 7) ?? ''}`;
  const part: Readonly<Record<string, string>> = {
    '01-06': 'h1',
    '07-12': 'h2',
    '01-03': 'q1',
    '04-06': 'q2',
    '07-09': 'q3',
    '10-12': 'q4',
  };
  return `-${a}${part[months] ?? ''}`;
}

function noteOf(file: string, guess: Guess): Note {
  const name = guess.name ?? stemOf(file);
  const whys = Object.values(guess.unsure);
  const doubts = whys.length > 0 ? `, uncertain: ${whys.map(({ en }) => en).join('; ')}` : '';
  const doubtsZh = whys.length > 0 ? `，待核：${whys.map(({ zh }) => zh).join('；')}` : '';
  return {
    code: 'corpus/worked-out',
    severity: whys.length > 0 ? 'warning' : 'info',
    message: `took ${file} as the report of ${name} (${guess.level}) for ${guess.period.label}${doubts}`,
    place: { file },
    hint: 'write it into corpus.yaml to settle it (duizhao init DIR FILES… makes one)',
    zh: {
      message: `发现没有 corpus.yaml，把 ${file} 当作${name}（${LEVELS_ZH[guess.level]}）${guess.period.label}的报告${doubtsZh}`,
      hint: '请写入 corpus.yaml 予以确定（可用 duizhao init 文件夹 文件… 生成）',
    },
  };
}
