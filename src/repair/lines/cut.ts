import type { Line } from './index.js';

/** The lines before and after a place, counted in characters over all of them; a line that holds the place is cut in two. */
export function cutLines(lines: readonly Line[], at: number): [Line[], Line[]] {
  const above: Line[] = [];
  const below: Line[] = [];
  let passed = 0;
  for (const line of lines) {
    const cut = at - passed;
    if (cut <= 0) below.push(line);
    else if (cut >= line.text.length) above.push(line);
    else {
      const place = line.span.start + cut;
      above.push({ ...line, span: { start: line.span.start, end: place }, text: line.text.slice(0, cut) });
      below.push({
        ...line,
        span: { start: place, end: line.span.end },
        text: line.text.slice(cut),
        markerStart: place,
      });
    }
    passed += line.text.length;
  }
  return [above, below];
}
