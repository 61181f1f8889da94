import { escapeHtml } from './markup.js';

/**
 * A figure with what belongs to it: sign, digits, range, 万/亿, 余/多, measure word.
 * e.g. `5.8万余起`, `2019—2023年`, `下降`**`17.4%`**, `1—11月`, `2024-01-09`
 */
const figure =
  /[0-9](?:[0-9.,:]{0,20}[0-9])?(?:[—–~～-][0-9][0-9.]{0,12}){0,2}(?:[%‰]|[十百千万亿]{0,3}[余多]?(?:个百分点|人次|公里|公斤|平方米|[年月日时秒起件人名个元条行地项份句次级章处家笔户倍岁字周格类款万亿])?)/gu;

/** Plain text → HTML: escaped, and each number kept with its unit. */
export function typeset(text: string): string {
  return pieces(text)
    .map(({ text: part, tied }) => (tied ? `<span class="n">${escapeHtml(part)}</span>` : escapeHtml(part)))
    .join('');
}

interface Piece {
  readonly text: string;
  /** True: never broken over two lines. */
  readonly tied: boolean;
}

function pieces(text: string): Piece[] {
  const list: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(figure)) {
    if (match[0].length < 2) continue;
    if (match.index > at) list.push({ text: text.slice(at, match.index), tied: false });
    list.push({ text: match[0], tied: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) list.push({ text: text.slice(at), tied: false });
  return list;
}

/** A marker that leads to a piece of evidence; `id` is where the evidence leads back to. */
export interface Cite {
  readonly number: number;
  readonly id: string;
  readonly label: string;
}

/** Evidence markers in real brackets: `[17][18]`. */
export function markers(cites: readonly Cite[]): string {
  return cites
    .map(
      ({ number, id, label }) =>
        `<a class="ev" href="#e${number}" id="${id}" aria-label="${escapeHtml(label)}">[${number}]</a>`,
    )
    .join('');
}

const closing = /[，。、；：！？”’）》」』】〉%‰…—]/u;

/** Text with the markers tied to its last figure, or to its last three characters: `下降17.4%[17]` never parts. */
export function tied(text: string, cites: readonly Cite[]): string {
  if (cites.length === 0) return typeset(text);
  const list = pieces(text);
  const last = list.at(-1);
  if (last === undefined) return markers(cites);
  const head = list
    .slice(0, -1)
    .map((piece) => piece.text)
    .join('');
  if (last.tied) return `${typeset(head)}<span class="n">${escapeHtml(last.text)}${markers(cites)}</span>`;
  const [body, tail] = ending(last.text, 3);
  return `${typeset(head + body)}<span class="n">${escapeHtml(tail)}${markers(cites)}</span>`;
}

/** Cuts off the last `count` characters, or fewer or more, so that the tail opens with no closing mark and parts no quoted word. */
function ending(text: string, count: number): [string, string] {
  const characters = Array.from(text);
  let from = Math.max(0, characters.length - count);
  // 找堵防”行动: the tail begins behind the mark when anything is left there, else takes the character before it along
  let behind = from;
  while (behind < characters.length && closing.test(characters[behind] ?? '')) behind += 1;
  if (behind > from && behind < characters.length) from = behind;
  while (from > 0 && closing.test(characters[from] ?? '')) from -= 1;
  return [characters.slice(0, from).join(''), characters.slice(from).join('')];
}

/** A name this short stays whole; its markers may then open the next line, for a broken word is worse. */
const wholeName = 7;

/** A name for a narrow cell: short ones stay whole; others may part at their quotation marks and before the last two characters. */
export function named(text: string, cites: readonly Cite[]): string {
  if (Array.from(text).length <= wholeName)
    return `<span class="n">${escapeHtml(text)}</span>${cites.length === 0 ? '' : '<wbr>'}${markers(cites)}`;
  const [body, tail] = ending(text, 2);
  const open = (part: string) =>
    escapeHtml(part.replace(/(?<=[\p{L}\p{N}])“/gu, '\u200b“').replace(/”(?=[\p{L}\p{N}])/gu, '”\u200b')).replaceAll(
      '\u200b',
      '<wbr>',
    );
  return `${open(body)}${/”$/u.test(body) ? '<wbr>' : ''}<span class="n">${escapeHtml(tail)}${markers(cites)}</span>`;
}
