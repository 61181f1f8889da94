import { expect, test } from 'vitest';
import { stagesOf } from '../../../src/extract/fact/stage.js';
import { loadLexicon } from '../../support/lexicon.js';

const police = stagesOf(loadLexicon());

test.each([
  ['刑事案件立案数', '立案'],
  ['涉企案件立案侦办数', '立案'],
  ['命案积案侦破数', '破案'],
  ['110接报警量', '警情'],
  ['矛盾纠纷排查数', '排查'],
  ['矛盾纠纷排查化解数', '化解'],
  ['社区民警数', null],
])('%s counts %s', (label, stage) => expect(police(label)).toBe(stage));

test('the stages are the lexicon’s: other fields have their own, none has none', () => {
  const courts = stagesOf({ stages: [{ id: '审结', pattern: '审结|结案' }] });
  expect([courts('民事案件审结数'), courts('刑事案件立案数'), stagesOf({})('刑事案件立案数')]).toEqual([
    '审结',
    null,
    null,
  ]);
});
