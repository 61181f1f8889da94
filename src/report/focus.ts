import type { Comparison } from '../model/comparison.js';

/**
 * The comparison as one jurisdiction's own brief shows it: its column first, the rows it speaks in, its own figures, practices, honours and
 * contradictions, everybody's emphasis for scale. Verdicts and evidence numbers stay those of the whole comparison. Throws RangeError for
 * a jurisdiction the comparison does not have.
 */
export function focusOn(comparison: Comparison, jurisdiction: string, title: string): Comparison {
  const own = comparison.jurisdictions.find((place) => place.id === jurisdiction);
  if (own === undefined)
    throw new RangeError(
      `focusOn: found no jurisdiction ${jurisdiction}, expected one of ${comparison.jurisdictions.map(({ id }) => id).join(', ')}`,
    );
  const jurisdictions = [own, ...comparison.jurisdictions.filter((place) => place.id !== jurisdiction)];
  const rank = new Map(jurisdictions.map((place, at) => [place.id, at]));
  const inOrder = <T extends { readonly jurisdiction: string }>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => (rank.get(a.jurisdiction) ?? 0) - (rank.get(b.jurisdiction) ?? 0));
  const mine = <T extends { readonly jurisdiction: string }>(list: readonly T[]): T[] =>
    list.filter((entry) => entry.jurisdiction === jurisdiction);

  const rows = comparison.rows
    .filter((row) => row.cells.some((cell) => cell.jurisdiction === jurisdiction && cell.state !== 'not-mentioned'))
    .map((row) => ({ ...row, cells: inOrder(row.cells) }));
  const kept = new Set(rows.map((row) => row.id));
  const practices = comparison.practices.filter((practice) => practice.jurisdictions.includes(jurisdiction));
  const unique = comparison.unique.filter((practice) => practice.jurisdictions.includes(jurisdiction));
  const used = new Set<string>([
    ...rows.flatMap((row) => row.cells.flatMap((cell) => cell.facts)),
    ...practices.flatMap((practice) => practice.initiatives),
    ...[...comparison.facts, ...comparison.honour_records, ...comparison.initiatives]
      .filter((finding) => finding.jurisdiction === jurisdiction)
      .map((finding) => finding.id),
  ]);
  const isUsed = (finding: { readonly id: string }) => used.has(finding.id);
  const facts = comparison.facts.filter(isUsed);
  const honour_records = comparison.honour_records.filter(isUsed);
  const initiatives = comparison.initiatives.filter(isUsed);
  const files = new Set([...facts, ...honour_records, ...initiatives].map((finding) => finding.source.file));
  return {
    ...comparison,
    title,
    jurisdictions,
    reports: inOrder(comparison.reports),
    sources: comparison.sources.filter((source) => files.has(source.file)),
    facts,
    honour_records,
    initiatives,
    evidence: comparison.evidence.filter((entry) => used.has(entry.finding)),
    rows,
    singles: mine(comparison.singles),
    ladders: comparison.ladders.map((ladder) => ({
      ...ladder,
      rungs: ladder.rungs.map((rung) => ({
        ...rung,
        cells: inOrder(rung.cells).map((cell) =>
          cell.facts.every((id) => used.has(id)) ? cell : { ...cell, facts: cell.facts.filter((id) => used.has(id)) },
        ),
      })),
    })),
    practices,
    unique,
    honours: {
      entries: mine(comparison.honours.entries),
      totals: mine(comparison.honours.totals),
    },
    emphasis: {
      ...comparison.emphasis,
      cells: inOrder(comparison.emphasis.cells),
      terms: mine(comparison.emphasis.terms),
    },
    conflicts: mine(comparison.conflicts),
    silences: mine(comparison.silences),
    sentences: comparison.sentences.filter((sentence) => {
      if (sentence.row !== undefined) return kept.has(sentence.row);
      const ids = sentence.zh.flatMap((part) => part.findings ?? []);
      return ids.every((id) => used.has(id));
    }),
  };
}
