/**
 * What has the same key, together: keys in the order they first come, each list in the order given. One walk however many keys there
 * are (Map.groupBy, which Node 20 does not have).
 */
export function groupBy<T>(list: Iterable<T>, keyOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
