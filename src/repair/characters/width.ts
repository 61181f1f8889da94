import type { Change } from '../../text/source-map.js';
import type { CharacterRule, RepairMeta } from '../rule.js';

const meta: RepairMeta = {
  id: 'fold-width',
  description:
    'One form for every character: full-width digits, letters and ％ become half-width, half-width punctuation in Chinese text becomes full-width, line breaks become \\n, invisible characters vanish, radicals and compatibility forms become the characters they stand for.',
  examples: [
    { source: '止付１２３万元，占９．５％。', repaired: '止付123万元，占9.5%。' },
    { source: '警情下降22%,其中扒窃(含盗窃)下降63%;', repaired: '警情下降22%，其中扒窃（含盗窃）下降63%；' },
    { source: '办件12,345件', repaired: '办件12,345件', why: 'a thousands comma is part of the number' },
    { source: '办件１２，３４５件', repaired: '办件12,345件' },
    { source: '第1，300人', repaired: '第1,300人', why: 'three digits after a comma are read as thousands' },
    { source: '下降22%,2023年', repaired: '下降22%，2023年' },
    { source: '占57%),"团",45名(含2名)', repaired: '占57%），"团"，45名（含2名）' },
    { source: 'a, b (c)', repaired: 'a, b (c)', why: 'no Chinese text' },
    { source: '第1,3,5项', repaired: '第1,3,5项' },
    { source: '5月17日8:30', repaired: '5月17日8:30', why: 'a clock time' },
    { source: '甲\r\n乙\r丙', repaired: '甲\n乙\n丙' },
    { source: '公\u200b安\u00a0局', repaired: '公安 局' },
    { source: '⽹上办', repaired: '网上办', why: 'a Kangxi radical out of a PDF' },
    { source: '「3・15」案', repaired: '“3·15”案' },
    {
      source: '同比下降22%.',
      repaired: '同比下降22%.',
      why: 'a full stop is only read where a Chinese character stands before it',
    },
    { source: '成效明显.', repaired: '成效明显。' },
    { source: '指标\t2024年\t同比', repaired: '指标\t2024年\t同比', why: 'tabs part the cells of a row' },
    { source: '开头\t一句话', repaired: '开头 一句话' },
  ],
};

/** Half-width marks and what they are in Chinese text. */
const punctuation: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);
/** Forms that stand for another character wherever they stand. */
const plain: ReadonlyMap<string, string> = new Map([
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
  ['﹁', '“'],
  ['﹂', '”'],
  ['｢', '“'],
  ['｣', '”'],
  ['〝', '“'],
  ['〞', '”'],
  ['％', '%'],
  ['﹪', '%'],
  ['＋', '+'],
  ['＂', '"'],
  ['｡', '。'],
  ['､', '、'],
  ['﹐', '，'],
  ['﹑', '、'],
  ['﹔', '；'],
  ['﹕', '：'],
  ['∶', '：'],
  ['﹙', '（'],
  ['﹚', '）'],
  ['・', '·'],
  ['･', '·'],
  ['‧', '·'],
  ['⋅', '·'],
  ['―', '—'],
  ['─', '—'],
]);
const chinese = /[\u3400-\u9fff\u3001-\u3011\uff01-\uff0f\uff1a-\uff1f\u201c\u201d\u2018\u2019\u2026\u2014]/;

const isDigit = (c: string | undefined): boolean =>
  c !== undefined && ((c >= '0' && c <= '9') || (c >= '０' && c <= '９'));

/** Zero-width characters, marks of direction, soft hyphens, byte-order marks inside a text, variation selectors. */
function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0xfeff ||
    code === 0xad ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code < 0x20 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13)
  );
}

const isSpace = (code: number): boolean =>
  code === 9 ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f;

/** A comma with one to three digits before it and exactly three after it. */
function isThousands(text: string, at: number): boolean {
  // the line may end right behind the comma
  let next = at + 1;
  while (next < at + 5 && /[\r\n]/.test(text[next] ?? '')) next++;
  return (
    isDigit(text[at - 1]) &&
    isDigit(text[next]) &&
    isDigit(text[next + 1]) &&
    isDigit(text[next + 2]) &&
    !isDigit(text[next + 3]) &&
    !(isDigit(text[at - 2]) && isDigit(text[at - 3]) && isDigit(text[at - 4]))
  );
}

