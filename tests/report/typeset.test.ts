import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named, tied, typeset } from '../../src/report/typeset.js';

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('typeset', () => {
  it.each([
    ['下降17.4%，上升9.3%', ['17.4%', '9.3%']],
    ['5.8万余起案件', ['5.8万余起']],
    ['2019—2023年，1—11月', ['2019—2023年', '1—11月']],
    ['止付126.4亿元', ['126.4亿元']],
    ['1.9万余人次', ['1.9万余人次']],
    ['提高6.8个百分点', ['6.8个百分点']],
    ['没有数字', []],
    ['第7行', ['7行']],
  ])('keeps each number with its unit: %s', (text, ties) => {
    expect([...typeset(text).matchAll(/<span class="n">([^<]*)<\/span>/g)].map(([, tie]) => tie)).toEqual(ties);
  });

  it('changes no text and lets no markup through', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'0123456789.%万余起，年a—- ') }), (text) => {
        const html = typeset(text);
        expect(plain(html)).toBe(text);
        expect(html.replace(/<\/?span(?: class="n")?>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe('tied', () => {
  const cites = [{ number: 17, id: 'r17', label: '证据17' }];
  const marker = '<a class="ev" href="#e17" id="r17" aria-label="证据17">[17]</a>';

  it.each([
    ['下降17.4%', `下降<span class="n">17.4%${marker}</span>`],
    ['上门劝阻', `上<span class="n">门劝阻${marker}</span>`],
    ['“找堵防”行动', `“找堵防”<span class="n">行动${marker}</span>`],
    ['推行“找堵防”', `推行“找<span class="n">堵防”${marker}</span>`],
    ['', marker],
  ])('never parts the marker from the end of %s', (text, html) => {
    expect(tied(text, cites)).toBe(html);
  });
});

describe('named', () => {
  const cites = [{ number: 17, id: 'r17', label: '证据17' }];
  const marker = '<a class="ev" href="#e17" id="r17" aria-label="证据17">[17]</a>';

  it.each([
    ['“找堵防”行动', `<span class="n">“找堵防”行动</span><wbr>${marker}`],
    ['“精准找堵防”行动', `“精准找堵防”<wbr><span class="n">行动${marker}</span>`],
    ['“主战、主防”警务机制改革', `“主战、主防”<wbr>警务机制<span class="n">改革${marker}</span>`],
    ['街面警务服务站', `<span class="n">街面警务服务站</span><wbr>${marker}`],
    ['街面警务综合服务站', `街面警务综合服<span class="n">务站${marker}</span>`],
    ['大力推行“一单三函”', `大力推行<wbr>“一单三<span class="n">函”${marker}</span>`],
    ['<b>', `<span class="n">&lt;b&gt;</span><wbr>${marker}`],
  ])('keeps %s whole or parts it at its quotation marks', (text, html) => {
    expect(named(text, cites)).toBe(html);
  });
});
