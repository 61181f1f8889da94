import { parentPort } from 'node:worker_threads';
import { makeFace, unpackFaces } from './face.js';
import type { AskedFace } from './face-thread.js';

const ready = unpackFaces();
parentPort?.on('message', ({ number, asked }: { number: number; asked: AskedFace }) => {
  void ready
    .then(() => makeFace(asked.need, asked.format))
    .then((made) => parentPort?.postMessage({ number, made }))
    // ends the thread; whoever waits makes the face for themselves
    .catch((error: unknown) => {
      throw error;
    });
});