/** A thousands comma at the very end or beginning of a line, its other half behind a caption: `1` ⏎ … ⏎ `,102起`. */
function isBrokenThousands(text: string, at: number): boolean {
  const isBreak = (c: string | undefined) => c === undefined || c === '\n' || c === '\r';
  if (isBreak(text[at - 1])) return /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));
  return (
    isBreak(text[at + 1]) && /(?<!\d)\d{1,3}$/.test(text.slice(Math.max(0, at - 4), at)) && text[at - 1] !== undefined
  );
}

/** The longest line that may be a row of a table. */
const LONGEST_ROW = 200;

/** A tab in a short line of three cells or more, with figures in it or their names, and no sentence: 刑事警情（起）⇥4218⇥3590. */
function partsCells(text: string, at: number): boolean {
  const start = at - (/[^\r\n]*$/.exec(text.slice(Math.max(0, at - LONGEST_ROW), at))?.[0].length ?? 0);
  const stop = text.slice(at, at + LONGEST_ROW).search(/[\r\n]/);
  const end = stop < 0 ? Math.min(text.length, at + LONGEST_ROW) : at + stop;
  if (end - start > LONGEST_ROW) return false;
  const line = text.slice(start, end);
  return (line.match(/\S\t+ *(?=\S)/g)?.length ?? 0) >= 2 && !/[。；]/.test(line) && /\d|指标|项目/.test(line);
}

/** What one code unit reads in the folded text; null: as it is. */
function fold(text: string, at: number): string | null {
  const c = text[at] ?? '';
  const code = c.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return null;
  if (code === 13) return text[at + 1] === '\n' ? '' : '\n';
  if (code === 11 || code === 12 || code === 0x85 || code === 0x2028 || code === 0x2029) return '\n';
  if (isInvisible(code)) return '';
  if (code === 9 && partsCells(text, at)) return null;
  if (isSpace(code)) return ' ';
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) {
    return String.fromCharCode(code - 0xfee0);
  }
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) {
    const same = c.normalize('NFKC');
    return same.length === 1 && same !== c ? same : null;
  }
  if (c === '，') return isThousands(text, at) ? ',' : null;
  if (c === '．') return isDigit(text[at - 1]) && isDigit(text[at + 1]) ? '.' : null;
  if (c === '－') return isDigit(text[at - 1]) && isDigit(text[at + 1]) ? '-' : null;
  if (c === '•') return isDigit(text[at - 1]) && isDigit(text[at + 1]) ? '·' : null;
  if (c === '.') return isFullStop(text, at) ? '。' : null;
  return plain.get(c) ?? foldPunctuation(text, at, c);
}

/** A period after a Chinese character at the end of a line. */
function isFullStop(text: string, at: number): boolean {
  const code = (text[at - 1] ?? '').charCodeAt(0);
  return code >= 0x4e00 && code <= 0x9fff && /^[\s”"]?$/.test(text[at + 1] ?? '');
}

/** A letter or digit of the Latin script, full-width forms included. */
const isLatin = (c: string): boolean => /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]/.test(c);

/** A Chinese character or mark stands on one side, with nothing but figures, marks and white space before it. */
function isByChinese(text: string, at: number, step: 1 | -1): boolean {
  for (let i = at + step; Math.abs(i - at) <= 8; i += step) {
    const c = text[i];
    if (c === undefined || /[A-Za-zＡ-Ｚａ-ｚ]/.test(c)) return false;
    if (chinese.test(c)) return true;
  }
  return false;
}

/** Punctuation turns full-width in Chinese text; never inside a number, a clock time, or between Latin letters and digits. */
function foldPunctuation(text: string, at: number, mark: string): string | null {
  const full = punctuation.get(mark);
  if (full === undefined) return null;
  if (mark === ',' && (isThousands(text, at) || isBrokenThousands(text, at))) return null;
  if (isLatin(text[at - 1] ?? '') && isLatin(text[at + 1] ?? '')) return null;
  return isByChinese(text, at, -1) || isByChinese(text, at, 1) ? full : null;
}

/** See `meta`. Every change replaces one code unit by one or none, so places stay where they are but for what vanishes. */
export const width: CharacterRule = {
  meta,
  changes: (text) => {
    const changes: Change[] = [];
    for (let i = 0; i < text.length; i++) {
      const insert = fold(text, i);
      if (insert !== null) changes.push({ span: { start: i, end: i + 1 }, insert });
    }
    return changes;
  },
};
