import { InvalidPDFException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { isPdfJs } from '../../../src/host/readers/pdf-strays.js';

test('only what comes out of pdf.js is let go', () => {
  expect(isPdfJs(new InvalidPDFException('x'))).toBe(true);
  for (const other of [new Error('x'), new TypeError('pdfjs-dist'), 'x', null, undefined])
    expect(isPdfJs(other)).toBe(false);
});
