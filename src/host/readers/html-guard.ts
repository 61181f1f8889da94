import type { Wording } from '../../model/note.js';

/** Elements open at once, and elements, attributes and pieces of text together: an official page has some tens and some thousands. */
const MAX_DEPTH = 2500;
const MAX_PIECES = 250_000;
/** Depths of all elements added up: the parser looks through the open elements at every closing tag. */
const MAX_STEPS = 60_000_000;

/** Why a page is not to be parsed, and in which line it becomes too much, from 1. */
export interface TooMuch extends Wording {
  readonly code: 'source/too-deep' | 'source/too-large';
  readonly line: number;
}

/**
 * Looks through a page with the parser that linkedom builds its document with, but builds nothing: what nests or holds too much to be
 * parsed in bounded time and memory is told; null for any other page.
 */
export async function tooMuchOf(page: string): Promise<TooMuch | null> {
  const { Parser } = await import('htmlparser2');
  let [depth, pieces, steps] = [0, 0, 0];
  let found: Omit<TooMuch, 'line'> | null = null;
  let line = 0;
  const stop = (why: typeof TOO_LARGE): void => {
    if (found !== null) return;
    found = why;
    line = page.slice(0, parser.startIndex).split('\n').length;
  };
  const count = (): void => {
    pieces += 1;
    if (pieces > MAX_PIECES) stop(TOO_LARGE);
  };
  const parser = new Parser(
    {
      onopentagname: () => {
        depth += 1;
        steps += depth;
        count();
        if (depth > MAX_DEPTH || steps > MAX_STEPS) stop(TOO_DEEP);
      },
      onclosetag: () => {
        depth -= 1;
      },
      onattribute: count,
      ontext: count,
      oncomment: count,
    },
    { decodeEntities: true },
  );
  // piece by piece, so that it ends soon after something is found
  for (let at = 0; at < page.length && found === null; at += STRIDE) parser.write(page.slice(at, at + STRIDE));
  return found === null ? null : { ...(found as Omit<TooMuch, 'line'>), line };
}

const STRIDE = 16 * 1024;

const TOO_DEEP: Omit<TooMuch, 'line'> = {
  code: 'source/too-deep',
  message: `found elements nested beyond reason, expected at most ${MAX_DEPTH} open at once`,
  hint: 'open it in a browser and save the report as plain text',
  zh: {
    message: `发现元素嵌套过深，应为同时打开至多 ${MAX_DEPTH} 层`,
    hint: '请用浏览器打开，把报告存为纯文本',
  },
};
const TOO_LARGE: Omit<TooMuch, 'line'> = {
  code: 'source/too-large',
  message: `found a page of more than ${MAX_PIECES} elements, attributes and pieces of text, expected a report`,
  hint: 'save the report alone, or as plain text',
  zh: {
    message: `发现网页的元素、属性和文字片段超过 ${MAX_PIECES} 个，应为报告`,
    hint: '请只保存报告本身，或存为纯文本',
  },
};
