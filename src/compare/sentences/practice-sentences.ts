import type { Practice, Sentence } from '../../model/comparison.js';
import type { ThemeId } from '../../model/finding.js';
import type { SentenceContext } from './context.js';
import { listEn, listZh } from './count-words.js';
import { joined, linked, type Piece, toParts } from './parts.js';

const MOST = 3;
const CAUTIONS = [
  [
    '名称相同，做法未必一样，成效无从比较。',
    'A like name need not be a like practice, and results cannot be compared.',
  ],
  [
    '共有的是提法，各地怎么做、做到哪一步，报告写得不一样。',
    'What they share is the name; how far each has carried it the reports tell differently.',
  ],
  ['这里只比有没有写到，不比做得好坏。', 'This says who names it, not who does it better.'],
] as const;

/** The practices of a theme that most reports share, in one sentence; copied wording in another. Slogans are no practice. `turn` picks the caution. */
export function practiceSentences(
  theme: ThemeId,
  turn: number,
  practices: readonly Practice[],
  context: SentenceContext,
): Sentence[] {
  const own = practices.filter((practice) => practice.theme === theme && practice.kind === 'practice');
  const sentences: Sentence[] = [];
  const shared = own
    .filter((practice) => !practice.copied)
    .sort((a, b) => b.jurisdictions.length - a.jurisdictions.length)
    .slice(0, MOST);
  if (shared.length > 0)
    sentences.push({
      theme,
      zh: toParts([
        '几地都写到的做法：',
        ...joined(
          shared.map(
            (practice): Piece =>
              linked(
                `“${bare(practice.name)}”见于${listZh(practice.jurisdictions.map(context.short))}`,
                practice.initiatives,
              ),
          ),
          '；',
        ),
        `。${CAUTIONS[turn % CAUTIONS.length]?.[0] ?? ''}`,
      ]),
      en: toParts([
        'Practices several reports name: ',
        ...joined(
          shared.map(
            (practice): Piece =>
              linked(
                `“${bare(practice.name)}” in ${listEn(practice.jurisdictions.map(context.short))}`,
                practice.initiatives,
              ),
          ),
          '; ',
        ),
        `. ${CAUTIONS[turn % CAUTIONS.length]?.[1] ?? ''}`,
      ]),
    });
  for (const practice of own.filter((entry) => entry.copied).slice(0, MOST)) {
    const places = practice.jurisdictions.map(context.short);
    sentences.push({
      theme,
      zh: toParts([
        linked(`${listZh(places)}写“${bare(practice.name)}”的文字相同`, practice.initiatives),
        '，只算一处说法，不算各地共有的成效。',
      ]),
      en: toParts([
        linked(`${listEn(places)} write about “${bare(practice.name)}” in the same words`, practice.initiatives),
        ': counted as one statement, not as shared performance.',
      ]),
    });
  }
  return sentences;
}

const bare = (name: string): string => name.replace(/[“”"]/gu, '');
