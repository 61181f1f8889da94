import { type Document, isAlias, isNode, visit } from 'yaml';
import type { Wording } from '../model/note.js';

/** An alias that stands inside what it stands for: it would go on for ever. e.g. `&a [*a]` */
export const CIRCLE: Wording = {
  message: 'found an alias inside what it stands for, expected one that ends',
  hint: 'write out what is meant here',
  zh: { message: '发现别名出现在它自己所代表的内容之中，应为有尽头的别名', hint: '请把此处的内容直接写出来' },
};

/** Offset of such an alias; null where there is none. */
export function aliasInItself(doc: Document): number | null {
  let found: number | null = null;
  visit(doc, {
    Alias: (_, alias, above) => {
      const isInside = above.some(
        (node) => isNode(node) && !isAlias(node) && node.anchor === alias.source && alias.resolve(doc) === node,
      );
      if (!isInside) return undefined;
      found = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Offset of the first alias, or of the first of that name; 0 where there is none. */
export function firstAlias(doc: Document, name: string | null): number {
  let found = 0;
  visit(doc, {
    Alias: (_, alias) => {
      if (name !== null && alias.source !== name) return undefined;
      found = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** What goes wrong when references are followed: one that points nowhere (`name`), or far too many (`name` is null). */
export function aliasTrouble({ message }: Error): { readonly name: string | null; readonly wording: Wording } {
  const name = /^Unresolved alias.*: (\S{1,80})/.exec(message)?.[1] ?? null;
  if (name === null)
    return {
      name,
      wording: {
        message: `found ${message}, expected at most 100 expanded aliases`,
        hint: 'write the repeated part out',
        zh: {
          message: `发现引用展开太多（${message}），应为至多展开 100 个别名`,
          hint: '请把重复的部分直接写出来',
        },
      },
    };
  return {
    name,
    wording: {
      message: `found the alias *${name} without an anchor &${name} before it, expected one`,
      hint: `put “*${name}” in quotation marks if it is a text`,
      zh: { message: `发现引用 *${name}，而前面没有锚点 &${name}，应为有`, hint: `请在 *${name} 本是文字时加上引号` },
    },
  };
}
