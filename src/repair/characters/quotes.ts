import { splitLines } from '../../text/lines.js';
import type { Change } from '../../text/source-map.js';
import type { CharacterRule, RepairMeta } from '../rule.js';

const meta: RepairMeta = {
  id: 'curl-quotes',
  description:
    'Straight quotation marks become curly ones, opening and closing in turn. A line with an odd number of them is read on into the next such line: a paragraph broken inside a quotation.',
  examples: [
    { source: '"平安义警"16人', repaired: '“平安义警”16人' },
    { source: '开展"夏安\n\n行动"三次', repaired: '开展“夏安\n\n行动”三次' },
    { source: '高5"的一块', repaired: '高5"的一块', why: 'one without a partner stays' },
  ],
};

/** How many lines that hold text may stand between the two halves of a broken quotation. */
const REACH = 4;

/** See `meta`. */
export const quotes: CharacterRule = {
  meta,
  changes: (text) => {
    if (!text.includes('"')) return [];
    const lines = splitLines(text)
      .filter((l) => text.slice(l.start, l.end).trim() !== '')
      .map((l) => marksIn(text, l.start, l.end));
    const changes: Change[] = [];
    let open = false;
    for (const [i, marks] of lines.entries()) {
      const isHalf = marks.length % 2 === 1;
      if (isHalf && !open && !lines.slice(i + 1, i + 1 + REACH).some((m) => m.length % 2 === 1)) continue;
      // Between the halves of a broken quotation a line (a caption) is paired by itself.
      const first = isHalf && open ? 1 : 0;
      for (const [n, at] of marks.entries()) {
        changes.push({ span: { start: at, end: at + 1 }, insert: (n + first) % 2 === 0 ? '“' : '”' });
      }
      if (isHalf) open = !open;
    }
    return changes;
  },
};

function marksIn(text: string, start: number, end: number): number[] {
  const marks: number[] = [];
  for (let at = text.indexOf('"', start); at >= 0 && at < end; at = text.indexOf('"', at + 1)) marks.push(at);
  return marks;
}
