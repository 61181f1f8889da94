import type { Corpus, Jurisdiction, Level, Report } from '../model/corpus.js';
import type { Note, Noted } from '../model/note.js';
import type { SourceDoc } from '../model/source-doc.js';
import { labelOf, titleOf } from './read-corpus.js';

/** What a text says about itself; `sure` is false where the evidence is thin. */
export interface Guess {
  readonly name: string | null;
  readonly short: string | null;
  readonly level: Level;
  readonly aliases: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly unsure: readonly ('jurisdiction' | 'level' | 'period')[];
}

// e.g. 十堰公安, 武侯区分局, 湖北省公安厅, 某县公安局, 某市警方
const BUREAU =
  /([\p{sc=Han}]{2,8}?)(省公安厅|市公安局|区公安分局|县公安局|自治州公安局|公安机关|公安分局|区分局|公安|警方)/gu;
// Words that stand before 公安 without being a place.
const NO_PLACE =
  /^(?:全国|全省|全市|全区|全县|各级|各地|我国|人民|中国|广大|基层|属地|当地|省|市|区|县|国家|加强|以|对|向|和|与|为|是|在|把|由|让|的|各市|智慧|平安|做好|推进|促进|新时代|近年来|一年来|年来|成为|记者|通过|根据)$/;
const LEAD =
  /^(?:(?:今年以来|近年来|一年来|年来|以来|年|月|日|来自|来到|走进|关于|目前|为|在|由|对|向|与|和|被|让|据|经|将|是|当|如今|全力|推动|见证了|彰显了|展现了|助力|来|的)+)/;

/**
 * Reads out of a text whose report it is, for what period, and where it was printed. Only what stands in the text counts;
 * unknown is null. Counting, not parsing: the place named most often before 公安 or 警方 wins.
 */
export function guessReport(source: SourceDoc): Guess {
  const { text } = source;
  const counts = new Map<string, { count: number; forms: Map<string, number> }>();
  for (const [whole, rawPlace = '', kind = ''] of text.matchAll(BUREAU)) {
    const place = rawPlace.replace(LEAD, '').replace(/^(.*?[，。、“”《》])/u, '');
    if (place.length < 2 || NO_PLACE.test(place)) continue;
    const key = place.replace(/[省市区县]$/u, '');
    const entry = counts.get(key) ?? { count: 0, forms: new Map<string, number>() };
    entry.count++;
    const form = `${place}${kind}`;
    entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
    counts.set(key, entry);
    void whole;
  }
  const ranked = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  const [best, second] = ranked;
  const unsure: Guess['unsure'][number][] = [];
  const forms = best
    ? [...best[1].forms].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([form]) => form)
    : [];
  const short = best?.[0] ?? null;
  if (!best || best[1].count < 3 || (second && second[1].count * 2 > best[1].count)) unsure.push('jurisdiction');
  const level = levelOf(short, forms, text);
  if (level === 'other') unsure.push('level');
  const period = guessPeriod(text);
  if (!period.from) unsure.push('period');
  const name = short === null ? null : nameOf(short, level, text);
  return {
    name,
    short,
    level,
    aliases: forms.filter((form) => form !== name).slice(0, 6),
    from: period.from,
    to: period.to,
    date: period.date,
    outlet: text.match(/[\p{sc=Han}]{2,6}(?:日报|晚报|法治报|法制报|公安报|早报|时报)/u)?.[0] ?? null,
    title: titleOfText(text),
    unsure,
  };
}

function levelOf(short: string | null, forms: readonly string[], text: string): Level {
  if (short === null) return 'other';
  const suffixes: readonly [Level, RegExp][] = [
    ['province', /(?:省|自治区)(?:公安厅)?/u],
    ['city', /(?:市|自治州|盟)(?:公安局)?/u],
    ['district', /区(?:公安)?分局|区公安/u],
    ['county', /县(?:公安局)?/u],
    ['station', /派出所/u],
  ];
  const all = forms.join(' ');
  for (const [level, pattern] of suffixes)
    if (
      pattern.test(all) ||
      new RegExp(
        `${short}${level === 'province' ? '省' : level === 'city' ? '市' : level === 'district' ? '区' : level === 'county' ? '县' : '派出所'}`,
        'u',
      ).test(text)
    )
      return level;
  return forms.some((form) => form.endsWith('分局')) ? 'district' : 'other';
}

