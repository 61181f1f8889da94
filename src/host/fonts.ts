import type { FaceFormat, FaceNeed, FontFaceData } from '../model/font.js';
import type { Note, Noted } from '../model/note.js';
import { fingerprint } from './cache/fingerprint.js';
import { type Cache, NO_CACHE } from './cache/store.js';
import { familyVersion, makeFace } from './face.js';
import type { FaceThread } from './face-thread.js';

/** Faces made in this process, newest last, so that a preview subsets again only when a new character turns up. */
const made = new Map<string, Noted<FontFaceData[]>>();
const mostMade = 32;

interface SubsetOptions {
  /** Where faces are kept between runs. */
  readonly cache?: Cache;
  /** Makes them beside this thread. */
  readonly thread?: FaceThread | null;
  /** `woff2` unless said otherwise. */
  readonly format?: FaceFormat;
}

/** One face's outcome, from this process or the cache, else made and kept in both. The key holds everything it depends on. */
async function kept(
  need: FaceNeed,
  { cache = NO_CACHE, thread, format = 'woff2' }: SubsetOptions,
): Promise<Noted<FontFaceData[]>> {
  const print = fingerprint();
  print.value(['face/5', familyVersion(need.family), format, need]);
  const key = print.key();
  const held = made.get(key);
  if (held !== undefined) return held;
  const found = await cache.read('face', key);
  const result =
    found === null
      ? await (thread?.make({ need, format }) ?? makeFace(need, format))
      : (JSON.parse(Buffer.from(found).toString('utf8')) as Noted<FontFaceData[]>);
  made.set(key, result);
  for (const oldest of made.keys()) if (made.size > mostMade) made.delete(oldest);
  if (found === null) await cache.write('face', key, Buffer.from(JSON.stringify(result)));
  return result;
}

/**
 * Subsets the faces a brief needs out of the installed font packages, in the order of `needs`. Signs missing from a whole-file face
 * come from its numbered slices with a unicode-range; a character in neither is a note that names it. Same needs, same bytes, with or
 * without cache and thread.
 */
export async function subsetFaces(
  needs: readonly FaceNeed[],
  options: SubsetOptions = {},
): Promise<Noted<FontFaceData[]>> {
  const wanted = needs.filter((need) => need.characters !== '');
  const results = await Promise.all(wanted.map((need) => kept(need, options)));
  const notes: Note[] = results.flatMap((result) => result.notes);
  return { value: results.flatMap((result) => result.value), notes };
}
