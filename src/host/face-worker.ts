import { parentPort } from 'node:worker_threads';
import type { FaceNeed } from '../model/font.js';
import { makeFace, unpackFaces } from './face.js';

const ready = unpackFaces();
parentPort?.on('message', ({ number, need }: { number: number; need: FaceNeed }) => {
  void ready
    .then(() => makeFace(need))
    .then((made) => parentPort?.postMessage({ number, made }))
    // ends the thread; whoever waits makes the face for themselves
    .catch((error: unknown) => {
      throw error;
    });
});
