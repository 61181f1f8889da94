import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emphasis } from '../../src/repair/characters/emphasis.js';

test('whatever is marked up, the changes drop marks alone, in order and apart', () => {
  const piece = fc.constantFrom('*', '**', '__', '_', '警', '643', '，', ' ', '\n', '起');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const { span, insert } of emphasis.changes(text)) {
        expect(insert).toBe('');
        expect(text.slice(span.start, span.end)).toMatch(/^(?:\*{1,2}|__)$/);
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
      }
    }),
    { numRuns: 2000 },
  );
});
