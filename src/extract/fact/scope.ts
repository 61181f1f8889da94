import type { Jurisdiction } from '../../model/corpus.js';

const WHOLE_SCOPE = /全(?:市|省|县|区|州|局|旗|盟|所|警|镇)(?:公安机关)?|(?:辖区)(?!\d)|我(?:市|省|县|区)/;
const OFFICE =
  /(?:[一-鿿]{2,8}?(?:区|县|市|旗))?(?:公安局|公安分局|分局)?[一-鿿]{0,6}?(?:派出所|警务站|支队|大队|中队)|[一-鿿]{2,6}(?:区|县|市)?(?:公安局|公安分局|分局)|分局|市局|县局|省厅|省公安厅|市公安局|县公安局|(?:市|县|区|省)?反诈中心/;
const PLACE = /[一-鿿]{2,6}(?:社区|街道|小区|村|园区|商圈|市场|校区|工地|景区)/;

/** Where a figure holds. */
export interface Scope {
  readonly name: string | null;
  /** A part of the jurisdiction: one station, one district's bureau. */
  readonly subUnit: boolean;
}

const NO_SCOPE: Scope = { name: null, subUnit: false };

/** The scope a stretch of text states, the last statement winning; null for none. */
export function scopeIn(text: string, jurisdiction: Jurisdiction): Scope | null {
  const whole = WHOLE_SCOPE.exec(text)?.[0];
  if (whole) return { name: whole.replace(/公安机关$/, ''), subUnit: false };
  for (const name of [jurisdiction.name, jurisdiction.short, ...jurisdiction.aliases])
    if (name.length >= 2 && text.includes(name)) return { name, subUnit: false };
  const office = OFFICE.exec(text)?.[0];
  if (office) return { name: office, subUnit: isSubUnit(office, jurisdiction) };
  return null;
}

/** One office below the level the report is about. */
function isSubUnit(office: string, jurisdiction: Jurisdiction): boolean {
  if (jurisdiction.level === 'station') return false;
  if (/^(?:市局|县局|省厅|省公安厅|市公安局|县公安局|分局|(?:市|县|区|省)?反诈中心)$/.test(office)) return false;
  const own = [jurisdiction.name, jurisdiction.short, ...jurisdiction.aliases];
  if (
    own.some(
      (name) =>
        name.length >= 2 &&
        (name.includes(office) || office.startsWith(name)) &&
        !/派出所|大队|支队|中队|警务站/.test(office),
    )
  )
    return false;
  return (
    /派出所|警务站|大队|中队/.test(office) ||
    ((jurisdiction.level === 'city' || jurisdiction.level === 'province') && /[区县旗].{0,4}局$|分局$/.test(office))
  );
}

/** A named place inside the jurisdiction that is the subject of the clause. */
export function placeIn(text: string): string | null {
  const match = PLACE.exec(text);
  return match ? match[0].replace(/^(?:在|把|对|为|向|从|的|其中)/, '') : null;
}

export const nowhere = NO_SCOPE;
