// The gold of fact pairs: may two figures stand in one row, and how far may they be compared?
//   node bench/eval-pairs.mjs [out/data] [--pairs tests/gold/pairs.jsonl] [--json]
// A pair of the gold is found again by jurisdiction, file, value and place; pairs whose facts were not extracted are counted apart,
// for they say nothing about rows. Exits 1 when a pair is called comparable that is not. `optional` pairs count neither way; `accept` lists verdicts that are right as well.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CODES = new Set(['comparable', 'needs-normalising', 'side-by-side', 'not-comparable']);

/** Reads JSON Lines. */
function readLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** The extracted fact a side of a pair means, or undefined. */
function findFact(side, facts) {
  const fits = facts.filter(
    (fact) =>
      fact.jurisdiction === side.jurisdiction &&
      path.basename(fact.source.file) === path.basename(side.file) &&
      Math.abs(fact.value - side.value) <= 1e-9 * Math.max(1, Math.abs(side.value)) &&
      [fact.source, ...(fact.mentions ?? [])].some((place) => place.start < side.end && side.start < place.end),
  );
  if (fits.length < 2) return fits[0];
  // One clause may hold the same value twice (58 % and rank 58): the label decides.
  const like = (fact) => [...side.indicator].filter((character) => fact.indicator.label.includes(character)).length;
  return fits.sort((a, b) => like(b) - like(a))[0];
}

/**
 * Holds pairs against a comparison. Returns counts, rates (null where nothing was counted) and the list of disagreements, one
 * line each.
 */
export function evaluatePairs({ pairs, facts, rows }) {
  const result = {
    pairs: pairs.length,
    optional: 0,
    unfound: [],
    judged: 0,
    sameRow: 0,
    verdicts: 0,
    verdictsRight: 0,
    comparable: 0,
    comparableRight: 0,
    disagreements: [],
  };
  const rowOf = new Map();
  for (const row of rows) for (const cell of row.cells) for (const fact of cell.facts) rowOf.set(fact, row);
  for (const pair of pairs) {
    const a = findFact(pair.a, facts);
    const b = findFact(pair.b, facts);
    if (!a || !b || a === b) {
      // 190余 and 193 made one fact with a mention: one observation, as the gold says.
      if (a && a === b && pair.same_row) continue;
      if (!pair.optional)
        result.unfound.push(
          `${pair.id} ${!a ? `${pair.a.jurisdiction} ${pair.a.indicator} ${pair.a.value}` : `${pair.b.jurisdiction} ${pair.b.indicator} ${pair.b.value}`}`,
        );
      continue;
    }
    const row = rowOf.get(a.id) !== undefined && rowOf.get(a.id) === rowOf.get(b.id) ? rowOf.get(a.id) : null;
    const accepted = new Set([pair.verdict, ...(pair.accept ?? [])].filter((verdict) => CODES.has(verdict)));
    // Precision of `comparable` takes every pair, the optional ones too: none may be misleading.
    if (row?.verdict === 'comparable') {
      result.comparable++;
      if (accepted.has('comparable')) result.comparableRight++;
      else result.disagreements.push(say(pair, row, 'MISLEADING'));
    }
    if (pair.optional) {
      result.optional++;
      continue;
    }
    result.judged++;
    if ((row !== null) === pair.same_row) result.sameRow++;
    else result.disagreements.push(say(pair, row, 'row'));
    if (pair.same_row && row !== null) {
      result.verdicts++;
      if (accepted.has(row.verdict)) result.verdictsRight++;
      else result.disagreements.push(say(pair, row, 'verdict'));
    }
  }
  return result;
}

function say(pair, row, what) {
  const got = row === null ? 'two rows' : `${row.id} ${row.verdict} ${row.reasons.join(',')}`;
  const gold = pair.same_row
    ? `one row, ${[pair.verdict, ...(pair.accept ?? [])].join(' or ')} ${pair.reasons.join(',')}`
    : `two rows ${pair.reasons.join(',')}`;
  return `${what} ${pair.id}: ${pair.a.jurisdiction} ${pair.a.indicator} | ${pair.b.jurisdiction} ${pair.b.indicator} — gold ${gold}; got ${got}`;
}

/** What `npm run eval` prints. */
export function pairsReport(result) {
  const rate = (hit, of) => (of === 0 ? 'none' : `${hit} of ${of} (${((100 * hit) / of).toFixed(1)} %)`);
  return [
    `pairs of facts: ${result.pairs}, judged ${result.judged}, optional ${result.optional}, not found among the facts ${result.unfound.length}`,
    `  one row or two           ${rate(result.sameRow, result.judged)}`,
    `  verdict, where one row   ${rate(result.verdictsRight, result.verdicts)}`,
    `  “comparable” that is so  ${rate(result.comparableRight, result.comparable)}`,
    ...result.disagreements.map((line) => `  - ${line}`),
    ...result.unfound.map((line) => `  ? not extracted: ${line}`),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : process.argv[at + 1];
  };
  const data =
    process.argv[2] !== undefined && !process.argv[2].startsWith('--') ? process.argv[2] : option('data', 'out/data');
  const { rows } = JSON.parse(readFileSync(path.join(data, 'comparison.json'), 'utf8'));
  const pairs = readLines(option('pairs', fileURLToPath(new URL('../tests/gold/pairs.jsonl', import.meta.url))));
  const result = evaluatePairs({ pairs, facts: readLines(path.join(data, 'facts.jsonl')), rows });
  console.log(process.argv.includes('--json') ? JSON.stringify(result, null, 1) : pairsReport(result));
  if (result.comparableRight < result.comparable) process.exitCode = 1;
}
