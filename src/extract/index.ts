import type { Draft } from '../model/finding.js';
import type { Note, Noted } from '../model/note.js';
import type { TokenisedDoc } from '../model/tokenised-doc.js';
import type { ExtractContext, Extractor } from './context.js';
import { extractFacts } from './fact/index.js';
import { extractHonours } from './honour/index.js';
import { extractInitiatives } from './initiative/index.js';

const EXTRACTORS: readonly { readonly id: string; readonly extract: Extractor }[] = [
  { id: 'fact', extract: extractFacts },
  { id: 'honour', extract: extractHonours },
  { id: 'initiative', extract: extractInitiatives },
];

/**
 * Runs every extractor over one report's share of a text. An extractor that fails becomes a note and the others go on;
 * what the failing one would have found is missing, and the note says so.
 */
export function extractFindings(doc: TokenisedDoc, context: ExtractContext): Noted<readonly Draft[]> {
  const drafts: Draft[] = [];
  const notes: Note[] = [];
  for (const { id, extract } of EXTRACTORS) {
    try {
      const found = extract(doc, context);
      // `partOf` counts within the extractor's own list.
      const base = drafts.length;
      drafts.push(
        ...found.value.map((draft) => (draft.partOf === undefined ? draft : { ...draft, partOf: draft.partOf + base })),
      );
      notes.push(...found.notes);
    } catch (error) {
      notes.push({
        code: `extract/${id}-failed`,
        severity: 'error',
        message: `found a failure in the ${id} extractor (${(error as Error).message}), expected records: those of ${context.report.id} are missing`,
        place: { file: doc.repaired.source.file },
        hint: 'please report this with the text',
        zh: {
          message: `发现 ${id} 提取失败（${(error as Error).message}），应为记录：缺少 ${context.report.id} 的此类记录`,
          hint: '请连同原文报告此问题',
        },
      });
    }
  }
  return { value: drafts, notes };
}
