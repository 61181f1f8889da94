import type { Finding } from '../../model/finding.js';
import type { Use } from './citations.js';
import type { Context } from './context.js';
import { reviewOf } from './review.js';

export interface EvidenceView {
  readonly number: number;
  readonly finding: string;
  readonly place: string;
  /** The clause before, in and after the quoted figure, title or name. */
  readonly before: string;
  readonly key: string;
  readonly after: string;
  /** `n` keeps a short key on one line; a long one may break. */
  readonly keyClass: string;
  readonly file: string;
  /** The file's name where the group has several, else empty. */
  readonly fileShown: string;
  /** Page or paragraph of the container the text came out of, e.g. `第3页`; empty for plain text. */
  readonly unit: string;
  readonly line: number;
  readonly section: string;
  /** Anchor of its line in the source texts of the HTML. */
  readonly anchor: string;
  /** `source:start-end,start-end`, the pieces of the clause in the source text of that index. */
  readonly span: string;
  /** How an approximate wording was read, e.g. `58000至59000`; empty for exact figures. */
  readonly reading: string;
  /** What a person settled about it, with the reason; else empty. */
  readonly review: string;
  readonly also: string;
  readonly uses: readonly Use[];
}
export interface EvidenceGroup {
  readonly jurisdiction: string;
  readonly name: string;
  readonly files: string;
  readonly entries: readonly EvidenceView[];
}

/** A page or paragraph in the brief's language; a label of another form as it is. e.g. 第3页 → page 3 */
function unitOf(label: string | undefined, say: Context['say']): string {
  const [, n, kind] = /^第(\d+)([页段])$/.exec(label ?? '') ?? [];
  if (n === undefined) return label ?? '';
  return say(kind === '页' ? 'evidence.page' : 'evidence.paragraph', { n });
}

const plain = (value: number): string => {
  const text = value.toFixed(4);
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
};

function reading(finding: Finding, context: Context): string {
  if (finding.type !== 'fact' || finding.bounds === null) return '';
  const { low, high, lowOpen, highOpen } = finding.bounds;
  const { say } = context;
  const unit = finding.unit === '%' ? '%' : '';
  if (low !== null && high !== null)
    return say('reading.between', { low: plain(low) + unit, high: plain(high) + unit });
  if (low !== null) return say(lowOpen ? 'reading.above' : 'reading.at-least', { n: plain(low) + unit });
  if (high !== null) return say(highOpen ? 'reading.below' : 'reading.at-most', { n: plain(high) + unit });
  return '';
}

function keyOf(finding: Finding): string {
  if (finding.type === 'fact') return finding.printed;
  return finding.type === 'honour' ? finding.title : finding.name;
}

/** The key with the clause around it; line breaks and blanks inside Chinese text are joined. Key not found: the whole clause. */
function split(exact: string, key: string): { before: string; key: string; after: string } {
  const joined = exact.replace(/\s+/gu, '');
  const wanted = key.replace(/\s+/gu, '');
  const at = wanted === '' ? -1 : joined.lastIndexOf(wanted);
  if (at < 0) return { before: '', key: joined, after: '' };
  return {
    before: joined.slice(0, at),
    key: joined.slice(at, at + wanted.length),
    after: joined.slice(at + wanted.length),
  };
}

const severalFiles = (entries: readonly EvidenceView[]): boolean =>
  new Set(entries.map((entry) => entry.file)).size > 1;

/** The index of evidence: by report and place, each with every place of the brief that uses it. */
export function evidenceView(context: Context): EvidenceGroup[] {
  const { comparison, say } = context;
  const fileIndex = new Map(comparison.sources.map((source, at) => [source.file, at]));
  const lineOf = (file: string, offset: number) => {
    const text = comparison.sources[fileIndex.get(file) ?? -1]?.text;
    return text === undefined ? null : text.slice(0, offset).split('\n').length;
  };
  const all = new Map<string, Finding>();
  for (const finding of [...comparison.facts, ...comparison.honour_records, ...comparison.initiatives])
    all.set(finding.id, finding);
  const groups = new Map<string, EvidenceView[]>();
  for (const entry of comparison.evidence) {
    const finding = all.get(entry.finding);
    if (finding === undefined) continue;
    const { source } = finding;
    const at = fileIndex.get(source.file) ?? -1;
    const also = finding.mentions.flatMap((mention) => lineOf(mention.file, mention.start) ?? []);
    const spans = source.spans ?? [source];
    const text = comparison.sources[at]?.text;
    // a claim that a line break or a caption interrupts is quoted with all its pieces
    const exact = text === undefined ? source.exact : spans.map(({ start, end }) => text.slice(start, end)).join('');
    const parts = split(exact, keyOf(finding));
    const view: EvidenceView = {
      number: entry.number,
      finding: finding.id,
      place: context.place(finding.jurisdiction).name,
      ...parts,
      keyClass: Array.from(parts.key).length <= 10 ? 'n' : 'k',
      file: source.file,
      fileShown: '',
      unit: unitOf(source.unit, say),
      line: source.line,
      section: source.section ?? '',
      anchor: at < 0 ? '' : `s${at}-${source.line}`,
      span: at < 0 ? '' : `${at}:${spans.map(({ start, end }) => `${start}-${end}`).join(',')}`,
      reading: reading(finding, context),
      review: reviewOf(finding, context),
      also: also.length === 0 ? '' : say('evidence.also', { lines: [...new Set(also)].join(say('list.comma')) }),
      uses: context.citations.uses(finding.id),
    };
    const group = groups.get(finding.jurisdiction);
    if (group === undefined) groups.set(finding.jurisdiction, [view]);
    else group.push(view);
  }
  return context.places
    .map((place) => {
      const entries = groups.get(place.id) ?? [];
      return {
        jurisdiction: place.id,
        name: place.name,
        files: [...new Set(entries.map((entry) => entry.file))].join(say('list.comma')),
        entries: severalFiles(entries) ? entries.map((entry) => ({ ...entry, fileShown: entry.file })) : entries,
      };
    })
    .filter((group) => group.entries.length > 0);
}
