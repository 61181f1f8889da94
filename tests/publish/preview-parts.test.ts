import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedParts, type NamedParts, nameParts, type Part } from '../../src/publish/preview-parts.js';

const names = ({ body }: NamedParts): string[] => {
  const below = (part: Part): string[] => [part.name, ...part.inner.flatMap(below)];
  return body === null ? [] : below(body);
};
/** What the live script does, on text. */
const patched = (before: NamedParts, after: NamedParts): string => {
  const parts = changedParts(before, after);
  if (parts === null) return after.html;
  const find = (part: Part, name: string): Part | undefined =>
    part.name === name ? part : part.inner.map((inner) => find(inner, name)).find((found) => found !== undefined);
  let html = before.html;
  for (const { name, start, end } of [...parts].reverse()) {
    const was = before.body && find(before.body, name);
    if (!was) throw new Error(`no part ${name}`);
    html = html.slice(0, was.start) + after.html.slice(start, end) + html.slice(was.end);
  }
  return html;
};
const changed = (before: string, after: string) =>
  changedParts(nameParts(before), nameParts(after))?.map(({ name }) => name) ?? null;

describe('names', () => {
  test.each([
    ['<p>a</p><p>b</p>', ['', ' 1', ' 2']],
    ['<section id="s"><p>a</p><ul><li>b</li><li id="x">c</li></ul></section>', ['', 's', 's 1', 's 2', 's 2.1', 'x']],
    ['<p id="a">a</p><p id="a">the same id again</p>', ['', 'a', ' 1']],
    ['<a id="r1">[1]</a><svg id="c"><path id="q"/></svg>', ['']],
    ['<pre>a</pre><picture></picture><link><tfoot></tfoot><hr>', ['']],
    ['<!-- <p> --><p title="a > b" class=\'</p>\'>a</p>', ['', ' 1']],
    ['<TABLE><TBODY><TR><TD>a</TD></TR></TBODY></TABLE>', ['', ' 1', ' 1.1', ' 1.1.1']],
  ])('%s', (html, expected) => {
    expect(names(nameParts(html))).toEqual(expected);
  });

  test('stand in the HTML where an id does not', () => {
    expect(nameParts('<section id="s"><p class="a">x</p></section>').html).toBe(
      '<section id="s"><p data-part="s 1" class="a">x</p></section>',
    );
  });

  test.each(['<p>a<p>b', '<ul><li>a</ul>', '</p>', '<section><p></section></p>'])(
    'tags that do not pair have none: %s',
    (html) => {
      expect(nameParts(html)).toEqual({ html, body: null });
      expect(changed(html, `${html} `)).toBeNull();
      expect(changed(html, html)).toEqual([]);
    },
  );
});

describe('the smallest parts that changed', () => {
  const list = (...items: string[]) =>
    `<section id="s"><h2>t</h2><ul>${items.map((i) => `<li>${i}</li>`).join('')}</ul></section>`;
  test.each([
    ['nothing', list('a', 'b'), list('a', 'b'), []],
    ['one of two', list('a', 'b'), list('a', 'c'), ['s 2.2']],
    ['both', list('a', 'b'), list('c', 'd'), ['s 2.1', 's 2.2']],
    ['one more', list('a', 'b'), list('a', 'b', 'c'), ['s 2']],
    ['one fewer', list('a', 'b'), list('a'), ['s 2']],
    ['an attribute', list('a'), list('a').replace('<ul', '<ul class="x"'), ['s 2']],
    ['text between parts', list('a'), list('a').replace('<ul', 'x<ul'), ['s']],
    ['an id', list('a').replace('<h2', '<h2 id="h"'), list('a').replace('<h2', '<h2 id="g"'), ['s']],
    ['text in the body itself', `x${list('a')}`, `y${list('a')}`, null],
    ['a part of the body more', list('a'), `${list('a')}<p>x</p>`, null],
  ])('%s', (_, before, after, expected) => {
    expect(changed(before, after)).toEqual(expected);
  });

  test('put in place of the old ones make the new page', () => {
    const tag = fc.constantFrom('section', 'ul', 'li', 'p', 'table', 'span', 'b', 'figure');
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('a', 'b', '<br>', '甲', ''),
        fc
          .tuple(tag, fc.option(fc.constantFrom('i1', 'i2', 'i3')), fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, id, inner]) => `<${name}${id === null ? '' : ` id="${id}"`}>${inner.join('')}</${name}>`),
      ),
    }));
    const page = fc.array(node, { maxLength: 6 });
    const edit = fc.tuple(page, fc.nat(), fc.nat(), node).map(([nodes, at, , other]) => {
      const after = [...nodes];
      if (after.length > 0) after[at % after.length] = other;
      return [nodes.join(''), after.join('')] as const;
    });
    // a letter changed anywhere, so that most of the page stays
    const letter = fc
      .tuple(page, fc.constantFrom('a', 'b', '甲'))
      .map(([nodes, to]) => [nodes.join(''), nodes.join('').replace(/(?<=>)[ab甲](?=<)/, to)] as const);
    fc.assert(
      fc.property(fc.oneof(edit, letter), ([before, after]) => {
        const [was, is] = [nameParts(before), nameParts(after)];
        expect(patched(was, is)).toBe(is.html);
      }),
      { numRuns: 500 },
    );
  });
});
