// Texts on one line that make a reader slow: each a function of its length in characters. Most are one thing over and over, so that whatever
// looks back or ahead without a bound shows.
import { report } from './generate.mjs';

const over = (piece) => (characters) => piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);

/** Sentences as they are written, every one with other figures. */
const sentences = (characters) => {
  let text = '';
  for (let i = 0; text.length < characters; i += 1) text += report(i).text.replace(/\n/g, '');
  return text.slice(0, characters);
};

/** @type {Readonly<Record<string, (characters: number) => string>>} */
export const hostileLines = {
  'sentences, all different': sentences,
  'sentences without commas': (n) =>
    sentences(n * 1.1)
      .replace(/，/g, '')
      .slice(0, n),
  'sentences without stops': (n) => sentences(n).replace(/。/g, '，'),
  'one sentence': over('全市共破获电信网络诈骗案件1234起，同比下降12.3%。'),
  digits: over('1'),
  'thousands commas': over('1,000,'),
  'points and digits': over('1.'),
  numerals: over('一'),
  'numerals and 万': over('万'),
  百分之: over('百分之'),
  'a character': over('的'),
  letters: over('a'),
  spaces: over('公安 机关 '),
  commas: over('，'),
  stops: over('。'),
  'list of cases': over('破获案件、'),
  'list of figures': over('抓获3人、'),
  分别: over('同比分别上升3%、'),
  percentages: over('同比上升3.5%，'),
  years: over('2022年'),
  dates: over('3月12日、'),
  ranks: over('排名列'),
  'opening quotation marks': over('“'),
  'straight quotation marks': over('"'),
  'quoted names': over('“一村一警”'),
  'marks that do not match': over('“a「b『'),
  'opening brackets': over('（'),
  brackets: over('（其中3起）'),
  'book titles': over('《办法》、'),
  honours: over('荣获“全国优秀公安局”，'),
  'honours without quotes': over('荣获全国先进集体称号、'),
  merits: over('民警张三荣立二等功、'),
  'verbs of award': over('获评'),
  bodies: over('公安局派出所'),
  initiatives: over('创新推行“一网通办”机制、'),
};
