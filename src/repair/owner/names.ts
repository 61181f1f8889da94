import type { Jurisdiction } from '../../model/corpus.js';

/** How a jurisdiction is written in a text. */
export interface NameForms {
  /** Ways to write the place that no other report of the file shares, longest first: 成都市武侯区, 武侯区, 武侯. */
  readonly places: readonly string[];
}

/** What one block says about whose it is. */
export interface Mentions {
  /** Named as a police force or an office: 武侯公安, 武侯分局, 武侯区公安局. */
  readonly force: number;
  /** Named as a place only: 武侯. */
  readonly place: number;
  /** Named, either way, in the first clause: what the paragraph is about. */
  readonly isTopic: boolean;
}

const rank = '(?:特别行政区|自治[区州县旗]|省|市|新区|高新区|开发区|区|县|州|盟|旗|镇|乡|街道)';
const office = /(?:公安厅|公安局|公安分局|公安机关|公安|警方|警察|分局|市局|县局|派出所|支队|大队)$/;
/** What makes a place's name the name of its police, right behind it. */
const force =
  /^(?:特别行政区|自治[区州县]|省|市|新区|开发区|区|县|州)?(?:公安|警方|分局|民警|民辅警|警察|警务|派出所|市局|县局)/;

/** The name without its office and its rank: 武侯区公安分局 → 武侯; never shorter than two characters. */
function cores(name: string): string[] {
  const forms = new Set<string>();
  let bare = name.trim();
  for (let i = 0; i < 2; i++) bare = bare.replace(office, '') || bare;
  if (bare.length >= 2) forms.add(bare);
  // 成都市武侯区 → 武侯区; 四川天府新区 stays
  const last = new RegExp(`^[\\u4e00-\\u9fff]{2,7}?${rank}([\\u4e00-\\u9fff]{2,8})$`).exec(bare)?.[1];
  if (last && last.length >= 2) forms.add(last);
  for (const form of [...forms]) {
    const short = form.replace(new RegExp(`${rank}$`), '');
    if (short.length >= 2 && short !== form) forms.add(short);
  }
  return [...forms];
}

/**
 * The forms of each jurisdiction's name that tell it from the others. A form that another one has too, or that stands inside all
 * forms of another (成都 in 成都武侯 and 成都天府), tells nothing and is left out.
 */
export function nameForms(jurisdictions: readonly Jurisdiction[]): NameForms[] {
  const all = jurisdictions.map((j) => {
    const forms = new Set<string>();
    for (const name of [j.name, j.short, ...j.aliases]) for (const form of cores(name)) forms.add(form);
    // what several aliases have in common at their end: 成都武侯, 武侯 → 武侯
    for (const a of [...forms]) for (const b of [...forms]) if (a !== b && a.endsWith(b) && b.length >= 2) forms.add(b);
    return forms;
  });
  return all.map((forms, i) => ({
    places: [...forms]
      .filter((form) => !all.some((others, k) => k !== i && [...others].some((o) => o === form || o.includes(form))))
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
  }));
}

/** Counts how often a text names a place and its police; each place in the text counts once, for the longest form. */
export function countMentions(text: string, { places }: NameForms): Mentions {
  let forces = 0;
  let mere = 0;
  let isTopic = false;
  const clause = /^[^。；：！？]{1,8}?，[^，。；：！？]{0,24}|^[^，。；：！？]{0,24}/.exec(text)?.[0].length ?? 0;
  const taken = new Uint8Array(text.length);
  for (const place of places) {
    for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + place.length)) {
      if (taken[at] === 1) continue;
      taken.fill(1, at, at + place.length);
      isTopic ||= at < clause;
      if (force.test(text.slice(at + place.length, at + place.length + 10))) forces++;
      else mere++;
    }
  }
  return { force: forces, place: mere, isTopic };
}

/** Index of the place whose police is the subject of a sentence: it opens it, a time before it aside; −1 for none. */
export function subjectAt(sentence: string, forms: readonly NameForms[]): number {
  // e.g. 2024年，望湖公安将… / 一年来，成都武侯公安…
  const opening = /^(?:[^，。]{1,12}，)?/.exec(sentence)?.[0].length ?? 0;
  const head = sentence.slice(opening, opening + 24);
  return forms.findIndex(({ places }) =>
    places.some((place) => {
      const at = head.indexOf(place);
      return at >= 0 && at <= 4 && force.test(head.slice(at + place.length));
    }),
  );
}
