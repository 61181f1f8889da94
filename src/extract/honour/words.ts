import type { HonourLevel } from '../../model/finding.js';
import type { HonourLexicon } from '../../model/lexicon.js';

/** The honour lexicon made ready for matching. */
export interface HonourWords {
  /** Every verb, the longest first; global. */
  readonly verb: RegExp;
  readonly isStrong: (verb: string) => boolean;
  /** A noun of award in the text. */
  readonly isAward: (text: string) => boolean;
  /** A thing one gets that is no award, at the end of the text or decisive in it. */
  readonly isOther: (text: string) => boolean;
  /** An award known by name. */
  readonly isKnown: (text: string) => boolean;
  readonly knownLevel: (text: string) => HonourLevel | null;
  /** The level of the grantor or league named first in the text, null where none is. */
  readonly levelIn: (text: string) => HonourLevel | null;
  /** A province or city by its short name. */
  readonly isPlace: (text: string) => boolean;
  /** Name of a person at the end of the text, the rest before it. */
  readonly personAtEnd: RegExp;
  /** A whole text that is nothing but a name. */
  readonly bareName: RegExp;
  /** A name and the role behind it: 李伟民警. */
  readonly nameBeforeRole: RegExp;
  /** What may be a name at the beginning of a text, one character too long at times. */
  readonly namePrefix: RegExp;
  /** A name at the beginning of a text, where what follows cannot belong to it. */
  readonly nameAtStart: RegExp;
  /** A role and the name after it, anywhere; the name is group 1. */
  readonly roleAndName: RegExp;
  /** The same; global. */
  readonly rolesAndNames: RegExp;
  readonly bodyAtEnd: RegExp;
  /** A body at the beginning of the text, as long as it goes on. */
  readonly bodyAtStart: RegExp;
}

const cache = new WeakMap<HonourLexicon, HonourWords>();

/** Compiles the lexicon once; the same lexicon gives the same object. */
export function honourWords(lexicon: HonourLexicon): HonourWords {
  const known = cache.get(lexicon);
  if (known) return known;
  const made = compile(lexicon);
  cache.set(lexicon, made);
  return made;
}

function compile(lexicon: HonourLexicon): HonourWords {
  const strong = new Set(lexicon.verbs);
  // What an award is called stands at the end: 先进集体 in 先进集体推荐表 is none.
  const award = new RegExp(`(?:${anyOf(lexicon.awards ?? []).source})(?:[(（][^()（）]{0,12}[)）])?$`, 'u');
  const other = anyOf(lexicon.not);
  const titles = lexicon.titles.map(({ pattern, level }) => ({ pattern: new RegExp(pattern, 'u'), level }));
  const grantors = lexicon.grantors.map(({ pattern, level }) => ({ pattern: new RegExp(pattern, 'u'), level }));
  const provinces = anyOf((lexicon.provinces ?? []).map(literal));
  const cities = anyOf((lexicon.cities ?? []).map(literal));
  const places = new Set([...(lexicon.provinces ?? []), ...(lexicon.cities ?? [])]);
  const surname = words(lexicon.surnames ?? []);
  const role = words(lexicon.roles ?? []);
  const body = words(lexicon.bodies ?? []);
  const longBody = words((lexicon.bodies ?? []).filter((b) => b.length > 1));
  /** What may stand inside the name of a body: no particle, verb or number of years. */
  const inside = '(?:经(?=[侦济营贸开])|[^，,、。的在被对和与将以为“了获荣斩连续先已均共由经过各每])';
  /** What a body does and what it is named after a verb of are two: 市公安局升级改造公安检查站. */
  const goesOn = `(?!参加|参与|问鼎|夺得|勇夺|斩获|蝉联|承办|举办|召开|位居|位列|排名|名列|升级|改造|建成|新建|改建|组织|开展|推进|整合|发动|联合|围绕|坚持|深化|强化|实现|完成|破获|侦破|抓获|查处|派出|抽调|选派|协助|配合|建立|设立|成立|组建|打造|会同|牵头|走进|深入|出动|投入|化解|保障|服务(?![中大队站窗]))${inside}`;
  const name = `(?:[小老](?:${surname})(?![\\u4e00-\\u9fff]{0,1}[、和])|(?:${surname})[\\u4e00-\\u9fff]{1,2})`;
  const levelIn = (text: string): HonourLevel | null => {
    let best: { at: number; level: HonourLevel } | null = null;
    for (const { pattern, level } of grantors) {
      const at = text.search(pattern);
      if (at >= 0 && (best === null || at < best.at)) best = { at, level };
    }
    if (best) return best.level;
    if (provinces.test(text)) return 'provincial';
    return cities.test(text) ? 'municipal' : null;
  };
  return {
    // 董爱荣获评: 荣 is the name's. 劳动奖章获得者: a holder, nothing is given.
    verb: new RegExp(
      `(?:${words([...lexicon.verbs, ...(lexicon.weakVerbs ?? [])]).replace(/(^|\|)荣获(?=\||$)/u, '$1荣获(?!评)')})(?!得?者)`,
      'gu',
    ),
    isStrong: (verb) => strong.has(verb),
    isAward: (text) => award.test(text),
    isOther: (text) => other.test(text),
    isKnown: (text) => titles.some(({ pattern }) => pattern.test(text)),
    knownLevel: (text) => titles.find(({ pattern, level }) => level !== null && pattern.test(text))?.level ?? null,
    levelIn,
    isPlace: (text) => places.has(text),
    personAtEnd: new RegExp(`(?:${role})(${name})(?:同志)?$`, 'u'),
    bareName: new RegExp(`^(${name})(?:同志)?$`, 'u'),
    nameBeforeRole: new RegExp(`^(${name})(?:民警|警官|所长|教导员|辅警|队长|大队长|支队长|主任|局长|法医)$`, 'u'),
    namePrefix: new RegExp(`^(${name})`, 'u'),
    nameAtStart: new RegExp(`^(${name})(?=同志|烈士|等|[，,、。；（(]|$|合影|作|是|为|获|被)`, 'u'),
    roleAndName: new RegExp(`(?:${role})(${name})`, 'u'),
    rolesAndNames: new RegExp(`(?:${role})(${name})`, 'gu'),
    bodyAtEnd: new RegExp(`(?:${body})$`, 'u'),
    bodyAtStart: new RegExp(
      `^(?!公安(?:部|机关|绩效|工作|$)|打击|建成|新建|入室|组织|开展|推进|依托|整合|发动|联合|通过|围绕|坚持|深化|大力|强化|实现|完成|破获|侦破|抓获|查处|其中|是|有|\\d+(?:余|多)?[件起宗条项次])${inside}{0,14}?(?:${longBody})(?:(?:${goesOn}){0,8}?(?:${longBody})){0,3}(?<!公安(?=[\\u4e00-\\u9fff]{0,10}(?:工作|行动|案件)))`,
      'u',
    ),
  };
}

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Alternatives, the longest first, so that 获评 wins over 获. */
function words(list: readonly string[]): string {
  return (
    [...list]
      .sort((a, b) => b.length - a.length)
      .map(literal)
      .join('|') || '(?!)'
  );
}

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.length === 0 ? '(?!)' : patterns.map((p) => `(?:${p})`).join('|'), 'u');
}
