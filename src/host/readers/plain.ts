import { decode } from '../decode.js';
import type { Reader } from './reader.js';

/** Plain text and Markdown: the text is the file, to the letter. */
export const plain: Reader = {
  extensions: ['txt', 'md', 'text', 'markdown'],
  read: async (bytes, file) => decode(bytes, file),
};
