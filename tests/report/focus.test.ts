import { describe, expect, it } from 'vitest';
import { focusOn, renderHtml } from '../../src/report/index.js';
import { sampleComparison } from '../support/sample-comparison.js';
import { loadTemplates } from '../support/templates.js';

const whole = sampleComparison();

describe('one brief per jurisdiction', () => {
  it.each(whole.jurisdictions.map(({ id }) => id))(
    'of %s states nothing without evidence, with links that land',
    (id) => {
      const focused = focusOn(whole, id, `${id} 简报`);
      const { value, notes } = renderHtml(focused, { templates: loadTemplates(), fonts: [], lang: 'zh-CN' });
      expect(notes).toEqual([]);
      const ids = new Set([...value.matchAll(/\sid="([^"]*)"/g)].map(([, name]) => name));
      expect(
        [...value.matchAll(/\shref="#([^"]*)"/g)].map(([, name]) => name).filter((name) => !ids.has(name)),
      ).toEqual([]);
    },
  );

  it('puts its column first and keeps verdicts and numbers of the whole', () => {
    const focused = focusOn(whole, 'yuxi', '榆溪');
    expect(focused.jurisdictions[0]?.id).toBe('yuxi');
    for (const row of focused.rows) {
      expect(row.cells[0]?.jurisdiction).toBe('yuxi');
      expect(row.cells[0]?.state).not.toBe('not-mentioned');
      expect(row.verdict).toBe(whole.rows.find(({ id }) => id === row.id)?.verdict);
    }
    for (const entry of focused.evidence) expect(whole.evidence).toContainEqual(entry);
    expect(focused.singles.every((single) => single.jurisdiction === 'yuxi')).toBe(true);
  });

  it('refuses a jurisdiction that is not there', () => {
    expect(() => focusOn(whole, 'atlantis', '')).toThrow(RangeError);
  });
});
