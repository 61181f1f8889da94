import { readdirSync, readFileSync } from 'node:fs';
import type { TemplateSet } from '../../src/report/index.js';

/** The project's own templates as the commands hand them in. */
export function loadTemplates(): TemplateSet {
  const folder = new URL('../../templates/', import.meta.url);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => /\.(?:hbs|css|js|json)$/.test(name))
      .sort()
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
}
