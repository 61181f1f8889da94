import type { Fact } from '../../model/finding.js';
import { observe } from '../observation.js';
import { type ConflictFinder, conflict } from './conflict.js';

/** Parts that come to more than their whole. Parts that come to less may be incomplete (其中…), so they are no conflict. */
export const partsFinder: ConflictFinder = {
  kind: 'parts',
  find: (facts, context) =>
    facts.flatMap((whole) => {
      const parts = (whole.parts ?? []).flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
      const like = parts.filter((part) => comparable(whole, part));
      if (like.length === 0) return [];
      const ceiling = observe(whole, context)?.interval.high ?? null;
      if (ceiling === null) return [];
      const single = like.find((part) => part.value > ceiling);
      const sum = like.reduce((total, part) => total + part.value, 0);
      const shares = like.every((part) => part.kind === 'share') ? sum > 100.5 : false;
      // Parts may overlap (刑拘, then 逮捕, of one set of people), so a sum is only held against the whole where they are listed as a division.
      const divided =
        like.length > 1 &&
        like.length === parts.length &&
        !whole.flags.includes('overlapping-parts') &&
        !like.some(isStage);
      if (!single && !shares && !(divided && sum > ceiling)) return [];
      const list = like.map(({ printed }) => printed).join('、');
      return [
        conflict('parts', [whole, ...like], {
          zh: `“${whole.indicator.label}”共${whole.printed}，分项（${list}）加起来却更多`,
          en: `“${whole.indicator.label}” is ${whole.printed} in all, but its parts (${like.map(({ printed }) => printed).join(', ')}) come to more`,
        }),
      ];
    }),
};

function comparable(whole: Fact, part: Fact): boolean {
  return part.unit === whole.unit && part.kind === whole.kind && part.status === whole.status && part.value_to === null;
}

function isStage({ stage }: Fact): boolean {
  return stage === '刑拘' || stage === '逮捕' || stage === '起诉';
}
