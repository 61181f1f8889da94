import type { InitiativeLexicon } from '../model/lexicon.js';
import { clean } from './practice-names.js';

// An exhortation opens like one: 让群众满意, 为人民服务, 永远跟党走
const EXHORTS =
  /^(?:让|把|做(?:好|人民)|争(?:创|当|做)|永|誓|用心|用情|一切为|牢记|不忘|忠诚|始终|全心全意|再快|为(?:人民|群众|百姓|了))/u;
// … or closes like one: 护平安, 在行动, 保民安; no head noun of a mechanism follows.
const CLOSES =
  /(?:护平安|保平安|在行动|在身边|在路上|永不止步|到底|满意|放心|安心|为民|民安|担当|使命|无小事|零距离|不缺位|不上交|不出事)$/u;

/**
 * Whether a name is a slogan rather than a practice. The lexicon's own list decides first; else a name with a head noun
 * (机制, 行动 …) is a practice, and one in several clauses or in the words of an exhortation is a slogan.
 */
export function isSlogan(name: string, lexicon: InitiativeLexicon): boolean {
  const key = clean(name);
  const known = lexicon.known.find((entry) =>
    [entry.name, ...(entry.variants ?? [])].some((form) => clean(form) === key),
  );
  if (known !== undefined) return known.kind === 'slogan';
  const bare = name.replace(/[\s“”"'‘’「」]/gu, '');
  if (lexicon.heads.some((head) => bare.endsWith(head))) return false;
  const clauses = bare.split(/[，,；;。!！]/u).filter((clause) => clause.length >= 3);
  return clauses.length >= 2 || EXHORTS.test(bare) || CLOSES.test(bare);
}
