import type { Say } from './messages.js';

/** Names a sentence or a title can carry; of forty places nobody reads all. */
const MOST = 12;
const SHOWN = 6;

/** Names in a line; of more than twelve the first six and how many there are in all. */
export function someNames(names: readonly string[], say: Say): string {
  const listed = names.slice(0, names.length > MOST ? SHOWN : MOST).join(say('list.and'));
  return names.length > MOST ? say('list.some', { names: listed, n: names.length }) : listed;
}
