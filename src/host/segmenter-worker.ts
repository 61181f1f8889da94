import { type MessagePort, workerData } from 'node:worker_threads';
import { loadNodejieba } from './segmenter.js';
import type { Answered, Asked } from './segmenter-thread.js';

const { port, answers } = workerData as { port: MessagePort; answers: Int32Array };

function answer(asked: Asked): Answered {
  try {
    const jieba = loadNodejieba();
    if ('text' in asked) return { words: jieba.tag(asked.text) };
    for (const { word, tag } of asked.words) jieba.insertWord(word, tag);
    return { words: [] };
  } catch (error) {
    return { error: String(error) };
  }
}

try {
  loadNodejieba();
  port.on('message', (asked: Asked) => {
    port.postMessage(answer(asked));
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  });
} catch {
  Atomics.store(answers, 0, -1);
  Atomics.notify(answers, 0);
}
