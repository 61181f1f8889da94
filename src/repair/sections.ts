import type { Block, Ownership } from '../model/repaired-doc.js';
import type { LaidBlock } from './layout.js';

/**
 * Gives every block the nearest heading above it that was given to the same report: a block that was set under another
 * report's heading does not belong to that section.
 */
export function nameSections(text: string, blocks: readonly (LaidBlock & { readonly owner: Ownership })[]): Block[] {
  const sections = new Map<string | null, string>();
  return blocks.map((block) => {
    const section = sections.get(block.owner.report) ?? null;
    if (block.kind === 'heading')
      sections.set(block.owner.report, headingName(text.slice(block.repairedSpan.start, block.repairedSpan.end)));
    return { ...block, section };
  });
}

/** The heading without its brackets and full stop: 【打击犯罪】 → 打击犯罪, 1 安保工作取得完胜。 → 安保工作取得完胜. */
export function headingName(text: string): string {
  const bare = text
    .trim()
    .replace(/^[【〔★☆◆◇●■※▪]\s*(.*?)\s*[】〕★☆◆◇●■※▪]$/, '$1')
    .replace(/^\d{1,2}[.、\s]\s*(?=[\u4e00-\u9fff“])/, '')
    .replace(/[。：]$/, '');
  return bare.trim();
}
