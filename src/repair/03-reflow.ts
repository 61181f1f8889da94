import type { BlockKind } from '../model/repaired-doc.js';
import { endsSentence, type Line } from './02-line-kinds.js';
import type { RepairMeta } from './rule.js';

export const meta: RepairMeta = {
  id: 'reflow',
  description:
    'A paragraph broken in the middle of a sentence is put together again: across line ends, blank lines, column breaks, page numbers, captions and mastheads.',
  examples: [
    {
      source: '化解各类矛\n\n盾纠纷5800余起，排查安全隐患3500余个。',
      repaired: '化解各类矛盾纠纷5800余起，排查安全隐患3500余个。',
    },
    {
      source: '全年发布辟谣信息共计\n34条，化解纠纷200余起。',
      repaired: '全年发布辟谣信息共计34条，化解纠纷200余起。',
    },
  ],
};

/** Lines that make one block. */
export interface Draft {
  readonly kind: BlockKind;
  readonly lines: readonly Line[];
}

/** True where a text leaves a bracket or quotation mark open. */
export function isUnbalanced(text: string): boolean {
  let round = 0;
  let quote = 0;
  let title = 0;
  for (const c of text) {
    if (c === '（') round++;
    else if (c === '）' && round > 0) round--;
    else if (c === '“') quote++;
    else if (c === '”' && quote > 0) quote--;
    else if (c === '《') title++;
    else if (c === '》' && title > 0) title--;
  }
  return round > 0 || quote > 0 || title > 0;
}

const closingStart = /^[，。、；：！？”’）》】」』,.;:!?)%‰％]/;
const closedShapes: ReadonlySet<string> = new Set([
  'heading',
  'caption',
  'byline',
  'masthead',
  'credit',
  'page-number',
  'ornament',
]);

/** Whether a paragraph that reads `text` so far wants more. */
function isOpen(text: string): boolean {
  if (isUnbalanced(text) && text.length < 4000) return true;
  if (endsSentence(text)) return false;
  return true;
}

/** Lines between two halves that belong to neither. */
const interrupters: ReadonlySet<string> = new Set([
  'caption',
  'page-number',
  'masthead',
  'credit',
  'ornament',
  'byline',
]);

/** Puts lines together to blocks; a caption that stood inside a paragraph follows it. */
export function reflow(lines: readonly Line[]): Draft[] {
  const blocks: Draft[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    if (!line) break;
    if (line.shape !== 'body' && line.shape !== 'item') {
      blocks.push({ kind: kindOf(lines, i), lines: [line] });
      i++;
      continue;
    }
    const own: Line[] = [line];
    const between: Line[] = [];
    let text = line.text;
    let next = i + 1;
    while (next < lines.length && isOpen(text)) {
      let probe = next;
      while (probe < lines.length && probe < next + 6 && interrupters.has(lines[probe]?.shape ?? '')) probe++;
      const after = lines[probe];
      if (!after || !continues(line, text, after, probe > next)) break;
      between.push(...lines.slice(next, probe));
      own.push(after);
      text += after.text;
      next = probe + 1;
    }
    blocks.push({ kind: line.shape === 'item' ? 'item' : 'paragraph', lines: own });
    for (const caption of between) blocks.push({ kind: interrupterKind(caption), lines: [caption] });
    i = next;
  }
  return blocks;
}

/** Whether `after` goes on with a paragraph that began with `first` and reads `text` so far. */
function continues(first: Line, text: string, after: Line, isInterrupted: boolean): boolean {
  if (closedShapes.has(after.shape) || after.shape === 'item') return false;
  if (closingStart.test(after.text)) return true;
  if (isUnbalanced(text)) return true;
  if (first.shape === 'item') return /[，、；]$/.test(text) && !isInterrupted;
  if (/[：]$/.test(text)) return false;
  if (after.shape === 'short') return after.gap === 0 && !isInterrupted && first.text.length > 20;
  return true;
}

function interrupterKind(line: Line): BlockKind {
  if (line.shape === 'caption' || line.shape === 'masthead' || line.shape === 'credit' || line.shape === 'byline')
    return line.shape;
  return line.shape === 'ornament' ? 'pull-quote' : 'masthead';
}

/** A line that is a block by itself. */
function kindOf(lines: readonly Line[], at: number): BlockKind {
  const line = lines[at];
  if (!line) return 'paragraph';
  if (line.shape === 'short') return 'heading';
  if (line.shape === 'heading') return 'heading';
  return interrupterKind(line);
}
