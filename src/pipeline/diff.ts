import { type ClaimDiff, diffComparisons } from '../compare/index.js';
import type { Comparison } from '../model/comparison.js';
import type { Note, Noted } from '../model/note.js';

/** A `comparison.json` as read, with the name it goes by in notes. */
export interface Run {
  readonly file: string;
  readonly data: unknown;
}

/** Checks that both values are comparisons this version can read, then compares them claim by claim; value null when one is not. */
export function diffRuns(before: Run, after: Run): Noted<ClaimDiff | null> {
  const notes = [before, after].flatMap(problems);
  if (!isComparison(before.data) || !isComparison(after.data)) return { value: null, notes };
  return { value: diffComparisons(before.data, after.data), notes };
}

const LISTS = ['facts', 'honour_records', 'initiatives', 'sources'] as const;

function isComparison(data: unknown): data is Comparison {
  if (data === null || typeof data !== 'object') return false;
  const record = data as Readonly<Record<string, unknown>>;
  return record.schema === 'duizhao/comparison/1' && LISTS.every((key) => Array.isArray(record[key]));
}

function problems({ file, data }: Run): Note[] {
  if (isComparison(data)) return [];
  return [
    {
      code: 'diff/not-a-comparison',
      severity: 'error',
      message: `found something else in ${file}, expected a comparison of this program (schema duizhao/comparison/1)`,
      place: { file },
      hint: 'give the output folder of a run, or its data/comparison.json',
      zh: {
        message: `发现 ${file} 中是别的内容，应为本程序的比较结果（schema duizhao/comparison/1）`,
        hint: '请给出一次运行的输出文件夹，或其中的 data/comparison.json',
      },
    },
  ];
}
