import { unzipSync, zipSync } from 'fflate';

/** Zip keeps local time: noon, so that no zone has it a day earlier or skips the hour. */
const NO_TIME = new Date(1980, 0, 1, 12);

/** Files of a zip archive by name, in its order, without folders. Throws when it is none or is damaged. */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
}

/** A zip archive that is the same bytes for the same files, on any version of Node: no clock, deflated, in the given order. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 9, mtime: NO_TIME });
}
