import type { Corpus, Jurisdiction, Report } from '../model/corpus.js';
import type { Division } from '../model/lexicon.js';
import type { Note, Noted } from '../model/note.js';
import type { SourceDoc } from '../model/source-doc.js';
import { type Doubt, type Guess, guessReports } from './guess/guess-report.js';
import { idOf, unique } from './guess/ids.js';
import { titleOf } from './read-corpus.js';

/** A corpus worked out from its texts, with what is uncertain about each of its reports (by id). */
export interface GuessedCorpus {
  readonly corpus: Corpus;
  readonly unsure: ReadonlyMap<string, readonly Doubt[]>;
}

/**
 * A corpus for texts that came without a corpus.yaml: one report a file, or several where several bureaus share the page. Reports of the same
 * place share their jurisdiction. Ids are the names' sounds, so that they stay when files are added. Notes say for every
 * file what was worked out and what is uncertain. `divisions` helps to see where a real place's name begins.
 */
export function guessCorpus(sources: readonly SourceDoc[], divisions: readonly Division[] = []): Noted<Corpus> {
  const { corpus, notes } = workOut(sources, divisions);
  return { value: corpus, notes };
}

/** Like `guessCorpus`, with the doubts as values. */
export function workOut(
  sources: readonly SourceDoc[],
  divisions: readonly Division[] = [],
): GuessedCorpus & { readonly notes: readonly Note[] } {
  const known = knownStems(divisions);
  const jurisdictions: Jurisdiction[] = [];
  const reports: Report[] = [];
  const notes: Note[] = [];
  const unsure = new Map<string, readonly Doubt[]>();
  const ids = new Set<string>();
  const reportIds = new Set<string>();
  for (const source of sources) {
    for (const guess of guessReports(source, known)) {
      const name = guess.name ?? source.file.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
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
      const id = unique(`${jurisdictions[at]?.id ?? 'place'}${periodId(guess)}`, reportIds);
      const { published } = guess;
      const isPublished = published.date !== null || published.outlet !== null || published.title !== null;
      reports.push({
        id,
        jurisdiction: jurisdictions[at]?.id ?? 'place',
        period: guess.period,
        published: isPublished ? published : null,
        sources: [{ file: source.file, parts: null }],
      });
      unsure.set(id, guess.unsure);
      notes.push(noteOf(source.file, name, guess));
    }
  }
  return { corpus: { title: titleOf(jurisdictions), jurisdictions, reports }, unsure, notes };
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

function noteOf(file: string, name: string, guess: Guess): Note {
  const doubts = guess.unsure.length > 0 ? `, uncertain: ${guess.unsure.join(', ')}` : '';
  return {
    code: 'corpus/worked-out',
    severity: guess.unsure.length > 0 ? 'warning' : 'info',
    message: `took ${file} as the report of ${name} (${guess.level}) for ${guess.period.label}${doubts}`,
    place: { file },
    hint: 'write it into corpus.yaml to settle it (duizhao init DIR FILES… makes one)',
  };
}

function knownStems(divisions: readonly Division[]): Set<string> {
  const stems = new Set<string>();
  for (const { city, parts } of divisions) {
    for (const name of [city, ...parts]) {
      const stem = name.replace(/(?:自治州|自治县|地区|市|区|县|州|盟|旗)$/, '');
      if (stem.length >= 2 && stem.length <= 5) stems.add(stem);
    }
  }
  return stems;
}
