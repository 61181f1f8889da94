import type { Fragment } from './pdf-fragments.js';

/** The fragments of one page with its height in points. */
export interface PageFragments {
  readonly height: number;
  readonly fragments: readonly Fragment[];
}

// e.g. — 3 —, 第3页 共10页, 3/10, 3
const PAGE_NUMBER =
  /^(?:[-—–·\s]{0,4}\d{1,4}[-—–·\s]{0,4}|第\s?\d{1,4}\s?页(?:[，,\s/]{0,2}共\s?\d{1,4}\s?页)?|\d{1,4}\s?\/\s?\d{1,4}|Page\s\d{1,4}(?:\sof\s\d{1,4})?)$/i;

/**
 * Pages without their numbers and without heads and feet that come again: of such a line the first is kept, since it may name
 * the paper and the day. Looked at is only what stands in the outer tenth of a page, at the same height as on other
 * pages, and apart from the running text or in smaller letters: a first line that reads like another page's is no head.
 */
export function withoutFurniture(pages: readonly PageFragments[]): Fragment[][] {
  const outer = pages.map((page) => new Set(outerOf(page)));
  const keyOf = (f: Fragment) => `${Math.round(f.y / 4)} ${f.text.replace(/\d+/g, '#').replace(/\s+/g, '')}`;
  const counts = new Map<string, number>();
  for (const fragments of outer) {
    for (const key of new Set([...fragments].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, Math.ceil(pages.length * 0.3));
  const seen = new Set<string>();
  return pages.map(({ fragments }, i) =>
    fragments.filter((f) => {
      if (!outer[i]?.has(f)) return true;
      if (PAGE_NUMBER.test(f.text)) return false;
      const key = keyOf(f);
      if ((counts.get(key) ?? 0) < least) return true;
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst;
    }),
  );
}

/** The lines at the top and at the bottom of a page that can be its head or foot. */
function outerOf({ height, fragments }: PageFragments): Fragment[] {
  const rows = [...new Set(fragments.map((f) => Math.round(f.y)))].sort((a, b) => a - b);
  const steps = rows.slice(1).map((y, i) => y - (rows[i] ?? y));
  const step = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  const sizes = fragments.map((f) => f.size).sort((a, b) => a - b);
  const size = sizes[sizes.length >> 1] ?? 0;
  const isApart = (y: number): boolean => {
    const at = rows.indexOf(Math.round(y));
    const inward = y < height / 2 ? steps[at] : steps[at - 1];
    return inward === undefined || inward > 1.25 * step;
  };
  return fragments.filter((f) => (f.y < height * 0.1 || f.y > height * 0.9) && (f.size < 0.9 * size || isApart(f.y)));
}
