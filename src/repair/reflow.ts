import type { BlockKind } from '../model/repaired-doc.js';
import { looksLikePicture } from './lines/caption.js';
import { endsSentence, formOf, HEADING_MAX, headingNumber, headingScore, isFigure } from './lines/heading.js';
import type { Line } from './lines/index.js';
import type { RepairMeta } from './rule.js';
import { countPairs, type PairCounts, seam } from './seam.js';

export const meta: RepairMeta = {
  id: 'reflow',
  description:
    'A paragraph broken in the middle of a sentence is put together again: across line ends, blank lines, column breaks, page numbers, captions and mastheads; what stood in between follows the paragraph.',
  examples: [
    {
      source: '全年化解各类矛\n\n盾纠纷5800余起，排查安全隐患3500余个。',
      repaired: '全年化解各类矛盾纠纷5800余起，排查安全隐患3500余个。',
    },
    {
      source: '全市公安机关雷霆出击，发布辟谣信息\n\n34条，化解纠纷200余起。',
      repaired: '全市公安机关雷霆出击，发布辟谣信息34条，化解纠纷200余起。',
    },
    {
      source: '获评精品案件。2019年11月，中\n\n▲市委书记与王德胜合影。\n\n央政法委来株视察。',
      repaired: '获评精品案件。2019年11月，中央政法委来株视察。\n▲市委书记与王德胜合影。',
    },
    {
      source: '追回被骗资金共计30\n00余万元。',
      repaired: '追回被骗资金共计3000余万元。',
    },
    {
      source: '培根铸魂 凝聚奋进伟力\n\n党旗引领，警旗召唤。',
      repaired: '培根铸魂 凝聚奋进伟力\n党旗引领，警旗召唤。',
      why: 'a heading and its paragraph stay apart',
    },
    {
      source: '车管所同获全省青年文明号\n经侦大队主办的假种子案被评为全省十大典型案例\n钱大有、孙二虎荣立个人二等功',
      repaired: '车管所同获全省青年文明号\n经侦大队主办的假种子案被评为全省十大典型案例\n钱大有、孙二虎荣立个人二等功',
      why: 'lines of a list without marks differ in width, those of a broken paragraph do not',
    },
    {
      source: '全年破案120起。\n\n民警走访企业300家。',
      repaired: '全年破案120起。\n民警走访企业300家。',
    },
  ],
};

/** Lines that make one block, in the order of the sentence. */
export interface Draft {
  readonly kind: BlockKind;
  readonly lines: readonly Line[];
}

/** How many lines may stand between two halves of a paragraph. */
const REACH = 6;
const TAIL = 48;
const interrupters: ReadonlySet<string> = new Set(['caption', 'masthead', 'credit', 'byline', 'ornament']);

/** What the whole document tells about a line. */
interface Surroundings {
  readonly lines: readonly Line[];
  readonly pairs: PairCounts;
  /** The usual number of blank lines between two lines. */
  readonly usualGap: number;
  /** Width of a full line where the text was wrapped by hand, in columns; 0 where it was not. */
  readonly wrap: number;
  /** New paragraphs are told by their indent. */
  readonly isIndented: boolean;
  /** How many lines have a heading's form, by form. */
  readonly forms: ReadonlyMap<string, number>;
  /** Short lines without a stop, with the number of such lines that stand together there. */
  readonly verse: ReadonlyMap<Line, number>;
}

/** A paragraph in the making. */
class Paragraph {
  readonly lines: Line[] = [];
  length = 0;
  tail = '';
  hasFigure = false;
  private round = 0;
  private quote = 0;
  private title = 0;

  add(line: Line): void {
    this.lines.push(line);
    this.length += line.text.length;
    this.hasFigure ||= /\d/.test(line.text);
    this.tail = (this.tail + line.text.slice(-TAIL)).slice(-TAIL);
    for (const c of line.text) {
      if (c === '（') this.round++;
      else if (c === '）') this.round = Math.max(0, this.round - 1);
      else if (c === '“') this.quote++;
      else if (c === '”') this.quote = Math.max(0, this.quote - 1);
      else if (c === '《') this.title++;
      else if (c === '》') this.title = Math.max(0, this.title - 1);
    }
  }

  get isFinal(): boolean {
    return endsSentence(this.tail);
  }

