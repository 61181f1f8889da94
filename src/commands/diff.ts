import { type ClaimChange, type ClaimDiff, diffComparisons } from '../compare/index.js';
import type { Host } from '../host/index.js';
import { type Tell, tellIn } from './language.js';
import { loadComparison } from './load-comparison.js';
import { type Outcome, refused } from './outcome.js';

export interface DiffOptions {
  /** Output folders, or comparison.json files. */
  readonly old: string;
  readonly new: string;
}

/** Compares two runs claim by claim. Exit 1 when anything differs. */
export async function diffCommand(options: DiffOptions, host: Host): Promise<Outcome> {
  const [before, after] = await Promise.all([loadComparison(host, options.old), loadComparison(host, options.new)]);
  if (before.value === null || after.value === null) return refused([...before.notes, ...after.notes]);
  const diff = diffComparisons(before.value, after.value);
  const differs = diff.new.length + diff.changed.length + diff.withdrawn.length + diff.lost.length > 0;
  return { exitCode: differs ? 1 : 0, lines: diffLines(diff, tellIn(host.language)), notes: [], json: diff };
}

function diffLines(diff: ClaimDiff, tell: Tell): string[] {
  const side = (change: ClaimChange, which: 'old' | 'new'): string => {
    const claim = change[which];
    return claim ? `${claim.says} — ${claim.file}:${claim.line} “${claim.exact.replace(/\s+/g, '')}”` : '';
  };
  const head = (change: ClaimChange): string => `${change.jurisdiction} · ${change.about}`;
  return [
    tell(
      `same ${diff.same} · new ${diff.new.length} · changed ${diff.changed.length} · withdrawn ${diff.withdrawn.length} · cited words that are gone ${diff.lost.length}`,
      `相同 ${diff.same} · 新增 ${diff.new.length} · 变化 ${diff.changed.length} · 撤回 ${diff.withdrawn.length} · 引文已不存在 ${diff.lost.length}`,
    ),
    ...diff.new.flatMap((change) => [`+ ${head(change)}`, `    ${side(change, 'new')}`]),
    ...diff.changed.flatMap((change) => [
      `~ ${head(change)}: ${change.fields.map(({ field, old, new: now }) => `${field} ${JSON.stringify(old)} → ${JSON.stringify(now)}`).join(', ')}`,
      `    ${tell('was', '原为')} ${side(change, 'old')}`,
      `    ${tell('now', '现为')} ${side(change, 'new')}`,
    ]),
    ...diff.withdrawn.flatMap((change) => [`- ${head(change)}`, `    ${side(change, 'old')}`]),
    ...diff.lost.map(
      (lost) =>
        `! ${lost.jurisdiction} · ${lost.file}:${lost.line} “${lost.exact.replace(/\s+/g, '')}” ${lost.lost === 'file' ? tell('no longer stands (the file is gone)', '已不存在（文件没有了）') : tell('no longer stands (the words are gone)', '已不存在（原文没有了）')}`,
    ),
  ];
}
