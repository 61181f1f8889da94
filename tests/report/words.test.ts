import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const words = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../templates/messages.${lang}.json`, import.meta.url), 'utf8'));

/** Messages whose number is two or more whenever they are said (rows, stages, times that are compared), or whose word is a place. */
const ALWAYS_SEVERAL = /^(?:findings\.row\.|emphasis\.more|ladder\.title|emphasis\.times|sources\.size|evidence\.lead)/;

test('the English brief counts one thing as one', () => {
  const bare = Object.entries(words('en')).filter(
    ([key, text]) => !ALWAYS_SEVERAL.test(key) && /\{[a-z]+\} [a-z]+s\b/.test(text),
  );
  expect(bare).toEqual([]);
});

test('no full-width punctuation of Chinese in English words, and every word in both languages', () => {
  const [en, zh] = [words('en'), words('zh-CN')];
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  // a Chinese phrase that is quoted may keep its own
  expect(Object.entries(en).filter(([, text]) => /[，。；：（）]/.test(text))).toEqual([]);
});