  /** The closing mark the paragraph waits for, or ''. */
  get wanted(): string {
    if (this.title > 0) return '》';
    if (this.round > 0) return '）';
    return this.quote > 0 ? '”' : '';
  }
}

const opening: Readonly<Record<string, string>> = { '”': '“', '）': '（', '》': '《' };

/** The line closes what the paragraph left open, before it opens another of the kind. */
function closes(wanted: string, line: string): boolean {
  const at = line.slice(0, 300).indexOf(wanted);
  if (wanted === '' || at < 0) return false;
  const another = line.indexOf(opening[wanted] ?? '');
  return another < 0 || another > at;
}

/** Puts lines together to blocks; what stood inside a paragraph follows it. */
export function reflow(lines: readonly Line[]): Draft[] {
  const around = survey(lines);
  const blocks: Draft[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    if (!line) break;
    if (line.shape !== 'text' && line.shape !== 'item') {
      const count = line.shape === 'caption' ? captionLength(around, i) : 1;
      blocks.push({ kind: soleKind(line), lines: lines.slice(i, i + count) });
      i += count;
      continue;
    }
    const { paragraph, between, next } = gather(around, i);
    blocks.push({ kind: kindOf(around, i, paragraph), lines: paragraph.lines });
    for (const aside of between)
      blocks.push({ kind: aside.shape === 'text' ? 'caption' : soleKind(aside), lines: [aside] });
    i = next;
  }
  return blocks;
}

/** How many lines a caption takes: one that does not end and flows into the short line right below it takes both. */
function captionLength({ lines, pairs, usualGap }: Surroundings, at: number): number {
  const [line, below] = [lines[at], lines[at + 1]];
  if (
    !line ||
    below?.shape !== 'text' ||
    below.text.length > 80 ||
    endsSentence(line.text) ||
    /(?:摄|供图|图片)[）)】]?$/.test(line.text)
  )
    return 1;
  const flow = seam(line.text, below.text, pairs);
  return flow > (below.gapAbove < usualGap ? -1 : 2.2) ? 2 : 1;
}

/** The paragraph that begins at a line: its lines, the lines that stood between them, and where to go on. */
function gather(around: Surroundings, at: number): { paragraph: Paragraph; between: Line[]; next: number } {
  const { lines } = around;
  const paragraph = new Paragraph();
  const between: Line[] = [];
  const start = lines[at];
  if (start) paragraph.add(start);
  let next = at + 1;
  for (;;) {
    const step = nextPiece(around, at, next, paragraph);
    if (step === null) return { paragraph, between, next };
    const piece = lines[step];
    if (!piece) return { paragraph, between, next };
    between.push(...lines.slice(next, step));
    paragraph.add(piece);
    next = step + 1;
  }
}

/** Index of the line that goes on with a paragraph, or null where it ends. */
function nextPiece(around: Surroundings, at: number, next: number, paragraph: Paragraph): number | null {
  const { lines } = around;
  let probe = next;
  while (
    probe < next + REACH &&
    interrupters.has(lines[probe]?.shape ?? '') &&
    !isPieceOfNumber(around, probe, paragraph)
  )
    probe++;
  const line = lines[probe];
  if (line && isPieceOfNumber(around, probe, paragraph)) return probe;
  if (line?.shape !== 'text') return null;
  const isInterrupted = probe > next;
  const prior = eagerness(around, at, paragraph, line, isInterrupted);
  const direct = prior + join(around, paragraph, line) - standsAlone(around, probe) - verse(around, paragraph, line);
  // A line without marks may be a caption, and the paragraph go on behind it.
  let skip = Number.NEGATIVE_INFINITY;
  const after = nextText(around, probe + 1);
  const beyond = after === null ? undefined : lines[after];
  if (!paragraph.isFinal && beyond && line.text.length <= 60) {
    const picture = looksLikePicture(line.text);
    const isApart = isSetApart(around, probe);
    const aside = picture - 1.5 + (isApart ? 1.5 : 0);
    if (picture >= 2) skip = prior + join(around, paragraph, beyond) + aside - standsAlone(around, after ?? 0);
  }
  if (Math.max(direct, skip) <= 0) return null;
  return skip > direct ? after : probe;
}

