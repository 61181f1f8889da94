import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../src/compare/copied-wording.js';
import { nameKeys, sameName } from '../../src/compare/practice-names.js';
import { toPractices } from '../../src/compare/practices.js';
import { isSlogan } from '../../src/compare/slogans.js';
import { emptyLexicon, initiative, input, passage, text } from './support.js';

describe('sameName', () => {
  it.each([
    ['雪亮工程', '“雪亮工程”'],
    ['净网行动', '“净网”专项行动'],
    ['净网2023', '净网行动'],
    ['新时代“枫桥经验”', '枫桥经验'],
    ['户口迁移“跨省通办”', '跨省通办'],
    ['“1、3、5分钟”快速反应机制', '“1、3、5分钟”快反'],
    ['矛盾纠纷多元化解机制', '矛盾纠纷多元化解工作机制'],
  ])('%s is %s', (a, b) => {
    expect(sameName(nameKeys(a), nameKeys(b))).toBe(true);
  });
  it.each([
    ['一村一警', '一居一警'],
    ['一村一警', '一村一辅警'],
    ['两队一室', '一队两室'],
    ['“4+2”工作新模式', '“4+2”巡防机制'],
    ['“1+2+13”模式', '“12+13”模式'],
    ['企业警务室', '工地警务室'],
    ['“一对一”服务', '“一对一”最优服务套餐'],
    ['平安义警', '平安课堂'],
    ['雪亮工程', '强基工程'],
  ])('%s is not %s', (a, b) => {
    expect(sameName(nameKeys(a), nameKeys(b))).toBe(false);
  });
});

describe('isSlogan', () => {
  it.each([
    ['矛盾不上交、平安不出事、服务不缺位', true],
    ['让群众满意', true],
    ['万名义警保平安', true],
    ['再快一分钟', true],
    ['一村一辅警', false],
    ['为民服务十件实事', false],
    ['当日发证', false],
    ['“大起底、大梳理、大排队”行动', false],
    ['让群众少跑腿工程', false],
  ])('%s: %s', (name, slogan) => {
    expect(isSlogan(name, emptyLexicon.initiatives)).toBe(slogan);
  });
  it('follows the lexicon first', () => {
    const known = [{ name: '一村一辅警', themes: [], kind: 'slogan' as const, variants: ['一村（格）一辅警'] }];
    expect(isSlogan('一村格一辅警', { ...emptyLexicon.initiatives, known })).toBe(true);
  });
});

const one = '各派出所依托网格组建起街坊值守队伍每晚九点沿街巡查并登记隐患';
const other = '我们在每个小区物色热心人担任守望员发现纠纷当场劝和';

describe('toPractices', () => {
  it('puts variants of one practice together and keeps what one report alone names apart', () => {
    const initiatives = [
      initiative('1', 'a', '“邻里守望”机制'),
      initiative('2', 'b', '邻里守望'),
      initiative('3', 'b', '流动哨所'),
    ];
    const texts = [
      text('a', [passage(one, ['1'])]),
      text('b', [passage(other, ['2']), passage('流动哨所上街', ['3'])]),
    ];
    const { practices, unique } = toPractices(input(['a', 'b'], { initiatives, texts }));
    expect(practices).toMatchObject([
      { jurisdictions: ['a', 'b'], initiatives: ['1', '2'], copied: false, kind: 'practice', theme: 'grassroots' },
    ]);
    expect(practices[0]?.variants).toEqual(['“邻里守望”机制', '邻里守望']);
    expect(unique.map(({ name }) => name)).toEqual(['流动哨所']);
  });
  it('takes the lexicon’s name for all its variants', () => {
    const known = [{ name: '一村一辅警', themes: ['grassroots'], kind: 'practice' as const, variants: ['村村有辅警'] }];
    const lexicon = { ...emptyLexicon, initiatives: { ...emptyLexicon.initiatives, known } };
    const initiatives = [initiative('1', 'a', '村村有辅警'), initiative('2', 'b', '“一村一辅警”建设')];
    const { practices } = toPractices(input(['a', 'b'], { lexicon, initiatives }));
    expect(practices).toMatchObject([{ name: '一村一辅警', initiatives: ['1', '2'] }]);
  });
  it('finds a known name in a longer one, unless it ends in a head noun', () => {
    const known = ['跨省通办', '护企行动'].map((name) => ({ name, themes: [], kind: 'practice' as const }));
    const lexicon = { ...emptyLexicon, initiatives: { ...emptyLexicon.initiatives, known } };
    const initiatives = [
      initiative('1', 'a', '户口迁移跨省通办'),
      initiative('2', 'b', '跨省通办业务'),
      initiative('3', 'a', '春雷护企行动'),
      initiative('4', 'b', '护企2023专项行动'),
    ];
    const { practices, unique } = toPractices(input(['a', 'b'], { lexicon, initiatives }));
    expect(practices.map(({ name }) => name)).toEqual(['跨省通办']);
    expect(unique).toHaveLength(2);
  });
  it('does not call unique what another text names as well, and says so', () => {
    const initiatives = [initiative('1', 'a', '邻里守望')];
    const texts = [text('a', [passage(one, ['1'])]), text('b', [passage('这里也有邻里守望。')])];
    const { unique, notes } = toPractices(input(['a', 'b'], { initiatives, texts }));
    expect(unique).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['compare/practice-mentioned']);
  });
  it('marks copied wording, unless two reports speak in their own words', () => {
    const initiatives = ['a', 'b', 'c'].map((id) => initiative(id, id, '邻里守望'));
    const texts = (third: string) => [
      text('a', [passage(`推行“邻里守望”，${one}。`, ['a'])]),
      text('b', [passage(`邻里守望：${one}！`, ['b'])]),
      text('c', [passage(third, ['c'])]),
    ];
    const places = ['a', 'b', 'c'];
    expect(toPractices(input(places, { initiatives, texts: texts(`邻里守望，${one}`) })).practices).toMatchObject([
      { copied: true },
    ]);
    expect(toPractices(input(places, { initiatives, texts: texts(`邻里守望，${other}`) })).practices).toMatchObject([
      { copied: false },
    ]);
  });
  it('names a practice of one place twice only once', () => {
    const initiatives = [initiative('1', 'a', '邻里守望'), initiative('2', 'a', '“邻里守望”行动')];
    expect(toPractices(input(['a', 'b'], { initiatives })).unique).toMatchObject([
      { initiatives: ['1', '2'], jurisdictions: ['a'] },
    ]);
  });
});

describe('wordingOf', () => {
  const formula = '以习近平新时代中国特色社会主义思想为指导全面贯彻党的二十大精神';
  const wording = wordingOf([formula]);
  const shares = (a: string, b: string, name: string): boolean => {
    const first = wording(a, name);
    return [...wording(b, name)].some((stretch) => first.has(stretch));
  };
  it.each([
    ['the same two clauses', `开头${one}`, `另一句，${one}。`, true],
    ['marks and line breaks aside', one, one.replace('组建', '，\n建立'), true],
    ['a set phrase alone', `${formula}，推行甲`, `${formula}，推行乙`, false],
    ['nineteen characters', one.slice(0, 19), one.slice(0, 19), false],
    ['different words', one, other, false],
  ])('%s', (_, a, b, expected) => {
    expect(shares(a, b, '邻里')).toBe(expected);
  });
  it('does not take a long name for copied wording', () => {
    expect(shares(`推行${one}`, `试行${one}`, one)).toBe(false);
  });
});
