import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What the live page needs besides the brief: all read from installed packages, by names known before any request comes. */
export interface PreviewAssets {
  readonly idiomorph: string;
  /** `@font-face` rules; addresses are `fonts/NAME`. */
  readonly fontsCss: string;
  readonly fonts: ReadonlyMap<string, () => Promise<Uint8Array>>;
}

const FACES: readonly (readonly [string, readonly number[]])[] = [
  ['@fontsource/noto-serif-sc', [400, 700]],
  ['@fontsource/noto-sans-sc', [400, 500, 700]],
];

/** The numbered slices of the brief's faces: a browser asks only for those it needs, so nothing is subset on every edit. */
export function previewAssets(): PreviewAssets {
  const require = createRequire(import.meta.url);
  const fonts = new Map<string, () => Promise<Uint8Array>>();
  const css: string[] = [];
  for (const [name, weights] of FACES) {
    const folder = dirname(require.resolve(`${name}/package.json`));
    const files = new Set(readdirSync(join(folder, 'files')));
    for (const weight of weights) {
      const rules = readFileSync(join(folder, `${weight}.css`), 'utf8');
      css.push(
        rules.replace(
          /url\(\.\/files\/([a-z0-9.-]+\.woff2)\) format\('woff2'\)(?:, url\([^)]*\) format\('woff'\))?/g,
          (whole, file: string) => {
            if (!files.has(file)) return whole;
            fonts.set(file, () => readFile(join(folder, 'files', file)));
            return `url(fonts/${file}) format('woff2')`;
          },
        ),
      );
    }
  }
  return {
    idiomorph: readFileSync(require.resolve('idiomorph/dist/idiomorph.min.js'), 'utf8'),
    fontsCss: css.join('\n'),
    fonts,
  };
}
