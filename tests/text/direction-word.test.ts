import { expect, test } from 'vitest';
import type { Direction, FactKind } from '../../src/model/finding.js';
import { changeDirection, directionWord } from '../../src/text/direction-word.js';

const figure = (kind: FactKind, direction: Direction, printed: string, exact: string) => ({
  kind,
  direction,
  printed,
  source: { file: 'a.txt', start: 0, end: exact.length, exact, line: 1, section: null },
});

test.each([
  ['change', 'down', '17.4%', '电诈警情同比减少17.4%', 'by 减少'],
  ['change', 'up', '12.5%', '破案数升12.5%', 'by its own'],
  ['count', 'up', '97人', '社区民警增至97人', 'to 增至'],
  ['count', 'up', '97人', '社区民警增加到近97人', 'to 增加到'],
  ['duration', 'down', '9.6分钟', '平均办理时长压缩至9.6分钟', 'to 压缩至'],
  ['count', 'down', '17起', '警情由2022年的86起降为17起', 'to 降为'],
  // 增加97人 would be a change by 97; a level that is 97 now needs another word
  ['count', 'up', '97人', '社区民警较去年多，共增加97人', 'to its own'],
  ['rank', 'up', '第1位', '排名跃居第1位', 'to 跃居'],
  ['change', 'up', '+12.8%', '矛盾纠纷排查数 | +12.8%', 'none'],
  ['change', 'down', '下降1.2万起', '同比下降1.2万起', 'none'],
  ['count', 'none', '328人', '抓获328人', 'none'],
] as const)('%s %s %s in %s: %s', (kind, direction, printed, exact, said) => {
  const word = directionWord(figure(kind, direction, printed, exact));
  expect(word === null ? 'none' : `${word.how} ${word.own ?? 'its own'}`).toBe(said);
});

test('only a change has a direction to be ranked by', () => {
  expect(changeDirection(figure('change', 'down', '17.4%', '下降17.4%'))).toBe('down');
  expect(changeDirection(figure('count', 'down', '17起', '降至17起'))).toBe('none');
});