/** A line of digits alone is a page number, unless the next line goes on with the number: 宣讲 ⏎ 64 ⏎ 0余场. */
function isPieceOfNumber(around: Surroundings, at: number, paragraph: Paragraph): boolean {
  const line = around.lines[at];
  if (!line || paragraph.isFinal || !/^\d{1,4}$/.test(line.text)) return false;
  return (
    /^[\d.%万亿余多个件起人名次家处项条场]/.test(around.lines[at + 1]?.text ?? '') &&
    around.lines[at + 1]?.shape === 'text'
  );
}

function nextText(around: Surroundings, from: number): number | null {
  let probe = from;
  while (probe < from + REACH && interrupters.has(around.lines[probe]?.shape ?? '')) probe++;
  return around.lines[probe]?.shape === 'text' ? probe : null;
}

/** How much a paragraph wants to go on, before anybody looks at the next line. */
function eagerness(around: Surroundings, at: number, paragraph: Paragraph, next: Line, isInterrupted: boolean): number {
  const { lines, wrap, usualGap } = around;
  const first = paragraph.lines[0];
  const last = paragraph.lines[paragraph.lines.length - 1];
  if (!first || !last) return 0;
  const isFull = wrap > 0 && columns(last.text) >= wrap - 3 && next.gapAbove === 0;
  if (isFull && around.isIndented) return next.indent > 0 ? -8 : 8;
  let score = isInterrupted ? 1 : 0;
  if (usualGap > 0 && next.gapAbove < usualGap && !isInterrupted) score += 1.5;
  if (isFull) score += 4;
  if (paragraph.isFinal) return score - 6;
  if (/：$/.test(paragraph.tail)) return score - 3;
  if (first.shape === 'item') {
    const siblings = [lines[at - 1], lines[at + 1 + paragraph.lines.length], lines[at + 2]].filter(
      (l) => l?.family === first.family,
    );
    const isClosedList = siblings.length > 0 && siblings.every((l) => l && endsSentence(l.text));
    const after = lines[lines.indexOf(next) + 1];
    const isSandwiched = after?.family === first.family && after.shape === 'item';
    // In a list of figures the item without one and the line with one belong together.
    const wantsFigure =
      siblings.length > 0 &&
      siblings.every((l) => l && /\d/.test(l.text)) &&
      !paragraph.hasFigure &&
      /\d/.test(next.text);
    if (paragraph.length > 60) return score + 2;
    return score + (isClosedList ? 1 : -2) + (isSandwiched ? 2.5 : 0) + (wantsFigure ? 2.5 : 0);
  }
  if (paragraph.lines.length > 1 || paragraph.length > HEADING_MAX) return score + 2;
  // e.g. 从一起电信诈骗案入手，4月底，武昌警方侦研一体、 — clauses enough to be no headline
  if ((first.text.match(/[，；]/g)?.length ?? 0) >= 2 && headingScore(first.text, headingPlace(around, at)) < -2)
    return score + 2;
  return score + Math.min(1.5, 0.5 - headingScore(first.text, headingPlace(around, at)));
}

/** How well a line goes on with the paragraph. */
function join(around: Surroundings, paragraph: Paragraph, line: Line): number {
  const { wanted } = paragraph;
  let score = seam(paragraph.tail, line.text, around.pairs);
  // e.g. …选拔143人纳入“专家库” ⏎ “骨干网”。
  if (
    paragraph.length > HEADING_MAX &&
    line.text.length <= 15 &&
    endsSentence(line.text) &&
    looksLikePicture(line.text) < 2
  )
    score += 1.5;
  if (closes(wanted, line.text)) score += paragraph.isFinal && /^“/.test(line.text) ? 0 : 7;
  return score;
}

/** The longest line of a text set like verse, and how many must stand together. */
const VERSE_LINE = 24;
const VERSE = 4;
/** The longest line with the figure of the label above it. */
const PAIR_LINE = 18;

/**
 * Texts for the telephone are set like verse, a statement or half of one on each line and no stops. There only a label and its
 * figure belong together (刑事案件 ⏎ 同比下降12.5%), and what the grammar insists on. 0 outside of verse.
 */
