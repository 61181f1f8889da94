import type { InputLine } from '../host/lines.js';
import type { Wording } from '../model/note.js';
import type { ExtractContext, ExtractedLine } from '../pipeline/extract-line.js';
import { extractLine } from '../pipeline/extract-line.js';

/** Lines that are read together, and what came of them: text to write as it is. */
export interface BatchResult {
  readonly text: string;
  readonly reports: number;
  readonly refused: number;
}

/** What a line that has no text comes to. */
function unreadable({ number, isTooLong }: InputLine, file: string): ExtractedLine {
  const wording: Wording = isTooLong
    ? {
        message: 'found a line longer than 64 MB, expected one report as JSON',
        hint: 'write one report a line, each line with its line break',
        zh: { message: '发现超过 64 MB 的一行，应为一份报告的 JSON', hint: '请每行写一份报告，行末要有换行' },
      }
    : {
        message: 'found a line that is not UTF-8, expected one report as JSON',
        hint: 'save the input as UTF-8, one report a line',
        zh: { message: '发现不是 UTF-8 的一行，应为一份报告的 JSON', hint: '请把输入存为 UTF-8，每行一份报告' },
      };
  return {
    type: 'refused',
    notes: [{ code: 'extract/bytes', severity: 'error', place: { file, line: number }, ...wording }],
  };
}

/** Reads a batch of lines. Never throws. */
export function extractBatch(lines: readonly InputLine[], context: ExtractContext): BatchResult {
  let text = '';
  let [reports, refused] = [0, 0];
  for (const line of lines) {
    const out = line.text === null ? [unreadable(line, context.file)] : extractLine(line.text, line.number, context);
    for (const record of out) {
      if (record.type === 'report') reports += 1;
      if (record.type === 'refused') refused += 1;
      text += `${JSON.stringify(record)}\n`;
    }
  }
  return { text, reports, refused };
}
