import type { Edit } from '../model/repaired-doc.js';
import type { Piece } from '../text/source-map.js';
import type { RepairMeta } from './rule.js';

export const meta: RepairMeta = {
  id: 'fold-width',
  description:
    'One form for every character: full-width digits, letters and ％ become half-width, half-width punctuation in Chinese text becomes full-width, straight quotation marks become curly, line breaks become \\n, invisible characters vanish.',
  examples: [
    { source: '止付１２３万元，占９．５％。', repaired: '止付123万元，占9.5%。' },
    { source: '全区警情下降22%,其中扒窃(含盗窃)下降.', repaired: '全区警情下降22%，其中扒窃（含盗窃）下降.' },
    { source: '办件12,345件', repaired: '办件12,345件', why: 'a thousands comma is part of the number' },
    { source: '办件１２，３４５件', repaired: '办件12,345件' },
    { source: '5月17日8:30', repaired: '5月17日8:30', why: 'a clock time' },
    { source: '甲\r\n乙', repaired: '甲\n乙' },
    { source: '公\u200b安', repaired: '公安' },
    { source: '"平安义警"16人', repaired: '“平安义警”16人' },
  ],
};

/** Half-width marks and what they are in Chinese text. */
const punctuation: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const quotes: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’', '﹁': '“', '﹂': '”' };
const invisible = /[\u200b-\u200c\u200e-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]|\u200d|[\ufe00-\ufe0f]/u;
const chinese = /[\u3400-\u9fff\u3001-\u3011\uff01-\uff0f\u201c\u201d\u2018\u2019\u2026\u2014]/;
const isDigit = (c: string | undefined): boolean =>
  c !== undefined && ((c >= '0' && c <= '9') || (c >= '０' && c <= '９'));

/** What one code unit reads in the repaired text; null: as it is. */
function foldOne(text: string, at: number): string | null {
  const c = text[at] ?? '';
  const code = c.charCodeAt(0);
  if (code === 13) return text[at + 1] === '\n' ? '' : '\n';
  if (code === 0x0b || code === 0x0c || code === 0x85 || code === 0x2028 || code === 0x2029) return '\n';
  if (
    code === 9 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  )
    return ' ';
  if (invisible.test(c)) return '';
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0);
  if (c === '％' || c === '﹪') return '%';
  if (c === '＋') return '+';
  if (c === '，' && isThousands(text, at)) return ',';
  if ((c === '．' || c === '・') && isDigit(text[at - 1]) && isDigit(text[at + 1])) return c === '．' ? '.' : '·';
  if (c === '＂') return '"';
  if (c in quotes) return quotes[c] ?? null;
  if (c in punctuation) return foldPunctuation(text, at, c);
  return null;
}

function isThousands(text: string, at: number): boolean {
  return (
    isDigit(text[at - 1]) &&
    isDigit(text[at + 1]) &&
    isDigit(text[at + 2]) &&
    isDigit(text[at + 3]) &&
    !isDigit(text[at + 4]) &&
    !(isDigit(text[at - 2]) && isDigit(text[at - 3]) && isDigit(text[at - 4]))
  );
}

/** Punctuation turns full-width where Chinese characters or marks stand beside it; never inside a number or a clock time. */
function foldPunctuation(text: string, at: number, mark: string): string | null {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (mark === ',' && isThousands(text, at)) return null;
  if (mark === ':' && isDigit(before) && isDigit(after)) return null;
  const isNear = chinese.test(before) || chinese.test(after);
  const isAfterUnit = before === '%' && (after === '' || /[\s\d]/.test(after) || chinese.test(after));
  const betweenNumbers = mark === ',' && isDigit(before) && /\s/.test(after);
  return isNear || isAfterUnit || betweenNumbers ? (punctuation[mark] ?? null) : null;
}

/** The folded text as pieces of the source, and the edits that were made. Straight quotation marks are paired line by line. */
export function foldWidth(source: string): { readonly pieces: readonly Piece[]; readonly edits: readonly Edit[] } {
  const pieces: Piece[] = [];
  const edits: Edit[] = [];
  const straight = pairStraightQuotes(source);
  let verbatim = 0;
  for (let i = 0; i < source.length; i++) {
    const folded = straight.get(i) ?? foldOne(source, i);
    if (folded === null) continue;
    if (verbatim < i) pieces.push({ sourceSpan: { start: verbatim, end: i } });
    const sourceSpan = { start: i, end: i + 1 };
    pieces.push({ sourceSpan, text: folded });
    edits.push({ rule: meta.id, kind: folded === '' ? 'drop' : 'replace', sourceSpan, insert: folded });
    verbatim = i + 1;
  }
  if (verbatim < source.length) pieces.push({ sourceSpan: { start: verbatim, end: source.length } });
  return { pieces, edits };
}

/** Straight double quotation marks open and close in turn; a line with an odd number of them is left alone. */
function pairStraightQuotes(source: string): Map<number, string> {
  const paired = new Map<number, string>();
  let line: number[] = [];
  const close = () => {
    if (line.length % 2 === 0) for (const [i, at] of line.entries()) paired.set(at, i % 2 === 0 ? '“' : '”');
    line = [];
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === '\n' || c === '\r') close();
    else if (c === '"' || c === '＂') line.push(i);
  }
  close();
  return paired;
}
