import type { Jurisdiction } from '../../model/corpus.js';
import type { HonourLevel } from '../../model/finding.js';
import type { HonourWords } from './words.js';

/** What is known about who gave an award. */
export interface Given {
  readonly title: string;
  /** The title with the level words before it. */
  readonly context: string;
  readonly grantor: string | null;
  readonly contest: string | null;
  readonly pooled: boolean;
}

/** Who may give a merit where the text does not say who did (orders 66 and 135 of the Ministry of Public Security). */
const MERIT: readonly [RegExp, HonourLevel][] = [
  [/集体一等功/u, 'national'],
  [/(?:个人)?一等功|(?:集体|个人)?二等功/u, 'provincial'],
  [/三等功/u, 'municipal'],
];

/** 全区公安机关 in the report of a banner, or where the text speaks of an autonomous region: all of the region, no district. */
const isOfRegion = ({ name, level }: Jurisdiction, speaksOf: (word: string) => boolean): boolean =>
  /旗$|盟$|自治区$/u.test(name) || (level !== 'district' && level !== 'station' && speaksOf('自治区'));

/**
 * Level of an award from its grantor, then its title or contest, then what is known of the title; `other` where nothing says.
 * `speaksOf` says whether the text has a word: 绥江市 says what 绥江 in a title is.
 * Pooled 一、二、三等功 have several levels, and so none.
 */
export function levelOf(
  given: Given,
  jurisdiction: Jurisdiction,
  words: HonourWords,
  speaksOf: (word: string) => boolean = () => false,
): HonourLevel {
  const { title, context, grantor, contest, pooled } = given;
  const named =
    (/全区/u.test(context + title) && isOfRegion(jurisdiction, speaksOf) ? 'provincial' : null) ??
    (grantor === null ? null : words.levelIn(grantor)) ??
    words.levelIn(context) ??
    words.levelIn(title) ??
    (contest === null ? null : words.levelIn(contest));
  if (named) return named;
  const known = words.knownLevel(title);
  if (known) return known;
  if (pooled) return 'other';
  if (!/杯|赛|武/u.test(title)) {
    for (const [merit, level] of MERIT) if (merit.test(title)) return level;
  }
  const place = /^[“]?([\u4e00-\u9fff]{2})/u.exec(title)?.[1];
  // 清浦市先进派出所: a city by its full name.
  if (/^[“]?[\u4e00-\u9fff]{2,4}市(?!级)/u.test(title)) return 'municipal';
  if (place !== undefined) {
    // 绥江楷模 in a text that speaks of 绥江市.
    if (speaksOf(`${place}省`)) return 'provincial';
    if (speaksOf(`${place}市`) || speaksOf(`${place}日报`) || speaksOf(`${place}晚报`)) return 'municipal';
  }
  for (const place of [jurisdiction.short, jurisdiction.name]) {
    if (place.length >= 2 && title.includes(place))
      return jurisdiction.level === 'province' ? 'provincial' : jurisdiction.level === 'city' ? 'municipal' : 'other';
  }
  return 'other';
}
