import type { Jurisdiction } from '../model/corpus.js';

/** Stands for the jurisdiction's own bureau, however the text calls it. */
const BUREAU = '@bureau';
// e.g. 市公安局, 全局, 区分局, 我局, 公安机关, 全市公安
const OWN =
  /^(?:[全我本]?[省市州县区旗]?(?:公安)?(?:[厅局]|分局)|(?:全[省市县区])?公安(?:机关|系统|队伍)?|警方|该局|全警)$/u;
const WHOLE = /^[全我本]?[省市州县区旗]/u;

/**
 * Makes two ways of naming one recipient equal: the bureau by any of its names, others without blanks and quotes; null for none.
 * `offices` are the names of the reporting bodies of a field other than the police.
 */
export function recipientKey(
  recipient: string | null,
  jurisdiction: Jurisdiction | undefined,
  offices: readonly string[] = [],
): string | null {
  if (recipient === null) return null;
  const name = recipient.normalize('NFKC').replace(/[\s“”"'‘’]/gu, '');
  if (name === '') return null;
  // The bodies of another field: 市中级人民法院, 全市法院.
  const isOwn = (text: string): boolean => OWN.test(text) || offices.includes(text.replace(WHOLE, ''));
  if (isOwn(name)) return BUREAU;
  const places = [jurisdiction?.name, jurisdiction?.short].filter(
    (place): place is string => place !== undefined && place !== '',
  );
  if (jurisdiction?.aliases.includes(name)) return BUREAU;
  for (const place of places) if (name.startsWith(place) && isOwn(name.slice(place.length))) return BUREAU;
  // 株洲市公安局交警支队 and 交警支队 are one body.
  for (const prefix of [...(jurisdiction?.aliases ?? []), ...places].sort((a, b) => b.length - a.length)) {
    const rest = name.slice(prefix.length).replace(/^(?:[市区县州]?公安(?:局|分局|厅)?|[市区县]局)/u, '');
    if (name.startsWith(prefix) && rest.length >= 3) return rest;
  }
  return name.replace(/^(?:[省市区县]公安(?:局|厅)|[市区县]局|省厅)(?=\p{sc=Han}{3})/u, '');
}
