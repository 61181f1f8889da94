import type { Cell, Ladder } from '../model/comparison.js';
import type { Fact } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { Lexicon } from '../model/lexicon.js';
import { stateOf } from './cells.js';
import type { CompareInput } from './input.js';
import { stageOrder } from './stages.js';

type Needs = Pick<CompareInput, 'jurisdictions' | 'lexicon' | 'themes' | 'facts' | 'rows'>;

const OFF_LADDER: ReadonlySet<Fact['kind']> = new Set(['rank', 'duration']);
/** Families of units that count facilities and matters rather than cases: a room for mediation is no dispute resolved. */
const FACILITIES: ReadonlySet<string> = new Set([
  'thing',
  'item',
  'spot',
  'device',
  'kind',
  'aspect',
  'area',
  'lesson',
]);

/**
 * Per theme the rungs somebody stands on, in the order of the recording stages, with every place's facts on the rung it
 * used: a caught suspect never slides to the rung of the indicted. Only actual figures; targets, plans, anecdotes, placings and durations
 * are no rung, and neither are facilities the indicator list
 * does not know. A theme without a staged figure has no ladder.
 */
export function toLadders({ jurisdictions, lexicon, themes, facts: read, rows }: Needs): Ladder[] {
  const order = stageOrder(lexicon);
  const facts = lexicon.field ? read.map((fact) => withOwnStage(fact, lexicon)) : read;
  const family = new Map(lexicon.units.map((unit) => [unit.id, unit.family]));
  const isRung = (fact: Fact) =>
    fact.status === 'actual' &&
    fact.stage !== null &&
    !OFF_LADDER.has(fact.kind) &&
    (fact.indicator.id !== null || !FACILITIES.has(family.get(fact.unit) ?? ''));
  const unreadable = new Set(
    rows.flatMap(({ theme, stage, cells }) =>
      cells.flatMap((cell) => (cell.state === 'unreadable' ? [`${theme}\n${stage}\n${cell.jurisdiction}`] : [])),
    ),
  );
  return themes.flatMap(({ id: theme }) => {
    const staged = facts.filter((fact) => fact.themes.includes(theme) && isRung(fact));
    const used = new Set(staged.map((fact) => fact.stage));
    const byRung = groupBy(staged, ({ stage, jurisdiction }) => `${stage}\n${jurisdiction}`);
    const unlisted = [...used].filter((stage): stage is string => stage !== null && !order.includes(stage)).sort();
    const rungs = [...order, ...unlisted]
      .filter((stage) => used.has(stage))
      .map((stage) => ({
        stage,
        cells: jurisdictions.map(({ id: jurisdiction }): Cell => {
          const own = byRung.get(`${stage}\n${jurisdiction}`) ?? [];
          const lost = own.length === 0 && unreadable.has(`${theme}\n${stage}\n${jurisdiction}`);
          return { jurisdiction, state: lost ? 'unreadable' : stateOf(own), facts: own.map((fact) => fact.id) };
        }),
      }));
    return rungs.length === 0 ? [] : [{ theme, rungs }];
  });
}

/**
 * In a field of its own the indicator says the stage: what the language of police reports reads into a label (受理 → 受案) does
 * not hold there, and a figure of no indicator has none.
 */
function withOwnStage(fact: Fact, { indicators }: Lexicon): Fact {
  return { ...fact, stage: indicators.find(({ id }) => id === fact.indicator.id)?.stage ?? null };
}
