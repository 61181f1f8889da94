import { expect, test } from 'vitest';
import { renderHtml, renderPage, withFaces } from '../../src/report/index.js';
import { hostileComparison, manyPlaces, sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const templates = loadTemplates();
const faces = [
  { family: 'Noto Serif SC', weight: 400, format: 'woff2', base64: 'AAAA+/==', unicodeRange: null },
  { family: 'Noto Sans SC', weight: 700, format: 'truetype', base64: '$&$1', unicodeRange: 'U+31' },
];

test.each([
  ['a sample', sampleComparison()],
  ['hostile text', hostileComparison('<script>x</script>')],
  ['many places', manyPlaces(12)],
] as const)('%s: faces put into a rendered page give what rendering with them gives', (_, comparison) => {
  for (const style of ['default', 'gbt9704', 'plain'] as const) {
    const options = { templates, lang: 'zh-CN', style } as const;
    const bare = renderPage(comparison, { ...options, fonts: [] });
    expect(withFaces(bare.value, faces)).toBe(renderHtml(comparison, { ...options, fonts: faces }).value);
    expect(withFaces(bare.value, [])).toBe(bare.value.html);
  }
});

test('a page that does not hold its style sheet as given cannot be completed', () => {
  expect(withFaces({ html: '<style>a{}</style>', css: 'b{}' }, faces)).toBeNull();
});
