import type { Conflict, EmphasisCell, Sentence } from '../../model/comparison.js';
import type { SentenceContext } from './context.js';
import { listEn, listZh } from './count-words.js';
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
  const themes = new Map(context.input.themes.map((theme) => [theme.id, theme]));
  const zh = byPlace(clear).map(({ jurisdiction, departure, cells: own }): Piece => {
    const names = own.map(({ theme }) => themes.get(theme)?.zh ?? theme);
    return `${context.short(jurisdiction)}写${listZh(names)}明显${departure === 'more' ? '多' : '少'}于其余各篇`;
  });
  const en = byPlace(clear).map(({ jurisdiction, departure, cells: own }): Piece => {
    const names = own.map(({ theme }) => (themes.get(theme)?.en ?? theme).toLowerCase());
    return `${context.short(jurisdiction)} gives clearly ${departure} to ${listEn(names)} than the others together`;
  });
  return {
    zh: toParts(['看篇幅，', ...joined(zh, '，'), '；篇幅说明报告写了什么，不说明做了多少。']),
    en: toParts([
      'By space, ',
      ...joined(en, ', '),
      '; space shows what a report writes about, not how much was done.',
    ]),
  };
}

interface Departures {
  readonly jurisdiction: string;
  readonly departure: EmphasisCell['departure'];
  readonly cells: readonly EmphasisCell[];
}

/** Cells of one place that depart the same way go together, in the order of the first. */
function byPlace(cells: readonly EmphasisCell[]): Departures[] {
  const keyOf = ({ jurisdiction, departure }: EmphasisCell): string => `${departure} ${jurisdiction}`;
  return cells.flatMap((cell, i) => {
    const own = cells.filter((other) => keyOf(other) === keyOf(cell));
    return own[0] === cells[i] ? [{ jurisdiction: cell.jurisdiction, departure: cell.departure, cells: own }] : [];
  });
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