function nameOf(short: string, level: Level, text: string): string {
  const suffix = { province: '省', city: '市', district: '区', county: '县', station: '', other: '' }[level];
  return suffix && text.includes(`${short}${suffix}`) ? `${short}${suffix}` : short;
}

function guessPeriod(text: string): { from: string | null; to: string | null; date: string | null } {
  const printed = text.match(/(20\d\d)[.\-年/](1[0-2]|0?[1-9])[.\-月/](3[01]|[12]\d|0?[1-9])日?\s*(?:星期|特|第|版)/u);
  const date = printed ? `${printed[1]}-${printed[2]?.padStart(2, '0')}-${printed[3]?.padStart(2, '0')}` : null;
  const years = new Map<string, number>();
  // “回首2023”, “2022年全市公安工作”, “2023年，…” in the opening weigh more than years deep in the text.
  for (const found of text.matchAll(/(20\d\d)(?:年(?!\d{1,2}月)|，|,)/gu)) {
    const year = found[1] ?? '';
    years.set(year, (years.get(year) ?? 0) + (found.index < 600 ? 3 : 1));
  }
  const printYear = date?.slice(0, 4);
  const ranked = [...years]
    .filter(([year]) => !printYear || year < printYear)
    .sort(([a, x], [b, y]) => y - x || (a > b ? -1 : 1));
  const year = ranked[0]?.[0] ?? (printYear ? String(Number(printYear) - 1) : null);
  return year ? { from: `${year}-01-01`, to: `${year}-12-31`, date } : { from: null, to: null, date };
}

function titleOfText(text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(/^#+\s*/, '').trim());
  return (
    lines
      .slice(0, 30)
      .find(
        (line) =>
          line.length >= 6 &&
          line.length <= 40 &&
          !/[。；]$/u.test(line) &&
          !/记者|通讯员|星期|责任编辑|^\d/u.test(line),
      ) ?? null
  );
}

/**
 * A corpus for texts that came without a corpus.yaml: one report a file. Texts of the same jurisdiction share it. Notes say
 * for every file what was worked out and what is uncertain.
 */
export function guessCorpus(sources: readonly SourceDoc[]): Noted<Corpus> {
  const jurisdictions: Jurisdiction[] = [];
  const reports: Report[] = [];
  const notes: Note[] = [];
  for (const [i, source] of sources.entries()) {
    const guess = guessReport(source);
    const name = guess.name ?? source.file.replace(/\.[^.]+$/, '');
    let jurisdiction = jurisdictions.find((j) => j.name === name);
    if (!jurisdiction) {
      jurisdiction = {
        id: `j${jurisdictions.length + 1}`,
        name,
        short: guess.short ?? name,
        level: guess.level,
        aliases: guess.aliases,
        denominators: {},
      };
      jurisdictions.push(jurisdiction);
    }
    const label = labelOf(guess.from, guess.to);
    const known = guess.date || guess.outlet || guess.title;
    reports.push({
      id: `r${i + 1}`,
      jurisdiction: jurisdiction.id,
      period: { label, from: guess.from, to: guess.to },
      published: known ? { date: guess.date, outlet: guess.outlet, title: guess.title } : null,
      sources: [{ file: source.file, parts: null }],
    });
    notes.push({
      code: 'corpus/worked-out',
      severity: guess.unsure.length > 0 ? 'warning' : 'info',
      message: `found no corpus.yaml; took ${source.file} as the report of ${name} (${guess.level}) for ${label}${guess.unsure.length > 0 ? `, uncertain: ${guess.unsure.join(', ')}` : ''}`,
      place: { file: source.file },
      hint: 'write a corpus.yaml to settle it',
    });
  }
  return { value: { title: titleOf(jurisdictions), jurisdictions, reports }, notes };
}