function verse(around: Surroundings, paragraph: Paragraph, line: Line): number {
  const last = paragraph.lines[paragraph.lines.length - 1];
  if (!last || around.wrap > 0 || (around.verse.get(last) ?? 0) < VERSE) return 0;
  // A blank line ends a list whose lines stand close together.
  if (!around.verse.has(line)) return last.gapAbove === 0 && line.gapAbove > 0 ? 5 : 0;
  const isNext = line.gapAbove === 0 && last.gapBelow === 0;
  const isPair =
    paragraph.lines.length === 1 &&
    isNext &&
    line.text.length <= PAIR_LINE &&
    /\d/.test(last.text) !== /\d/.test(line.text) &&
    !/：/.test(last.text + line.text);
  return isPair ? -1 : 5;
}

/** How much a line looks like a block of its own: a heading without marks. */
function standsAlone(around: Surroundings, at: number): number {
  const line = around.lines[at];
  if (!line || endsSentence(line.text) || line.text.length > HEADING_MAX) return 0;
  // What flows on into the next line is no heading.
  const after = nextText(around, at + 1);
  const below = after === null ? undefined : around.lines[after];
  const flow = below ? Math.max(0, seam(line.text, below.text, around.pairs)) : 0;
  return Math.max(0, headingScore(line.text, headingPlace(around, at)) - flow);
}

function headingPlace(around: Surroundings, at: number): { isAtTop: boolean; hasSiblings: boolean } {
  const line = around.lines[at];
  const isAtTop =
    around.lines
      .slice(Math.max(0, at - 3), at)
      .every((l) => l.shape === 'masthead' || l.shape === 'heading' || l.shape === 'ornament') && at < 4;
  return { isAtTop, hasSiblings: line !== undefined && (around.forms.get(formOf(line.text)) ?? 0) >= 2 };
}

/** More blank lines than usual on one side. */
function isSetApart(around: Surroundings, at: number): boolean {
  const line = around.lines[at];
  return line !== undefined && Math.max(line.gapAbove, line.gapBelow) >= around.usualGap + 2;
}

/** The kind of a line that is a block by itself. */
function soleKind(line: Line): BlockKind {
  return line.shape === 'ornament' || line.shape === 'text' || line.shape === 'item' ? 'pull-quote' : line.shape;
}

const PICTURE = /\p{Extended_Pictographic}/u;
/** Pictures that are bullets and nothing else. */
const PICTURED_BULLET = /^[✅☑✔🔹🔸🔺🚩📌👉]/u;

/** 🔒 反诈，我们是认真的: a line set apart behind a picture that its neighbours do not begin with, without a figure. */
function isUnderPicture({ lines }: Surroundings, at: number): boolean {
  const line = lines[at];
  if (!line || !PICTURE.test(line.family) || PICTURED_BULLET.test(line.family)) return false;
  const isAlone = lines[at - 1]?.family !== line.family && lines[at + 1]?.family !== line.family;
  const isApart = line.gapAbove > 0 && lines[at + 1] !== undefined;
  return isAlone && isApart && line.text.length <= HEADING_MAX && !endsSentence(line.text) && !isFigure(line.text);
}

function kindOf(around: Surroundings, at: number, paragraph: Paragraph): BlockKind {
  const first = paragraph.lines[0];
  if (!first) return 'paragraph';
  if (first.shape === 'item') {
    if (first.text.length > 120 && PICTURE.test(first.family)) return 'paragraph';
    return paragraph.lines.length === 1 && isUnderPicture(around, at) ? 'heading' : 'item';
  }
  if (paragraph.lines.length > 1) return 'paragraph';
  if (isPicture(around, at)) return 'caption';
  // 1 安保工作取得完胜。 alone on its line
  if (
    paragraph.isFinal &&
    first.text.length <= HEADING_MAX &&
    headingNumber(first.text) > 0 &&
    !/。./.test(first.text) &&
    !isFigure(first.text)
  )
    return 'heading';
  if (paragraph.isFinal || first.text.length > 60) return 'paragraph';
  if (isSignature(around, at)) return 'byline';
  return headingScore(first.text, headingPlace(around, at)) > 0 ? 'heading' : 'paragraph';
}

/** A caption without a mark: set apart, somebody doing something, and no text of its own below it. */
function isPicture(around: Surroundings, at: number): boolean {
  const line = around.lines[at];
  if (!line || !isSetApart(around, at) || at < 3) return false;
  if (looksLikePicture(line.text) < 2) return false;
  if (endsSentence(line.text)) return true;
  const below = around.lines[at + 1];
  return below === undefined || !endsSentence(below.text) || isSetApart(around, at + 1);
}

