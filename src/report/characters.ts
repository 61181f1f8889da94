import type { FaceNeed } from '../model/font.js';

const serif = 'Noto Serif SC';
const sans = 'Noto Sans SC';

interface Face {
  readonly family: string;
  readonly weight: number;
}

interface Rule {
  readonly tag?: string;
  readonly className?: string;
  readonly family?: string;
  readonly weight?: number;
}

/** What brief.css says about faces, in its order; later rules win. A face missing here is caught by the PDF's font check. */
const rules: readonly Rule[] = [
  { tag: 'b', weight: 700 },
  { tag: 'strong', weight: 700 },
  { tag: 'h1', family: serif, weight: 700 },
  { tag: 'h2', family: serif, weight: 700 },
  { tag: 'h3', family: sans, weight: 700 },
  { tag: 'h4', family: sans, weight: 700 },
  { tag: 'th', family: sans, weight: 700 },
  { tag: 'td', family: sans, weight: 400 },
  { tag: 'svg', family: sans, weight: 400 },
  { tag: 'legend', weight: 700 },
  { tag: 'small', weight: 400 },
  { tag: 'summary', family: sans, weight: 400 },
  { tag: 'button', family: sans, weight: 400 },
  { tag: 'footer', family: sans, weight: 400 },
  { tag: 'q', family: serif, weight: 700 },
  { className: 'sans', family: sans, weight: 400 },
  { className: 'side', family: sans, weight: 400 },
  { className: 'kicker', family: sans, weight: 400 },
  { className: 'notes', family: sans, weight: 400 },
  { className: 'cap', family: sans, weight: 700 },
  { className: 'sub', family: sans, weight: 400 },
  { className: 'src', family: sans, weight: 400 },
  { className: 'tag', family: sans, weight: 400 },
  { className: 'toc', family: sans, weight: 400 },
  { className: 'end', family: sans, weight: 400 },
  { className: 'at', family: sans, weight: 400 },
  { className: 'ev', family: sans, weight: 400 },
  { className: 'chip', family: sans, weight: 400 },
  { className: 'keys', family: sans, weight: 400 },
  { className: 'clash', family: sans, weight: 400 },
  { className: 'v', family: sans, weight: 700 },
  { className: 'no', weight: 700 },
  { className: 'h', weight: 700 },
  { className: 'b', weight: 700 },
  { className: 'num', weight: 700 },
  { className: 'fig-no', weight: 500 },
  { className: 'serif7', family: serif, weight: 700 },
  { className: 'none', weight: 400 },
];

const voids = new Set([
  'meta',
  'link',
  'br',
  'hr',
  'img',
  'input',
  'wbr',
  'col',
  'use',
  'line',
  'rect',
  'circle',
  'path',
]);
const token = /<(\/?)([a-z][a-z0-9-]*)((?:[^>"]|"[^"]*"){0,400})>|<!--[\s\S]*?-->|<![^>]*>|([^<]+)/gi;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot));/gi,
    (_, hex?: string, decimal?: string, word?: string) =>
      word !== undefined
        ? (named[word] ?? '')
        : String.fromCodePoint(hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)),
  );
}

/**
 * Which characters the page sets in which face, from its elements and classes. U+0020 and the digits are in every face (without
 * U+0020 Chromium makes a Type 3 font). Works on this program's own, well-formed HTML only.
 */
export function charactersOf(html: string, furniture: string): FaceNeed[] {
  const needs = new Map<string, Set<string>>();
  // A bold face's characters also go into the family's regular face: a weight these rules do not know of then still finds them
  const add = (face: Face, text: string) => {
    for (const weight of new Set([face.weight, 400])) {
      const key = `${face.family}|${weight}`;
      const set = needs.get(key) ?? new Set<string>();
      for (const character of text) set.add(character);
      needs.set(key, set);
    }
  };
  const stack: { tag: string; face: Face; skip: boolean }[] = [
    { tag: '', face: { family: serif, weight: 400 }, skip: false },
  ];
  for (const match of html.matchAll(token)) {
    const [, closing, rawTag, attributes = '', text] = match;
    const top = stack.at(-1);
    if (top === undefined) break;
    if (text !== undefined) {
      if (top.skip) continue;
      const plain = decoded(text);
      add(top.face, plain);
      // the styles set headings in either family
      if (stack.some(({ tag }) => tag === 'h2' || tag === 'h3'))
        for (const family of [serif, sans]) add({ family, weight: 700 }, plain);
      continue;
    }
    if (rawTag === undefined) continue;
    const tag = rawTag.toLowerCase();
    if (closing === '/') {
      const at = stack.findLastIndex((entry) => entry.tag === tag);
      if (at > 0) stack.length = at;
      continue;
    }
    const classes = (/\bclass="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' ');
    // words the style sheet or the script takes out of an attribute
    for (const [, shown = ''] of attributes.matchAll(/\bdata-(?:l|all|some|hits|dark|light|name|where)="([^"]*)"/g))
      add({ family: sans, weight: 700 }, decoded(shown));
    let face = top.face;
    for (const rule of rules)
      if (
        (rule.tag === undefined || rule.tag === tag) &&
        (rule.className === undefined || classes.includes(rule.className))
      )
        face = { family: rule.family ?? face.family, weight: rule.weight ?? face.weight };
    if (voids.has(tag) || attributes.endsWith('/')) continue;
    stack.push({ tag, face, skip: top.skip || tag === 'style' || tag === 'script' || tag === 'title' });
  }
  for (const weight of [400, 700]) {
    add({ family: sans, weight }, `${furniture} 0123456789—–.、，：`);
    add({ family: serif, weight }, ' 0123456789—–.、，：');
  }
  add({ family: sans, weight: 500 }, ' 0123456789.,');
  return [...needs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, set]) => {
      const [family = '', weight = ''] = key.split('|');
      return {
        family,
        weight: Number(weight),
        characters: [...set]
          .filter((character) => character >= ' ')
          .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
          .join(''),
      };
    });
}
