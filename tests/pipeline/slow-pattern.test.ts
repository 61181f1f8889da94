import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../src/pipeline/read-lexicon.js';
import { isSlowPattern } from '../../src/pipeline/slow-pattern.js';
import { lexiconFiles, lexiconSchema } from '../support/lexicon-files.js';

test.each([
  ['(a+)+$', 'a run cut anywhere'],
  ['(a*)*b', ''],
  ['(?:a?b?)*c', 'a run of as cut anywhere: the inner parts may be empty'],
  ['(a|a)*$', 'the same word twice'],
  ['(a|aa)+$', 'a word and its double'],
  ['(?:公安|公|安)+局$', 'a word and its parts'],
  ['(?:同比|同比上升|上升)*%', 'a word that is two others'],
  ['(\\w|\\d)+$', 'classes that share letters'],
  ['(?:[一-龥]|公)+局', ''],
  ['(?:\\u516c|公)+局', 'the same letter by its number'],
  ['(?:\\p{Script=Han}|公)+局', ''],
  ['(x+x+)+y', ''],
  ['(.*a){12}$', 'so many times that it counts as any number'],
  ['(a{1,30}){1,30}$', ''],
  ['(?:[一-龥]{2,4})*局', 'pieces of two or three letters'],
  ['(?:[^，]{1,40}，?){1,40}局', 'a mark that may be left out'],
  ['^见.{1,3}(?:[、，]见.{1,3})+$', 'a mark that the dot reads too'],
  ['(?:甲|(?:乙|丙|(?:丁丁?)+)+)末', 'deep inside'],
  ['(?<=(?:a|a)+)b', 'behind'],
  ['a(?!(?:b+)+c)', 'ahead'],
  ['(?=(?:a|a)+b)a', ''],
])('%s may take without end (%s)', (pattern) => {
  expect(isSlowPattern(pattern)).toBe(true);
});

test.each([
  ['公安'],
  ['(?:市|县)公安局'],
  ['公安.*派出所.*'],
  ['.*公安.*局.*'],
  ['\\d+(?:\\.\\d+)?%'],
  ['[^，]{0,12}派出所'],
  ['(?:[^，]+，)*局'],
  ['(?:\\d+[，、])*\\d+'],
  ['(?:[一-龥]{2,4}、){0,6}[一-龥]{2,4}'],
  ['(?:保|护|防)[一-龥]{1,3}(?:[、，,][一-龥]{2,4})+$'],
  ['(?:甲|乙|丙)+末'],
  ['(?:公安|公证|安全)+局'],
  ['(?:ab|a)+'],
  ['(?:甲乙?)+'],
  ['(a)\\1+'],
  ['a{500}'],
  ['(?:(?:a{8}){8}){8}'],
  ['(?:(?:(?:a{8}b){8}c){8}d){8}'],
  ['^$'],
  ['(?:)*'],
  ['[]*'],
  ['(?:\\b|^)+a'],
])('%s has one way through any text', (pattern) => {
  expect(isSlowPattern(pattern)).toBe(false);
});

test('words of one list, in any order and number, are told: slow just where one is two others or stands twice', () => {
  const word = fc.string({ unit: fc.constantFrom(...'甲乙'), minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      // how many ways there are to read a text as words of the list: more than one for some text, and it is ambiguous
      const ways = (text: string): number =>
        text === ''
          ? 1
          : words.reduce((sum, one) => sum + (text.startsWith(one) ? ways(text.slice(one.length)) : 0), 0);
      const texts = Array.from({ length: 8 }, (_, length) => length + 1).flatMap((length) =>
        Array.from({ length: 2 ** length }, (_, n) =>
          n.toString(2).padStart(length, '0').replaceAll('0', '甲').replaceAll('1', '乙'),
        ),
      );
      const isAmbiguous = texts.some((text) => ways(text) > 1);
      // codes of at most five words of three letters that are ambiguous at all are so within eight letters
      expect([words, isSlowPattern(`(?:${words.join('|')})+末`)]).toEqual([words, isAmbiguous]);
    }),
    { numRuns: 300 },
  );
});

describe('in a lexicon', () => {
  test('no pattern of the package is slow', () => {
    const { value, notes } = readLexicon([lexiconFiles()], lexiconSchema(), { isSlow: isSlowPattern });
    expect(notes).toEqual([]);
    expect(value).not.toBeNull();
  });

  test('one of the user’s own is refused with file, line and what to write instead; words to the letter are none', () => {
    const own = [
      {
        file: 'own/names.yaml',
        text: 'names:\n  words: ["(a+)+"]\n  patterns:\n    - 公安局\n    - (?:公安|公|安)+局\n',
      },
    ];
    const { value, notes } = readLexicon([lexiconFiles(), own], lexiconSchema(), { isSlow: isSlowPattern });
    expect(value).toBeNull();
    expect(notes).toMatchObject(
      [{ code: 'lexicon/pattern', severity: 'error', place: { file: 'own/names.yaml', line: 5 }, hint: /公安/ }].map(
        (note) => ({ ...note, hint: expect.stringMatching(note.hint) }),
      ),
    );
  });
});
