// Markers that open an item of a list. e.g. “- 五年来”, “● 日均接警”, “①”, “（1）”, “1.”
const bullet = /^(?:[-*+•●○■□▪▫◆◇★☆►▸▶▷➤✦✅☑✔◎·❖➢⚫▍▎▌❚🔹🔸🔺🚩📌👉]|\p{Extended_Pictographic})\ufe0f?[ \t]*/u;
const ordinal = /^(?:[①-⑳⑴-⒇❶-❿][ \t]*|[（(]\d{1,2}[)）][ \t]*|\d{1,2}[.．)）、](?!\d)[ \t]*)/;

/** The marker an item of a list begins with, or null: its text, and what all items of the same list share. */
export function itemMarker(line: string): { readonly length: number; readonly family: string } | null {
  const mark = bullet.exec(line);
  if (mark && line.length > mark[0].length) {
    // a dash that opens a subtitle (——…) or a negative number is no bullet
    if (/^(?:[-·+*]\d|--)/.test(line)) return null;
    return { length: mark[0].length, family: mark[0].trim() };
  }
  const number = ordinal.exec(line);
  return number && line.length > number[0].length
    ? { length: number[0].length, family: number[0].replace(/[\d①-⑳⑴-⒇❶-❿\s]+/, '1').trim() }
    : null;
}
