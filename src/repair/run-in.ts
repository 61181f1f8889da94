import { cutLines } from './lines/cut.js';
import { headingNumber, isFigure } from './lines/heading.js';
import type { Draft } from './reflow.js';
import type { RepairMeta } from './rule.js';

export const meta: RepairMeta = {
  id: 'run-in',
  description:
    'A numbered heading that runs into its paragraph is parted from it, so that its number is no figure and the paragraph has a section.',
  examples: [
    {
      source: '1 安保工作取得完胜。在省厅领导下，依托一体化机制，打赢硬仗。',
      repaired: '1 安保工作取得完胜。\n在省厅领导下，依托一体化机制，打赢硬仗。',
    },
    {
      source: '（一）聚焦主责主业，打击犯罪成效明显。全年共立刑事案件683起。',
      repaired: '（一）聚焦主责主业，打击犯罪成效明显。\n全年共立刑事案件683起。',
    },
    {
      source: '（一）全年破获案件120起。抓获嫌疑人80人。',
      repaired: '（一）全年破获案件120起。抓获嫌疑人80人。',
      why: 'a claim, no heading',
    },
    {
      source: '坚持命案必破。2015年以来，命案全破。',
      repaired: '坚持命案必破。2015年以来，命案全破。',
      why: 'not numbered',
    },
  ],
};

/** The longest run-in heading, its number included. */
const MAX = 36;

/** Length of the numbered heading a text opens with, its full stop included; 0 where there is none or nothing follows. */
function headLength(text: string): number {
  const number = headingNumber(text);
  if (number === 0) return 0;
  const stop = text.indexOf('。');
  if (stop < number + 3 || stop >= MAX || stop + 1 >= text.length) return 0;
  const head = text.slice(number, stop);
  return isFigure(head) || /\d|[；：]|^是/.test(head) || (head.match(/，/g)?.length ?? 0) > 1 ? 0 : stop + 1;
}

/** Parts run-in headings from their paragraphs; other blocks are as they were. */
export function partRunIns(drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => {
    if (draft.kind !== 'paragraph') return [draft];
    const head = headLength(
      draft.lines
        .slice(0, 4)
        .map((l) => l.text)
        .join('')
        .slice(0, MAX + 8),
    );
    if (head === 0) return [draft];
    const [above, below] = cutLines(draft.lines, head);
    return below.length === 0
      ? [draft]
      : [
          { kind: 'heading' as const, lines: above },
          { kind: 'paragraph' as const, lines: below },
        ];
  });
}
