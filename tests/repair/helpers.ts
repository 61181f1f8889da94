import type { Jurisdiction, Level, Part, Report } from '../../src/model/corpus.js';
import type { Block, RepairedDoc } from '../../src/model/repaired-doc.js';
import type { RepairContext } from '../../src/repair/index.js';
import { repair } from '../../src/repair/index.js';

/** A place as the tests write it down. */
export interface PlaceName {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly level: Level;
  readonly aliases: readonly string[];
}

/** A context of reports named like their jurisdictions. */
export function contextOf(
  places: readonly PlaceName[],
  parts: Readonly<Record<string, readonly Part[]>> = {},
): RepairContext {
  return {
    reports: places.map((p) => {
      const jurisdiction: Jurisdiction = { ...p, denominators: {} };
      const report: Report = {
        id: p.id,
        jurisdiction: p.id,
        period: { label: '2023年', from: null, to: null },
        published: null,
        sources: [],
      };
      return { report, jurisdiction, parts: parts[p.id] ?? null };
    }),
  };
}

/** Repairs a text that nobody shares. */
export function repaired(text: string, context: RepairContext = { reports: [] }): RepairedDoc {
  return repair({ file: 'a.txt', text, encoding: 'utf-8', units: [] }, context).value;
}

export const textOf = (doc: RepairedDoc, block: Block): string =>
  doc.text.slice(block.repairedSpan.start, block.repairedSpan.end);

/** Kind and text of every block. */
export const outline = (doc: RepairedDoc): (readonly [string, string])[] =>
  doc.blocks.map((b) => [b.kind, textOf(doc, b)]);
