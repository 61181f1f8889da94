import type { Conflict } from '../../model/comparison.js';
import { observe } from '../observation.js';
import { sameSpan } from '../reading/span.js';
import { type ConflictFinder, conflict } from './conflict.js';

/**
 * A level, an absolute change and a percentage of one indicator must agree: 194起，减少61起，下降23.9% (61 of 255). Half a
 * printed digit and one per cent of the figure are allowed for rounding; approximate figures are not checked.
 */
export const fromToFinder: ConflictFinder = {
  kind: 'from-to',
  find: (facts, context) => {
    const found: Conflict[] = [];
    const observations = facts
      .filter(({ status, approx }) => status === 'actual' && approx === 'exact')
      .flatMap((fact) => observe(fact, context) ?? []);
    for (const percent of observations.filter(({ family, fact }) => family === 'change' && fact.unit === '%')) {
      const same = observations.filter(
        (o) =>
          o !== percent &&
          o.rest === percent.rest &&
          o.entry?.id === percent.entry?.id &&
          o.fact.indicator.label === percent.fact.indicator.label &&
          o.coverage.kind === percent.coverage.kind &&
          sameSpan(o.span, percent.span),
      );
      const level = same.find(({ family }) => family === 'level');
      const change = same.find(
        ({ family, fact }) => family === 'difference' && fact.direction === percent.fact.direction,
      );
      const pair = same.find(({ family }) => family === 'from-to');
      const up = percent.fact.direction === 'up';
      if (!up && percent.fact.direction !== 'down') continue;
      if (level && change && level.unit === change.unit) {
        const before = up ? level.fact.value - change.fact.value : level.fact.value + change.fact.value;
        if (before > 0 && !near((100 * change.fact.value) / before, percent.fact.value)) {
          found.push(
            conflict('from-to', [level.fact, change.fact, percent.fact], {
              zh: `“${level.fact.indicator.label}”${level.fact.printed}、增减${change.fact.printed}与${percent.fact.printed}算不到一起`,
              en: `“${level.fact.indicator.label}”: ${level.fact.printed}, a change of ${change.fact.printed} and ${percent.fact.printed} do not agree`,
            }),
          );
        }
      }
      if (pair && pair.fact.unit !== '%' && pair.fact.value > 0 && pair.fact.value_to !== null) {
        const rate = (100 * Math.abs(pair.fact.value_to - pair.fact.value)) / pair.fact.value;
        if (!near(rate, percent.fact.value)) {
          found.push(
            conflict('from-to', [pair.fact, percent.fact], {
              zh: `“${pair.fact.indicator.label}”${pair.fact.printed}与${percent.fact.printed}算不到一起`,
              en: `“${pair.fact.indicator.label}”: ${pair.fact.printed} and ${percent.fact.printed} do not agree`,
            }),
          );
        }
      }
    }
    return found;
  },
};

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(0.6, 0.01 * Math.abs(b));
}