/** Who signs at the end: 青岫县公安局, the date below it. */
function isSignature(around: Surroundings, at: number): boolean {
  const line = around.lines[at];
  return (
    line !== undefined &&
    at >= around.lines.length - 3 &&
    /(?:公安局|分局|公安厅|支队|大队|委员会|办公室|派出所|政府)$/.test(line.text) &&
    around.lines[at + 1]?.shape === 'masthead'
  );
}

/** Display columns, roughly: Chinese characters count two. */
function columns(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) n += text.charCodeAt(i) > 0x2e00 || /[“”‘’…—]/.test(text[i] ?? '') ? 2 : 1;
  return n;
}

/** Looks over all lines once. */
function survey(lines: readonly Line[]): Surroundings {
  const gaps = lines.slice(1).map((l) => l.gapAbove);
  const count = (n: number) => gaps.filter((g) => g === n).length;
  const usualGap = count(1) > count(0) ? 1 : 0;
  const forms = new Map<string, number>();
  for (const line of lines) {
    if (line.shape !== 'text' || line.text.length > HEADING_MAX || endsSentence(line.text) || isFigure(line.text))
      continue;
    const form = formOf(line.text);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return { lines, pairs: countPairs(lines), usualGap, forms, verse: findVerse(lines), ...measureWrap(lines) };
}

/** Runs of short lines without a stop or a comma at their end; what stands between them is looked over. */
function findVerse(lines: readonly Line[]): Map<Line, number> {
  const verse = new Map<Line, number>();
  let run: Line[] = [];
  const close = () => {
    for (const line of run) verse.set(line, run.length);
    run = [];
  };
  for (const line of lines) {
    if (interrupters.has(line.shape)) continue;
    if (line.shape === 'text' && line.text.length <= VERSE_LINE && !/[。！？；，、：]$/.test(line.text)) run.push(line);
    else close();
  }
  close();
  for (const line of findRolls(lines)) verse.set(line, Math.max(verse.get(line) ?? 0, VERSE));
  return verse;
}

/** The longest line of a roll, and how much its lines differ in width, in columns. */
const ROLL_LINE = 60;
const RAGGED = 8;

/**
 * Lines of a list without marks: three or more right below each other, none with a stop, and not equally wide, as the lines of a
 * paragraph broken by hand would be.
 */
function findRolls(lines: readonly Line[]): Line[] {
  const rolls: Line[] = [];
  let run: Line[] = [];
  const close = () => {
    const widths = run.slice(0, -1).map((l) => columns(l.text));
    if (run.length >= 3 && Math.max(...widths) - Math.min(...widths) >= RAGGED) rolls.push(...run);
    run = [];
  };
  for (const line of lines) {
    const isEntry = line.shape === 'text' && line.text.length <= ROLL_LINE && !/[。！？；，、：]$/.test(line.text);
    if (!isEntry || line.gapAbove > 0) close();
    if (isEntry) run.push(line);
  }
  close();
  return rolls;
}

/** A text wrapped by hand: most lines that another follows without a blank line are about equally wide. */
function measureWrap(lines: readonly Line[]): { wrap: number; isIndented: boolean } {
  const widths = lines
    .filter((l, i) => l.shape === 'text' && lines[i + 1]?.gapAbove === 0 && l.text.length <= 80)
    .map((l) => columns(l.text) + l.indent * 2)
    .sort((a, b) => a - b);
  if (widths.length < 6) return { wrap: 0, isIndented: false };
  // Where most of the text stands in whole paragraphs, a few short lines are a list or a roll.
  const length = (of: readonly Line[]) => of.reduce((sum, l) => sum + l.text.length, 0);
  const whole = length(lines.filter((l) => l.shape === 'text' && l.text.length > 80));
  if (whole > length(lines) * 0.5) return { wrap: 0, isIndented: false };
  const wide = widths[Math.floor(widths.length * 0.8)] ?? 0;
  const full = widths.filter((w) => Math.abs(w - wide) <= 4).length;
  if (wide < 24 || full < widths.length * 0.5) return { wrap: 0, isIndented: false };
  const indented = lines.filter((l) => l.indent > 0).length;
  return { wrap: wide, isIndented: indented >= 2 && indented < lines.length * 0.6 };
}
