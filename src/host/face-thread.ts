import type { FaceFormat, FaceNeed, FontFaceData } from '../model/font.js';
import type { Noted } from '../model/note.js';
import { compiledBeside, startThread } from './compiled.js';
import { makeFace } from './face.js';

type Made = Noted<FontFaceData[]>;

export interface AskedFace {
  readonly need: FaceNeed;
  readonly format: FaceFormat;
}

/** A thread that unpacks the whole faces at once and then makes subsets of them. */
export interface FaceThread {
  readonly make: (asked: AskedFace) => Promise<Made>;
  readonly close: () => void;
}

/** Starts the thread; null where the program does not run compiled. Should the thread fail, faces are made in this one. */
export function startFaceThread(): FaceThread | null {
  const file = compiledBeside(import.meta.url, './face-worker.js');
  if (file === null) return null;
  const worker = startThread(file);
  worker.unref();
  const waiting = new Map<
    number,
    { readonly asked: AskedFace; readonly resolve: (made: Made | Promise<Made>) => void }
  >();
  let next = 0;
  let failed = false;
  const fail = (): void => {
    failed = true;
    for (const { asked, resolve } of waiting.values()) resolve(makeFace(asked.need, asked.format));
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', fail);
  worker.on('message', ({ number, made }: { number: number; made: Made }) => {
    waiting.get(number)?.resolve(made);
    waiting.delete(number);
    if (waiting.size === 0) worker.unref();
  });
  return {
    make: (asked) => {
      if (failed) return makeFace(asked.need, asked.format);
      return new Promise((resolve) => {
        const number = next++;
        waiting.set(number, { asked, resolve });
        worker.ref();
        worker.postMessage({ number, asked });
      });
    },
    close: () => void worker.terminate(),
  };
}
