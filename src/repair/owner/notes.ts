import type { Note, Place } from '../../model/note.js';
import type { Span } from '../../model/span.js';
import type { OwnedBlock } from './index.js';

const read: ReadonlySet<string> = new Set(['heading', 'paragraph', 'item', 'caption']);

/** A note for every stretch of blocks that was given to no report: its claims enter nobody's row until a person says whose it is. */
export function uncertainOwners(blocks: readonly OwnedBlock[], place: (span: Span) => Place): Note[] {
  const notes: Note[] = [];
  let stretch: OwnedBlock[] = [];
  const close = () => {
    const [first, last] = [stretch[0], stretch[stretch.length - 1]];
    if (first && last && stretch.some((b) => b.kind !== 'heading') && first.owner.margin !== null) {
      const from = place(first.repairedSpan);
      const to = place(last.repairedSpan);
      notes.push({
        code: 'repair/owner-uncertain',
        severity: 'warning',
        message: `found ${stretch.length} block${stretch.length > 1 ? 's' : ''} (lines ${from.line ?? '?'}–${to.line ?? '?'}) that fit more than one report, expected one`,
        place: from,
        hint: 'say whose they are with parts: in corpus.yaml',
        zh: {
          message: `发现 ${stretch.length} 个段落（第 ${from.line ?? '?'}–${to.line ?? '?'} 行）可归于不止一份报告，应为一份`,
          hint: '请在 corpus.yaml 中用 parts: 写明归属',
        },
      });
    }
    stretch = [];
  };
  for (const block of blocks) {
    if (!read.has(block.kind)) continue;
    if (block.owner.report === null) stretch.push(block);
    else close();
  }
  close();
  return notes;
}
