import { pinyin } from 'pinyin-pro';

/** Kinds of places, which ids leave out: 株洲市 → zhuzhou. */
const KIND = /(?:特别行政区|自治[区州县旗]|地区|省|市|县|区|州|盟|旗|派出所)$/;

/**
 * An id out of a name: its sounds without tones, the kind of the place left out. `[a-z0-9-]+`, at most 40 characters; `fallback` where
 * nothing is left (a name in a script without sounds).
 */
export function idOf(name: string, fallback: string): string {
  const stem = name.length > 2 ? name.replace(KIND, '') : name;
  const sounds = pinyin(stem, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const id = sounds
    .join('')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return id === '' ? fallback : id;
}

/** The id, or the id with the first number that is not taken yet; notes it as taken. */
export function unique(id: string, taken: Set<string>): string {
  let out = id;
  for (let n = 2; taken.has(out); n++) out = `${id}-${n}`;
  taken.add(out);
  return out;
}
