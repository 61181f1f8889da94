import { escapeHtml, Markup } from '../markup.js';
import { circle } from './svg.js';

/** One dot an award: full for the police's own, open for what was granted to the place. Twelve in a line. */
export function awardDots(solid: number, open: number, text: string): Markup {
  const total = solid + open;
  const perLine = Math.min(total, 6);
  const lines = Math.ceil(total / perLine);
  let dots = '';
  for (let index = 0; index < total; index += 1)
    dots += circle(
      5 + (index % perLine) * 11,
      5 + Math.floor(index / perLine) * 11,
      index < solid ? 4 : 3.3,
      index < solid ? 'solid' : 'open',
    );
  const [width, height] = [perLine * 11, lines * 11 - 1];
  return new Markup(
    `<svg class="dots d${lines}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeHtml(text)}">${dots}</svg>`,
  );
}
