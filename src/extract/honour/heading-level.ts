import type { HonourLevel } from '../../model/finding.js';
import type { Passage } from '../reading/passages.js';
import type { FoundHonour } from './found.js';
import type { HonourWords } from './words.js';

/** ◎国家级, 【省级荣誉】, （三）市级表彰: a line that says how high stands what is below it, and nothing else. */
const LABEL =
  /^[\s【◎●■◆★▲·（(\d一二三四五六七八九十）).、]{0,8}((?:国家|全国|省部|省|市州|市|州|县|区)级)(?:以上)?(?:集体|个人)?(?:荣誉|表彰|奖励|奖项|层面)?[】：:\s]*$/u;
/** A paragraph this long is none of a list, and ends it. */
const LONGEST_ENTRY = 120;

/** The level words a passage stands under, `国家级`, given those the passage before stood under; null for none. */
export function levelAbove(passage: Passage, before: string | null): string | null {
  const own = LABEL.exec(passage.text)?.[1];
  if (own !== undefined) return own;
  if (passage.text.length > LONGEST_ENTRY) return null;
  return (passage.section === null ? undefined : LABEL.exec(passage.section)?.[1]) ?? before;
}

/** A heading of something else; a line of the list may look like one, but names an honour. */
export const endsList = (passage: Passage): boolean =>
  !LABEL.test(passage.text) &&
  (passage.kind === 'heading' ||
    /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/u.test(passage.text));

/** An honour with the level of the heading it stands under, where neither its giver nor its title says one. */
export function underHeading(honour: FoundHonour, label: string | null, words: HonourWords): FoundHonour {
  const level: HonourLevel | null = label === null ? null : words.levelIn(label);
  const own = (honour.grantor === null ? null : words.levelIn(honour.grantor)) ?? words.levelIn(honour.title);
  return level === null || own !== null ? honour : { ...honour, level };
}
