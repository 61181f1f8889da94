import type { Period } from '../../model/corpus.js';
import type { FoundHonour } from './found.js';
import { made, recipientsOf, type Title, titleIn } from './listed.js';
import type { Reading } from './recipients.js';

/** A title that stands alone on its line, for the names on the lines below it. */
export interface Standing {
  readonly title: Title;
  readonly reading: Reading;
}

/** The title a line consists of, or null: 全国公安机关成绩突出集体. */
export function standingIn(reading: Reading): Standing | null {
  const { passage } = reading;
  const text = passage.text.trim().replace(/^[◎●■◆★▲·•◇○\s]+/u, '');
  if (passage.sentences.length !== 1 || text.length > 40 || /[，,。；：:]/u.test(passage.masked)) return null;
  const title = titleIn(text, passage.text.indexOf(text), reading);
  return title ? { title, reading } : null;
}

/** The honours of a line that names who got the title standing above it; null where it names nobody. */
export function rollLine(standing: Standing, reading: Reading, period: Period): FoundHonour[] | null {
  const { passage } = reading;
  if (passage.sentences.length !== 1 || passage.text.length > 80 || /[，,。；：:]/u.test(passage.masked)) return null;
  const named = recipientsOf(0, passage.text.length, reading);
  const { title } = standing;
  return named.length === 0
    ? null
    : named.map((recipient) => ({
        ...made(title, recipient, { start: title.start, end: title.end }, standing.reading, period),
        rule: 'honour/roll-of-lines',
      }));
}
