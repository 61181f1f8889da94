import type { Conflict, EmphasisCell, Sentence } from '../../model/comparison.js';
import type { SentenceContext } from './context.js';
import { joined, linked, type Piece, toParts } from './parts.js';

const MOST_CONFLICTS = 3;
const MOST_DEPARTURES = 4;
/** Contradictions first, then what cannot be, then what may be read in two ways. */
const GRAVITY: readonly Conflict['kind'][] = [
  'two-values',
  'parts',
  'plan-exceeded',
  'from-to',
  'place',
  'near-repeat',
  'print-date',
  'readings',
];

/** Where a report gives clearly more or less space to a theme than the others do together; null where none does. */
export function emphasisSentence(cells: readonly EmphasisCell[], context: SentenceContext): Sentence | null {
  const clear = cells
    .filter((cell) => cell.departure !== 'none')
    .sort((a, b) => Math.abs(b.text.share - b.expected) - Math.abs(a.text.share - a.expected))
    .slice(0, MOST_DEPARTURES);
  if (clear.length === 0) return null;
  const names = new Map(context.input.themes.map((theme) => [theme.id, theme]));
  const zh = clear.map(
    (cell): Piece =>
      `${context.short(cell.jurisdiction)}写${names.get(cell.theme)?.zh ?? cell.theme}明显${cell.departure === 'more' ? '多' : '少'}于其余各篇`,
  );
  const en = clear.map(
    (cell): Piece =>
      `${context.short(cell.jurisdiction)} gives clearly ${cell.departure} to ${(names.get(cell.theme)?.en ?? cell.theme).toLowerCase()} than the others together`,
  );
  return {
    zh: toParts(['看篇幅，', ...joined(zh, '，'), '；篇幅说明报告写了什么，不说明做了多少。']),
    en: toParts([
      'By space, ',
      ...joined(en, ', '),
      '; space shows what a report writes about, not how much was done.',
    ]),
  };
}

/** What reports contradict themselves in, in the words of the conflict itself, linked to both sides. */
export function conflictSentences({ input, ...context }: SentenceContext): Sentence[] {
  const order = [...input.conflicts].sort((a, b) => GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind));
  return order.slice(0, MOST_CONFLICTS).map(({ zh, en, findings, jurisdiction }) => ({
    zh: toParts([linked(`${named(zh, context.short(jurisdiction), '：').replace(/[。.]$/u, '')}。`, findings)]),
    en: toParts([linked(`${named(en, context.short(jurisdiction), ': ').replace(/\.$/u, '')}.`, findings)]),
  }));
}

function named(text: string, place: string, colon: string): string {
  return text.includes(place) ? text : `${place}${colon}${text}`;
}
