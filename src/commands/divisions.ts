import type { Host } from '../host/index.js';
import { readPackageFile } from '../host/lexicon-files.js';
import type { Division } from '../model/lexicon.js';

/** The package's list of cities and their parts, for seeing where a place's name begins; [] where the list is missing. */
export async function loadDivisions(host: Host): Promise<readonly Division[]> {
  try {
    const [{ parse }, text] = await Promise.all([import('yaml'), readPackageFile(host.root, 'lexicon/divisions.yaml')]);
    return (parse(text) as { divisions?: readonly Division[] }).divisions ?? [];
  } catch {
    return [];
  }
}
