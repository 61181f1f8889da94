// node bench/generate.mjs N [--seed S] [--places P] [--corpus DIR]
// N reports as NDJSON for `duizhao extract` on standard output, or as a corpus folder for `duizhao compare`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { report } from './lib/generate.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    places: { type: 'string', default: '400' },
    corpus: { type: 'string' },
  },
});
const count = Number(positionals[0] ?? 100);
const options = { seed: Number(values.seed), places: Number(values.places) };
if (values.corpus === undefined) {
  for (let index = 0; index < count; index += 1)
    if (!process.stdout.write(`${JSON.stringify(report(index, options))}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
} else {
  mkdirSync(values.corpus, { recursive: true });
  const jurisdictions = new Map();
  const reports = [];
  for (let index = 0; index < count; index += 1) {
    const { id, jurisdiction, period, file, text } = report(index, options);
    jurisdictions.set(jurisdiction.id, jurisdiction);
    reports.push({ id, jurisdiction: jurisdiction.id, period, sources: [{ file }] });
    writeFileSync(join(values.corpus, file), text);
  }
  // JSON is YAML
  writeFileSync(
    join(values.corpus, 'corpus.yaml'),
    JSON.stringify({ title: `${count}份报告`, jurisdictions: [...jurisdictions.values()], reports }, null, 1),
  );
}
