import { createHash } from 'node:crypto';
import type { Comparison } from '../../model/comparison.js';
import type { Checked, Difference } from './claims.js';
import { folded } from './claims.js';

/**
 * Checks every record against the source texts: `exact`, all pieces and mentions must be the text's own, and the figure as
 * printed must stand in them. `texts`: file → decoded text as it is on disk now; a file not given is checked against the copy
 * inside the result, one that differs from that copy is a difference.
 */
export function checkSources(comparison: Comparison, texts: ReadonlyMap<string, string>): Checked {
  const differences: Difference[] = [];
  let compared = 0;
  const copies = new Map(comparison.sources.map((source) => [source.file, source]));
  for (const { file, text, sha256 } of copies.values()) {
    const now = texts.get(file) ?? text;
    compared++;
    if (createHash('sha256').update(now).digest('hex') !== sha256)
      differences.push({
        en: `${file} is no longer the text the result was made from`,
        zh: `${file} 已不是生成结果时的原文`,
      });
  }
  for (const finding of [...comparison.facts, ...comparison.honour_records, ...comparison.initiatives]) {
    const { file, start, end, exact, spans, line } = finding.source;
    const text = texts.get(file) ?? copies.get(file)?.text;
    if (text === undefined) {
      differences.push({
        en: `${finding.id} cites ${file}, and there is no such text`,
        zh: `${finding.id} 引用 ${file}，而没有这份原文`,
      });
      continue;
    }
    compared++;
    if (text.slice(start, end) !== exact) {
      const reads = text.slice(start, end).slice(0, 40);
      differences.push({
        en: `${finding.id}: ${file}:${line} reads “${reads}”, and the record quotes “${exact.slice(0, 40)}”`,
        zh: `${finding.id}：${file}:${line} 写的是“${reads}”，而记录引作“${exact.slice(0, 40)}”`,
      });
      continue;
    }
    if (finding.type !== 'fact' || finding.rule === 'review') continue;
    const words = folded((spans ?? [{ start, end }]).map((span) => text.slice(span.start, span.end)).join(''));
    const figure = folded(finding.printed).match(/\d+(?:[.,]\d+)*/g) ?? [];
    for (const number of figure) {
      if (!words.replaceAll(',', '').includes(number.replaceAll(',', '')))
        differences.push({
          en: `${finding.id} prints ${finding.printed}, and ${file}:${line} reads “${exact.slice(0, 60)}”`,
          zh: `${finding.id} 写作 ${finding.printed}，而 ${file}:${line} 写的是“${exact.slice(0, 60)}”`,
        });
    }
  }
  return { compared, differences };
}
