import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/host/decode.js';
import { simplified } from '../../src/text/traditional.js';
import { annotatedTexts } from '../support/claims.js';
import { breaks, mutants } from '../support/mutants.js';
import { repaired, textOf } from './helpers.js';

const texts = annotatedTexts();
const inserted: ReadonlySet<string> = new Set(
  Object.values(breaks)
    .map((b) => b.trim())
    .filter((b) => b !== ''),
);

/** The repaired text without what a mutant put in. */
function body(text: string): string {
  const doc = repaired(text);
  return doc.blocks
    .map((b) => textOf(doc, b))
    .filter((t) => !inserted.has(t))
    .join('\n');
}

test('a break at any position of a claim leaves the text the same (98 of 100, and 97 of each kind)', () => {
  const whole = new Map(texts.map((t) => [t.name, body(t.text)]));
  const tally = new Map<string, { same: number; of: number }>();
  for (const mutant of mutants(texts, 15)) {
    const row = tally.get(mutant.kind) ?? { same: 0, of: 0 };
    row.of++;
    if (body(mutant.text) === whole.get(mutant.name)) row.same++;
    tally.set(mutant.kind, row);
  }
  const same = [...tally.values()].reduce((n, r) => n + r.same, 0);
  const all = [...tally.values()].reduce((n, r) => n + r.of, 0);
  const lines = [...tally].map(([kind, r]) => `${kind}: ${r.same}/${r.of} = ${(r.same / r.of).toFixed(4)}`);
  console.log([...lines, `all: ${same}/${all} = ${(same / all).toFixed(4)}`].join('\n'));
  expect(all).toBeGreaterThanOrEqual(10_000);
  expect(same / all).toBeGreaterThanOrEqual(0.98);
  for (const [kind, r] of tally) expect(r.same / r.of, kind).toBeGreaterThanOrEqual(0.97);
}, 300_000);

/** The first traditional form of each simplified character. */
const traditionalOf = new Map<string, string>();
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const c = String.fromCharCode(code);
  const to = simplified(c, false);
  if (to !== null && !traditionalOf.has(to)) traditionalOf.set(to, c);
}
const full = (c: string) => String.fromCharCode(c.charCodeAt(0) + 0xfee0);

describe.each(texts.map((t) => [t.name, t.text] as const))('%s reads the same', (_, text) => {
  const plain = repaired(text).text;

  test.each<[string, string]>([
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['with CR', text.replaceAll('\n', '\r')],
    ['with a byte-order mark left in', `\ufeff${text}`],
    ['with full-width digits and %', text.replace(/[0-9]/g, full).replaceAll('%', '％')],
    ['in traditional characters', text.replace(/[\u4e00-\u9fff]/g, (c) => traditionalOf.get(c) ?? c)],
    ['with glyph notes', text.replace(/(?<=[\u4e00-\u9fff])公(?=安)/g, '公(gōng)')],
    ['with zero-width characters', text.replaceAll('公安', '公\u200b安')],
  ])('%s', (_name, variant) => {
    expect(repaired(variant).text).toBe(plain);
  });

  test.each(['utf16-le', 'utf16-be', 'gb18030'])('in %s', (encoding) => {
    const bytes = iconv.encode(text, encoding);
    const source = decode(bytes, 'a.txt').value;
    expect(source && repaired(source.text).text).toBe(plain);
  });

  test('twice in one file: the second copy is all repeats', () => {
    const doc = repaired(`${text.trimEnd()}\n\n\n\n${text.trimStart()}`);
    const middle = doc.map.findIndex((p) => p.sourceSpan.start >= text.trimEnd().length);
    const from = doc.map[middle]?.repairedSpan.start ?? 0;
    let letters = 0;
    let covered = 0;
    let repeat = 0;
    for (let i = from; i < doc.text.length; i++) {
      if (!/[\p{L}\p{N}]/u.test(doc.text[i] ?? '')) continue;
      while ((doc.repeats[repeat]?.repairedSpan.end ?? Number.POSITIVE_INFINITY) <= i) repeat++;
      letters++;
      if ((doc.repeats[repeat]?.repairedSpan.start ?? Number.POSITIVE_INFINITY) <= i) covered++;
    }
    expect(covered / letters).toBeGreaterThan(0.99);
  });
});
