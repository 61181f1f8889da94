import type { Claim } from '../claim.js';
import { readPhrase } from '../phrase.js';
import { levelClaimOf } from './claim.js';
import type { FigureText } from './figure-text.js';
import { countsPersons } from './units.js';

/** Nothing before, nothing after: it goes on with what was counted last: 其中20年以上的41起, 共计912万元, 队伍426支、2.1万人. */
export function bareFigure(text: FigureText): Claim | null {
  const { memory, unit } = text;
  const isFirst = memory.claims.length === 0;
  const noun = isFirst ? readPhrase(memory.topic).noun || memory.topic : memory.noun || memory.topic;
  if (noun === '') return null;
  const countsTheirHeads = countsPersons(unit) && !countsPersons(memory.unit);
  // 义警队伍213支3.6万人: the heads of the groups counted before
  if (countsTheirHeads && /(?:队伍|团队|组织|队|团|联盟)$/.test(noun))
    return levelClaimOf(text, { verb: '', noun, label: `${noun.replace(/队伍$/, '')}人数`, leansBack: true });
  // 查处涉黄案件112起212人
  const label = countsTheirHeads && !isFirst && memory.verb !== '' ? `${noun}${memory.verb}人数` : undefined;
  return levelClaimOf(text, { verb: memory.verb, noun, leansBack: true, ...(label === undefined ? {} : { label }) });
}
