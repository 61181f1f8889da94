import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { report } from '../../bench/lib/generate.mjs';
import { hostileLines } from '../../bench/lib/hostile-lines.mjs';
import { makeCut } from '../../src/host/segmenter.js';
import { extractLine } from '../../src/pipeline/extract-line.js';
import { loadLexicon } from '../support/lexicon.js';

/** Twice the longest sentence that rules look at, so that a bound taken away shows. */
const CHARACTERS = 6000;

const lexicon = loadLexicon();
const schema = JSON.parse(readFileSync(new URL('../../schemas/corpus.schema.json', import.meta.url), 'utf8'));
const context = { lexicon, cut: makeCut(lexicon.words), schema, file: '-' };

/** Characters that regular expressions have gone over: up to the end of the match, or to the text's end where there is none. */
let asked = 0;
const { exec } = RegExp.prototype;

beforeEach(() => {
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const staysAtStart = this.sticky || this.source.startsWith('^');
    if (match) asked += match.index + match[0].length - from;
    else asked += staysAtStart ? 1 : `${text}`.length - from;
    return match;
  };
});

afterEach(() => {
  RegExp.prototype.exec = exec;
});

function askedOf(text: string): number {
  asked = 0;
  extractLine(JSON.stringify({ ...report(0), text }), 1, context);
  return asked;
}

// Work is counted, not time: a rule that looks back over all of a text for every sentence of it makes the double cost four times as much.
test.each(Object.entries(hostileLines))('%s: twice as long, twice the work', (_name, make) => {
  askedOf(report(1).text);
  const once = askedOf(make(CHARACTERS));
  const twice = askedOf(make(2 * CHARACTERS));
  expect(once).toBeGreaterThan(CHARACTERS);
  expect(twice / once).toBeLessThan(2.5);
});
